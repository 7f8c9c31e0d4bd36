"""The items of each WITH and RETURN of a query, those of sub-queries too, by where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from queries.guard.brackets import CLOSING, Brackets
from queries.guard.tokens import Token

_ITEMS_END: Final = frozenset(
    ("WHERE", "ORDER", "SKIP", "LIMIT", "MATCH", "OPTIONAL", "UNWIND", "CALL", "RETURN", "WITH", "UNION")
)


def projections(tokens: Sequence[Token], brackets: Brackets) -> Iterator[list[range]]:
    """The items of each projection, in the order in which the projections begin."""
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
