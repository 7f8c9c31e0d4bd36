"""The style guide: colours, type, spacing, signs and every component with an example."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from flask import Blueprint, Response

from analysis.drawing.palette import palette
from webui.frame.clock import Clock, clock
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.parts.components import Cell, Column, Empty, Table, table
from webui.parts.formats import date_text, interval_text, months_text

page = Blueprint("styleguide", __name__)

_TONES: Final = ("plain", "good", "bad", "open")


@dataclass(frozen=True, kw_only=True)
class StyleguidePage(View):
    """All that pages are put together from."""

    template: ClassVar[str] = "pages/styleguide.html"

    colours: Annotated[tuple[str, ...], "The names of the colours, as the style sheets know them."]
    clock: Annotated[Clock, "An example of the two time axes."]
    example: Annotated[Table, "An example of a table."]
    empty: Annotated[Empty, "An example of an empty state."]
    dates: Annotated[tuple[str, ...], "Dates, intervals and spans as they are written."]


@page.get("/styleguide")
def show() -> Response:
    """The guide, made of the very parts it shows."""
    return render(
        StyleguidePage(
            title=say("style_title"),
            colours=tuple(palette()),
            clock=clock(Urls().styleguide(), ("2016-03", "2019-01")),
            example=_example(),
            empty=Empty(say("style_empty"), Urls().import_new(), say("nav_import_new")),
            dates=(
                date_text("2016-03"),
                interval_text("2016-03", "2019-01", "ended"),
                interval_text("2016-03", None, "current"),
                interval_text("2016-03", None, "unknown"),
                months_text(28),
            ),
        )
    )


def _example() -> Table:
    columns = [Column(say("match_name")), Column(say("match_birth"), "date", "#table", "ascending")]
    columns += [Column(say("style_marks")), Column(say("recent_rows"), "number")]
    rows = [
        [
            Cell("林一舟", href=Urls().styleguide()),
            Cell(date_text("1975-03")),
            Cell(say("style_tag"), tone=tone),
            Cell("7"),
        ]
        for tone in _TONES
    ]
    return table(say("style_table"), columns, rows)
