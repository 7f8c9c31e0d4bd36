r"""Cypher cut into tokens, in a way on which both engines agree; what they may read differently is refused.

Neo4j resolves `\\uXXXX` before it looks at strings and comments, so that an escaped quote ends a string there and not
elsewhere: such escapes are refused anywhere. So are white space and line ends that only one engine takes for such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from graph.model.words import Both, sayings
from queries.guard.errors import UnsafeQuery

_say: Final = sayings("queries.guard")

Kind = Literal["word", "quoted", "string", "number", "parameter", "sign"]


AGGREGATES: Final = frozenset(
    ("count", "collect", "sum", "avg", "min", "max", "stdev", "stdevp", "percentilecont", "percentiledisc")
)
"""The functions that bring rows together, in lower case."""

ADDING: Final = ("+", "||")
"""The signs that put two texts or two lists together."""

SUB_QUERIES: Final = ("EXISTS", "COUNT", "COLLECT")
"""The words before sub-queries that are values, in capitals."""


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its kind, its text, what it names (a word or quoted name without back-ticks), and where it stands.

    `upper` is a bare word in capitals, as keywords are compared; empty for every other token, for a quoted name and the
    name of a property too: `t.order` orders nothing.
    """

    kind: Kind
    text: str
    name: str
    upper: str
    line: int
    column: int


def refused(token: Token, message: Both, hint: Both) -> UnsafeQuery:
    """The refusal of a query at a token."""
    told = _say("refused_token", what=message, token=token.text[:40])
    return UnsafeQuery(told, hint=hint, line=token.line, column=token.column)


_PATTERN: Final = re.compile(
    r"""
    (?P<blank>[ \t\n]+)
  | (?P<comment>//[^\n]*|/\*.*?\*/)
  | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
  | (?P<quoted>`(?:[^`]|``)*`)
  | (?P<parameter>\$(?:\w+|`(?:[^`]|``)*`))
  | (?P<number>0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|(?:\d[\d_]*\.\d[\d_]*|\d[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)
  | (?P<word>[^\W\d]\w*)
  | (?P<sign>\.\.|<>|<=|>=|=~|->|<-|\|\||::|\+=|[()\[\]{},.:;|&!%=<>+\-*/^$])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED: Final = re.compile(r"\\[uU]")
_FOREIGN: Final = re.compile(
    r"[^\S \t\n]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
)


def tokenise(cypher: str) -> tuple[Token, ...]:
    """The tokens of a query without comments and white space; raises UnsafeQuery at what is no token."""
    text = cypher.replace("\r\n", "\n")
    if found := _ESCAPED.search(text):
        raise _refused(text, found.start(), _say("unicode_escape"), _say("unicode_escape_hint"))
    return tuple(_tokens(text))


def statement(cypher: str) -> tuple[Token, ...]:
    """The tokens of a query without the semicolon that may end it; raises UnsafeQuery as `tokenise` does."""
    tokens = tokenise(cypher)
    return tokens[:-1] if tokens and tokens[-1].text == ";" else tokens


def _tokens(text: str) -> Iterator[Token]:
    at, line, begun = 0, 1, 0
    before = ""
    while at < len(text):
        found = _PATTERN.match(text, at)
        if found is None:
            raise _no_token(text, at)
        kind, said = found.lastgroup, found[0]
        if kind not in ("blank", "comment", None):
            yield _token(kind, said, line, at - begun + 1, is_property=before == ".")
            before = said
        _check_spaces(text, at, said, kind)
        if "\n" in said:
            line += said.count("\n")
            begun = at + said.rindex("\n") + 1
        at = found.end()


def _token(kind: str, said: str, line: int, column: int, *, is_property: bool) -> Token:
    name = said.removeprefix("$") if kind == "parameter" else said
    if name.startswith("`"):
        name = name[1:-1].replace("``", "`")
    upper = said.upper() if kind == "word" and not is_property else ""
    return Token(kind, said, name, upper, line, column)  # type: ignore[arg-type]  # the groups of the pattern are the kinds


def _check_spaces(text: str, at: int, said: str, kind: str | None) -> None:
    """Line ends and spaces that one engine sees and another does not may stand in strings only."""
    if kind != "string" and (found := _FOREIGN.search(said)):
        raise _no_token(text, at + found.start())


def _no_token(text: str, at: int) -> UnsafeQuery:
    character = text[at]
    if character in "'\"`":
        return _refused(text, at, _say("quote_not_closed", character=character), _say("quote_not_closed_hint"))
    if text.startswith("/*", at):
        return _refused(text, at, _say("comment_not_closed"), _say("comment_not_closed_hint"))
    return _refused(text, at, _say("strange_character", character=character), _say("strange_character_hint"))


def _refused(text: str, at: int, message: Both, hint: Both) -> UnsafeQuery:
    line = text.count("\n", 0, at) + 1
    return UnsafeQuery(
        _say("refused_without_token", what=message), hint=hint, line=line, column=at - (text.rfind("\n", 0, at) + 1) + 1
    )
