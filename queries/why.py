"""Why a row is in a result: the part of the graph that made it match, with the sources of every fact in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from graph.errors import InputError
from graph.model.records import record_types
from graph.model.schema import Access
from graph.model.words import sayings
from graph.store.answers import Answer, Thing, Tie, Trail
from graph.store.connection import Graph
from graph.store.errors import QueryError, QueryTimeout
from graph.store.runs import Run
from queries.arguments import Given, read_arguments
from queries.cells import name_of, visible
from queries.clearance import may_explain
from queries.file import QueryFile
from queries.guard import UnsafeQuery, inspect
from queries.parts import Link, Node
from queries.runner import load_view
from queries.why_derived import PATH, derived_why

_say: Final = sayings("queries")

MOST_NODES: Final = 300
"""More would explain nothing; what is left out is said."""

_MOST_TIES: Final = 5000


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a document that states a fact."""

    fact: str
    document: str
    document_id: str
    record_id: str
    date: str | None
    locator: str
    quote: str


@dataclass(frozen=True, slots=True)
class Reason:
    """The sub-graph behind a row: nodes by label and name, links, sources; `more` where nodes were left out."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    sources: tuple[Source, ...]
    more: bool

    def as_json(self) -> dict[str, Any]:
        """The shape the JSON API gives."""
        return {
            "nodes": [asdict(each) for each in self.nodes],
            "links": [asdict(each) for each in self.links],
            "sources": [asdict(each) for each in self.sources],
            "more": self.more,
        }


def why(
    graph: Graph,
    query: QueryFile,
    given: Given,
    row: Mapping[str, Any],
    *,
    clearance: Access,
    today: str,
    data: Path | None = None,
    run: Run | None = None,
) -> Reason:
    """The sub-graph behind one row of a run with these arguments; `row` has the row's cells by column name.

    The query's own `why` is run with its parameters and the row's values as `$row` (a node by its id). A query without
    one is answered by its own patterns bound to the row, with the things of the row and the relations between them.
    Raises InputError for a row that names nothing of the graph.
    """
    may_explain(query, clearance)
    bound = {"row": {name: _value(cell) for name, cell in row.items()}}
    bound |= read_arguments(graph, query, given, today, data).bound
    if query.header.why:
        answers = [_asked(graph, query, query.header.why, run, bound)]
    else:
        named = _between(graph, sorted(set(_things_in(list(row.values())))), most=MOST_NODES)
        answers = [named, *_derived(graph, query, row, run, bound)]
    things, ties = _gathered([each.rows for each in answers])
    if not things:
        raise InputError(
            _say("why_row_not_in_graph"),
            hint=_say("why_row_not_in_graph_hint"),
        )
    most = dict(list(things.items())[:MOST_NODES])
    more = len(most) < len(things) or any(each.more for each in answers)
    return _reason(graph, most, ties, clearance, more=more)


def why_cypher(query: QueryFile, row: Mapping[str, Any]) -> str:
    """The Cypher that answers why a row is there, as far as there is any; else that of the query."""
    return query.header.why or _texts(query, row)[0]


def _texts(query: QueryFile, row: Mapping[str, Any]) -> list[str]:
    """What finds the row by all its values, then by its things alone; the query itself where neither can be made."""
    if query.header.computed_by:
        return [query.cypher]
    return [each for exactly in (True, False) if (each := derived_why(query.cypher, row, exactly=exactly))] or [
        query.cypher
    ]


def _derived(
    graph: Graph, query: QueryFile, row: Mapping[str, Any], run: Run | None, bound: Mapping[str, Any]
) -> Iterator[Answer]:
    """The paths that the patterns of a query find for the row, where they find any and the engine takes their text."""
    for text in _texts(query, row):
        if text == query.cypher:
            return
        try:
            answer = _asked(graph, query, text, run, bound, ours=PATH)
        except (UnsafeQuery, QueryError):
            continue
        except QueryTimeout:
            return
        if answer.rows:
            yield answer
            return


def _asked(
    graph: Graph, query: QueryFile, text: str, run: Run | None, bound: Mapping[str, Any], *, ours: str = ""
) -> Answer:
    inspect(text, ours=ours)
    return graph.run(text, bound, most=MOST_NODES, seconds=query.header.seconds, run=run)


def _value(cell: Any) -> Any:  # noqa: ANN401 - a cell
    return cell["id"] if isinstance(cell, Mapping) and "id" in cell and "label" in cell else cell


def connections(graph: Graph, cells: Sequence[Any], clearance: Access) -> Reason:
    """The things in some cells and the relations between them, without sources; at most `MOST_NODES` things."""
    found = list(dict.fromkeys(_things_in(list(cells))))
    things, ties = _gathered(_between(graph, found[:MOST_NODES], most=_MOST_TIES).rows)
    return _linked(things, ties, clearance, more=len(found) > MOST_NODES)


def _between(graph: Graph, things: Sequence[tuple[str, str]], *, most: int) -> Answer:
    """Things, as label and id, and the relations between them; labels are the model's, so that ids are looked up."""
    by_label: dict[str, list[str]] = {}
    for label, ident in things:
        if label in record_types():
            by_label.setdefault(label, []).append(ident)
    if not by_label:
        return Answer((), (), total=0)
    matches = " UNION ".join(f"MATCH (n:{label}) WHERE n.id IN $ids RETURN n" for label in by_label)
    text = f"CALL () {{ {matches} }} OPTIONAL MATCH p = (n)--(m) WHERE m.id IN $ids RETURN n, p"
    return graph.run(text, most=most, ids=[ident for ids in by_label.values() for ident in ids])


