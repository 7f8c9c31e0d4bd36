"""Parts of the graph as a picture or a table shows them: a thing, and a relation between two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Node:
    """One thing: its label, what it is called, and the properties the reader may see."""

    id: str
    label: str
    name: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """One relation between two things, given by their ids, with what it says itself."""

    type: str
    start: str
    end: str
    properties: Mapping[str, Any]
