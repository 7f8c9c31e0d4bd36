"""What a query may use: the lists and limits of `allowed.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def allowed() -> Mapping[str, Any]:
    """The lists and limits of `allowed.toml`, words as sets."""
    table = tomllib.loads(files(__package__).joinpath("allowed.toml").read_text("utf-8"))
    return {name: frozenset(value) if isinstance(value, list) else value for name, value in table.items()}
