"""Dates of a row that cannot be: what then is left of its span, and whether it is said to go on."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from graph.model.schema import RecordType
from graph.model.words import Both
from ingest.clean.dates import earlier
from ingest.clean.values import value_not_taken
from ingest.drafts import Severity
from ingest.mapping.messages import tell

_STATUS: Final = "end_status"


def without_dates(declared: RecordType, values: dict[str, Any], refused: Collection[str]) -> None:
    """Where a date was refused and no end is left, nobody knows whether it goes on, whatever the table says of it."""
    if _STATUS in declared.properties and not {"start", "end"}.isdisjoint(refused) and "end" not in values:
        values[_STATUS] = "unknown"


def end_before_start(declared: RecordType, values: dict[str, Any]) -> tuple[str, Both, Severity] | None:
    """The end that comes before the start, what to say of it and how serious it is; None where there is no such end.

    What knows of unknown ends (a tenure) goes on without it; of anything else the row is not taken.
    """
    start, end = values.get("start"), values.get("end")
    if not (isinstance(start, str) and isinstance(end, str) and earlier(end, start)):
        return None
    told = tell("end-before-start", start=start, end=end)
    if _STATUS not in declared.properties:
        return end, told + tell("row-not-taken"), "error"
    del values["end"]
    values[_STATUS] = "unknown"
    return end, told + value_not_taken(), "warning"
