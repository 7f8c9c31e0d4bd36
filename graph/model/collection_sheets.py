"""Which column of the official collection workbook is which property: what its importer and its writer agree on."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def collection_sheets() -> Mapping[str, Mapping[str, Any]]:
    """The sheets by their code (A01 …), in the order of `collection_sheets.toml`."""
    return tomllib.loads(files(__package__).joinpath("collection_sheets.toml").read_text("utf-8"))
