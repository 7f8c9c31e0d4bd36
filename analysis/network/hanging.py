"""What hangs on what: the links of a first arrival as trees, from the thing the picture is about."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Trees:
    """Each thing once: `roots` in order, the children of each, how deep each lies, what it hangs on."""

    roots: list[str] = field(default_factory=list)
    children: dict[str, list[str]] = field(default_factory=dict)
    depth: dict[str, int] = field(default_factory=dict)
    parent: dict[str, str] = field(default_factory=dict)


def trees(ids: Sequence[str], beside: Mapping[str, Sequence[str]]) -> Trees:
    """Trees of shortest ways: the first of `ids` is the first root, then the first not yet reached, and so on.

    Children come in the order of `ids`.
    """
    order = {each: at for at, each in enumerate(ids)}
    found = Trees()
    for root in ids:
        if root in found.depth:
            continue
        found.roots.append(root)
        found.depth[root] = 0
        _grow(root, order, beside, found)
    return found


def _grow(root: str, order: Mapping[str, int], beside: Mapping[str, Sequence[str]], found: Trees) -> None:
    waiting = deque([root])
    while waiting:
        one = waiting.popleft()
        fresh = [each for each in beside.get(one, ()) if each in order and each not in found.depth]
        found.children[one] = sorted(fresh, key=order.__getitem__)
        for each in found.children[one]:
            found.depth[each] = found.depth[one] + 1
            found.parent[each] = one
            waiting.append(each)


def leaves(tree: Trees) -> dict[str, int]:
    """How many leaves each thing carries; a leaf carries itself."""
    counts: dict[str, int] = {}
    for each in sorted(tree.depth, key=lambda one: -tree.depth[one]):
        counts[each] = sum(counts[child] for child in tree.children.get(each, ())) or 1
    return counts
