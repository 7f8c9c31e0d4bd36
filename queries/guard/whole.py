"""A list of all that a query found, looked through in each step of a loop over such a list.

`WITH collect(t.id) AS l` has as many items as there are facts; `[x IN l WHERE x IN l]` takes that number times itself,
inside of one expression, which no engine ends. Lists by a thing, `WITH u, collect(t.id) AS l`, are as short as what
hangs on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from graph.model.words import sayings
from queries.guard.brackets import CLOSING, Brackets
from queries.guard.copies import is_looked_at
from queries.guard.cost import TESTS, Loop, is_variable, loops_of
from queries.guard.keyed import Ties
from queries.guard.tokens import AGGREGATES, Token, refused

_say: Final = sayings("queries.guard")

_ITEMS_END: Final = frozenset(
    ("WHERE", "ORDER", "SKIP", "LIMIT", "MATCH", "OPTIONAL", "UNWIND", "CALL", "RETURN", "WITH", "UNION")
)


def check_whole(tokens: Sequence[Token], brackets: Brackets) -> None:
    """Raise UnsafeQuery at the first whole list in the step of a loop over a long one."""
    whole = _whole(tokens, brackets)
    for loop in loops_of(tokens, brackets) if whole else ():
        if _is_long(tokens, loop, whole):
            for at in range(loop.start, loop.end):
                if _is_used(tokens, brackets, at, whole):
                    raise refused(tokens[at], _say("whole_list_in_loop"), _say("whole_list_in_loop_hint"))


def _whole(tokens: Sequence[Token], brackets: Brackets) -> set[str]:
    """The names of lists that are by no thing, and of what is made of them."""
    found: set[str] = set()
    ties = Ties(tokens, brackets) if any(token.name.lower() == "collect" for token in tokens) else None
    since = 0
    for items in filter(None, _projections(tokens, brackets)):
        keys = [item for item in items if not _brings_together(tokens, item)]
        keyed = ties is not None and ties.is_short(items, keys, since)
        since = items[0].start
        for item in items:
            collects = any(tokens[at].name.lower() == "collect" for at in item)
            made = any(_is_used(tokens, brackets, at, found) for at in item) and not _is_one_value(tokens, item)
            if made or (collects and not keyed):
                found.add(tokens[item.stop - 1].name)
    return found


def _is_one_value(tokens: Sequence[Token], item: range) -> bool:
    """Whether an item is a test, or adds numbers up: `reduce(n = 0, …)`."""
    first = tokens[item.start].upper
    return first in TESTS or (first == "REDUCE" and len(item) > 4 and tokens[item.start + 4].kind == "number")


def _projections(tokens: Sequence[Token], brackets: Brackets) -> Iterator[list[range]]:
    """The items of each WITH and RETURN."""
    for at, token in enumerate(tokens[:-1]):
        if token.upper in ("WITH", "RETURN") and tokens[at - 1].upper not in ("STARTS", "ENDS"):
            yield list(_items(tokens, brackets, at + 1 + (tokens[at + 1].upper == "DISTINCT")))


def _items(tokens: Sequence[Token], brackets: Brackets, begun: int) -> Iterator[range]:
    at = begun
    while at < len(tokens) and tokens[at].text not in CLOSING.values() and tokens[at].upper not in _ITEMS_END:
        if tokens[at].text == ",":
            yield range(begun, at)
            begun = at + 1
        at = brackets.closing.get(at, at) + 1
    if begun < at:
        yield range(begun, min(at, len(tokens)))


def _brings_together(tokens: Sequence[Token], item: range) -> bool:
    return any(tokens[at].name.lower() in AGGREGATES and tokens[at + 1].text in ("(", "{") for at in item[:-1])


def _is_long(tokens: Sequence[Token], loop: Loop, whole: set[str]) -> bool:
    source = [tokens[at] for at in range(loop.source, loop.start - 1)]
    return any(each.name in whole or each.name.lower() in ("collect", "range") for each in source)


def _is_used(tokens: Sequence[Token], brackets: Brackets, at: int, whole: set[str]) -> bool:
    """Whether a whole list stands here as a list: more is done with it than to take one item or count them."""
    if tokens[at].name not in whole or not is_variable(tokens, at):
        return False
    return tokens[at - 1].upper == "IN" or not is_looked_at(tokens, brackets, at)
