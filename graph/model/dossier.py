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
from graph.model.records.tenure import Tenure
from graph.model.reforms import RENAMED
from graph.model.schema import Access, Evidence, Record
from graph.model.values import first_day

R = TypeVar("R", bound=Record)

_EVER = "0000-01-01"


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
    renamings: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Renaming:
    """That a unit (by id) goes on as a later one since a date, which no source may tell."""

    unit: str
    later: str
    name: str
    date: str | None


def renamings_of(rows: Iterable[Mapping[str, Any]]) -> tuple[Renaming, ...]:
    """The changes of a unit's name among rows of `unit`, `later`, `name`, `date` and `kind`, in order of their date.

    A body made anew out of several (合并, 组建) is another body, in which nobody is in post without being appointed.
    """
    told = (Renaming(row["unit"], row["later"], row["name"], row["date"]) for row in rows if _is_renaming(row["kind"]))
    return tuple(sorted(set(told), key=lambda each: (each.date or "", each.unit, each.later)))


def _is_renaming(kind: str | None) -> bool:
    return kind is None or kind == RENAMED


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
    `renamings` are what units where the cadre served were renamed to, whoever told of it.
    """

    cadre: Cadre
    records: Mapping[str, tuple[Record, ...]]
    team_assessments: tuple[Assessment, ...] = ()
    looked_in: tuple[Evidence, ...] = ()
    withheld: frozenset[str] = field(default_factory=frozenset)
    clearance: Access = Access.RESTRICTED
    findings: tuple[Finding, ...] = ()
    renamings: tuple[Renaming, ...] = ()

    def unit_now(self, tenure: Tenure, day: str) -> str | None:
        """What the unit of a tenure was called on a day (`YYYY-MM-DD`), or at its end, since it was renamed meanwhile.

        None where it still went by the name of the tenure. Whoever told of the renaming, it counts; one that no source
        dates counts where the tenure's own source tells of it.
        """
        name, told, passed = None, False, {edge.id for edge in tenure.unit}
        while found := self._renaming_of(passed):
            told = told or found.name == tenure.renamed_to
            if not _happened(found, tenure, day):
                break
            passed.add(found.later)
            name = found.name
        return name if told or name else tenure.renamed_to

    def _renaming_of(self, units: set[str]) -> Renaming | None:
        return next((each for each in self.renamings if each.unit in units and each.later not in units), None)

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The records of one type, ordered by their date and id."""
        return cast("tuple[R, ...]", self.records.get(kind.TYPE.label, ()))


def _happened(renaming: Renaming, tenure: Tenure, day: str) -> bool:
    """Whether the unit was renamed by a day and while the tenure lasted."""
    if renaming.date is None:
        return renaming.name == tenure.renamed_to
    date = first_day(renaming.date)
    since, until = first_day(tenure.start or _EVER), first_day(tenure.end) if tenure.end else None
    return since < date <= day and (until is None or date < until)
