"""A query's result as the table that `export.results` writes."""

from __future__ import annotations

from typing import Any

from export.results import Table
from graph.model.schema import Access
from graph.model.words import Language
from queries.in_words import in_words
from queries.reports import cells_shown, headings, marks
from queries.running import Result


def table_of(result: Result, clearance: Access, today: str, language: Language) -> Table:
    """Title, headings, rows, marks and the JSON document of a result."""
    return Table(
        title=result.query.header.title(language),
        columns=headings(result, language),
        rows=tuple(_in_words(result, row, language) for row in result.rows),
        marks=marks(result, clearance, today, language),
        document=result.as_json(),
    )


def _in_words(result: Result, row: tuple[Any, ...], language: Language) -> tuple[Any, ...]:
    return tuple(in_words(result.query, name, cell, language) for name, _, cell in cells_shown(result, row, language))
