"""What a query may use: the lists and limits of `allowed.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from graph.model.data_files import load_toml


@cache
def allowed() -> Mapping[str, Any]:
    """The lists and limits of `allowed.toml`, words as sets."""
    table = load_toml(__package__, "allowed.toml")
    return {name: frozenset(value) if isinstance(value, list) else value for name, value in table.items()}


@cache
def keywords() -> frozenset[str]:
    """The words of the language that a query may use, in capitals: before a bracket they are no functions."""
    found: frozenset[str] = allowed()["before_value"] | allowed()["after_value"]
    return found
