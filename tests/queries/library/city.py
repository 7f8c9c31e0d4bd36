"""What the tests of the library run on, and what they expect of each query: `expected/<topic>.toml`.

[weak_projects]
rows = 256              # so many in the city of this seed; or at_least = 1, where a number would tell nothing
given = { … }           # values for the parameters that must be given, in the words of a reader
narrowed = { year = "2023" }   # each alone returns rows that are among those without it, and fewer or as many
by = ["cadre"]          # the columns that say which row is which, where the others count what was left
given = { document = "first:SourceDocument" }   # the first of this label, for what is told by its id alone
unsourced = true        # rows that count or tell of units: their sub-graph holds no fact with a source of its own
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

from graph.store.connection import Graph

CADRES: Final = 200
SEED: Final = 1
DAY: Final = "2024-03-31"
KEY: Final = "5a" * 32
FIRST: Final = "first:"
EXPECTED: Final = Path(__file__).parent / "expected"


class Expected(BaseModel):
    """What one query returns in the city."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rows: int | None = None
    at_least: int = 1
    given: dict[str, str | list[str]] = {}
    narrowed: dict[str, str] = {}
    by: list[str] = []
    unsourced: bool = False


def expected_topics() -> set[str]:
    """The topics whose queries are expected to return something in particular."""
    return {path.stem for path in EXPECTED.glob("*.toml")}


def expectations() -> dict[str, Expected]:
    """Every expectation by the name of its query."""
    found: dict[str, Expected] = {}
    for path in sorted(EXPECTED.glob("*.toml")):
        for name, values in tomllib.loads(path.read_text("utf-8")).items():
            found[name] = Expected.model_validate(values)
    return found


def given_in(graph: Graph, given: Mapping[str, str | list[str]]) -> dict[str, str | list[str]]:
    """The values with `first:LABEL` as the id of the first of that label in this graph."""
    return {
        name: _first(graph, value.removeprefix(FIRST)) if isinstance(value, str) and value.startswith(FIRST) else value
        for name, value in given.items()
    }


def _first(graph: Graph, label: str) -> str:
    found = graph.read(f"MATCH (n:{label}) WHERE EXISTS {{ (n)<--() }} RETURN n.id AS id ORDER BY id LIMIT 1")
    return str(found[0]["id"])
