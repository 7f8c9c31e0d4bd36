"""A result on an axis of time: a row is a stretch where the query says from when to when, else a moment."""

from __future__ import annotations

from typing import Any, Final

from analysis.drawing.time_chart import Stretch, draw_time_names, draw_times
from queries.cells import text
from queries.in_words import in_words
from webui.frame.language import say
from webui.shows import Drawn, Shown
from webui.shows._cells import columns_of, kind, link

_MOST: Final = 120
_STARTS: Final = ("start", "since", "date", "deadline", "year")
_ENDS: Final = ("end", "until")


def draw(shown: Shown) -> Drawn | None:
    """None where no column is a date or no row is there.

    Where the thing that names the rows is the same in all of them, what is first told of each names it.
    """
    columns = columns_of(shown.result)
    names = [key for key, _ in columns]
    dated = [at for at, (key, column) in enumerate(columns) if kind(column) in ("day", "month") or key == "year"]
    if not dated or not shown.result.rows:
        return None
    start = next((names.index(each) for each in _STARTS if each in names), dated[0])
    end = next((names.index(each) for each in _ENDS if each in names), None)
    naming = next((at for at, (_, column) in enumerate(columns) if kind(column) in ("cadre", "unit", "post")), None)
    naming = naming if naming is not None else next((at for at in range(len(columns)) if at not in dated), 0)
    telling = [
        at for at, (_, column) in enumerate(columns) if at != naming and kind(column) in ("text", "unit", "post")
    ]
    query = shown.result.query
    status = names.index("status") if "status" in names else None
    alike = len({text(row[naming]) for row in shown.result.rows}) == 1
    if telling and alike and len(shown.result.rows) > 1:
        naming = telling.pop(0)
    rows = [
        Stretch(
            name=text(in_words(query, names[naming], row[naming], shown.language)) or "—",
            start=_day(row[start]),
            end=_day(row[end]) if end is not None else None,
            text=" · ".join(
                filter(None, (text(in_words(query, names[at], row[at], shown.language)) for at in telling))
            )[:200],
            lasts=end is not None and (status is None or row[status] == "current"),
            href=link(shown, row),
        )
        for row in shown.result.rows[:_MOST]
    ]
    summary = say("show_timeline", count=len(rows))
    title = query.header.title(shown.language)
    svg = draw_times(
        rows, today=shown.today, title=title, description=summary, language=shown.language, standalone=shown.standalone
    )
    beside = draw_time_names(rows, title=title, description=summary, language=shown.language)
    return Drawn(svg, summary, max(0, len(shown.result.rows) - _MOST), beside)


def _day(cell: Any) -> str | None:  # noqa: ANN401 - a cell of a result
    """A date as the graph has it; a bare year is a number in some columns."""
    said = str(cell or "")
    return said if said[:4].isdigit() else None
