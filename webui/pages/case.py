"""A selection case, read in order: for which post, who, step by step to the outcome, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from flask import Blueprint, Response

from graph.model.records.selection_case import SelectionCase
from queries.case import case_question, read_case
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.life.cadre_parts import withheld_kinds
from webui.parts.case_people import people_table
from webui.parts.case_rules import Rule, rules_held
from webui.parts.case_way import steps, way_table
from webui.parts.components import Query, Table, view_query
from webui.parts.formats import interval_text
from webui.parts.records import Value, values_of, when_text

page = Blueprint("case", __name__)


@dataclass(frozen=True, kw_only=True)
class CasePage(View):
    """One selection case."""

    template: ClassVar[str] = "pages/case.html"

    id: Annotated[str, "The case's id."]
    when: Annotated[str, "From its opening to its close."]
    values: Annotated[tuple[Value, ...], "What the case itself says."]
    evidence: Annotated[str, "Where its own sources are."]
    people: Annotated[Table | None, "Who is considered, side by side; None where nobody is recorded."]
    way: Annotated[Table | None, "Every step in order; None where none is recorded."]
    rules: Annotated[tuple[Rule, ...], "The rules it is held against."]
    withheld: Annotated[tuple[str, ...], "Kinds of record that the reader's class does not reach."]
    queries: Annotated[tuple[Query, ...], "What was asked of the graph."]


@page.get("/cases/<case_id>")
def show(case_id: str) -> Response:
    """One case by its id."""
    clearance = services().settings.clearance
    found = read_case(services().graph, case_id, clearance)
    case = found.case
    rules, missing = rules_held(case_id)
    way = steps(found.parts, missing)
    return render(
        CasePage(
            title=say("case_page", post=case.title or case.number),
            id=case_id,
            when=_when(case),
            values=tuple(each for each in values_of(case) if each.name not in _IN_HEAD),
            evidence=Urls().evidence(case_id),
            people=people_table(found),
            way=way_table(way) if way else None,
            rules=rules,
            withheld=withheld_kinds(found.withheld),
            queries=(view_query("case_parts", **case_question(case_id, clearance)),),
        )
    )


_IN_HEAD = ("title", "considered", "opened_on", "closed_on")
"""What the head and the table of people say already."""


def _when(case: SelectionCase) -> str:
    if not case.opened_on:
        return when_text(case)
    return interval_text(case.opened_on, case.closed_on, "current")
