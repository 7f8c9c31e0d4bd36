"""整体形象: one sentence, three strengths and two shortcomings, made of nothing but leaves."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.image_tree.phrases import Items, Phrase, say
from analysis.image_tree.tree import Branch, Leaf, Polarity, Summary

MOST_STRENGTHS = 3
MOST_SHORTCOMINGS = 2
_FIRST = ("strengths", "shortcomings", "assessment", "achievements", "supervision")


def summarize(branches: Iterable[Branch]) -> Summary:
    """The root of the tree. What is pending says so, and what is not known or may not be seen is said too."""
    by_kind = {branch.kind: branch for branch in branches}
    strengths = _strongest(by_kind, "strength", MOST_STRENGTHS)
    shortcomings = _strongest(by_kind, "weakness", MOST_SHORTCOMINGS)
    career = [leaf.short for leaf in by_kind["career"].leaves if leaf.short][:1]
    if not (career or strengths or shortcomings):
        restricted = by_kind["strengths"].mark == "restricted"
        return Summary(Phrase("summary_restricted" if restricted else "summary_unknown"))
    parts = [*career, _told_strengths(by_kind["strengths"], strengths), _told_weaknesses(by_kind, shortcomings)]
    return Summary(Phrase("sentence", {"text": Items(tuple(parts), "part")}), strengths, shortcomings)


def _strongest(by_kind: dict[str, Branch], polarity: Polarity, most: int) -> tuple[Leaf, ...]:
    """The leaves of that sign, established ones first, then in the order of the branches that matter most."""
    found = [leaf for kind in _FIRST for leaf in by_kind[kind].leaves if leaf.polarity == polarity]
    return tuple(sorted(found, key=lambda leaf: leaf.state == "pending")[:most])


def _told_strengths(branch: Branch, leaves: tuple[Leaf, ...]) -> Phrase:
    sure = _shorts(leaf for leaf in leaves if leaf.state == "established")
    waiting = _shorts(leaf for leaf in leaves if leaf.state == "pending")
    if sure:
        return Phrase("sentence_strong", {"list": Items(sure)})
    if waiting:
        return Phrase("sentence_pending", {"list": Items(waiting)})
    return Phrase("sentence_strong_restricted" if branch.mark == "restricted" else "sentence_no_strength")


def _told_weaknesses(by_kind: dict[str, Branch], leaves: tuple[Leaf, ...]) -> Phrase:
    weak = _shorts(leaves)
    if weak:
        return Phrase("sentence_weak", {"list": Items(weak)})
    if by_kind["shortcomings"].mark == "restricted":
        return Phrase("sentence_weak_restricted")
    uneven = _shorts(leaf for leaf in by_kind["achievements"].leaves if leaf.rule == "uneven-delivery")
    return Phrase("sentence_weak", {"list": Items(uneven[:1])}) if uneven else Phrase("sentence_no_weakness")


def _shorts(leaves: Iterable[Leaf]) -> tuple[Phrase, ...]:
    """What the leaves say in short: once what several say, in one breath what differs in the competency alone."""
    told = {say(leaf.short or leaf.phrase, "zh"): leaf.short or leaf.phrase for leaf in leaves}
    together: dict[object, list[Phrase]] = {}
    for text, phrase in told.items():
        together.setdefault(phrase.key if set(phrase.values) == {"competency"} else text, []).append(phrase)
    return tuple(_at_once(phrases) for phrases in together.values())


def _at_once(phrases: list[Phrase]) -> Phrase:
    if len(phrases) == 1:
        return phrases[0]
    return Phrase(phrases[0].key, {"competency": Items(tuple(each.values["competency"] for each in phrases))})
