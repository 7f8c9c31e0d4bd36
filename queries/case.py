"""A selection case with every record that belongs to it, and the saved queries that hold a case against its rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from graph.errors import NotFoundError
from graph.model.records import record_types
from graph.model.records.selection_case import SelectionCase
from graph.model.schema import Access, Record
from graph.model.words import sayings
from graph.store.connection import Graph
from queries.catalogue import catalogue
from queries.dossier import as_record, visible_labels
from queries.evidence import read_fact
from queries.file import QueryFile
from queries.runner import run_view

_say: Final = sayings("queries")


@dataclass(frozen=True, slots=True)
class Case:
    """The case, its records as far as the reader's class reaches, and the labels that it does not reach."""

    case: SelectionCase
    parts: tuple[Record, ...]
    withheld: frozenset[str]


@cache
def part_labels() -> tuple[str, ...]:
    """The record types that name a case."""
    target = SelectionCase.TYPE.label
    return tuple(
        label for label, cls in record_types().items() if any(link.target == target for link in cls.TYPE.links.values())
    )


def read_case(graph: Graph, case_id: str, clearance: Access) -> Case:
    """The case of this id; raises NotFoundError where this clearance reaches none."""
    found = read_fact(graph, case_id, clearance)
    if not isinstance(found, SelectionCase):
        raise NotFoundError(
            _say("no_selection_case", case_id=case_id),
            hint=_say("no_selection_case_hint"),
        )
    asked = case_question(case_id, clearance)
    rows = run_view(graph, "case_parts", **asked)
    withheld = frozenset(part_labels()) - frozenset(visible_labels(clearance))
    return Case(found, tuple(as_record(row) for row in rows), withheld)


def case_question(case_id: str, clearance: Access) -> dict[str, object]:
    """What the view `case_parts` is given for a reader of this clearance."""
    visible = visible_labels(clearance)
    return {"id": case_id, "labels": [label for label in part_labels() if label in visible]}


def case_queries(data: Path) -> tuple[tuple[QueryFile, str], ...]:
    """The saved queries that take one case, with the parameter for it, by topic; those above a reader's class too."""
    label = SelectionCase.TYPE.label
    return tuple(
        (query, name)
        for query in catalogue(data).values()
        for name, parameter in query.header.parameters.items()
        if parameter.label == label
    )
