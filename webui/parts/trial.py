"""A text in the editor run on the data before anything of it is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from graph.errors import InputError, ZhishiError
from queries.arguments import Given
from queries.file import parse
from queries.reports import cut_off, headings
from queries.running import run_query
from webui.frame.language import language, say
from webui.held.services import services
from webui.parts.components import Column, Table, table
from webui.parts.result_cells import cells_of

_ROWS: Final = 20


@dataclass(frozen=True)
class Trial:
    """What came of it: the first rows, or why there are none; `note` says that there are more."""

    found: Table | None = None
    note: str = ""
    fault: str = ""


def try_text(name: str, topic: str, text: str, given: str) -> Trial:
    """The first rows of the query in `text`; `given` are its parameters, a line each, `name = value`."""
    own, today = services(), services().today()
    clearance, data = own.settings.clearance, own.settings.data
    try:
        query, values = parse(text, name=name or "new", topic=topic), _values(given)
        result = own.runs.whole(
            lambda run: run_query(
                own.graph, query, values, clearance=clearance, today=today, limit=_ROWS, data=data, run=run
            )
        )
    except ZhishiError as error:
        return Trial(fault=error.told.text(language()))
    columns = [Column(title) for _, title, _ in headings(result, language())]
    rows = [[replace(cell, pick=None) for cell in cells_of(result, row)] for row in result.rows]
    told = say("query_rows", rows=len(result.rows), ms=round(result.ms))
    return Trial(table(say("own_trial"), columns, rows), f"{told} {cut_off(result, language())}")


def _values(given: str) -> Given:
    """Raises InputError for a line that names no parameter."""
    values: dict[str, list[str]] = {}
    for line in filter(None, map(str.strip, given.splitlines())):
        name, sign, value = line.partition("=")
        if not sign or not name.strip():
            raise InputError(say("own_given_bad", line=line[:60]), hint=say("own_given_help"))
        values.setdefault(name.strip(), []).append(value.strip())
    return values
