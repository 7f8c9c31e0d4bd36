"""Bounds of `range()`: numbers that may be anything would make lists of any length, inside of one expression.

A number is small where it is written out, counts the items of a list, is a year, or what such give added together. What
is multiplied, divided by a fraction or read from a text may be anything. What the reader gives or what was counted may
be large too: with `UNWIND range(…)` it is ended between rows, in a loop or as a value nothing ends it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from graph.model.words import sayings
from queries.guard.brackets import Brackets
from queries.guard.cost import is_variable
from queries.guard.growth import definitions
from queries.guard.tokens import Token, refused

_say: Final = sayings("queries.guard")

_NUMBERS: Final = ("tointeger", "tointegerornull", "tofloat", "tofloatornull")
_ANY: Final = (*_NUMBERS, "exp", "sum", "reduce")
_CUTS: Final = ("left", "right", "substring")
_LENGTHS: Final = ("size", "length")
_LONG_TIMES: Final = ("seconds", "milliseconds", "microseconds", "nanoseconds")
_DAYS: Final = ("days", "epochdays")
_DIGITS: Final = 4
"""Digits of a year, which may be read from a text."""


def check_bounds(tokens: Sequence[Token], brackets: Brackets) -> None:
    """Raise UnsafeQuery at the first bound that may be any number."""
    ranges = [at for at, token in enumerate(tokens) if token.upper == "RANGE" and at + 1 in brackets.closing]
    if not ranges:
        return
    bounds = _Bounds(tokens, brackets)
    for index in ranges:
        inside = range(index + 2, brackets.closing[index + 1])
        wrong = bounds.anything_in(inside) or (
            None if _is_unwound(tokens, brackets, index) else bounds.given_in(inside)
        )
        if wrong is not None:
            raise refused(tokens[wrong], _say("range_bound_unlimited"), _say("range_bound_unlimited_hint"))


class _Bounds:
    """Which names of a query stand for numbers that may be anything, and which for what was given or counted."""

    def __init__(self, tokens: Sequence[Token], brackets: Brackets) -> None:
        self._tokens, self._brackets = tokens, brackets
        self._lengths = tuple(
            range(at + 1, brackets.closing[at + 1])
            for at, token in enumerate(tokens)
            if token.name.lower() in _LENGTHS and at + 1 in brackets.closing
        )
        self._anything: set[str] = set()
        self._given: set[str] = set()
        for start, end in definitions(tokens, brackets):
            name, expression = tokens[end + 1].name, range(start, end)
            if self.anything_in(expression) is not None:
                self._anything.add(name)
            elif self.given_in(expression) is not None:
                self._given.add(name)

    def anything_in(self, expression: range) -> int | None:
        """Where a number stands that may be anything; None where there is none."""
        return next(filter(self._is_anything, self._computed(expression)), None)

    def given_in(self, expression: range) -> int | None:
        """Where something stands that the reader gives or that rows were counted for; None where there is none."""
        return next(filter(self._is_given, self._computed(expression)), None)

    def _computed(self, expression: range) -> Iterator[int]:
        """The tokens of an expression but those whose items are only counted: `size(…)`."""
        counted = [each for each in self._lengths if each.start in expression and each.stop in expression]
        return (at for at in expression if not any(at in each for each in counted))

    def _is_anything(self, at: int) -> bool:
        token = self._tokens[at]
        if token.name in self._anything and is_variable(self._tokens, at):
            return True
        if token.kind == "sign":
            return self._multiplies(at)
        if token.name.lower() in _LONG_TIMES and self._tokens[at - 1].text == ".":
            return True
        return token.name.lower() in _ANY and at + 1 in self._brackets.closing and not self._is_short(at)

    def _multiplies(self, at: int) -> bool:
        """Whether a sign makes a number larger: not the star of `count(*)`, nor a division by a whole number."""
        text, following = self._tokens[at].text, self._tokens[at + 1 : at + 2]
        if text == "/":
            return not (following and following[0].text.isdigit())
        return text == "^" or (text == "*" and at > 0 and self._tokens[at - 1].text not in ("(", "["))

    def _is_short(self, at: int) -> bool:
        """Whether a number is read from a few digits: `toInteger(left(c.birth_month, 4))`, `toInteger('2024')`."""
        opening, closing = at + 1, self._brackets.closing[at + 1]
        inside = self._tokens[opening + 1 : closing]
        if self._tokens[at].name.lower() not in _NUMBERS or not inside:
            return False
        if len(inside) == 1:
            return inside[0].kind == "parameter" or (inside[0].kind == "string" and len(inside[0].text) - 2 <= _DIGITS)
        whole = self._brackets.closing.get(opening + 2) == closing - 1
        cut = self._tokens[closing - 2].text
        return inside[0].name.lower() in _CUTS and whole and cut.isdigit() and int(cut) <= _DIGITS

    def _is_given(self, at: int) -> bool:
        token = self._tokens[at]
        counts = token.name.lower() == "count" and at + 1 in self._brackets.closing
        named = token.name in self._given and is_variable(self._tokens, at)
        days = token.name.lower() in _DAYS and at > 0 and self._tokens[at - 1].text == "."
        return token.kind == "parameter" or counts or named or days


def _is_unwound(tokens: Sequence[Token], brackets: Brackets, index: int) -> bool:
    """Whether a range is gone through row by row: `UNWIND range(…)`, also by a name that nothing else uses."""
    if tokens[index - 1].upper == "UNWIND":
        return True
    closing = brackets.closing[index + 1]
    alone = tokens[index - 1].upper in ("WITH", "DISTINCT") or tokens[index - 1].text == ","
    if not alone or closing + 2 >= len(tokens) or tokens[closing + 1].upper != "AS":
        return False
    name = tokens[closing + 2].name
    uses = [at for at in range(closing + 3, len(tokens)) if tokens[at].name == name and is_variable(tokens, at)]
    return bool(uses) and all(tokens[at - 1].upper == "UNWIND" for at in uses)
