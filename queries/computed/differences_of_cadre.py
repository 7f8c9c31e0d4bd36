"""Attributes of cadres on which sources disagree: which, the value that was taken, and what each source says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from queries.computed._said import said, title, value

COLUMNS: Final = ("cadre", "field", "elected", "alternatives")


def compute(rows: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:  # noqa: ARG001 - as the others take it
    """The rows with names of the model in words."""
    return [
        (
            row["cadre"],
            title("Cadre", row["field"]),
            None if row["elected"] is None else value("Cadre", row["field"], row["elected"]),
            said("Cadre", row["alternatives"], [row["field"]]),
        )
        for row in rows
    ]
