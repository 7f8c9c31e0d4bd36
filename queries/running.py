"""Running a saved query: arguments checked, nothing written, rows and time within a budget, cells fit to be shown."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from graph.model.schema import Access
from graph.model.words import joined, sayings
from graph.store.connection import Graph
from graph.store.errors import QueryError
from graph.store.runs import Run
from queries.arguments import Arguments, Given, read_arguments
from queries.cells import cell
from queries.clearance import may_run
from queries.computed import computed_rows
from queries.contract import columns_returned
from queries.file import QueryFile
from queries.lint_engine import engine_faults

_say: Final = sayings("queries")

_SOURCE_ROWS: Final = 1_000_000
"""Most rows a query that is computed further may read."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a run returned. `total` is the true number of rows, None where that is not known; `ms` the time it took."""

    query: QueryFile
    arguments: Arguments
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int | None
    ms: float

    @property
    def truncated(self) -> bool:
        """Whether there are more rows than these."""
        return self.total is None or self.total > len(self.rows)

    def as_json(self) -> dict[str, Any]:
        """The shape `docs/cli.md` promises for `zhishi query run`."""
        return {
            "name": self.query.name,
            "parameters": dict(self.arguments.shown),
            "columns": [{"name": name, "type": kind} for name, kind in self.columns],
            "rows": [list(row) for row in self.rows],
            "truncated": self.truncated,
            "total": self.total,
            "ms": round(self.ms, 1),
        }


def run_query(
    graph: Graph,
    query: QueryFile,
    given: Given,
    *,
    clearance: Access,
    today: str,
    limit: int | None = None,
    data: Path | None = None,
    run: Run | None = None,
) -> Result:
    """The rows of a query for these arguments, at most `limit` and never above the query's own budget of rows.

    Raises WithheldError above the reader's class, InputError for an argument, UnsafeQuery for what does more than
    read, QueryTimeout when the engine took longer than the budget, QueryCancelled when `run` was cancelled.
    """
    may_run(query, clearance)
    started = time.perf_counter()
    arguments = read_arguments(graph, query, given, today, data)
    most = min(limit or query.header.rows, query.header.rows)
    found, rows, total = _rows(graph, query, arguments, most, run or Run())
    columns = tuple((name, _type_of(query, name)) for name in found)
    shown = tuple(tuple(cell(value, clearance) for value in row) for row in rows)
    return Result(query, arguments, columns, shown, total, (time.perf_counter() - started) * 1000)


def _rows(
    graph: Graph, query: QueryFile, arguments: Arguments, most: int, run: Run
) -> tuple[tuple[str, ...], Sequence[tuple[Any, ...]], int | None]:
    """Columns, rows and how many there were."""
    computed = query.header.computed_by
    try:
        answer = graph.run(
            query.cypher,
            arguments.bound,
            most=_SOURCE_ROWS if computed else most,
            seconds=query.header.seconds,
            run=run,
        )
    except QueryError as error:
        raise _placed(graph, query, error) from error
    if computed is None:
        # an engine may not name the columns of no rows
        return answer.columns or columns_returned(query.cypher), answer.rows, answer.total
    run.check()
    columns, rows = computed_rows(computed, answer, arguments.bound)
    return columns, rows[:most], len(rows)


def _placed(graph: Graph, query: QueryFile, error: QueryError) -> QueryError:
    """The engine's refusal with the lines of the file it is about, where it refuses the text and not a value."""
    found = engine_faults(graph, query)
    told = _say("engine_refuses_query", query=query.name, told=joined(each.told for each in found))
    return QueryError(told, hint=_say("query_lines_are_of_file")) if found else error


def _type_of(query: QueryFile, name: str) -> str:
    declared = query.header.columns.get(name)
    return declared.type if declared else "value"
