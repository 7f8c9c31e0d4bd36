"""Which column of the official collection workbook is which property: what its importer and its writer agree on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.model.data_files import load_toml


def collection_sheets() -> Mapping[str, Mapping[str, Any]]:
    """The sheets by their code (A01 …), in the order of `collection_sheets.toml`."""
    return load_toml(__package__, "collection_sheets.toml")
