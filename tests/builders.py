"""Records and dossiers made by hand for the tests of the analyses: short to write, dated and sourced like real ones."""

from __future__ import annotations

from typing import Any, TypeVar

from graph.model.dossier import Dossier, Renaming
from graph.model.keys import make_key
from graph.model.records.assessment import Assessment
from graph.model.records.cadre import Cadre
from graph.model.records.competency import Competency
from graph.model.records.finding import Finding
from graph.model.records.work_project import WorkProject
from graph.model.schema import Access, Edge, Evidence, Record

R = TypeVar("R", bound=Record)

CADRE_ID = "cad_lin"
NAME = "林一舟"


def evidence(
    origin: str, date: str | None, author: str | None = None, quote: str = "原文", place: str = "第5行"
) -> Evidence:
    """One place in an invented document of that origin."""
    document = f"{origin}-{date or '无日期'}.xlsx"
    key = make_key("src", origin, date, author, quote, place)
    return Evidence(document, make_key("doc", document), key, place, date, quote, author, origin)


def made(
    kind: type[R],
    /,
    *,
    by: str | None = "组织部甲",
    dated: str | None = "",
    origin: str | None = None,
    sources: tuple[Evidence, ...] | None = None,
    **values: Any,
) -> R:
    """A record with an id made of its values and one source: its own date unless `dated` gives one or is None."""
    declared = kind.TYPE
    own = values.get(declared.date) if declared.date else None
    day = dated if dated != "" else str(own) if own is not None else "2024-03-01"
    source = evidence(origin or declared.origin or "personnel_form", day, by, quote=str(sorted(values.items())))
    record_id = values.pop("id", None) or make_key(declared.prefix, repr(sorted(values.items())), by)
    return kind(id=record_id, sources=(source,) if sources is None else sources, **values)


def cadre(**values: Any) -> Cadre:
    """An invented cadre."""
    return made(Cadre, **{"id": CADRE_ID, "name": NAME, "birth_month": "1975-03"} | values)


def edge(record: Record, **values: Any) -> Edge:
    """The relation to a record."""
    name = getattr(record, "name", None) or getattr(record, "title", None) or ""
    return Edge(record.id, type(record).__name__, name, values)


def competency(name: str) -> Edge:
    """The relation to a competency."""
    return edge(made(Competency, id=make_key("com", name), name=name))


def project(
    title: str, year: int, *, skill: str | None = "推动项目落地", role: str | None = "牵头", **values: Any
) -> WorkProject:
    """A project the cadre answers for."""
    answers = {"role": role} if role else {}
    return made(
        WorkProject,
        by=values.pop("by", "青屿区填报人"),
        title=title,
        year=year,
        unit_name=values.pop("unit_name", "青屿区人民政府"),
        responsible=(Edge(CADRE_ID, "Cadre", NAME, answers),),
        competencies=(competency(skill),) if skill else (),
        **values,
    )


def dossier(
    *records: Record,
    person: Cadre | None = None,
    looked_in: tuple[Evidence, ...] | None = None,
    withheld: frozenset[str] = frozenset(),
    clearance: Access = Access.RESTRICTED,
    team_assessments: tuple[Assessment, ...] = (),
    renamings: tuple[Renaming, ...] = (),
) -> Dossier:
    """A dossier of those records in the order given."""
    by_label: dict[str, tuple[Record, ...]] = {}
    findings = tuple(each for each in records if isinstance(each, Finding))
    for record in records:
        if isinstance(record, Finding):
            continue
        label = type(record).TYPE.label
        by_label[label] = (*by_label.get(label, ()), record)
    searched = (evidence("personnel_form", "2024-03-01", "组织部甲"),) if looked_in is None else looked_in
    return Dossier(person or cadre(), by_label, team_assessments, searched, withheld, clearance, findings, renamings)
