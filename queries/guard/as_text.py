"""Whether a node may be read as text: to the embedded engine `'' + n` and `left(n, 99)` hold all of its properties.

Followed from the patterns through names, lists, maps, loops and sub-queries. Where that is not clear, a value counts as
a node: what is read is of a higher class then, and nothing is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from queries.guard.brackets import Brackets, entries, outside_brackets
from queries.guard.cost import is_variable, loops_of
from queries.guard.growth import definitions
from queries.guard.lists import keywords
from queries.guard.tokens import Token

_SIGNS: Final = ("+", "=~")
_FUNCTIONS: Final = ("left", "right", "substring", "duration")
"""What takes a node for its text; all other functions refuse it without telling what is in it."""

_OF_PATHS: Final = ("nodes", "startnode", "endnode")
_GIVE_BACK: Final = frozenset(
    ("coalesce", "nullif", "head", "last", "tail", "reverse", "min", "max", "collect", "reduce")
)
"""Functions that may give the node, or the list of nodes, that they are given."""

_APART: Final = frozenset((",", "|", "=", "<>", "<", ">", "<=", ">=", *_SIGNS))
"""Signs at which an operand ends; what is beyond the next `+` is an operand of that one."""
_WITHIN: Final = frozenset(("NULL", "TRUE", "FALSE", "DISTINCT"))


def reads_node_as_text(tokens: Sequence[Token], brackets: Brackets) -> bool:
    """Whether a node may be put into a text, matched by a regular expression or cut like a text."""
    places = [at for at, token in enumerate(tokens) if token.text in _SIGNS or _is_call(tokens, at, _FUNCTIONS)]
    if not places:
        return False
    nodes = _Nodes(tokens, brackets)
    return any(nodes.may_be_in(each) for at in places for each in _given(tokens, brackets, at))


def _is_call(tokens: Sequence[Token], at: int, functions: Sequence[str] | frozenset[str]) -> bool:
    called = at + 1 < len(tokens) and tokens[at + 1].text == "("
    return called and tokens[at].name.lower() in functions


def _given(tokens: Sequence[Token], brackets: Brackets, at: int) -> Iterator[range]:
    """What a sign stands between, or what a function is given."""
    if tokens[at].text not in _SIGNS:
        yield range(at + 2, brackets.closing[at + 1])
        return
    if tokens[at].text == "+" and _is_list(tokens, brackets, at):
        return
    before = after = at
    while (following := _past(tokens, brackets.opening, before - 1, "END", -1)) is not None:
        before = following
    while (following := _past(tokens, brackets.closing, after + 1, "CASE", 1)) is not None:
        after = following
    yield range(before, at)
    yield range(at + 1, after + 1)


def _is_list(tokens: Sequence[Token], brackets: Brackets, at: int) -> bool:
    """Whether a list that is written out stands on one side of a sign: what is added to one is an item and no text."""
    opening = brackets.opening.get(at - 1, at)
    left = tokens[opening].text == "[" and not _is_index(tokens, opening)
    after = brackets.closing.get(at + 1, at) + 1
    return left or (tokens[at + 1].text == "[" and not (after < len(tokens) and tokens[after].text in ("[", ".")))


def _is_index(tokens: Sequence[Token], opening: int) -> bool:
    before = tokens[opening - 1]
    named = before.kind in ("word", "quoted", "parameter") and before.upper not in keywords()
    return named or before.text in (")", "]", "}")


def _past(tokens: Sequence[Token], other: Mapping[int, int], at: int, begins: str, step: int) -> int | None:
    """The end of the value at a place, seen from an operator beside it; None where its expression has ended."""
    if not 0 <= at < len(tokens) or tokens[at].text in _APART:
        return None
    if tokens[at].upper == begins:
        cases = 1
        while cases and 0 <= at + step < len(tokens):
            at += step
            cases += (tokens[at].upper == begins) - (tokens[at].upper == ("CASE" if begins == "END" else "END"))
        return at
    bracket = tokens[at].kind == "sign" and tokens[at].text in "()[]{}"
    if bracket:
        return other.get(at)
    return None if tokens[at].upper in keywords() - _WITHIN else at


class _Nodes:
    """The names that may stand for nodes, for lists or maps of such, and the keys of maps that they are under."""

    def __init__(self, tokens: Sequence[Token], brackets: Brackets) -> None:
        self._tokens, self._brackets = tokens, brackets
        self._loops = {loop.at: loop for loop in loops_of(tokens, brackets)}
        self._names, self._keys = set(self._of_patterns()), set[str]()
        bound, keyed = list(self._bound()), [each for at in brackets.closing for each in entries(tokens, brackets, at)]
        before = -1
        while before != len(self._names) + len(self._keys):
            before = len(self._names) + len(self._keys)
            self._names |= {name for name, given in bound if self.may_be_in(given)}
            self._keys |= {key for key, given in keyed if self.may_be_in(given)}

    def may_be_in(self, given: range) -> bool:
        """Whether the value of an expression may be a node, or hold one."""
        at = given.start
        while at < given.stop:
            end, key = self._parts(at)
            if key:
                if key in self._keys:
                    return True
                at = end
            elif self._is_node(at) or any(self.may_be_in(each) for each in self._inside(at)):
                return True
            at = max(at + 1, self._brackets.closing.get(at, at) + 1)
        return False

    def _is_node(self, at: int) -> bool:
        projected = at + 1 < len(self._tokens) and self._tokens[at + 1].text == "{"
        named = self._tokens[at].name in self._names and is_variable(self._tokens, at) and not projected
        return named or _is_call(self._tokens, at, _OF_PATHS)

    def _parts(self, at: int) -> tuple[int, str]:
        """Where the value that begins here ends, and the last property or key taken of it: `head(l)[0].name`."""
        key, end = "", self._brackets.closing.get(at, at)
        if at == end and self._tokens[at].kind not in ("word", "quoted", "parameter"):
            return at, ""
        while end + 1 < len(self._tokens):
            sign = self._tokens[end + 1].text
            if sign == "." and end + 2 < len(self._tokens):
                end, key = end + 2, self._tokens[end + 2].name
            elif sign in ("(", "[") and self._tokens[at].upper not in keywords():
                end = self._brackets.closing[end + 1]
            else:
                break
        return end, key

    def _of_patterns(self) -> Iterator[str]:
        """Nodes of patterns, and what a procedure gives."""
        for at, token in enumerate(self._tokens[:-1]):
            before = self._tokens[at - 1] if at else token
            function = before.kind in ("word", "quoted") and before.upper not in keywords()
            if token.text == "(" and not function and self._tokens[at + 1].kind in ("word", "quoted"):
                yield self._tokens[at + 1].name
            if before.upper == "YIELD":
                yield token.name

    def _bound(self) -> Iterator[tuple[str, range]]:
        """What each name is made of: `… AS name`, the item of a loop, what a reduce gives from step to step."""
        for start, at in definitions(self._tokens, self._brackets):
            yield self._tokens[at + 1].name, range(start, at)
        for loop in self._loops.values():
            yield self._tokens[loop.source - 2].name, range(loop.source, loop.start - 1)
            if self._tokens[loop.at - 1].upper == "REDUCE":
                yield self._tokens[loop.at + 1].name, range(loop.at + 3, loop.end)

    def _inside(self, opening: int) -> Iterator[range]:
        """The parts of a bracket from which its value is made."""
        if opening not in self._brackets.closing:
            return
        text, before = self._tokens[opening].text, self._tokens[opening - 1] if opening else self._tokens[opening]
        closing = self._brackets.closing[opening]
        outside = list(outside_brackets(self._tokens, opening, closing))
        whole = range(opening + 1, closing)
        if text == "{":
            returns = [at for at in outside if self._tokens[at].upper == "RETURN"]
            yield from () if before.upper in ("EXISTS", "COUNT") else [range((returns or [opening])[-1] + 1, closing)]
        elif text == "[":
            bars = [at for at in outside if self._tokens[at].text == "|"]
            loop = self._loops.get(opening)
            if bars or not _is_index(self._tokens, opening):
                yield range(bars[-1] + 1, closing) if bars else range(loop.source, loop.end) if loop else whole
        elif before.kind not in ("word", "quoted") or before.upper in keywords() or before.name.lower() in _GIVE_BACK:
            yield whole
