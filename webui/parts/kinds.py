"""How records of each kind are grouped, weighed and named: `kinds.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.model.data_files import load_toml
from graph.model.schema import Access
from queries.dossier import visible_labels


def kinds() -> Mapping[str, Any]:
    """The whole file."""
    return load_toml(__package__, "kinds.toml")


def cadre_kinds(clearance: Access) -> frozenset[str]:
    """The kinds of record that are told of a cadre, as far as the clearance reaches."""
    listed = frozenset(str(label) for group in kinds()["group"] for label in group["types"])
    return listed.intersection(visible_labels(clearance))
