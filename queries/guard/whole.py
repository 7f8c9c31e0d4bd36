"""A list of all that a query found, looked through in each step of a loop over such a list.

`WITH collect(t.id) AS l` has as many items as there are facts; `[x IN l WHERE x IN l]` takes that number times itself,
inside of one expression, which no engine ends. Lists by a thing, `WITH u, collect(t.id) AS l`, are as short as what
hangs on it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from graph.model.words import sayings
from queries.guard.brackets import Brackets, outside_brackets
from queries.guard.copies import is_looked_at
from queries.guard.cost import TESTS, Loop, is_variable, loops_of
from queries.guard.keyed import Ties
from queries.guard.projections import projections
from queries.guard.tokens import AGGREGATES, SUB_QUERIES, Token, refused

_say: Final = sayings("queries.guard")


def check_whole(tokens: Sequence[Token], brackets: Brackets, ours: str = "") -> None:
    """Raise UnsafeQuery at the first whole list in the step of a loop over a long one, or collected again.

    Lists whose names begin with `ours` may be collected again.
    """
    whole = _whole(tokens, brackets, ours)
    for loop in loops_of(tokens, brackets) if whole else ():
        if _is_long(tokens, loop, whole):
            for at in range(loop.start, loop.end):
                if _is_used(tokens, brackets, at, whole):
                    raise refused(tokens[at], _say("whole_list_in_loop"), _say("whole_list_in_loop_hint"))


def _whole(tokens: Sequence[Token], brackets: Brackets, ours: str) -> set[str]:
    """The names of lists that are by no thing, and of what is made of them.

    Raises UnsafeQuery where one is collected again after rows were multiplied: one number times the other.
    """
    found: dict[str, int] = {}
    ties = Ties(tokens, brackets) if any(token.name.lower() == "collect" for token in tokens) else None
    since = 0
    for items in filter(None, projections(tokens, brackets)):
        keys = [item for item in items if not _brings_together(tokens, item)]
        keyed = ties is not None and ties.is_short(items, keys, since)
        since = items[0].start
        for item in items:
            _check_collected_again(tokens, brackets, item, found, ours)
            collects = any(tokens[at].name.lower() == "collect" for at in item)
            used = [found[tokens[at].name] for at in item if _is_used(tokens, brackets, at, found.keys())]
            one = _is_one_value(tokens, brackets, item, found.keys())
            if not one and (used or (collects and not keyed)):
                found[tokens[item.stop - 1].name] = since if collects else min(used)
    return set(found)


def _check_collected_again(
    tokens: Sequence[Token], brackets: Brackets, item: range, whole: Mapping[str, int], ours: str
) -> None:
    for at in item[:-1]:
        if tokens[at].name.lower() != "collect" or tokens[at + 1].text not in ("(", "{"):
            continue
        closing = brackets.closing[at + 1]
        returns = [each for each in range(at + 2, closing) if tokens[each].upper == "RETURN"]
        for given in range((returns or [at + 1])[-1] + 1, closing):
            name = tokens[given].name
            theirs = name in whole and not (ours and name.startswith(ours))
            copied = theirs and is_variable(tokens, given) and not is_looked_at(tokens, brackets, given)
            if copied and _is_multiplied(tokens, brackets, whole[name], given):
                raise refused(tokens[given], _say("whole_list_collected_again"), _say("list_within_loop_hint"))


def _is_multiplied(tokens: Sequence[Token], brackets: Brackets, since: int, until: int) -> bool:
    """Whether rows may have become more between two places; what sub-queries find as values is no row."""
    at = since
    while at < until:
        value = tokens[at].upper in SUB_QUERIES and brackets.closing.get(at + 1, until) < until
        if value:
            at = brackets.closing[at + 1]
        elif tokens[at].upper in ("MATCH", "UNWIND", "CALL"):
            return True
        at += 1
    return False


def _is_one_value(tokens: Sequence[Token], brackets: Brackets, item: range, whole: Collection[str]) -> bool:
    """Whether an item is a test, adds numbers up (`reduce(n = 0, …)`), or is one of what is collected."""
    first = tokens[item.start].upper
    if first in TESTS or (first == "REDUCE" and len(item) > 4 and tokens[item.start + 4].kind == "number"):
        return True
    end = item.stop - 2 if len(item) > 2 and tokens[item.stop - 2].upper == "AS" else item.stop
    return _is_one_of(tokens, brackets, range(item.start, end), whole)


def _is_one_of(tokens: Sequence[Token], brackets: Brackets, item: range, whole: Collection[str]) -> bool:
    """`collect(x)[0]`, `[one IN collect(x) WHERE …][0]`: one item, where no list is collected."""
    begun = item.start
    loops = len(item) > 5 and tokens[begun].text == "[" and tokens[begun + 2].upper == "IN"
    at = begun + 3 if loops else begun
    if len(item) < 5 or tokens[at].name.lower() != "collect" or tokens[at + 1].text != "(":
        return False
    closing = brackets.closing[begun if loops else at + 1]
    inside = tokens[closing + 2 : item.stop - 1]
    indexed = closing + 1 < item.stop and brackets.closing.get(closing + 1) == item.stop - 1
    if not indexed or any(each.text.endswith("..") for each in inside):
        return False
    bars = loops and any(tokens[each].text == "|" for each in outside_brackets(tokens, begun, closing))
    return not bars and not any(tokens[each].name in whole for each in range(at + 2, brackets.closing[at + 1]))


def _brings_together(tokens: Sequence[Token], item: range) -> bool:
    return any(tokens[at].name.lower() in AGGREGATES and tokens[at + 1].text in ("(", "{") for at in item[:-1])


def _is_long(tokens: Sequence[Token], loop: Loop, whole: set[str]) -> bool:
    source = [tokens[at] for at in range(loop.source, loop.start - 1)]
    return any(each.name in whole or each.name.lower() in ("collect", "range") for each in source)


def _is_used(tokens: Sequence[Token], brackets: Brackets, at: int, whole: Collection[str]) -> bool:
    """Whether a whole list stands here as a list: more is done with it than to take one item or count them."""
    if tokens[at].name not in whole or not is_variable(tokens, at):
        return False
    return tokens[at - 1].upper == "IN" or not is_looked_at(tokens, brackets, at)
