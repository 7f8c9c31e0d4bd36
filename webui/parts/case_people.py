"""Who is considered in a selection case, side by side: what each has on record, and what is not there."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model.codes import code_list
from graph.model.records.integrity_opinion import IntegrityOpinion
from graph.model.records.pre_appointment_check import PreAppointmentCheck
from graph.model.records.recommendation import Recommendation
from graph.model.schema import Edge, Record
from queries.case import Case
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.parts.case_way import cadres_of
from webui.parts.components import Cell, Column, Link, Table, table
from webui.parts.formats import date_text
from webui.parts.names import kind_title


def people_table(found: Case) -> Table | None:
    """One row a person considered, those proposed first; None where nobody is recorded."""
    checks = code_list("appointment_check").names
    columns = [Column(say("case_candidate")), Column(say("case_role")), Column(kind_title(Recommendation.TYPE))]
    columns += [Column(_heading(code_list("appointment_check").label(each, language()))) for each in checks]
    columns.append(Column(kind_title(IntegrityOpinion.TYPE)))
    people = sorted(found.case.considered, key=_standing)
    rows = [[*_person(each), *_has(found, each.id, checks)] for each in people]
    return table(say("case_people"), columns, rows) if rows else None


def _heading(label: str) -> str:
    """The label of a code at the head of a column: in English, codes are written small."""
    return label[:1].upper() + label[1:]


def _standing(edge: Edge) -> tuple[int, str, str]:
    """Those proposed before those inspected before those named; a role that is not known comes last."""
    names = code_list("candidate_role").names
    role = edge.values.get("role")
    return -names.index(role) if role in names else 1, edge.name, edge.id


def _person(edge: Edge) -> list[Cell]:
    role = edge.values.get("role")
    said = code_list("candidate_role").label(str(role), language()) if role else say("unknown_date")
    return [Cell(edge.name or edge.id, href=Urls().cadre(edge.id), pick=edge.id), Cell(said)]


def _has(found: Case, cadre: str, checks: Sequence[str]) -> list[Cell]:
    own = [each for each in found.parts if cadre in {edge.id for edge in cadres_of(each)}]
    nominations = [(each, each.author) for each in own if isinstance(each, Recommendation)]
    opinions = [(each, _signed(each)) for each in own if isinstance(each, IntegrityOpinion)]
    done = [(each, _result(each)) for each in own if isinstance(each, PreAppointmentCheck)]
    return [
        _cell(found, Recommendation.TYPE.label, nominations),
        *(
            _cell(found, PreAppointmentCheck.TYPE.label, [one for one in done if one[0].kind == kind])
            for kind in checks
        ),
        _cell(found, IntegrityOpinion.TYPE.label, opinions),
    ]


def _cell(found: Case, label: str, told: Sequence[tuple[Record, str | None]]) -> Cell:
    """What is on record, each with its page; what may not be seen, or is not there, is said."""
    if label in found.withheld:
        return Cell(say("case_withheld"), tone="plain")
    if not told:
        return Cell(say("case_not_on_record"), tone="open")
    links = tuple(Link(text or say("unknown_date"), Urls().evidence(record.id)) for record, text in told)
    return Cell(say("list_comma").join(each.name for each in links), parts=links)


def _result(check: PreAppointmentCheck) -> str:
    said = code_list("appointment_check_result").label(check.result, language()) if check.result else ""
    return " ".join(filter(None, (said, date_text(check.date))))


def _signed(opinion: IntegrityOpinion) -> str:
    """Who signed: both, one of them, or not known."""
    state = {(True, True): "both", (True, False): "secretary", (False, True): "discipline", (False, False): "none"}
    word = state.get((opinion.secretary_signed, opinion.discipline_signed), "unknown")  # type: ignore[arg-type]
    return " ".join((say(f"case_signed_{word}"), date_text(opinion.date)))
