"""The lists of `elements.toml`: which fact fills which element."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def elements() -> Mapping[str, Mapping[str, Any]]:
    """The tables of `elements.toml`."""
    return tomllib.loads(files(__package__).joinpath("elements.toml").read_text("utf-8"))
