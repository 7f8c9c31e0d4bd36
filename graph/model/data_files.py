"""Values, lists and wordings that stand as TOML beside the code that uses them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_toml(package: str, name: str) -> Mapping[str, Any]:
    """The file `name` of a package (`units.toml`, `data/units.toml`), read once for all: nobody changes it."""
    return tomllib.loads(files(package).joinpath(name).read_text("utf-8"))
