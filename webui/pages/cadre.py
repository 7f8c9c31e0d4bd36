"""One cadre: head, career trajectory, image tree, records by kind, doubts and disputes, and the queries behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from flask import Blueprint, Response, request
from markupsafe import Markup

from analysis.career import Career, build_career
from analysis.career.head_lines import posts_text
from analysis.drawing.mind_map import draw_image_tree
from analysis.drawing.trajectory import draw_lane_names, draw_trajectory
from analysis.image_tree import ImageTree, Leaf, build_image_tree
from graph.model.dossier import Dossier
from graph.model.schema import Access
from queries.dossier import visible_labels
from queries.runner import run_view
from webui.cadre_head import HeadFact, head_facts
from webui.cadre_parts import (
    BranchItem,
    Disputed,
    RecordGroup,
    all_disputes,
    leaf_anchor,
    outline,
    record_groups,
    withheld_kinds,
)
from webui.cadre_trajectory import remarks_table, trajectory_tables
from webui.components import Picture, Query, Table, view_query
from webui.findings import findings_table
from webui.formats import date_text
from webui.language import language, say
from webui.past import dossier_on, known_day
from webui.questions import Question, questions_about
from webui.services import services
from webui.urls import Urls
from webui.view import View, render

page = Blueprint("cadre", __name__)


@dataclass(frozen=True, kw_only=True)
class CadrePage(View):
    """Who one cadre is, as of a day."""

    template: ClassVar[str] = "pages/cadre.html"

    id: Annotated[str, "The cadre's id."]
    name: Annotated[str, "Full name."]
    photo: Annotated[str | None, "Address of the photo; None where none was collected."]
    posts: Annotated[str, "The posts held on the day, on one line; for today else as a form states them."]
    facts: Annotated[tuple[HeadFact, ...], "The five dates, then the rest of the head."]
    summary: Annotated[str, "One sentence about the person, from the image tree."]
    as_of: Annotated[str, "The day, `YYYY-MM-DD`."]
    asked: Annotated[str, "The day as it was asked for; empty for today."]
    known: Annotated[str, "Only what had come in by this day is shown; empty for all."]
    trajectory: Annotated[Picture, "The career as a drawing."]
    tables: Annotated[tuple[Table, ...], "The same as tables."]
    tree: Annotated[Picture, "The image tree as a drawing."]
    branches: Annotated[tuple[BranchItem, ...], "The same as an outline, each leaf with its sources."]
    groups: Annotated[tuple[RecordGroup, ...], "All records, by group and kind."]
    withheld: Annotated[tuple[str, ...], "Kinds of record this reader may not see."]
    remarks: Annotated[Table | None, "What the trajectory itself shows to be unclear; None when there is nothing."]
    findings: Annotated[Table | None, "What the importers were not sure of; None when there is nothing."]
    disputed: Annotated[tuple[Disputed, ...], "Records on which sources differ."]
    questions: Annotated[tuple[Question, ...], "Saved queries about this cadre."]
    queries: Annotated[Mapping[str, tuple[Query, ...]], "By part of the page, what was asked of the graph."]


@page.get("/cadres/<cadre_id>")
def show(cadre_id: str) -> Response:
    """One cadre by id, as of `?as_of=` (a partial date is its first day)."""
    using = services()
    known = known_day()
    asked = request.args.get("as_of", "").strip() or known
    dossier = dossier_on(cadre_id, known)
    documents = {each.document_id for each in dossier.looked_in}
    findings = [
        row
        for row in run_view(using.graph, "cadre_findings", cadre=cadre_id)
        if not known or row["document_id"] in documents
    ]
    career = build_career(dossier, asked or None, today=using.today())
    tree = build_image_tree(dossier, asked or None, today=using.today())
    return render(_view(dossier, career, tree, findings, asked))


def _view(dossier: Dossier, career: Career, tree: ImageTree, findings: list[dict[str, Any]], asked: str) -> CadrePage:
    head = career.head
    return CadrePage(
        title=head.name,
        id=head.id,
        name=head.name,
        photo=Urls().photo(head.photo) if head.photo else None,
        posts=posts_text(career, language()) or tree.post,
        facts=head_facts(career),
        summary=tree.summary.text(language()),
        as_of=career.as_of,
        asked=asked,
        known=known_day(),
        trajectory=_trajectory(career, asked),
        tables=trajectory_tables(career),
        tree=_tree(tree, asked),
        branches=outline(tree),
        groups=record_groups(dossier),
        withheld=withheld_kinds(dossier.withheld),
        remarks=remarks_table(career),
        findings=findings_table(findings) if findings else None,
        disputed=all_disputes(dossier),
        questions=questions_about("cadre", head.id),
        queries=_queries(head.id, dossier.clearance),
    )


def _trajectory(career: Career, asked: str) -> Picture:
    name, day = career.head.name, date_text(career.as_of)
    return Picture(
        _trusted(draw_trajectory(career, language(), Urls().evidence, standalone=False)),
        say("trajectory_caption", name=name, day=day, count=len(career.tenures)),
        Urls().drawing(career.head.id, "trajectory.svg", as_of=asked, known_on=known_day()),
        _trusted(draw_lane_names(career, language())),
    )


def _tree(tree: ImageTree, asked: str) -> Picture:
    numbers = {id(leaf): number for number, leaf in enumerate(tree.leaves) if not leaf.mark}

    def address(leaf: Leaf) -> str | None:
        number = numbers.get(id(leaf))
        return None if number is None else f"#{leaf_anchor(number)}"

    return Picture(
        _trusted(draw_image_tree(tree, language(), address, standalone=False)),
        say("tree_caption", name=tree.name, day=date_text(tree.as_of), count=tree.evidence_count),
        Urls().drawing(tree.cadre_id, "image-tree.svg", as_of=asked, known_on=known_day()),
    )


def _trusted(svg: str) -> Markup:
    """A drawing of ours as it is: analysis.drawing.svg has escaped every text in it."""
    return Markup(svg)  # noqa: S704 - see above


def _queries(cadre_id: str, clearance: Access) -> dict[str, tuple[Query, ...]]:
    """What `read_dossier` and this page ask, by the part of the page it is shown in."""
    labels = visible_labels(clearance)
    about = {
        name: view_query(name, cadre=cadre_id, labels=labels)
        for name in ("cadre", "cadre_facts", "project_facts", "team_assessments")
    }
    return {
        "trajectory": tuple(about.values()),
        "tree": (*about.values(), view_query("cadre_documents", cadre=cadre_id)),
        "records": (about["cadre_facts"], about["project_facts"]),
        "findings": (view_query("cadre_findings", cadre=cadre_id),),
    }
