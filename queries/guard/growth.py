"""What grows from step to step until it fills the memory, or is walked inside of an expression that nothing ends.

`WITH a + a AS b WITH b + b AS c …` doubles with each step, and so does `WITH [a, a] AS b WITH [b, b] AS c …`; a path
of several lengths inside of `[…]` belongs to one row, and an engine looks at its clock between rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from graph.model.words import sayings
from queries.guard.brackets import CLOSING, Brackets, outside_brackets
from queries.guard.cost import Loop, is_variable, loops_of
from queries.guard.lists import allowed
from queries.guard.projections import projections
from queries.guard.tokens import ADDING, AGGREGATES, SUB_QUERIES, Token, refused

_say: Final = sayings("queries.guard")

_BEFORE: Final = frozenset(("WITH", "RETURN", "DISTINCT", "UNWIND"))
_OPENING: Final = tuple(CLOSING)
_COUNTING: Final = (AGGREGATES - {"collect", "min", "max"}) | {
    "size", "length", "isempty", "all", "any", "none", "single", "exists", "tointeger", "tofloat",
}  # fmt: skip
"""Functions and sub-queries that give a number, or yes or no: what stands in them does not grow."""


def check_growth(tokens: Sequence[Token], brackets: Brackets) -> None:
    """Raise UnsafeQuery at the first thing that grows beyond measure."""
    sizes = _Sizes(tokens, brackets)
    for start, end in definitions(tokens, brackets):
        sizes.define(range(start, end), tokens[end + 1])
    for item in (each for items in projections(tokens, brackets) for each in items):
        if len(item) < 3 or tokens[item[-2]].upper != "AS":
            sizes.check(item, tokens[item[-1]])
    _check_inner_paths(tokens, brackets)


def definitions(tokens: Sequence[Token], brackets: Brackets) -> Iterator[tuple[int, int]]:
    """For each `expression AS name` where the expression starts, and where the word AS stands."""
    for at, token in enumerate(tokens[:-1]):
        if token.upper != "AS":
            continue
        start = at
        while start > 0 and not _begins(tokens, start - 1):
            start = brackets.opening.get(start - 1, start - 1)
        yield start, at


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether an expression can only begin after this token."""
    return tokens[at].upper in _BEFORE or (tokens[at].kind == "sign" and tokens[at].text in (",", *_OPENING))


class _Sizes:
    """How many times what was there before each name of a query may hold, by adding and by putting into lists."""

    def __init__(self, tokens: Sequence[Token], brackets: Brackets) -> None:
        self._tokens, self._brackets = tokens, brackets
        self._loops = tuple(loops_of(tokens, brackets))
        self._times: dict[str, int] = {}
        counted = [
            range(at + 2, brackets.closing[at + 1])
            for at, token in enumerate(tokens[:-1])
            if token.name.lower() in _COUNTING and at + 1 in brackets.closing
        ]
        self._counted = frozenset(at for each in (*counted, *_conditions(tokens, brackets, self._loops)) for at in each)
        inside = {opening: range(opening + 1, closing) for opening, closing in brackets.closing.items()}
        self._literals = tuple(inside[at] for at in inside if _is_literal(tokens, at))
        self._indexes = frozenset(each for at in inside if _is_index(tokens, at) for each in inside[at])

    def define(self, expression: range, name: Token) -> None:
        """Take `expression AS name`; raises UnsafeQuery where it has become too much."""
        self._times[name.name] = max(self._times.get(name.name, 1), self.check(expression, name))

    def check(self, expression: range, at: Token) -> int:
        """How many times an expression may hold what was there; raises UnsafeQuery where that is too much."""
        known = self._in_loops(expression)
        added = any(self._adds(each) for each in expression)
        most, held = 1, Counter[tuple[str, str]]()
        for each in expression:
            part = _part(self._tokens, self._brackets, each)
            if part is None or each in self._counted:
                continue
            name = self._tokens[each].name
            most = max(most, known.get(name, 1))
            if (added or any(each in one for one in self._literals)) and not self._is_gone_through(each):
                held[name, part] += 1
        times = max(most, _sum(held, known))
        if times > allowed()["most_times"]:
            raise refused(at, _say("value_grows_by_adding"), _say("value_grows_by_adding_hint"))
        return times

    def _in_loops(self, expression: range) -> Mapping[str, int]:
        """What is known of each name, those of loops inside of the expression as their lists."""
        known = dict(self._times)
        for loop in self._loops:
            if loop.at in expression:
                source = [self._tokens[at].name for at in range(loop.source, loop.start - 1)]
                known[_item_of(self._tokens, loop)] = max((known.get(each, 1) for each in source), default=1)
        return known

    def _is_gone_through(self, at: int) -> bool:
        """Whether a name is only the list of a loop that gives something for each of its items, or names the item."""
        return any(
            at == each.source - 2 or (each.source <= at < each.start - 1 and self._gives(each)) for each in self._loops
        )

    def _adds(self, at: int) -> bool:
        """Whether a sign puts two values together, and not two numbers of an index, of a count or of a condition."""
        return self._tokens[at].text in ADDING and at not in self._indexes and at not in self._counted

    def _gives(self, loop: Loop) -> bool:
        """Whether a loop gives something of its own for each item: `[x IN l | …]`."""
        return any(self._tokens[at].text == "|" for at in outside_brackets(self._tokens, loop.source - 1, loop.end))


