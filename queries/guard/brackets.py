"""Which bracket closes which, found once for a query and used by all that look at what stands inside of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from queries.guard.lists import allowed
from queries.guard.tokens import Token, refused

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
                raise refused(token, "括号嵌套太深 (brackets are nested too deep)", "请拆成几步, 用 WITH 连接。")
        elif token.text in CLOSING.values():
            if not opened or CLOSING[tokens[opened[-1]].text] != token.text:
                raise refused(token, f"{token.text} 没有对应的左括号 (no opening bracket)", "请检查括号。")
            closing[opened.pop()] = index
        elif token.text == ";":
            raise refused(token, "只能有一条语句 (one statement only)", "请删去分号及其后的内容。")
    if opened:
        raise refused(tokens[opened[-1]], "括号没有结束 (a bracket is not closed)", "请补上右括号。")
    return Brackets(closing, {end: start for start, end in closing.items()})


def outside_brackets(tokens: Sequence[Token], start: int, end: int) -> Iterator[int]:
    """The tokens between two places that stand in no bracket of their own."""
    depth = 0
    for at in range(start + 1, end):
        depth += nesting(tokens[at])
        if depth == 0:
            yield at
