"""Two to five cadres side by side, in the order the address names them: nobody is ranked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final

from flask import Blueprint, Response, json, request
from markupsafe import Markup

from analysis.career.head_lines import posts_text
from analysis.career.phrases import post_text
from analysis.career.to_json import to_json as career_json
from analysis.compare import Line, Person, compare_facts, protected_facts, together
from analysis.drawing.trajectory import Frame, draw_side_by_side, draw_side_by_side_strips
from analysis.drawing.trajectory.side_by_side import LANES, draw_side_by_side_with_names
from analysis.image_tree.to_json import to_json as tree_json
from analysis.image_tree.to_outline import to_outline
from analysis.image_tree.tree import AT_FIRST
from export.comparison import Comparison, PrintedTable, print_comparison
from export.dossier import marking_of
from export.marking import Marking
from graph.errors import UsageError
from graph.model.words import sayings
from queries.runner import run_view
from queries.search import cadre_named
from webui.frame.language import language, say
from webui.frame.navigation import Nav
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.life.cadre_trajectory import Way
from webui.life.cadre_tree import LeafItem, leaf_href
from webui.life.frames import Lane, arguments, asked_frame, closed, lanes, steps, stretch_text
from webui.life.life import Life, life_of
from webui.parts.components import Cell, Column, Link, Picture, Row, Table
from webui.parts.files import marked_file, no_such_file
from webui.parts.formats import date_text, interval_text, months_text

_say: Final = sayings("webui")

page = Blueprint("compare", __name__)
NAV = Nav(order=26, word="nav_compare", endpoint="compare.show")

LEAST: Final = 2
MOST: Final = 5
_CHOICE: Final = 100
"""Cadres offered to choose from at most."""


@dataclass(frozen=True)
class Compared:
    """One of those compared: name, page, posts, photo, the sentence of the image tree."""

    id: str
    name: str
    href: str
    posts: str
    photo: str | None
    summary: str


@dataclass(frozen=True)
class BranchRow:
    """One branch of the trees, and for each person the leaves to begin with, the others, or why there is none."""

    title: str
    cells: tuple[tuple[str, tuple[LeafItem, ...], tuple[LeafItem, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class ComparePage(View):
    """Several cadres side by side, or the choice of whom to compare."""

    template: ClassVar[str] = "pages/compare.html"

    choice: Annotated[tuple[tuple[str, str, bool], ...], "Whom one may choose: id, name, whether chosen already."]
    notice: Annotated[str, "What is to be done before there is something to compare; empty otherwise."]
    people: Annotated[tuple[Compared, ...], "Those compared, in the order of the address."]
    as_of: Annotated[str, "The day, `YYYY-MM-DD`; empty before there is one."]
    known: Annotated[str, "The day of knowledge; empty for all that is known."]
    picture: Annotated[Picture | None, "The trajectories on one axis."]
    action: Annotated[str, "Where the forms are sent."]
    hidden: Annotated[tuple[tuple[str, str], ...], "What the form of the stretch keeps."]
    ways: Annotated[tuple[Way, ...], "Links to other stretches."]
    start: Annotated[str, "First day of the stretch; empty for the whole."]
    end: Annotated[str, "Its end, exclusive; empty for the whole."]
    stretch: Annotated[str, "The stretch in words; empty for the whole."]
    lanes: Annotated[tuple[Lane, ...], "The lanes of the drawing."]
    facts: Annotated[Table | None, "The facts line by line."]
    protected: Annotated[Table | None, "Sex, ethnicity and native place, which play no part."]
    branches: Annotated[tuple[BranchRow, ...], "The image trees branch by branch."]
    together: Annotated[Table | None, "Where two of them served together; None where nowhere."]
    downloads: Annotated[tuple[tuple[str, str], ...], "Title and address of each file of the comparison."]


@page.get("/compare")
def show() -> Response:
    """Those of `?cadre=` and, by name or id, `?who=` (two to five).

    By `?as_of=`, `?known_on=`, `?from=`, `?to=` and `?lane=`.
    """
    ids = _asked()
    if not LEAST <= len(ids) <= MOST:
        return render(_choice(ids))
    return render(_view([life_of(each) for each in ids]))


@page.get("/compare/<name>")
def download(name: str) -> Response:
    """`comparison.pdf`, `comparison.svg` or `comparison.json`, by the same arguments."""
    ids = _asked()
    if name not in _FILES:
        raise no_such_file(name, _FILES)
    if not LEAST <= len(ids) <= MOST:
        raise UsageError(
            _say("compare_so_many", count=len(ids)),
            hint=_say("compare_so_many_hint", least=LEAST, most=MOST),
        )
    mimetype, make = _FILES[name]
    lives = [life_of(each) for each in ids]
    names = "-".join(life.dossier.cadre.name or life.cadre_id for life in lives)
    kind, _, ending = name.partition(".")
    return marked_file(make(lives), mimetype, f"{names}-{kind}", ending, _marking(lives))


def _asked() -> list[str]:
    ids = (each.strip() for each in request.args.getlist("cadre") if each.strip())
    named = (each.strip()[:80] for each in request.args.getlist("who") if each.strip())
    return list(dict.fromkeys([*ids, *(cadre_named(services().graph, each) for each in named)]))


def _choice(ids: Sequence[str]) -> ComparePage:
    rows = run_view(services().graph, "cadres_by_id", ids=list(ids[:_CHOICE])) if ids else []
    notice = say("compare_too_many", most=MOST) if len(ids) > MOST else say("compare_too_few", least=LEAST, most=MOST)
    return ComparePage(
        title=say("compare_title"),
        choice=tuple((row["id"], row["name"], len(ids) <= MOST) for row in rows),
        notice=notice,
        people=(),
        as_of="",
        known="",
        picture=None,
        action=Urls().compare(),
        hidden=(),
        ways=(),
        start="",
        end="",
        stretch="",
        lanes=(),
        facts=None,
        protected=None,
        branches=(),
        together=None,
        downloads=(),
    )


def _view(lives: Sequence[Life]) -> ComparePage:
    first = lives[0]
    frame = _frame(lives)
    people = tuple(_person(each) for each in lives)
    known = [Person(life.dossier.cadre, life.career) for life in lives]
    ids = [life.cadre_id for life in lives]
    days = {"as_of": first.as_of or None, "known_on": first.known or None}
    names = [each.name for each in people]
    return ComparePage(
        title=say("compare_of", names=say("list_comma").join(names)),
        choice=(),
        notice="",
        people=people,
        as_of=first.career.as_of,
        known=first.known,
        picture=_picture(lives, frame),
        action=Urls().compare(),
        hidden=tuple(("cadre", each) for each in ids) + tuple((name, day) for name, day in days.items() if day),
        ways=tuple(
            Way(each.step, each.title, Urls().compare(ids, {**days, **each.arguments}))
            for each in steps(frame, first.career.as_of)
        ),
        start=frame.start or "",
        end=frame.end or "",
        stretch=stretch_text(frame),
        lanes=lanes(Frame(lanes=frame.lanes or LANES)),
        facts=_lines(say("compare_facts"), compare_facts(known, language()), names),
        protected=_lines(say("compare_protected"), protected_facts(known, language()), names),
        branches=_branches(lives),
        together=_together(lives, names),
        downloads=tuple(
            (title, Urls().comparison(name, ids, {**days, **arguments(frame)}))
            for title, name in (
                (say("compare_pdf"), "comparison.pdf"),
                (say("download_svg"), "comparison.svg"),
                (say("download_json"), "comparison.json"),
            )
        ),
    )


def _frame(lives: Sequence[Life]) -> Frame:
    return closed(asked_frame(lives[0].today), [life.career for life in lives])


def _person(life: Life) -> Compared:
    head = life.career.head
    return Compared(
        life.cadre_id,
        head.name,
        Urls().cadre(life.cadre_id, as_of=life.as_of, known_on=life.known),
        posts_text(life.career, language()) or life.tree.post,
        Urls().photo(head.photo) if head.photo else None,
        life.tree.summary.text(language()),
    )


def _picture(lives: Sequence[Life], frame: Frame) -> Picture:
    careers = [life.career for life in lives]
    drawn = draw_side_by_side_with_names(careers, language(), Urls().evidence, frame=frame)
    names = say("list_comma").join(each.head.name for each in careers)
    caption = say("compare_caption", names=names, day=date_text(careers[0].as_of))
    strips = tuple(Markup(each) for each in _strips(lives, frame))  # noqa: S704 - our own SVG, escaped by its builder
    return Picture(Markup(drawn.svg), caption, "", Markup(drawn.names), strips)  # noqa: S704 - as above


def _strips(lives: Sequence[Life], frame: Frame) -> tuple[str, ...]:
    return draw_side_by_side_strips([life.career for life in lives], language(), frame=frame)


def _lines(caption: str, lines: Sequence[Line], names: Sequence[str]) -> Table:
    columns = (Column(say("compare_line")), *(Column(name) for name in names))
    return Table(caption, columns, tuple(_line(each) for each in lines))


def _line(line: Line) -> Row:
    head = Cell(line.title, mark=say("compare_differs") if line.differs else None)
    unknown = Cell(say("compare_none") if line.counted else say("compare_unknown"), tone="open")
    return Row((head, *(unknown if text is None else Cell(text) for text in line.texts)))


def _branches(lives: Sequence[Life]) -> tuple[BranchRow, ...]:
    outlines = [to_outline(life.tree, language()) for life in lives]
    rows = []
    for number, branch in enumerate(outlines[0].branches):
        cells = []
        for life, outline in zip(lives, outlines, strict=True):
            own = outline.branches[number]
            told = [LeafItem(each, leaf_href(life, each.key)) for each in own.leaves if not each.mark]
            # that something is missing or hidden is never among what is folded away
            marked = [LeafItem(each, None) for each in own.leaves if each.mark]
            cells.append((own.note, (*told[:AT_FIRST], *marked), tuple(told[AT_FIRST:])))
        rows.append(BranchRow(branch.title, tuple(cells)))
    return tuple(rows)


def _together(lives: Sequence[Life], names: Sequence[str]) -> Table | None:
    columns = tuple(Column(say(f"compare_{each}")) for each in ("who", "unit", "when", "length", "posts"))
    rows = []
    for each in together([life.career for life in lives]):
        posts = tuple(
            Link(f"{names[at]} {post_text(held[0], language())}".strip(), Urls().evidence(held[0].id))
            for at, held in zip((each.first, each.second), each.posts, strict=True)
        )
        when = interval_text(each.start, each.end, "current") if each.certain else say("compare_uncertain")
        cells = (
            Cell(say("list_comma").join((names[each.first], names[each.second]))),
            Cell(each.unit),
            Cell(when, tone=None if each.certain else "open"),
            Cell(months_text(each.months)),
            Cell(say("list_comma").join(post.name for post in posts), parts=posts),
        )
        rows.append(Row(cells))
    return Table(say("compare_together"), columns, tuple(rows)) if rows else None


def _svg(lives: Sequence[Life]) -> str:
    return draw_side_by_side([life.career for life in lives], language(), standalone=True, frame=_frame(lives))


def _json(lives: Sequence[Life]) -> str:
    people = [Person(life.dossier.cadre, life.career) for life in lives]
    told: dict[str, Any] = {
        "as_of": lives[0].career.as_of,
        "known_on": lives[0].known or None,
        "cadres": [life.cadre_id for life in lives],
        "facts": [_line_json(each) for each in compare_facts(people, language())],
        "protected": [_line_json(each) for each in protected_facts(people, language())],
        "together": [
            {
                "cadres": [lives[each.first].cadre_id, lives[each.second].cadre_id],
                "unit": each.unit,
                "start": each.start,
                "end": each.end,
                "certain": each.certain,
                "tenures": [held.id for some in each.posts for held in some],
            }
            for each in together([life.career for life in lives])
        ],
        "careers": [career_json(life.career) for life in lives],
        "image_trees": [tree_json(life.tree, language()) for life in lives],
    }
    return json.dumps(told)


def _line_json(line: Line) -> Mapping[str, Any]:
    return {"key": line.key, "title": line.title, "values": list(line.texts), "differs": line.differs}


def _pdf(lives: Sequence[Life]) -> bytes:
    view = _view(lives)
    tables = (_printed(view.facts), _printed(view.protected, say("compare_protected_note")), _trees(view))
    printed = Comparison(
        tuple((each.name, each.posts) for each in view.people),
        view.as_of,
        view.known,
        _strips(lives, _frame(lives)),
        tuple(each for each in (*tables, _printed(view.together)) if each),
    )
    return print_comparison(printed, Marking(lives[0].today, say("product"), _marking(lives)), language()).content


def _marking(lives: Sequence[Life]) -> str:
    return marking_of(*(life.dossier for life in lives), language=language())


def _printed(told: Table | None, note: str = "") -> PrintedTable | None:
    if told is None:
        return None
    rows = (tuple(" ".join(filter(None, (each.text, each.mark))) for each in row.cells) for row in told.rows)
    return PrintedTable(told.caption, note, tuple(each.title for each in told.columns), tuple(rows))


def _trees(view: ComparePage) -> PrintedTable:
    rows = (
        (
            row.title,
            *(_printed_leaves(*cell) for cell in row.cells),
        )
        for row in view.branches
    )
    headings = (say("compare_branch"), *(each.name for each in view.people))
    return PrintedTable(say("tree_title"), "", headings, tuple(rows))


def _printed_leaves(note: str, first: Sequence[LeafItem], rest: Sequence[LeafItem]) -> str:
    """On paper the rest is counted: each one's dossier tells it."""
    lines = [f"{item.leaf.sign} {item.leaf.text}" for item in first]
    if rest:
        lines.append(say("leaves_more", count=len(rest)))
    return "\n".join(lines) or note


_FILES: Final[Mapping[str, tuple[str, Callable[[Sequence[Life]], str | bytes]]]] = {
    "comparison.pdf": ("application/pdf", _pdf),
    "comparison.svg": ("image/svg+xml; charset=utf-8", _svg),
    "comparison.json": ("application/json; charset=utf-8", _json),
}
