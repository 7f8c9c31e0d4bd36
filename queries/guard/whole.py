"""A list of all that a query found, looked through in each step of a loop over such a list.

`WITH collect(t.id) AS l` has as many items as there are facts; `[x IN l WHERE x IN l]` takes that number times itself,
inside of one expression, which no engine ends. Lists by a thing, `WITH u, collect(t.id) AS l`, are as short as what
hangs on it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from graph.model.words import sayings
from queries.guard.brackets import CLOSING, Brackets, entries, outside_brackets
from queries.guard.copies import LOOK_AT, is_looked_at, is_part
from queries.guard.cost import TESTS, Loop, is_variable, loops_of
from queries.guard.keyed import Ties
from queries.guard.projections import projections
from queries.guard.tokens import ADDING, AGGREGATES, SUB_QUERIES, Token, refused

_say: Final = sayings("queries.guard")

_ORDER_ENDS: Final = ("SKIP", "LIMIT", "WHERE", "WITH", "MATCH", "OPTIONAL", "UNWIND", "CALL", "RETURN", "UNION")


def check_whole(tokens: Sequence[Token], brackets: Brackets, ours: str = "") -> None:
    """Raise UnsafeQuery at the first whole list in the step of a loop over a long one, or collected again.

    Lists whose names begin with `ours` may be collected again. Such are of a text made of a query that was looked at
    without them: what it makes of its own lists is not looked at twice, as theirs stand among its keys.
    """
    loops = list(loops_of(tokens, brackets))
    whole = _whole(tokens, brackets, loops, ours)
    for loop in loops if whole else ():
        if not ours:
            _check_joined(tokens, loop, whole)
        if _is_long(tokens, loop, whole):
            for at in range(loop.start, loop.end):
                if _is_used(tokens, brackets, at, whole):
                    raise refused(tokens[at], _say("whole_list_in_loop"), _say("whole_list_in_loop_hint"))


def _check_joined(tokens: Sequence[Token], loop: Loop, whole: Collection[str]) -> None:
    """`reduce(s = '', x IN l | s + x)` copies what it has in each step: too much where it has all that was found."""
    if tokens[loop.at - 1].upper != "REDUCE" or tokens[loop.at + 3].kind == "number":
        return
    long = next((at for at in range(loop.source, loop.end) if tokens[at].name in whole), None)
    if long is not None and any(tokens[at].text in ADDING for at in range(loop.start, loop.end)):
        raise refused(tokens[long], _say("whole_list_joined"), _say("whole_list_joined_hint"))


def _whole(tokens: Sequence[Token], brackets: Brackets, loops: Sequence[Loop], ours: str) -> set[str]:
    """The names of lists that are by no thing, of what is made of them, and `m.l` for those that a map holds.

    Raises UnsafeQuery where one is collected, ordered or compared again after rows were multiplied: one number times
    the other.
    """
    found: dict[str, int] = {}
    copies: set[str] = set()
    ties = Ties(tokens, brackets) if any(token.name.lower() == "collect" for token in tokens) else None
    since = 0
    for items in filter(None, projections(tokens, brackets)):
        keys = [item for item in items if not _brings_together(tokens, item)]
        keyed = ties is not None and ties.is_short(items, keys, since)
        since = items[0].start
        for item in items:
            _check_collected_again(tokens, brackets, loops, item, found, ours)
            collects = any(tokens[at].name.lower() == "collect" for at in item)
            used = [found[tokens[at].name] for at in item if _goes_on(tokens, brackets, loops, at, found.keys())]
            one = _is_one_value(tokens, brackets, item, found.keys())
            if not one and (used or (collects and not keyed)):
                found |= dict.fromkeys(_named(tokens, brackets, item, found), since if collects else min(used))
        if not ours:
            _check_held(tokens, brackets, loops, items, found, copies)
    return set(found)


def _named(tokens: Sequence[Token], brackets: Brackets, item: range, whole: Collection[str]) -> Iterator[str]:
    """What an item that holds a whole list is called; of a map that is written out, the keys that hold one too."""
    name, opening = tokens[item.stop - 1].name, item.start
    yield name
    if brackets.closing.get(opening) != item.stop - 3:
        return
    for key, value in entries(tokens, brackets, opening):
        if any(tokens[at].name.lower() == "collect" or _is_used(tokens, brackets, at, whole) for at in value):
            yield f"{name}.{key}"


def _check_held(
    tokens: Sequence[Token],
    brackets: Brackets,
    loops: Sequence[Loop],
    items: Sequence[range],
    whole: Mapping[str, int],
    copies: set[str],
) -> None:
    """A list made of a whole one for each row may be returned, row by row, but is not kept: to order rows, or group."""
    end = items[-1].stop
    ordered = end < len(tokens) and tokens[end].upper == "ORDER"
    parted = tokens[items[0].start - 1].upper == "DISTINCT" or any(_brings_together(tokens, each) for each in items)
    order = range(end, _end_of_order(tokens, brackets, end)) if ordered else range(0)
    for each in (*items, order):
        last = tokens[each.stop - 1] if each else None
        item = range(each.start, each.stop - 2) if len(each) > 2 and tokens[each.stop - 2].upper == "AS" else each
        carried = len(item) == 1 and tokens[item.start].name in copies
        made = next(_copied(tokens, brackets, loops, item, whole), None) if len(item) > 1 else None
        if last is None or not (carried or made is not None):
            continue
        if ordered or parted:
            at = tokens[item.start if made is None else made]
            raise refused(at, _say("whole_list_kept_by_row"), _say("whole_list_kept_by_row_hint"))
        copies.add(last.name)


def _end_of_order(tokens: Sequence[Token], brackets: Brackets, begun: int) -> int:
    at = begun
    while at < len(tokens) and tokens[at].text not in CLOSING.values() and tokens[at].upper not in _ORDER_ENDS:
        at = brackets.closing.get(at, at) + 1
    return at


def _copied(
    tokens: Sequence[Token],
    brackets: Brackets,
    loops: Sequence[Loop],
    item: range,
    whole: Mapping[str, int],
    ours: str = "",
) -> Iterator[int]:
    """Where another list is made of a whole one after rows were multiplied: `l + x`, `tail(l)`, `[x IN l | …]`."""
    for at in item:
        name = tokens[at].name
        theirs = not (ours and name.startswith(ours)) and _goes_on(tokens, brackets, loops, at, whole)
        if theirs and _is_multiplied(tokens, brackets, whole[name], at):
            yield at


def _goes_on(
    tokens: Sequence[Token], brackets: Brackets, loops: Sequence[Loop], at: int, whole: Collection[str]
) -> bool:
    """Whether a whole list, or one of what is in it, is what an expression gives: `l`, `l + x`, `[x IN l | …]`."""
    if not _is_whole(tokens, at, whole):
        return False
    loop = next((each for each in loops if each.source == at), None)
    gives = loop is not None and tokens[loop.at].text == "[" and not _is_counted(tokens, brackets, loop)
    return gives or not _is_looked_at(tokens, brackets, at)


def _is_counted(tokens: Sequence[Token], brackets: Brackets, loop: Loop) -> bool:
    """`size([x IN l WHERE …])`, `[x IN l WHERE …][0]`: what the loop gives is not kept, but for one item."""
    if loop.end + 1 in brackets.closing and tokens[loop.end + 1].text == "[":
        return not is_part(tokens, brackets, loop.end + 1)
    return tokens[loop.at - 1].text == "(" and tokens[loop.at - 2].name.lower() in LOOK_AT


def _check_collected_again(
    tokens: Sequence[Token],
    brackets: Brackets,
    loops: Sequence[Loop],
    item: range,
    whole: Mapping[str, int],
    ours: str,
) -> None:
    for at in item[:-1]:
        if tokens[at].name.lower() != "collect" or tokens[at + 1].text not in ("(", "{"):
            continue
        closing = brackets.closing[at + 1]
        returns = [each for each in range(at + 2, closing) if tokens[each].upper == "RETURN"]
        inside = range((returns or [at + 1])[-1] + 1, closing)
        for given in _copied(tokens, brackets, loops, inside, whole, ours):
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
    return _is_whole(tokens, at, whole) and (tokens[at - 1].upper == "IN" or not _is_looked_at(tokens, brackets, at))


def _is_whole(tokens: Sequence[Token], at: int, whole: Collection[str]) -> bool:
    """Whether a whole list stands here, by its name or as what a map holds: `m.l`."""
    name = tokens[at].name
    if name not in whole or is_variable(tokens, at):
        return name in whole
    held = [each for each in whole if each.startswith(f"{name}.")]
    key = _key(tokens, at)
    return bool(key) and (not held or f"{name}.{key}" in held)


def _key(tokens: Sequence[Token], at: int) -> str:
    """The key that is taken of the variable that stands here."""
    taken = at + 2 < len(tokens) and tokens[at + 1].text == "." and not (at and tokens[at - 1].text in (".", ":"))
    return tokens[at + 2].name if taken else ""


def _is_looked_at(tokens: Sequence[Token], brackets: Brackets, at: int) -> bool:
    if not _key(tokens, at):
        return is_looked_at(tokens, brackets, at)
    after = at + 3
    if after in brackets.closing and tokens[after].text == "[":
        return not is_part(tokens, brackets, after)
    counted = tokens[at - 1].text == "(" and tokens[at - 2].name.lower() in LOOK_AT
    return tokens[at - 1].upper == "IN" or (counted and after < len(tokens) and tokens[after].text == ")")
