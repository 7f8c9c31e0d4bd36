"""What is needed before a tie is derived, as `rules.toml` says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.model.data_files import load_toml


def rules() -> Mapping[str, Any]:
    """The whole file."""
    return load_toml(__package__, "rules.toml")
