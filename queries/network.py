"""Parts of the graph for a picture: things by id, the relations between them, what each is linked to and how often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph.model.records import record_types
from graph.model.schema import Access
from graph.store.answers import Thing
from graph.store.connection import Graph
from queries.cells import name_of, visible
from queries.dossier import visible_labels
from queries.parts import Link, Node
from queries.runner import load_view, run_view

MOST_TREE: Final = 4000
"""Most units, and most posts, that a tree of units brings."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many things of a label a thing is linked to by one relation; `outward` where the arrow points away from it.

    The count is None for a label above the reader's class.
    """

    type: str
    outward: bool
    label: str
    count: int | None


def label_of(ident: str) -> str:
    """The label that the prefix of an id stands for; empty for none."""
    return _prefixes().get(ident.partition("_")[0], "")


def _prefixes() -> dict[str, str]:
    return {cls.TYPE.prefix: label for label, cls in record_types().items()}


def things(graph: Graph, ids: Iterable[str], clearance: Access) -> dict[str, Node]:
    """The things there are among these ids, by id; what the reader's class does not reach is not even looked up."""
    found: dict[str, Node] = {}
    for label, some in _by_label(ids, clearance).items():
        for row in graph.read(_text("graph_things", label), ids=some):
            found[row["id"]] = node_of(row["id"], label, row["properties"], clearance)
    return found


def node_of(ident: str, label: str, properties: Mapping[str, object], clearance: Access) -> Node:
    """A thing with these properties: its name by them, and of them those that the reader's class may see."""
    thing = Thing(label, ident, dict(properties), ident)
    return Node(ident, label, _called(thing, clearance), visible(thing, clearance))


def _called(thing: Thing, clearance: Access) -> str:
    """The name; a tenure by unit and title, since either alone tells little."""
    if thing.label == "Tenure":
        told = [thing.properties.get("unit_name"), thing.properties.get("title") or thing.properties.get("rank")]
        return " ".join(filter(None, told)) or name_of(thing, clearance)
    return name_of(thing, clearance)


def relations(graph: Graph, ids: Iterable[str], clearance: Access) -> list[Link]:
    """The relations between these things, by type, start and end."""
    wanted = set(ids)
    found = [
        Link(row["type"], row["start"], row["end"], row["properties"])
        for label, some in _by_label(wanted, clearance).items()
        for row in graph.read(_text("graph_links", label), ids=some)
        if row["end"] in wanted
    ]
    return sorted(found, key=lambda each: (each.type, each.start, each.end))


def counts(graph: Graph, ident: str, clearance: Access) -> list[Count]:
    """What a thing is linked to, kind by kind; nothing for a thing the reader's class does not reach."""
    label, seen = label_of(ident), visible_labels(clearance)
    if label not in seen:
        return []
    known = visible_labels(Access.VAULT)
    return [
        Count(row["type"], row["outward"], row["label"], row["count"] if row["label"] in seen else None)
        for row in graph.read(_text("graph_link_counts", label), id=ident)
        if row["label"] in known
    ]


def neighbours(graph: Graph, ident: str, type: str, other: str, *, outward: bool, limit: int) -> list[str]:  # noqa: A002 - Neo4j's own word
    """The ids of the things of label `other` that a relation leads to, newest first, at most `limit`."""
    view = f"graph_neighbours_{'out' if outward else 'in'}"
    rows = graph.read(_text(view, label_of(ident)), id=ident, type=type, label=other, limit=limit)
    return [row["id"] for row in rows]


def unit_tree(graph: Graph, unit: str) -> tuple[list[str], list[str], bool]:
    """A unit and those below it from the top down, their posts, and whether there are more than these."""
    rows = run_view(graph, "graph_unit_tree", unit=unit, limit=MOST_TREE)
    units = list(dict.fromkeys(row["id"] for row in rows))
    held = run_view(graph, "graph_unit_posts", units=units, limit=MOST_TREE)
    return units, [row["post"] for row in held], MOST_TREE in (len(rows), len(held))


def _by_label(ids: Iterable[str], clearance: Access) -> Mapping[str, Sequence[str]]:
    seen = set(visible_labels(clearance))
    found: dict[str, list[str]] = defaultdict(list)
    for each in sorted(set(ids)):
        if (label := label_of(each)) in seen:
            found[label].append(each)
    return found


def withheld(ids: Iterable[str], clearance: Access) -> Iterator[str]:
    """Those of the ids whose label is of the model and above the reader's class, whether they are there or not."""
    seen, known = set(visible_labels(clearance)), set(visible_labels(Access.VAULT))
    return (each for each in ids if label_of(each) in known - seen)


def _text(view: str, label: str) -> str:
    """A view with the label, which is the model's, in its text: only then a unique id is looked up."""
    assert label in record_types()
    return load_view(view).cypher.replace("(n:Tenure ", f"(n:{label} ")
