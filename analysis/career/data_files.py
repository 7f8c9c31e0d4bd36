"""The rules of this package, read from its `data` folder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.model.data_files import load_toml


def rules(name: str) -> Mapping[str, Any]:
    """One file of rules by its stem."""
    return load_toml(__package__, f"data/{name}.toml")
