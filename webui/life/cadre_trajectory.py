"""The trajectory as a part of pages: the picture with its stretch and lanes, and the equal tables, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, ClassVar, Final

from markupsafe import Markup

from analysis.career import Career
from analysis.career.stretch import within
from analysis.career.to_rows import Cell as CareerCell
from analysis.career.to_rows import Row as CareerRow
from analysis.career.to_rows import Table as CareerTable
from analysis.career.to_rows import to_tables
from analysis.drawing.trajectory import PAGE_HEIGHT, Frame, draw_trajectory_pages, draw_with_names
from graph.model.records import record_types
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.frame.view import View
from webui.life.frames import Lane, Step, arguments, closed, lanes, steps, stretch_text
from webui.life.life import Life, Pages
from webui.parts.components import Cell, Column, Picture, Row, Table
from webui.parts.formats import date_text

_FINDINGS: Final = "findings"
_UNDER_HEAD: Final = 500
"""Pixels of the first printed sheet that find room below the head of a cadre's page."""


@dataclass(frozen=True)
class Way:
    """A link to another stretch; `step` is the name by which a key finds it."""

    step: str
    title: str
    href: str


@dataclass(frozen=True, kw_only=True)
class TrajectorySection(View):
    """One cadre's trajectory, whole or a stretch of it."""

    template: ClassVar[str] = "sections/trajectory.html"

    picture: Annotated[Picture, "The career as a drawing."]
    as_of: Annotated[str, "The day, `YYYY-MM-DD`."]
    data: Annotated[str, "Address of the career as JSON."]
    action: Annotated[str, "Where the form of the stretch is sent."]
    hidden: Annotated[tuple[tuple[str, str], ...], "What else the form keeps: the days, by name."]
    start: Annotated[str, "First day of the stretch; empty for the whole."]
    end: Annotated[str, "Its end, exclusive; empty for the whole."]
    stretch: Annotated[str, "The stretch in words; empty for the whole."]
    ways: Annotated[tuple[Way, ...], "Links to other stretches."]
    lanes: Annotated[tuple[Lane, ...], "The lanes of the drawing."]
    lanes_chosen: Annotated[bool, "Whether some lanes are left out, so that the choice lies open."]
    tables: Annotated[tuple[Table, ...], "The same as tables; on a cadre's page only those of a stretch."]
    tables_href: Annotated[str, "Where the same stands as tables; empty where it stands here."]
    turns_href: Annotated[
        str, "Where it is told who held the same posts before and after; empty where it stands below."
    ]
    alone: Annotated[str, "Address of the trajectory on a page of its own; empty there."]


def trajectory_section(life: Life, frame: Frame, *, alone: bool) -> TrajectorySection:
    """The part, for a page of its own or for the cadre's page."""
    frame = closed(frame, (life.career,))
    shown = within(life.career, *frame.stretch) if frame.stretch else life.career
    here = Urls().trajectory if alone else Urls().cadre
    days = {"as_of": life.as_of, "known_on": life.known}
    anchor = None if alone else "trajectory"
    return TrajectorySection(
        title=say("trajectory_title"),
        picture=_picture(life, shown, frame, PAGE_HEIGHT if alone else _UNDER_HEAD),
        as_of=life.career.as_of,
        data=Urls().drawing(life.cadre_id, "career.json", as_of=life.as_of, known_on=life.known),
        action=here(life.cadre_id),
        hidden=tuple((name, value) for name, value in days.items() if value),
        start=frame.start or "",
        end=frame.end or "",
        stretch=stretch_text(frame),
        ways=tuple(
            _way(each, here, life, anchor) for each in steps(frame, life.career.as_of, life.career.head.post_since)
        ),
        lanes=lanes(frame),
        lanes_chosen=frame.lanes is not None,
        tables=trajectory_tables(shown, life.pages) if alone or frame.stretch else (),
        tables_href="" if alone or frame.stretch else _own_page(life, frame, "tables"),
        turns_href="" if alone else _own_page(life, frame, "turns"),
        alone="" if alone else _own_page(life, frame, None),
    )


def _own_page(life: Life, frame: Frame, anchor: str | None) -> str:
    return Urls().trajectory(
        life.cadre_id, as_of=life.as_of, known_on=life.known, frame=arguments(frame), anchor=anchor
    )


def _way(step: Step, here: Any, life: Life, anchor: str | None) -> Way:  # noqa: ANN401 - one of two addresses
    href = here(life.cadre_id, as_of=life.as_of, known_on=life.known, frame=step.arguments, anchor=anchor)
    return Way(step.step, step.title, href)


def _picture(life: Life, shown: Career, frame: Frame, first_height: float) -> Picture:
    drawn = draw_with_names(life.career, language(), Urls().evidence, frame=frame)
    sheets = draw_trajectory_pages(life.career, language(), frame=frame, first_height=first_height)
    name, day = life.career.head.name, date_text(life.career.as_of)
    return Picture(
        Markup(drawn.svg),  # noqa: S704 - our own SVG, escaped by its builder
        say("trajectory_caption", name=name, day=day, count=len(shown.tenures)),
        Urls().drawing(life.cadre_id, "trajectory.svg", as_of=life.as_of, known_on=life.known, frame=arguments(frame)),
        Markup(drawn.names),  # noqa: S704 - as above
        tuple(Markup(each) for each in sheets),  # noqa: S704 - as above
    )


def trajectory_tables(career: Career, pages: Pages) -> tuple[Table, ...]:
    """Everything the picture shows, in the order a reader wants it; a column that tells nothing is left out.

    What a record of the row names by the name of its page leads there.
    """
    return tuple(_table(each, pages) for each in to_tables(career, language()) if each.name != _FINDINGS)


def remarks_table(career: Career) -> Table | None:
    """What the trajectory itself shows to be unclear; None where that is nothing."""
    own = replace(career, findings=tuple(each for each in career.findings if each.reason is None))
    found = [each for each in to_tables(own, language(), (_FINDINGS,)) if each.rows]
    return _table(found[0]) if found else None


def _table(made: CareerTable, pages: Pages | None = None) -> Table:
    kept = [index for index in range(len(made.headings)) if any(row.cells[index].text for row in made.rows)]
    columns = [Column(made.headings[index], "number" if index in made.numeric else "text") for index in kept]
    columns.append(Column(say("column_sources")))
    return Table(made.title, tuple(columns), tuple(_row(row, kept, pages) for row in made.rows))


def _row(row: CareerRow, kept: list[int], pages: Pages | None) -> Row:
    named = pages(row.id) if pages else {}
    return Row((*(_cell(row.cells[index], named) for index in kept), _sources(row)))


def _cell(cell: CareerCell, named: Mapping[str, str]) -> Cell:
    mark = say("mark_disputed") if cell.disputed else say("mark_derived") if cell.derived else None
    return Cell(cell.text, named.get(cell.text), mark if cell.text else None)


def _sources(row: CareerRow) -> Cell:
    """The way to the sources: of the record where the row is about one, else of the first document."""
    if not row.sources:
        return Cell()
    text = say("sources_count", count=len(row.sources))
    is_record = row.id.partition("_")[0] in _prefixes()
    return Cell(text, Urls().evidence(row.id) if is_record else Urls().source(row.sources[0].record_id))


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(each.TYPE.prefix for each in record_types().values())
