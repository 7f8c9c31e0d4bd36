"""Properties asked of a thing whose label, or relation whose type, has none of that name: the row would be silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from graph.model.records import record_types
from graph.model.words import Both, listed, sayings
from queries.guard.brackets import Brackets, outside_brackets
from queries.guard.tokens import Token

_say: Final = sayings("queries.guard")

COMMON: Final = frozenset({"id", "subject", "status", "derived", "disputed", "alternatives"})
"""What any record may carry besides its own properties."""
STATED_VALUES: Final = frozenset({"sheet", "row", "line", "column", "quote"})
"""What STATED_IN may carry: the place in the document."""

_NAMED: Final = ("word", "quoted")
_BETWEEN: Final = (":", "|", "&")


def misplaced(tokens: Sequence[Token], brackets: Brackets) -> Iterator[tuple[Token, Both]]:
    """The names of properties that their owner does not have, with what is wrong.

    Only variables that every pattern labels alike are looked at, and that nothing else in the query names.
    """
    owners = owners_of(tokens, brackets)
    for at, token in enumerate(tokens):
        if token.kind not in _NAMED or at < 2 or tokens[at - 1].text != ".":
            continue
        labels = owners.get(tokens[at - 2].name, frozenset())
        is_inner = at > 2 and tokens[at - 3].text == "."
        if labels and not is_inner and not any(token.name in _declared()[each] for each in labels):
            yield token, _told(token.name, labels)


def owners_of(tokens: Sequence[Token], brackets: Brackets) -> Mapping[str, frozenset[str]]:
    """By variable, the labels or types of what it stands for; none where that is not certain."""
    found: dict[str, set[str]] = {}
    doubtful = {tokens[at].name for at in range(len(tokens)) if _is_other(tokens, at)}
    for opening, closing in brackets.closing.items():
        if tokens[opening].text not in "([" or opening + 2 >= closing or tokens[opening + 1].kind not in _NAMED:
            continue
        if tokens[opening + 2].text == ":":
            labels = labels_in(tokens, opening + 2, closing)
            found.setdefault(tokens[opening + 1].name, set()).update(labels)
            doubtful |= set() if labels and labels <= _declared().keys() else {tokens[opening + 1].name}
    return {name: frozenset(labels) for name, labels in found.items() if name not in doubtful}


def _is_other(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name here is given to something other than what a pattern finds."""
    if tokens[at].kind not in _NAMED:
        return False
    before = tokens[at - 1].upper if at else ""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return before in ("AS", "YIELD") or (after is not None and (after.upper == "IN" or after.text == "="))


def labels_in(tokens: Sequence[Token], colon: int, closing: int) -> set[str]:
    """The labels of a plain expression, `:A`, `:A|B`, `:A&B`; none for any other."""
    labels: set[str] = set()
    for at in outside_brackets(tokens, colon - 1, closing):
        token = tokens[at]
        if token.kind in _NAMED and tokens[at - 1].text in _BETWEEN:
            labels.add(token.name)
        elif token.text not in _BETWEEN:
            plain = token.text in ("{", "}", "*") or token.upper == "WHERE"
            return labels if plain else set()
    return labels


def _told(name: str, labels: frozenset[str]) -> Both:
    others = sorted(label for label, names in _declared().items() if name in names)
    have = _say("labels_with_property", others=listed(others, 6)) if others else _say("vocabulary_listed")
    return _say("label_without_property", whose=listed(sorted(labels)), name=name, have=have)


@cache
def _declared() -> Mapping[str, frozenset[str]]:
    """By label and by relation type, the names of its properties."""
    found: dict[str, set[str]] = {"STATED_IN": set(STATED_VALUES)}
    for label, declared in record_types().items():
        found.setdefault(label, set()).update(declared.TYPE.properties, COMMON)
        for link in declared.TYPE.links.values():
            found.setdefault(link.type, set()).update(each.name for each in link.properties)
    return {name: frozenset(properties) for name, properties in found.items()}
