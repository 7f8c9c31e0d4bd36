"""The lists of `elements.toml`: which fact fills which element."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.model.data_files import load_toml


def elements() -> Mapping[str, Mapping[str, Any]]:
    """The tables of `elements.toml`."""
    return load_toml(__package__, "elements.toml")
