"""The tree as JSON values: the contract of `zhishi image-tree --format json` (`docs/schemas/image-tree.json`)."""

from __future__ import annotations

from typing import Any

from analysis.evidence_json import evidence_json
from analysis.image_tree.phrases import say
from analysis.image_tree.tree import Branch, ImageTree, Leaf
from graph.model.words import Language


def to_json(tree: ImageTree, language: Language = "zh") -> dict[str, Any]:
    """The tree as dicts and lists, ready for `json.dumps`; every key is always there."""
    return {
        "cadre": {"id": tree.cadre_id, "name": tree.name, "post": tree.post, "rank": say(tree.rank, language)},
        "as_of": tree.as_of,
        "summary": tree.summary.text(language),
        "strengths": [leaf.text(language) for leaf in tree.summary.strengths],
        "shortcomings": [leaf.text(language) for leaf in tree.summary.shortcomings],
        "branches": [_branch(branch, language) for branch in tree.branches],
    }


def _branch(branch: Branch, language: Language) -> dict[str, Any]:
    return {
        "kind": branch.kind,
        "title": branch.title(language),
        "mark": branch.mark or None,
        "level": branch.level,
        "note": branch.note(language) or None,
        "leaves": [_leaf(leaf, language) for leaf in branch.leaves],
    }


def _leaf(leaf: Leaf, language: Language) -> dict[str, Any]:
    return {
        "text": leaf.text(language),
        "polarity": leaf.polarity,
        "state": leaf.state,
        "newest": leaf.newest,
        "sources": leaf.sources,
        "evidence": [evidence_json(each) for each in leaf.evidence],
        "rule": leaf.rule,
        "mark": leaf.mark or None,
        "self_told": leaf.self_told,
    }