def _conditions(tokens: Sequence[Token], brackets: Brackets, loops: Sequence[Loop]) -> Iterator[range]:
    """What only decides: from CASE or WHEN to the next WHEN or THEN, the WHERE of a loop, a pattern before its bar."""
    begun: list[int] = []
    for at, token in enumerate(tokens):
        if token.upper in ("THEN", "WHEN") and begun:
            yield range(begun.pop(), at)
        if token.upper in ("CASE", "WHEN"):
            begun.append(at + 1)
    for opening, closing in brackets.closing.items():
        if tokens[opening].text == "[" and _is_pattern(tokens, opening):
            bars = [at for at in outside_brackets(tokens, opening, closing) if tokens[at].text == "|"]
            yield range(opening + 1, bars[0] if bars else opening)
    for loop in loops:
        inside = outside_brackets(tokens, loop.source - 1, loop.end)
        where = next((at for at in inside if tokens[at].upper == "WHERE"), None)
        if where is not None:
            bars = [at for at in outside_brackets(tokens, where, loop.end) if tokens[at].text == "|"]
            yield range(where + 1, bars[0] if bars else loop.end)


def _is_pattern(tokens: Sequence[Token], opening: int) -> bool:
    """Whether a list may be that of a pattern: `[(c)-[:HELD]->(t) | t]`, `[p = (c)--() | p]`."""
    return tokens[opening + 1].text == "(" or [each.text for each in tokens[opening + 2 : opening + 4]] == ["=", "("]


def _sum(held: Mapping[tuple[str, str], int], known: Mapping[str, int]) -> int:
    """The things that are held, together; different properties of one thing are no more than the thing."""
    parts: dict[tuple[str, bool], int] = {}
    for (name, part), count in held.items():
        key = (name, bool(part))
        parts[key] = max(parts.get(key, 0), count) if part else parts.get(key, 0) + count
    return sum(count * known.get(name, 1) for (name, _), count in parts.items())


def _item_of(tokens: Sequence[Token], loop: Loop) -> str:
    return tokens[loop.source - 2].name


def _part(tokens: Sequence[Token], brackets: Brackets, at: int) -> str | None:
    """What of a variable stands here: a property by its name, also one of an item; empty for all of it.

    None for what is no variable.
    """
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if following == "." and tokens[at].kind in ("word", "quoted") and tokens[at - 1].text != ".":
        called = at + 3 < len(tokens) and tokens[at + 3].text == "("
        return None if called else tokens[at + 2].name
    if not is_variable(tokens, at):
        return None
    after = brackets.closing[at + 1] + 1 if following == "[" else len(tokens)
    return tokens[after + 1].name if after + 1 < len(tokens) and tokens[after].text == "." else ""


def _is_literal(tokens: Sequence[Token], opening: int) -> bool:
    """Whether a list or a map is written out here: no index, no relation of a pattern, no sub-query."""
    before = tokens[opening - 1] if opening else None
    if tokens[opening].text == "[":
        return not _is_index(tokens, opening) and not (before is not None and before.text in ("-", "<-"))
    query = before is None or before.upper in ("CALL", *SUB_QUERIES) or before.text == ")"
    return tokens[opening].text == "{" and not query


def _is_index(tokens: Sequence[Token], opening: int) -> bool:
    """Whether brackets look something up in what stands before them."""
    before = tokens[opening - 1] if opening else None
    if tokens[opening].text != "[" or before is None:
        return False
    named = is_variable(tokens, opening - 1) or (opening > 1 and tokens[opening - 2].text == ".")
    return named or before.text in (")", "]") or before.kind == "parameter"


def _check_inner_paths(tokens: Sequence[Token], brackets: Brackets) -> None:
    """A path of several lengths inside of a list follows one type of relation, or is short."""
    inner = [(start, end) for start, end in brackets.closing.items() if _is_expression(tokens, start)]
    for start, end in brackets.closing.items():
        if not _is_relation(tokens, start) or not any(begun < start < ended for begun, ended in inner):
            continue
        inside = tokens[start + 1 : end]
        stars = [at for at, token in enumerate(inside) if token.text == "*"]
        one_type = any(token.text == ":" for token in inside) and all(token.text not in "|!%" for token in inside)
        numbers = [int(token.text) for token in inside[stars[0] :] if token.text.isdigit()] if stars else []
        if stars and not one_type and max(numbers, default=0) > allowed()["longest_inner_path"]:
            raise refused(
                inside[stars[0]],
                _say("expression_path_without_type"),
                _say("expression_path_without_type_hint"),
            )


def _is_relation(tokens: Sequence[Token], opening: int) -> bool:
    return tokens[opening].text == "[" and opening > 0 and tokens[opening - 1].text in ("-", "<-")


def _is_expression(tokens: Sequence[Token], opening: int) -> bool:
    """Whether a list opens here, such as that of a pattern; the sub-queries in braces are ended like any other."""
    return tokens[opening].text == "[" and not _is_relation(tokens, opening)
