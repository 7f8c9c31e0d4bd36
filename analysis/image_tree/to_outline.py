"""The tree as a nested outline, equal to the drawing: what a screen reader, a terminal and a narrow screen get."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.image_tree.phrases import Day, Phrase, say
from analysis.image_tree.tree import Branch, ImageTree, Leaf, Mark, Polarity, State
from graph.model.schema import Evidence
from graph.model.words import Language


@dataclass(frozen=True)
class OutlineLeaf:
    """One leaf in words: text, sign and state, how many independent sources, how fresh; `key` finds it again."""

    key: str
    text: str
    polarity: Polarity
    state: State
    mark: Mark
    sign: str
    sign_words: str
    sources: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class OutlineBranch:
    """One branch with all its leaves; `note` is said where there is no leaf at all."""

    kind: str
    title: str
    note: str
    leaves: tuple[OutlineLeaf, ...]


@dataclass(frozen=True)
class Outline:
    """The whole tree in one language."""

    name: str
    post: str
    rank: str
    as_of: str
    summary: str
    strengths: tuple[str, ...]
    shortcomings: tuple[str, ...]
    branches: tuple[OutlineBranch, ...]


_SIGNS = {
    ("strength", "established"): "▲",
    ("strength", "pending"): "△",
    ("weakness", "established"): "▼",
    ("neutral", "established"): "●",
    ("neutral", "pending"): "○",
}
_NOTHING = "–"


def to_outline(tree: ImageTree, language: Language = "zh") -> Outline:
    """The outline in `language`, leaf by leaf in the order of the tree."""
    return Outline(
        tree.name,
        tree.post,
        say(tree.rank, language),
        say(Phrase("as_of", {"as_of": Day(tree.as_of), "count": tree.evidence_count}), language),
        tree.summary.text(language),
        tuple(leaf.text(language) for leaf in tree.summary.strengths),
        tuple(leaf.text(language) for leaf in tree.summary.shortcomings),
        tuple(_branch(branch, language) for branch in tree.branches),
    )


def _branch(branch: Branch, language: Language) -> OutlineBranch:
    leaves = tuple(_leaf(leaf, language) for leaf in branch.leaves)
    return OutlineBranch(branch.kind, branch.title(language), branch.note(language), leaves)


def _leaf(leaf: Leaf, language: Language) -> OutlineLeaf:
    nothing = bool(leaf.mark)
    return OutlineLeaf(
        leaf.key,
        leaf.text(language),
        leaf.polarity,
        leaf.state,
        leaf.mark,
        _NOTHING if nothing else _SIGNS[leaf.polarity, leaf.state],
        "" if nothing else say(Phrase("sign", {"sign": Phrase(leaf.polarity), "state": Phrase(leaf.state)}), language),
        "" if nothing else sources_text(leaf, language),
        leaf.evidence,
    )


def sources_text(leaf: Leaf, language: Language) -> str:
    """`2 个来源 · 最近 2023.05`."""
    return say(Phrase("sources", {"count": leaf.sources, "newest": Day(leaf.newest[:7])}), language)
