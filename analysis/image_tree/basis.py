"""What a leaf hangs on, record by record, and what else the records say against it on the same matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from analysis.image_tree.notes import confirmed, rulings
from analysis.image_tree.tree import ImageTree, Leaf
from analysis.image_tree.view import View
from graph.model.data_files import load_toml
from graph.model.dossier import Dossier
from graph.model.records import record_types
from graph.model.records.assessment import Assessment
from graph.model.records.observation_note import ObservationNote
from graph.model.records.work_project import WorkProject
from graph.model.schema import Record
from graph.model.values import first_day


@dataclass(frozen=True)
class Basis:
    """The records that give a leaf its evidence, and those of the opposite sign on the same competency or project.

    `waiting` counts those that speak against it but wait for a ruling, so that their content is not told. Of a neutral
    leaf every other record with a sign speaks against its standing in the middle.
    """

    records: tuple[Record, ...]
    against: tuple[Record, ...]
    waiting: int


@dataclass(frozen=True)
class _Sign:
    property: str
    positive: frozenset[str]
    negative: frozenset[str]
    waits: bool

    def of(self, record: Record) -> str:
        value = getattr(record, self.property)
        return "strength" if value in self.positive else "weakness" if value in self.negative else "neutral"


@cache
def _signs() -> Mapping[str, _Sign]:
    table = load_toml(__package__, "signs.toml")
    return {
        each["label"]: _Sign(
            each["property"], frozenset(each["positive"]), frozenset(each["negative"]), each.get("waits", False)
        )
        for each in table["sign"]
    }


def basis_of(tree: ImageTree, leaf: Leaf, dossier: Dossier, *, today: str) -> Basis:
    """The basis of a leaf of this tree, which is of this dossier; `today` is the day up to which the records reach."""
    view = View(dossier, tree.as_of, first_day(today))
    places = {(each.record_id, each.locator) for each in leaf.evidence}
    behind = [each for each in _all(view) if any((at.record_id, at.locator) in places for at in each.sources)]
    works = {work.id: work for work in view.of(WorkProject)}
    matters = {matter for record in behind for matter in _matters(record, works)}
    known = {record.id for record in behind}
    others = [each for each in _signed(view) if each.id not in known and matters & set(_matters(each, works))]
    opposite = [each for each in others if _opposes(leaf, _signs()[each.TYPE.label].of(each))]
    shown = [each for each in opposite if not _waits(view, each)]
    return Basis(tuple(behind), tuple(shown), len(opposite) - len(shown))


def _all(view: View) -> Iterator[Record]:
    yield view.cadre
    for records in view.dossier.records.values():
        yield from records


def _signed(view: View) -> Iterator[Record]:
    for label in _signs():
        yield from view.of(record_types()[label])


def _opposes(leaf: Leaf, sign: str) -> bool:
    return sign not in {"neutral", leaf.polarity}


def _matters(record: Record, works: Mapping[str, WorkProject]) -> Iterable[str]:
    """The competencies and projects a record is about, by id; of an assessment its kind."""
    if isinstance(record, Assessment):
        yield f"assessment {record.kind}"
    if isinstance(record, WorkProject):
        yield record.id
        yield from (edge.id for edge in record.competencies)
    for name, link in record.TYPE.links.items():
        edges = getattr(record, name)
        if link.target == "Competency":
            yield from (edge.id for edge in edges)
        elif link.target == "WorkProject":
            for edge in edges:
                yield edge.id
                yield from (each.id for each in works[edge.id].competencies) if edge.id in works else ()


def _waits(view: View, record: Record) -> bool:
    """Whether what a record says against somebody is not told before a named person has ruled on it."""
    if not (isinstance(record, ObservationNote) and _signs()["ObservationNote"].waits):
        return False
    if _signs()["ObservationNote"].of(record) != "weakness":
        return False
    ruled = rulings(view, "shortcoming_words")
    return not any(confirmed(ruled.get(edge.name, ())) for edge in record.competency)
