"""The tree as Markdown, with the sources of every leaf."""

from __future__ import annotations

import re

from analysis.image_tree.phrases import Day, Phrase, say
from analysis.image_tree.to_outline import Outline, OutlineBranch, OutlineLeaf, to_outline
from analysis.image_tree.tree import ImageTree
from graph.model.schema import Evidence
from graph.model.words import Language

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def to_markdown(tree: ImageTree, language: Language = "zh") -> str:
    """A heading, the summary, then one section a branch; ends with a line break."""
    outline = to_outline(tree, language)
    lines = [f"# {_escaped(say(Phrase('title', {'name': outline.name}), language))}", "", *_head(outline, language)]
    for branch in outline.branches:
        lines += ["", f"## {branch.title}", "", *_branch(branch, language)]
    return "\n".join(lines) + "\n"


def _head(outline: Outline, language: Language) -> list[str]:
    posts = " · ".join(_escaped(part) for part in (outline.post, outline.rank) if part)
    lines = [posts, ""] if posts else []
    lines += [f"**{_escaped(outline.summary)}**", "", outline.as_of]
    for key, texts in (("main_strengths", outline.strengths), ("main_shortcomings", outline.shortcomings)):
        said = [f"- {_escaped(text)}" for text in texts] or [f"- {say(Phrase('none'), language)}"]
        lines += ["", f"{say(Phrase(key), language)}", "", *said]
    return lines


def _branch(branch: OutlineBranch, language: Language) -> list[str]:
    said = [line for leaf in branch.leaves for line in _leaf(leaf, language)]
    return said or [f"- {branch.note}"]


def _leaf(leaf: OutlineLeaf, language: Language) -> list[str]:
    if leaf.mark:
        return [f"- {leaf.sign} {_escaped(leaf.text)}"]
    head = f"- {leaf.sign} {_escaped(leaf.text)} ({leaf.sign_words}; {leaf.sources})"
    return [head, *(f"  - {_cited(each, language)}" for each in leaf.evidence)]


def _cited(evidence: Evidence, language: Language) -> str:
    date = say(Day(evidence.date) if evidence.date else Phrase("undated"), language)
    where = " ".join(part for part in (evidence.document, evidence.locator) if part)
    quote = f": {_escaped(' '.join(evidence.quote.split()))}" if evidence.quote else ""
    return f"{_escaped(where)} ({date}){quote}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
