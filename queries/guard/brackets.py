"""Which bracket closes which, found once for a query and used by all that look at what stands inside of one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph.model.words import sayings
from queries.guard.lists import allowed
from queries.guard.tokens import Token, refused

_say: Final = sayings("queries.guard")

CLOSING: Final = {"(": ")", "[": "]", "{": "}"}
_NESTING: Final = {**dict.fromkeys(CLOSING, 1), **dict.fromkeys(CLOSING.values(), -1)}


@dataclass(frozen=True, slots=True)
class Brackets:
    """The pairs of brackets of a query by index: the closing one of each that opens, and the other way round."""

    closing: Mapping[int, int]
    opening: Mapping[int, int]


def nesting(token: Token) -> int:
    """How a token changes the depth of brackets: 1 where it opens one, -1 where it closes one, else 0."""
    return _NESTING.get(token.text, 0) if token.kind == "sign" else 0


def match_brackets(tokens: Sequence[Token]) -> Brackets:
    """The pairs of brackets; raises UnsafeQuery where they do not match, and at a second statement."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.kind != "sign":
            continue
        if token.text in CLOSING:
            opened.append(index)
            if len(opened) > allowed()["deepest_brackets"]:
                raise refused(token, _say("brackets_nested_too_deep"), _say("nested_too_deep_hint"))
        elif token.text in CLOSING.values():
            if not opened or CLOSING[tokens[opened[-1]].text] != token.text:
                raise refused(token, _say("bracket_not_opened", token=token.text), _say("bracket_not_opened_hint"))
            closing[opened.pop()] = index
        elif token.text == ";":
            raise refused(token, _say("several_statements"), _say("several_statements_hint"))
    if opened:
        raise refused(tokens[opened[-1]], _say("bracket_not_closed"), _say("bracket_not_closed_hint"))
    return Brackets(closing, {end: start for start, end in closing.items()})


def outside_brackets(tokens: Sequence[Token], start: int, end: int) -> Iterator[int]:
    """The tokens between two places that stand in no bracket of their own."""
    depth = 0
    for at in range(start + 1, end):
        depth += nesting(tokens[at])
        if depth == 0:
            yield at


def entries(tokens: Sequence[Token], brackets: Brackets, opening: int) -> Iterator[tuple[str, range]]:
    """The keys of a map that is written out, each with the tokens of its value; of any other bracket none."""
    closing = brackets.closing[opening]
    if tokens[opening].text != "{":
        return
    commas = [at for at in outside_brackets(tokens, opening, closing) if tokens[at].text == ","]
    for begun, end in itertools.pairwise((opening, *commas, closing)):
        if begun + 2 < end and tokens[begun + 2].text == ":":
            yield tokens[begun + 1].name, range(begun + 3, end)
