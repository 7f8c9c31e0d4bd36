"""The parts of a cadre's page below the pictures: records by kind, doubts and disputes, what is withheld."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from graph.model.dossier import Dossier
from graph.model.records import record_types
from graph.model.schema import Access, Record
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import View
from webui.life.cadre_trajectory import remarks_table
from webui.life.life import Life
from webui.parts.components import Table
from webui.parts.disputes import Dispute, disputes
from webui.parts.findings import findings_table
from webui.parts.names import kind_name, kind_title
from webui.parts.records import groups, kind_table, record_name

_SHORT: Final = 12


@dataclass(frozen=True)
class Kind:
    """All records of one kind: the table where it is short, else where it is; its access class where restricted."""

    anchor: str
    title: str
    count: int
    table: Table | None
    href: str
    restricted: str | None


@dataclass(frozen=True)
class RecordGroup:
    """Some kinds under one heading."""

    title: str
    kinds: tuple[Kind, ...]


@dataclass(frozen=True)
class Disputed:
    """A record on which sources differ, with every value."""

    id: str
    kind: str
    name: str
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, kw_only=True)
class RecordsSection(View):
    """All records of one cadre."""

    template: ClassVar[str] = "sections/records.html"

    groups: Annotated[tuple[RecordGroup, ...], "All records, by group and kind."]


@dataclass(frozen=True, kw_only=True)
class DoubtsSection(View):
    """What is to be checked about one cadre."""

    template: ClassVar[str] = "sections/doubts.html"

    conflicts: Annotated[str, "Where a person rules on what sources differ about."]
    disputed: Annotated[tuple[Disputed, ...], "Records on which sources differ."]
    remarks: Annotated[Table | None, "What the trajectory itself shows to be unclear; None when there is nothing."]
    findings: Annotated[Table | None, "What the importers were not sure of; None when there is nothing."]


def records_section(life: Life) -> RecordsSection:
    """The part for a cadre's page; the cadre itself is the head and not among the records."""
    dossier = life.dossier
    labels = [label for label, records in dossier.records.items() if records and label != "Cadre"]
    found = tuple(
        RecordGroup(say(group.key), tuple(_kind(life, label) for label in group.labels)) for group in groups(labels)
    )
    return RecordsSection(title=say("records_title"), groups=found)


def doubts_section(life: Life) -> DoubtsSection:
    """The part for a cadre's page."""
    findings = life.findings()
    return DoubtsSection(
        title=say("doubts_title"),
        conflicts=Urls().conflicts(life.cadre_id),
        disputed=all_disputes(life.dossier),
        remarks=remarks_table(life.career),
        findings=findings_table(findings) if findings else None,
    )


def _kind(life: Life, label: str) -> Kind:
    records = life.dossier.records[label]
    return Kind(
        anchor=label,
        title=kind_name(label),
        count=len(records),
        table=kind_table(label, records, without=life.cadre_id) if len(records) <= _SHORT else None,
        href=Urls().cadre_records(life.cadre_id, label, as_of=life.as_of, known_on=life.known),
        restricted=restricted(label),
    )


def restricted(label: str) -> str | None:
    """What is said of a kind of record that only some may see."""
    access = record_types()[label].TYPE.access
    return say("restricted_class", level=int(access)) if access >= Access.RESTRICTED else None


def all_disputes(dossier: Dossier) -> tuple[Disputed, ...]:
    """Every record of the dossier on which sources differ, the cadre's own attributes first."""
    records: list[Record] = [dossier.cadre, *(each for some in dossier.records.values() for each in some)]
    found = ((record, disputes(record)) for record in records)
    return tuple(
        Disputed(record.id, kind_title(record.TYPE), record_name(record), told) for record, told in found if told
    )


def withheld_kinds(labels: Sequence[str] | frozenset[str]) -> tuple[str, ...]:
    """What the reader may not see, each with the class it needs: `处分（需4级权限）`."""
    types = (record_types()[label].TYPE for label in sorted(labels))
    return tuple(say("withheld_kind", kind=kind_title(each), level=int(each.access)) for each in types)
