"""Relations of a pattern held against the labels at their ends: which the model allows there, which way round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph.model.records import record_types
from graph.model.words import Both, listed, sayings
from queries.guard.brackets import Brackets
from queries.guard.owned import labels_in, owners_of
from queries.guard.tokens import Token

_say: Final = sayings("queries.guard")
_STATED: Final = "STATED_IN"
_MOST: Final = 6

Way = tuple[str, str, str]
"""The label a relation starts from, its type, and the label it leads to."""


@dataclass(frozen=True, slots=True)
class Step:
    """One relation of a pattern: its types, the labels that may stand at its ends, and whether it has one direction."""

    types: tuple[Token, ...]
    start: frozenset[str]
    end: frozenset[str]
    directed: bool

    @property
    def ways(self) -> tuple[Way, ...]:
        """What the model has between these ends, in either direction."""
        return tuple(way for way in _ways() if self._has(way) or self._has(way[::-1]))

    @property
    def fits(self) -> bool:
        """Whether one of its types goes between these ends as it is written; so does what the model does not know."""
        names = {token.name for token in self.types}
        if names - {way[1] for way in _ways()}:
            return True
        ways = [way for way in self.ways if way[1] in names]
        return bool(ways) and (not self.directed or any(map(self._has, ways)))

    def _has(self, way: Way) -> bool:
        return way[0] in self.start and way[2] in self.end


def steps_of(tokens: Sequence[Token], brackets: Brackets) -> Iterator[Step]:
    """The relations of one step whose types are written and whose ends are certain."""
    owners = owners_of(tokens, brackets)
    for opening, closing in brackets.closing.items():
        is_relation = tokens[opening].text == "[" and opening > 1 and tokens[opening - 1].text in ("-", "<-")
        if not is_relation or tokens[opening - 2].text != ")" or closing + 2 >= len(tokens):
            continue
        types = _types(tokens, opening, closing)
        left = _end(tokens, brackets, brackets.opening[opening - 2], owners)
        right = _end(tokens, brackets, closing + 2, owners)
        if types and left and right:
            back, on = tokens[opening - 1].text == "<-", tokens[closing + 1].text == "->"
            yield Step(types, *((right, left) if back else (left, right)), directed=back != on)


def not_between(steps: Sequence[Step]) -> Iterator[tuple[Token, Both]]:
    """The types that do not go between the labels beside them, with those that do."""
    for step in steps:
        if not step.fits:
            token = step.types[0]
            others = [way for way in _ways() if way[1] == token.name]
            yield (
                token,
                _say(
                    "relation_not_between",
                    name=token.name,
                    start=listed(sorted(step.start)),
                    end=listed(sorted(step.end)),
                    meant=_told(step.ways) or _told(others),
                ),
            )


def told_between(token: Token, steps: Sequence[Step]) -> Both | None:
    """The relations that the model has where this type stands; None where it has none or the ends are not certain."""
    return next((_told(step.ways) for step in steps if any(each is token for each in step.types)), None)


def _told(ways: Sequence[Way]) -> Both | None:
    if not ways:
        return None
    return _say(
        "relations_between", ways=listed([f"(:{start})-[:{name}]->(:{end})" for start, name, end in ways], _MOST)
    )


def _types(tokens: Sequence[Token], opening: int, closing: int) -> tuple[Token, ...]:
    """The types `[r:A|B]` names; none for a path of several steps or any other expression."""
    inside = tokens[opening + 1 : closing]
    colon = next((at for at, token in enumerate(inside) if token.text == ":"), None)
    if colon is None or any(token.text in ("*", "!", "&", "%", "$") for token in inside) or colon > 1:
        return ()
    named = inside[colon + 1 :]
    end = next((at for at, token in enumerate(named) if token.text == "{" or token.upper == "WHERE"), len(named))
    return tuple(token for token in named[:end] if token.kind in ("word", "quoted"))


def _end(
    tokens: Sequence[Token], brackets: Brackets, opening: int, owners: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """The labels a node of a pattern may have; none where that is not certain."""
    if tokens[opening].text != "(" or opening not in brackets.closing:
        return frozenset()
    first = tokens[opening + 1]
    named = first.kind in ("word", "quoted")
    if tokens[opening + 1 + named].text == ":":
        labels = frozenset(labels_in(tokens, opening + 1 + named, brackets.closing[opening]))
        return labels if labels <= record_types().keys() else frozenset()
    return owners.get(first.name, frozenset()) if named else frozenset()


@cache
def _ways() -> tuple[Way, ...]:
    """Every relation of the model with the labels at its ends."""
    found: dict[Way, None] = {}
    for label, declared in record_types().items():
        for link in declared.TYPE.links.values():
            ends = (link.target, link.type, label) if link.inward else (label, link.type, link.target)
            found[ends] = None
        found[(label, _STATED, "SourceRecord")] = None
    return tuple(found)
