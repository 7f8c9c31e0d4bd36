"""Records on which sources disagree: which kind of record, which properties, and what each source says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from queries.computed._said import kind, said, title

COLUMNS: Final = ("cadre", "kind", "record", "fields", "alternatives")


def compute(rows: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:  # noqa: ARG001 - as the others take it
    """The rows with names of the model in words."""
    return [
        (
            row["cadre"],
            kind(row["kind"]),
            row["record"],
            [title(row["kind"], each) for each in row["fields"]],
            said(row["kind"], row["alternatives"], row["fields"]),
        )
        for row in rows
    ]
