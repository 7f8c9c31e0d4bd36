"""Patterns as values, `[(t)-[:AT_UNIT]->(u) | u.name]` or `WHERE (t)<-[:HELD]-()`, from what may not be there.

Where `t` is null, Neo4j finds nothing and the embedded engine all that fits, of any label: another answer, and one from
above the class that the text tells. `COLLECT { MATCH … }` and `EXISTS { … }` are alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph.model.words import sayings
from queries.guard.brackets import CLOSING, Brackets
from queries.guard.cost import loops_of
from queries.guard.growth import definitions
from queries.guard.projections import projections
from queries.guard.tokens import SUB_QUERIES, Token, refused

_say: Final = sayings("queries.guard")

_NAMED: Final = ("word", "quoted")
_CLAUSES: Final = frozenset(
    ("MATCH", "OPTIONAL", "WHERE", "WITH", "UNWIND", "RETURN", "CALL", "UNION", "ORDER", "SKIP", "LIMIT", "YIELD")
)
_CLOSED: Final = tuple(CLOSING.values())
_LISTS: Final = ("collect", "nodes")
"""What gives lists without null."""


@dataclass(frozen=True, slots=True)
class _Given:
    """Where a name is given to something, and whether that is certainly there."""

    at: int
    name: str
    certain: bool


def check_nullable(tokens: Sequence[Token], brackets: Brackets) -> None:
    """Raise UnsafeQuery at the first pattern as a value from what may be null."""
    walk = _Walk(tokens, brackets)
    patterns = [at for at in brackets.closing if walk.is_value(at)]
    if not patterns:
        return
    walk.look()
    for at in sorted(patterns):
        if walk.may_be_null(tokens[at + 1].name, at):
            raise refused(tokens[at + 1], _say("pattern_from_null"), _say("pattern_from_null_hint"))


class _Walk:
    def __init__(self, tokens: Sequence[Token], brackets: Brackets) -> None:
        self._tokens, self._brackets = tokens, brackets
        self._regions = tuple(self._patterns())
        self._projections = tuple(each for each in projections(tokens, brackets) if each)
        self._given: list[_Given] = []
        self._lists: list[_Given] = []

    def is_value(self, opening: int) -> bool:
        """Whether a node or a relation of a pattern opens here that has a name and stands in an expression."""
        if any(opening in each for each in self._regions) or self._tokens[opening + 1].kind not in _NAMED:
            return False
        if self._text(opening) == "[":
            return self._text(opening - 1) in ("-", "<-") and self._text(opening + 2) in ("]", ":", "*", "{")
        named = self._text(opening) == "(" and self._text(opening + 2) in (")", ":", "{")
        after = self._brackets.closing[opening] + 1
        starts = self._text(after) == "<-" or (
            self._text(after) in ("-", "->") and self._text(after + 1) in ("[", "-", "->", "(")
        )
        ends = self._text(opening - 1) == "->" or (
            self._text(opening - 1) in ("-", "<-") and self._text(opening - 2) in ("]", "-", "<-", ")")
        )
        return named and (starts or ends) and not self._subtracts(opening, after)

    def _subtracts(self, opening: int, after: int) -> bool:
        """`(a) - (b)`: no arrow stands between them."""
        on = self._text(after) == "-" and self._text(after + 1) == "("
        back = self._text(opening - 1) == "-" and self._text(opening - 2) == ")"
        return on or back

    def look(self) -> None:
        """Take every place where a name is given, in the order of the text."""
        for at, name, kind in sorted({*self._matched(), *self._defined(), *self._looped()}):
            if kind == "optional":
                if not self._known(name, at):
                    self._given.append(_Given(at, name, certain=False))
            elif kind == "nothing":
                self._given.append(_Given(at, name, certain=False))
            elif kind == "matched":
                if not self._known(name, at):
                    self._given.append(_Given(at, name, certain=True))
            else:
                self._define(at, name, kind)

    def may_be_null(self, name: str, at: int) -> bool:
        """Whether a name that is in scope here may stand for nothing."""
        return any(not each.certain for each in self._known(name, at))

    def _known(self, name: str, at: int) -> list[_Given]:
        return [each for each in self._given if each.name == name and each.at < at and self._reaches(each.at, at, name)]

    def _define(self, at: int, name: str, kind: str) -> None:
        """`expression AS name`, `UNWIND … AS name` or the item of a loop: `kind` says where the expression is."""
        start, end, unwound = (int(each) for each in kind.split())
        single, source = end - start == 1 and self._tokens[start].kind in _NAMED, self._tokens[start].name
        listed = self._is_list(start, end)
        known = self._known(source, start) if single else []
        certain = listed if unwound else bool(known) and all(each.certain for each in known)
        if listed and not unwound:
            self._lists.append(_Given(at, name, certain=True))
        self._given.append(_Given(at, name, certain=certain))

    def _is_list(self, start: int, end: int) -> bool:
        """Whether an expression is a list without null: what was collected, or a part of it."""
        opening = self._brackets.opening.get(end - 1, start)
        if opening > start and any(token.text.endswith("..") for token in self._tokens[opening:end]):
            end = opening
        source, at = self._tokens[start].name, start
        if end - start == 1:
            return any(each.name == source and self._reaches(each.at, at, source) for each in self._lists)
        called = source.lower() in _LISTS and self._text(start + 1) == "("
        return called and self._brackets.closing[start + 1] == end - 1

    def _matched(self) -> Iterator[tuple[int, str, str]]:
        """The names in patterns of clauses; those of OPTIONAL MATCH from the end of its WHERE on."""
        for region in self._regions:
            optional = self._upper(region.start - 2) == "OPTIONAL"
            end = self._after_where(region.stop) if optional else region.start
            for at in region:
                if self._text(at) in ("(", "[") and self._tokens[at + 1].kind in _NAMED and self._is_named(at):
                    yield (max(at, end), self._tokens[at + 1].name, "optional" if optional else "matched")

    def _is_named(self, opening: int) -> bool:
        called = self._text(opening) == "(" and self._tokens[opening - 1].kind == "word"
        upper = self._upper(opening - 1)
        return (not called or upper in _CLAUSES) and (
            self._text(opening + 2) in (")", "]", ":", "{", "*") or self._upper(opening + 2) == "WHERE"
        )

    def _after_where(self, at: int) -> int:
        """Where the clause after this WHERE begins; the same place where there is none."""
        if self._upper(at) != "WHERE":
            return at
        at += 1
        while at < len(self._tokens) and not (self._upper(at) in _CLAUSES and not self._compares(at)):
            if self._text(at) in _CLOSED:
                break
            at = self._brackets.closing.get(at, at) + 1
        return at

    def _compares(self, at: int) -> bool:
        return self._upper(at) == "WITH" and self._upper(at - 1) in ("STARTS", "ENDS")

    def _defined(self) -> Iterator[tuple[int, str, str]]:
        for at, token in enumerate(self._tokens):
            if self._upper(at - 1) == "YIELD":
                yield (at, self._tokens[at + 2].name if self._upper(at + 1) == "AS" else token.name, "matched")
        for items in self._projections:
            around = self._around(items[0].start)
            begun = self._brackets.opening.get(around - 1, around)
            if self._upper(begun - 1) == "CALL" and self._upper(begun - 2) == "OPTIONAL":
                yield from ((self._brackets.closing[around], self._tokens[item[-1]].name, "nothing") for item in items)
        for start, end in definitions(self._tokens, self._brackets):
            if self._upper(end - 2) == "YIELD":
                continue
            unwound = int(self._upper(start - 1) == "UNWIND") if start else 0
            yield (end, self._tokens[end + 1].name, f"{start} {end} {unwound}")

    def _looped(self) -> Iterator[tuple[int, str, str]]:
        for loop in loops_of(self._tokens, self._brackets):
            yield (loop.source - 1, self._tokens[loop.source - 2].name, f"{loop.source} {loop.start - 1} 1")

    def _patterns(self) -> Iterator[range]:
        """What stands between MATCH, or the brace of a sub-query, and the next word of a clause."""
        for at, token in enumerate(self._tokens):
            braced = token.text == "{" and self._upper(at - 1) in SUB_QUERIES
            if token.upper == "MATCH" or braced:
                end = at + 1
                while end < len(self._tokens) and not (self._upper(end) in _CLAUSES or self._text(end) in _CLOSED):
                    end = self._brackets.closing.get(end, end) + 1
                yield range(at + 1, min(end, len(self._tokens)))

    def _reaches(self, given: int, at: int, name: str) -> bool:
        """Whether a name that was given at one place is in scope at another further on."""
        left = [opening for opening, closing in self._brackets.closing.items() if opening < given < closing < at]
        if any(self._closes_scope(each) for each in left):
            return False
        entered = [opening for opening, closing in self._brackets.closing.items() if given < opening < at < closing]
        if not all(self._lets_in(each, name) for each in entered):
            return False
        between = [each for each in self._projections if given < each[0].start <= at]
        return not self._parted(given, at) and all(
            self._carries(each, name) for each in between if self._counts(each, given, at)
        )

    def _closes_scope(self, opening: int) -> bool:
        """Whether what is named inside of these brackets is unknown behind them."""
        return self._text(opening) == "[" or self._upper(opening - 1) in SUB_QUERIES

    def _lets_in(self, opening: int, name: str) -> bool:
        """Whether the brackets of a sub-query see a name from around them."""
        if self._text(opening) != "{":
            return True
        if self._upper(opening - 1) == "CALL":
            return self._upper(opening + 1) == "WITH"
        begun = self._brackets.opening.get(opening - 1, 0)
        if self._text(opening - 1) == ")" and self._upper(begun - 1) == "CALL":
            inside = [token.name for token in self._tokens[begun + 1 : opening - 1]]
            return name in inside or "*" in inside
        return True

    def _parted(self, given: int, at: int) -> bool:
        """Whether a UNION stands between two places that are parts of it."""
        return any(
            self._upper(each) == "UNION" and self._around(each) in (self._around(given), self._around(at))
            for each in range(given, at)
        ) and self._around(given) == self._around(at)

    def _around(self, at: int) -> int:
        """The brace of the sub-query that a place stands in; -1 outside of any."""
        around = [
            opening
            for opening, closing in self._brackets.closing.items()
            if opening < at < closing and self._text(opening) == "{"
        ]
        return max(around, default=-1)

    def _counts(self, items: Sequence[range], given: int, at: int) -> bool:
        """Whether a projection between two places decides what is in scope at the second."""
        begun, end = items[0].start, items[-1].stop
        if begun <= at < end:
            return False
        closed = [opening for opening, closing in self._brackets.closing.items() if opening < begun < closing < at]
        if closed:
            return all(opening < given for opening in closed)
        word = begun - 1 - (self._upper(begun - 1) == "DISTINCT")
        return self._upper(word) == "WITH"

    def _carries(self, items: Sequence[range], name: str) -> bool:
        return any(len(item) == 1 and self._tokens[item.start].name in (name, "*") for item in items)

    def _text(self, at: int) -> str:
        return self._tokens[at].text if 0 <= at < len(self._tokens) else ""

    def _upper(self, at: int) -> str:
        return self._tokens[at].upper if 0 <= at < len(self._tokens) else ""
