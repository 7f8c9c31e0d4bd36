"""What is needed before a tie is derived, as `rules.toml` says."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def rules() -> Mapping[str, Any]:
    """The whole file."""
    return tomllib.loads(files(__package__).joinpath("rules.toml").read_text("utf-8"))
