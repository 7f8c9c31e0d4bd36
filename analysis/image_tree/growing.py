"""What a file in `branches/` declares."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from analysis.image_tree.tree import Leaf
from analysis.image_tree.view import View
from graph.model.schema import Record


@dataclass(frozen=True)
class BranchGrower:
    """One branch: its place among the ten (1-10), its kind, the record types it reads, and how its leaves are made.

    `reads` decides what the branch says when it has no leaf: none of these records, none that make a leaf, or records
    the reader may not see.
    """

    order: int
    kind: str
    reads: tuple[type[Record], ...]
    grow: Callable[[View], Iterable[Leaf]]