def _things_in(cell: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - a cell
    if isinstance(cell, Mapping) and "id" in cell and "label" in cell:
        yield str(cell["label"]), str(cell["id"])
    elif isinstance(cell, list):
        for each in cell:
            yield from _things_in(each)


def _gathered(rows: Sequence[Sequence[Any]]) -> tuple[dict[str, Thing], list[Tie]]:
    """Every node by the engine's name for it, and every relation once."""
    things: dict[str, Thing] = {}
    ties: dict[tuple[str, str, str], Tie] = {}
    for value in _values(rows):
        if isinstance(value, Thing):
            things.setdefault(value.element, value)
        elif isinstance(value, Tie):
            ties.setdefault((value.type, value.start, value.end), value)
    return things, list(ties.values())


def _values(value: Any) -> Iterator[Thing | Tie]:  # noqa: ANN401 - anything a query returns
    if isinstance(value, (Thing, Tie)):
        yield value
    elif isinstance(value, Trail):
        yield from value.things
        yield from value.ties
    elif isinstance(value, Mapping):
        yield from _values(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _values(each)


def _reason(graph: Graph, things: Mapping[str, Thing], ties: Sequence[Tie], clearance: Access, *, more: bool) -> Reason:
    bare = _linked(things, ties, clearance, more=more)
    return replace(bare, sources=tuple(_sources(graph, bare.nodes)))


def _linked(things: Mapping[str, Thing], ties: Sequence[Tie], clearance: Access, *, more: bool) -> Reason:
    shown = {element: _node(thing, clearance) for element, thing in things.items()}
    links = [
        Link(tie.type, shown[tie.start].id, shown[tie.end].id, tie.properties)
        for tie in ties
        if tie.start in shown and tie.end in shown
    ]
    nodes = sorted(shown.values(), key=lambda node: (node.label, node.name, node.id))
    links.sort(key=lambda each: (each.type, each.start, each.end))
    return Reason(tuple(nodes), tuple(links), (), more)


def _node(thing: Thing, clearance: Access) -> Node:
    return Node(thing.id, thing.label, name_of(thing, clearance), visible(thing, clearance))


def _sources(graph: Graph, nodes: Sequence[Node]) -> Iterator[Source]:
    """The sources of the nodes, label by label: only with its label in the text is an id looked up."""
    for label in sorted({node.label for node in nodes if node.properties.keys() != {"id"}} & record_types().keys()):
        text = load_view("sources_of").cypher.replace("(n:Tenure)", f"(n:{label})")
        for row in graph.read(text, ids=[node.id for node in nodes if node.label == label]):
            yield Source(**row)
