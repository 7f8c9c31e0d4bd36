"""One cadre: head, career trajectory, image tree, records by kind, doubts and disputes, and the queries behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from flask import Blueprint, Response
from markupsafe import Markup

from analysis.career.head_lines import unit_texts
from analysis.career.model import CurrentPost
from graph.model.schema import Access
from queries.dossier import asks, visible_labels
from webui.frame.clock import Clock, clock
from webui.frame.language import language
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.life.cadre_head import HeadFact, head_facts
from webui.life.cadre_parts import doubts_section, records_section, withheld_kinds
from webui.life.cadre_trajectory import trajectory_section
from webui.life.cadre_tree import tree_section
from webui.life.frames import asked_frame
from webui.life.life import Life, life_of
from webui.parts.components import Link, Query, view_query
from webui.parts.questions import Question, questions_about

page = Blueprint("cadre", __name__)


@dataclass(frozen=True)
class HeldPost:
    """One post held on the day: its unit and itself, each with its page or an empty address."""

    unit: Link
    post: Link


@dataclass(frozen=True)
class CadreHead:
    """The head of the page: who it is on the day, in a line, in a sentence, and fact by fact.

    `post` is what is said of the post where no post is known to be held.
    """

    name: str
    photo: str | None
    posts: tuple[HeldPost, ...]
    post: str
    summary: str
    facts: tuple[HeadFact, ...]
    as_of: str


@dataclass(frozen=True, kw_only=True)
class CadrePage(View):
    """Who one cadre is, as of a day."""

    template: ClassVar[str] = "pages/cadre.html"

    id: Annotated[str, "The cadre's id."]
    head: Annotated[CadreHead, "Name, photo, posts, summary and the five dates."]
    clock: Annotated[Clock, "The two days the page tells of."]
    withheld: Annotated[tuple[str, ...], "Kinds of record this reader may not see."]
    trajectory: Annotated[Markup, "The career: picture, stretch, lanes, tables."]
    tree: Annotated[Markup, "The image tree: picture and outline."]
    records: Annotated[Markup, "All records, by group and kind."]
    doubts: Annotated[Markup, "What is unclear, and on what sources differ."]
    questions: Annotated[tuple[Question, ...], "Saved queries about this cadre."]
    queries: Annotated[Mapping[str, tuple[Query, ...]], "By part of the page, what was asked of the graph."]


@page.get("/cadres/<cadre_id>")
def show(cadre_id: str) -> Response:
    """One cadre by id, as of `?as_of=` (a partial date is its first day), `?from=`, `?to=`, `?lane=` in the picture."""
    life = life_of(cadre_id)
    frame = asked_frame(life.today)
    head, withheld = life.kept("head", lambda: (_head(life), withheld_kinds(life.dossier.withheld)))
    return render(
        CadrePage(
            title=head.name,
            id=cadre_id,
            head=head,
            clock=clock(Urls().cadre(cadre_id), ()),
            withheld=withheld,
            trajectory=life.section(("trajectory", frame), lambda: trajectory_section(life, frame, alone=False)),
            tree=life.section("tree", lambda: tree_section(life)),
            records=life.section("records", lambda: records_section(life)),
            doubts=life.section("doubts", lambda: doubts_section(life)),
            questions=questions_about("cadre", cadre_id),
            queries=_queries(cadre_id, life.clearance),
        )
    )


def _head(life: Life) -> CadreHead:
    career, tree = life.career, life.tree
    return CadreHead(
        name=career.head.name,
        photo=Urls().photo(career.head.photo) if career.head.photo else None,
        posts=tuple(
            _held(each, unit, life.pages(each.id))
            for each, unit in zip(career.head.posts, unit_texts(career, language()), strict=True)
        ),
        post=tree.post,
        summary=tree.summary.text(language()),
        facts=head_facts(career),
        as_of=career.as_of,
    )


def _held(held: CurrentPost, unit: str, named: Mapping[str, str]) -> HeldPost:
    post = held.post or held.rank or ""
    return HeldPost(Link(unit, named.get(held.unit or "", "")), Link(post, named.get(post, "")))


def _queries(cadre_id: str, clearance: Access) -> dict[str, tuple[Query, ...]]:
    """What `read_dossier` and this page ask, by the part of the page it is shown in."""
    dossier = view_query("dossier", **asks(cadre_id, visible_labels(clearance)))
    return {"all": (dossier,), "findings": (dossier,)}
