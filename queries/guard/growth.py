"""What grows from step to step until it fills the memory, or is walked inside of an expression that nothing ends.

`WITH a + a AS b WITH b + b AS c …` doubles with each step; a bound of `range()` may be multiplied before it is used;
a path of several lengths inside of `[…]` belongs to one row, and an engine looks at its clock between rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from graph.model.words import sayings
from queries.guard.brackets import CLOSING, Brackets
from queries.guard.cost import is_variable
from queries.guard.lists import allowed
from queries.guard.tokens import Token, refused

_say: Final = sayings("queries.guard")

_BEFORE: Final = frozenset(("WITH", "RETURN", "DISTINCT", "UNWIND"))
_OPENING: Final = tuple(CLOSING)


def check_growth(tokens: Sequence[Token], brackets: Brackets) -> None:
    """Raise UnsafeQuery at the first thing that grows beyond measure."""
    times: dict[str, int] = {}
    products: set[str] = set()
    for start, end in definitions(tokens, brackets):
        expression, name = tokens[start:end], tokens[end + 1].name
        used = {tokens[at].name for at in range(start, end) if is_variable(tokens, at)}
        most = max((times.get(each, 1) for each in used), default=1)
        added = sum(times.get(tokens[at].name, 1) for at in range(start, end) if _is_added(tokens, at))
        times[name] = max(times.get(name, 1), most, added)
        if times[name] > allowed()["most_times"]:
            raise refused(
                tokens[end + 1],
                _say("value_grows_by_adding"),
                _say("value_grows_by_adding_hint"),
            )
        if used & products or any(_multiplies(expression, at) for at in range(len(expression))):
            products.add(name)
    _check_bounds(tokens, brackets, products)
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


def _is_added(tokens: Sequence[Token], at: int) -> bool:
    """Whether a variable as a whole is added to something."""
    return is_variable(tokens, at) and "+" in (tokens[at - 1].text, tokens[at + 1].text)


def _multiplies(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign multiplies: not the star of `count(*)`."""
    return tokens[at].text == "^" or (tokens[at].text == "*" and at > 0 and tokens[at - 1].text not in ("(", "["))


def _check_bounds(tokens: Sequence[Token], brackets: Brackets, products: set[str]) -> None:
    """The bounds of range() are no products, and no parameter where a loop inside an expression walks over them."""
    for index, token in enumerate(tokens):
        if token.upper != "RANGE" or index + 1 not in brackets.closing:
            continue
        for at in range(index + 2, brackets.closing[index + 1]):
            product = is_variable(tokens, at) and tokens[at].name in products
            given = tokens[at].kind == "parameter" and tokens[index - 1].upper == "IN"
            if product or given:
                raise refused(
                    tokens[at],
                    _say("range_bound_unlimited"),
                    _say("range_bound_unlimited_hint"),
                )


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
