"""The rules of this package, read from its `data` folder."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def rules(name: str) -> dict[str, Any]:
    """One file of rules by its stem; treat it as read-only."""
    return tomllib.loads(files(__package__).joinpath("data", f"{name}.toml").read_text("utf-8"))
