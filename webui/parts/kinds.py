"""How records of each kind are grouped, weighed and named: `kinds.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.model.data_files import load_toml


def kinds() -> Mapping[str, Any]:
    """The whole file."""
    return load_toml(__package__, "kinds.toml")
