"""Why a leaf of the image tree says what it says: its rule, the records for and against, and the query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final

from flask import Blueprint, Response

from analysis.image_tree import Leaf
from analysis.image_tree.basis import basis_of
from analysis.image_tree.independence import is_confirmed
from analysis.image_tree.rules import Rule, rules
from analysis.image_tree.to_outline import OutlineLeaf, to_outline
from graph.errors import NotFoundError
from graph.model.codes import code_list
from graph.model.schema import Record
from graph.model.words import sayings
from queries.dossier import asks, visible_labels
from webui.frame.language import language, say, words
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.life.life import Life, life_of
from webui.parts.components import Query, Source, view_query
from webui.parts.names import kind_name, kind_title
from webui.parts.records import record_name, when_text
from webui.parts.sources import sources

_say: Final = sayings("webui")

page = Blueprint("leaf", __name__)


@dataclass(frozen=True)
class Ground:
    """One record with the places that state it: kind, name, date, address of all its sources."""

    kind: str
    name: str
    when: str
    href: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, kw_only=True)
class LeafPage(View):
    """Why one leaf says what it says."""

    template: ClassVar[str] = "pages/leaf.html"

    back: Annotated[str, "Address of the tree on the cadre's page."]
    name: Annotated[str, "The cadre's name."]
    branch: Annotated[str, "The title of the branch."]
    leaf: Annotated[OutlineLeaf, "The leaf in words."]
    state: Annotated[str, "Why it counts as established, or still waits."]
    rule: Annotated[str, "The rule that made it, in words."]
    rule_id: Annotated[str, "Its name among the rules."]
    rule_source: Annotated[str, "Where it comes from, and whose rule it is."]
    measures: Annotated[tuple[tuple[str, str], ...], "The measures of the rule by name."]
    grounds: Annotated[tuple[Ground, ...], "The records it hangs on."]
    places: Annotated[
        tuple[Source, ...], "Places in documents that no record of these states, such as where was looked."
    ]
    against: Annotated[tuple[Ground, ...], "Records of the opposite sign on the same matter."]
    waiting: Annotated[int, "How many more speak against it and wait for a ruling."]
    queries: Annotated[tuple[Query, ...], "What was asked of the graph."]


@page.get("/cadres/<cadre_id>/leaves/<key>")
def show(cadre_id: str, key: str) -> Response:
    """The leaf of the key, by `?as_of=` and `?known_on=`."""
    life = life_of(cadre_id)
    found = [(branch, leaf) for branch in life.tree.branches for leaf in branch.leaves if leaf.key == key]
    if not found:
        raise NotFoundError(
            _say("no_such_leaf", key=key),
            hint=_say("no_such_leaf_hint"),
        )
    branch, leaf = found[0]
    return render(_view(life, branch.title(language()), leaf))


def _view(life: Life, branch: str, leaf: Leaf) -> LeafPage:
    basis = basis_of(life.tree, leaf, life.dossier, today=life.today)
    rule = rules()[leaf.rule]
    state = _state(leaf)
    stated = {(each.record_id, each.locator) for record in basis.records for each in record.sources}
    places = [each for each in leaf.evidence if (each.record_id, each.locator) not in stated]
    told = next(
        each for part in to_outline(life.tree, language()).branches for each in part.leaves if each.key == leaf.key
    )
    return LeafPage(
        title=leaf.text(language()),
        back=Urls().cadre(life.cadre_id, as_of=life.as_of, known_on=life.known, anchor="tree"),
        name=life.dossier.cadre.name or life.cadre_id,
        branch=branch,
        leaf=told,
        state=say(f"leaf_state_{state}"),
        rule=rule.title if language() == "zh" else rule.title_en,
        rule_id=rule.id,
        rule_source=_source(rule),
        measures=tuple((_measure_name(name), _measure(value)) for name, value in rule.measures.items()),
        grounds=_grounds(basis.records, leaf),
        places=sources(places),
        against=_grounds(basis.against, None),
        waiting=basis.waiting,
        queries=_queries(life, basis.records, leaf),
    )


def _state(leaf: Leaf) -> str:
    if leaf.self_told:
        return "self_told"
    if leaf.state == "pending":
        return "pending"
    return "confirmed" if is_confirmed(leaf.evidence) else "independent" if leaf.sources >= 2 else "rule"


def _grounds(records: Iterable[Record], leaf: Leaf | None) -> tuple[Ground, ...]:
    """The records, newest first, each with its places (of a leaf only those the leaf cites)."""
    cited = None if leaf is None else {(each.record_id, each.locator) for each in leaf.evidence}
    found = [
        Ground(
            kind_title(record.TYPE),
            record_name(record),
            when_text(record),
            Urls().evidence(record.id),
            sources([each for each in record.sources if cited is None or (each.record_id, each.locator) in cited]),
        )
        for record in records
    ]
    return tuple(sorted(found, key=lambda each: (each.when, each.name), reverse=True))


def _source(rule: Rule) -> str:
    """Where a rule comes from in words; of one of this program's own only that it is."""
    status = say(f"rule_status_{rule.status}")
    source = rule.source.replace("officer.md", say("rule_source_custom")) if rule.source != "own" else ""
    return " · ".join(filter(None, (source, status)))


def _measure_name(name: str) -> str:
    """What a measure is called; an office's own as its file calls it."""
    return say(f"measure_{name}") if f"measure_{name}" in words() else name


def _measure(value: Any) -> str:  # noqa: ANN401 - as the rules say it
    if isinstance(value, list):
        return say("list_comma").join(_measure(each) for each in value)
    if isinstance(value, dict):  # some posts: their titles say which, the pattern of their units is for the program
        return _measure(value.get("titles", []))
    return kind_name(code_list("polarity").label(str(value), language()))


def _queries(life: Life, records: Iterable[Record], leaf: Leaf) -> tuple[Query, ...]:
    ids, stated = sorted(each.id for each in records), sorted({each.record_id for each in leaf.evidence})
    return (
        view_query("leaf_records", records=ids, sources=stated),
        view_query("dossier", **asks(life.cadre_id, visible_labels(life.clearance))),
    )
