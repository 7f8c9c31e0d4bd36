"""A list put into each step of a loop over another: `[x IN a | a]` is as long as one times the other.

What comes out is made, and sent, inside of one expression, which no engine ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from graph.model.words import sayings
from queries.guard.brackets import Brackets, outside_brackets
from queries.guard.cost import is_variable
from queries.guard.growth import definitions
from queries.guard.tokens import ADDING, Token, refused

_say: Final = sayings("queries.guard")

_MAKE_LISTS: Final = frozenset(
    ("range", "collect", "split", "keys", "nodes", "relationships", "tail", "reverse", "labels", "[")
)
LOOK_AT: Final = frozenset(("size", "head", "last", "isempty"))
"""Functions that give one value of a list."""


def check_copies(tokens: Sequence[Token], brackets: Brackets) -> None:
    """Raise UnsafeQuery at the first list as a whole in what a comprehension gives for each of its items."""
    lists = _lists(tokens, brackets)
    _check_collected(tokens, lists)
    for opening, closing in brackets.closing.items():
        if tokens[opening].text != "[" or (opening and tokens[opening - 1].text in ("-", "<-")):
            continue
        bars = [at for at in outside_brackets(tokens, opening, closing) if tokens[at].text == "|"]
        own = tokens[opening + 1].name if opening + 1 < closing else ""
        for at in range(bars[-1] + 1, closing) if bars else ():
            whole = tokens[at].name in lists - {own} and is_variable(tokens, at)
            made = tokens[at].upper == "RANGE" and tokens[at + 1].text == "(" and not _is_gone_through(tokens, at)
            if made or (whole and not is_looked_at(tokens, brackets, at)):
                raise refused(tokens[at], _say("list_within_loop"), _say("list_within_loop_hint"))


def _check_collected(tokens: Sequence[Token], lists: set[str]) -> None:
    """`UNWIND a AS x … collect(a)` has the list once for each of its items."""
    unwound = {tokens[at + 1].name for at, token in enumerate(tokens[:-1]) if token.upper == "UNWIND"} & lists
    for at, token in enumerate(tokens[:-3]):
        first = at + 2 + (tokens[at + 2].upper == "DISTINCT")
        if token.name.lower() == "collect" and tokens[at + 1].text == "(" and tokens[first].name in unwound:
            raise refused(tokens[first], _say("list_within_loop"), _say("list_within_loop_hint"))


def _lists(tokens: Sequence[Token], brackets: Brackets) -> set[str]:
    """The names of what is plainly a list: made by a function or brackets, or another such list."""
    found: set[str] = set()
    for start, end in definitions(tokens, brackets):
        if start and tokens[start - 1].upper == "UNWIND":
            continue
        plain = [start, *outside_brackets(tokens, start, end)] if start < end else []
        begins = tokens[start].text.lower() in _MAKE_LISTS and not _is_one_item(tokens, brackets, start, end)
        if begins or any(tokens[at].name in found and is_variable(tokens, at) for at in plain):
            found.add(tokens[end + 1].name)
    return found


def _is_one_item(tokens: Sequence[Token], brackets: Brackets, start: int, end: int) -> bool:
    """Whether what stands before the word AS is `labels(n)[0]`, one value of the list it begins with."""
    opening = brackets.opening.get(end - 1, start)
    indexed = tokens[opening].text == "[" and opening > start and not is_part(tokens, brackets, opening)
    return indexed and not any(tokens[at].text in ADDING for at in outside_brackets(tokens, start - 1, end))


def is_part(tokens: Sequence[Token], brackets: Brackets, opening: int) -> bool:
    """Whether brackets behind a list hold a range, so that what they give is a list again."""
    return any(each.text.endswith("..") for each in tokens[opening + 1 : brackets.closing[opening]])


def is_looked_at(tokens: Sequence[Token], brackets: Brackets, at: int) -> bool:
    """`IN a`, `size(a)`, `a[i]`: one value of the list, or a look through it; `size(a + b)` makes another list."""
    if _is_gone_through(tokens, at):
        return True
    if at + 1 < len(tokens) and tokens[at + 1].text == "[":
        return not is_part(tokens, brackets, at + 1)
    alone = at + 1 < len(tokens) and tokens[at - 1].text == "(" and tokens[at + 1].text == ")"
    return alone and tokens[at - 2].name.lower() in LOOK_AT


def _is_gone_through(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].upper == "IN"
