"""A query's result as the table that `export.results` writes."""

from __future__ import annotations

from export.results import Table
from graph.model.schema import Access
from graph.model.words import Language
from queries.reports import headings, marks
from queries.running import Result


def table_of(result: Result, clearance: Access, today: str, language: Language) -> Table:
    """Title, headings, rows, marks and the JSON document of a result."""
    return Table(
        title=result.query.header.title(language),
        columns=headings(result, language),
        rows=result.rows,
        marks=marks(result, clearance, today, language),
        document=result.as_json(),
    )
