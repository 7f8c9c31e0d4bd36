"""Lists whose order nothing settles: what is collected of rows in no order, or listed by a pattern in brackets."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from graph.model.words import Both, sayings
from queries.clauses import Clause, clauses_of, items_of
from queries.guard.brackets import match_brackets
from queries.guard.tokens import Token, statement

_say: Final = sayings("queries")
_ORDERED: Final = ("ORDER", "SKIP", "LIMIT")


def lists_in_no_order(cypher: str) -> Iterator[tuple[Both, Token]]:
    """The columns that show a list in an order of the engine's own: what to say, and the token of the list."""
    clauses = list(clauses_of(statement(cypher)))
    loose: dict[str, Token] = {}
    for at, clause in enumerate(clauses):
        if clause.word not in ("WITH", "RETURN"):
            continue
        ordered = _is_ordered(clauses[:at])
        found = {
            item.name: token for item in items_of(clause) if (token := _loose(item.tokens, loose, ordered=ordered))
        }
        if clause.word == "RETURN":
            yield from ((_say("list_without_order", column=name), token) for name, token in found.items())
        loose = {**loose, **found} if any(item.name == "*" for item in items_of(clause)) else found


def _is_ordered(before: Sequence[Clause]) -> bool:
    """Whether the rows that a projection takes come in an order: that of the last projection before."""
    words = [clause.word for clause in before]
    while words and words[-1] == "WHERE":
        words.pop()
    return bool(words) and words[-1] in _ORDERED


def _loose(tokens: Sequence[Token], loose: dict[str, Token], *, ordered: bool) -> Token | None:
    """The list in no order that an expression is, as a whole, in part or item by item; None where it is none."""
    closing = match_brackets(tokens).closing
    first = tokens[0]
    if first.name.lower() == "collect" and closing.get(1) == len(tokens) - 1:
        within = tokens[1].text == "{" and any(token.upper == "ORDER" for token in tokens)
        return None if within or (ordered and tokens[1].text == "(") else first
    if first.text == "[" and closing[0] == len(tokens) - 1:
        return first if _is_pattern(tokens, 0, closing[0]) else _items_of(tokens, loose)
    sliced = len(tokens) > 1 and tokens[1].text == "[" and closing[1] == len(tokens) - 1
    part = len(tokens) == 1 or (sliced and any(token.text == ".." for token in tokens))
    return loose.get(first.name) if part and first.kind in ("word", "quoted") else None


def _items_of(tokens: Sequence[Token], loose: dict[str, Token]) -> Token | None:
    """The loose list of which brackets take each item: `[x IN list WHERE … | …]`."""
    loops = len(tokens) > 4 and tokens[2].upper == "IN"
    return loose.get(tokens[3].name) if loops and (tokens[4].text in ("]", "|") or tokens[4].upper == "WHERE") else None


def _is_pattern(tokens: Sequence[Token], opening: int, closing: int) -> bool:
    """Whether brackets hold a pattern and what is taken of it: `[(c)-[:HELD]->(t) | t.title]`."""
    inside = [token.text for token in tokens[opening + 1 : closing]]
    starts = inside[:1] == ["("] or inside[1:3] == ["=", "("]
    arrow = any(one == ")" and other in ("-", "<-", "->") for one, other in itertools.pairwise(inside))
    return starts and arrow and "|" in inside
