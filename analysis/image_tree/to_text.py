"""The tree for a terminal."""

from __future__ import annotations

from analysis.image_tree.to_outline import Outline, OutlineBranch, OutlineLeaf, to_outline
from analysis.image_tree.tree import ImageTree
from graph.model.words import Language


def to_text(tree: ImageTree, language: Language = "zh") -> str:
    """The tree drawn with lines, one leaf a line; ends with a line break."""
    outline = to_outline(tree, language)
    lines = [_head(outline), outline.as_of, outline.summary]
    for branch in outline.branches:
        lines += _branch(branch, last=branch is outline.branches[-1])
    return "\n".join(lines) + "\n"


def _head(outline: Outline) -> str:
    return " · ".join(part for part in (outline.name, outline.post, outline.rank) if part)


def _branch(branch: OutlineBranch, *, last: bool) -> list[str]:
    elbow, trunk = ("└─ ", "   ") if last else ("├─ ", "│  ")
    said = [_leaf(leaf) for leaf in branch.leaves] or ([f"– {branch.note}"] if branch.note else [])
    twigs = [f"{trunk}├─ {line}" for line in said[:-1]] + [f"{trunk}└─ {line}" for line in said[-1:]]
    return [f"{elbow}{branch.title}", *twigs]


def _leaf(leaf: OutlineLeaf) -> str:
    facts = "  ".join(part for part in (leaf.sign_words, leaf.sources) if part)
    return f"{leaf.sign} {leaf.text}" + (f"  [{facts}]" if facts else "")
