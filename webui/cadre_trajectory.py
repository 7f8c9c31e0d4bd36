"""The trajectory's tables as the page shows them: the same as the picture, cell by cell."""

from __future__ import annotations

from functools import cache

from analysis.career import Career
from analysis.career.to_rows import Cell as CareerCell
from analysis.career.to_rows import Row as CareerRow
from analysis.career.to_rows import Table as CareerTable
from analysis.career.to_rows import to_tables
from graph.model.records import record_types
from webui.components import Cell, Column, Row, Table
from webui.language import language, say
from webui.urls import Urls

_FINDINGS = "findings"


def trajectory_tables(career: Career) -> tuple[Table, ...]:
    """Everything the picture shows, in the order a reader wants it; a column that tells nothing is left out."""
    return tuple(_table(each) for each in to_tables(career, language()) if each.name != _FINDINGS)


def remarks_table(career: Career) -> Table | None:
    """What the trajectory itself shows to be unclear; None where that is nothing."""
    found = [each for each in to_tables(career, language()) if each.name == _FINDINGS]
    return _table(found[0]) if found else None


def _table(made: CareerTable) -> Table:
    kept = [index for index in range(len(made.headings)) if any(row.cells[index].text for row in made.rows)]
    columns = [Column(made.headings[index], "number" if index in made.numeric else "text") for index in kept]
    columns.append(Column(say("column_sources")))
    return Table(made.title, tuple(columns), tuple(_row(row, kept) for row in made.rows))


def _row(row: CareerRow, kept: list[int]) -> Row:
    return Row((*(_cell(row.cells[index]) for index in kept), _sources(row)))


def _cell(cell: CareerCell) -> Cell:
    mark = say("mark_disputed") if cell.disputed else say("mark_derived") if cell.derived else None
    return Cell(cell.text, mark=mark if cell.text else None)


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
