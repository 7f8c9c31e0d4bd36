"""All that the graph holds about one cadre, as one value that the analyses read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar, cast

from graph.model.records import record_types
from graph.model.records.assessment import Assessment
from graph.model.records.cadre import Cadre
from graph.model.records.finding import Finding
from graph.model.schema import Access, Evidence, Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Beside:
    """Labels of what a dossier shows although it is not about the cadre: `shown`, next to a record of one of `by`."""

    by: frozenset[str]
    shown: frozenset[str]


@cache
def beside() -> Beside:
    """What the record types declare: the evaluations of a cadre's projects, the stages of the cases it stands in."""
    ends = [
        (cls.TYPE.label, tie.target) if tie.beside == "target" else (tie.target, cls.TYPE.label)
        for cls in record_types().values()
        for tie in cls.TYPE.links.values()
        if tie.beside
    ]
    return Beside(frozenset(by for by, _ in ends), frozenset(shown for _, shown in ends))


@dataclass(frozen=True)
class DossierRows:
    """What a dossier is made of, in rows of label, properties, relations and sources, whatever clearance reads them."""

    cadre: Mapping[str, Any]
    facts: tuple[Mapping[str, Any], ...]
    teams: tuple[Mapping[str, Any], ...]
    documents: tuple[Mapping[str, Any], ...]
    findings: tuple[Mapping[str, Any], ...] = ()


def finding_rows(
    rows: Iterable[Mapping[str, Any]], documents: Iterable[Mapping[str, Any]]
) -> Iterator[Mapping[str, Any]]:
    """Rows of findings, each citing what its document says of the cadre where it says anything."""
    first = sorted(documents, key=lambda each: str(each["record_id"]), reverse=True)
    records = {each["document_id"]: each for each in first}
    for row in rows:
        (source,) = row["sources"]
        said = records.get(source["document_id"], {})
        told = {name: said[name] for name in ("record_id", "date", "author", "origin") if said.get(name)}
        yield {**row, "sources": [{**source, **told}]}


@dataclass(frozen=True)
class Dossier:
    """One cadre's records by label.

    Besides the cadre's own records: what stands beside one of them (`beside()`), such as the evaluations of the
    projects the cadre answers for, and, in `team_assessments`, the assessments of the teams of the units where the
    cadre served.
    `looked_in` is every document that speaks of the cadre, newest form date first: what a gap cites.
    `findings` are what the importers were not sure of about the cadre, in documents still in force; they quote values
    of any class, so that only the clearance of a whole file reaches them.
    `withheld` are the labels that the reader's clearance does not reach: nothing is known of them here, not even
    whether there are any.
    """

    cadre: Cadre
    records: Mapping[str, tuple[Record, ...]]
    team_assessments: tuple[Assessment, ...] = ()
    looked_in: tuple[Evidence, ...] = ()
    withheld: frozenset[str] = field(default_factory=frozenset)
    clearance: Access = Access.RESTRICTED
    findings: tuple[Finding, ...] = ()

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The records of one type, ordered by their date and id."""
        return cast("tuple[R, ...]", self.records.get(kind.TYPE.label, ()))
