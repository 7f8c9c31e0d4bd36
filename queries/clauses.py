"""A query cut into its clauses, and a projection into its columns, from its tokens and without running it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from queries.guard.brackets import nesting
from queries.guard.tokens import Token

_STARTS: Final = frozenset(
    ("MATCH", "OPTIONAL", "WHERE", "WITH", "UNWIND", "RETURN", "CALL", "UNION", "ORDER", "SKIP", "LIMIT")
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause outside of any bracket: the token it starts with and what follows it."""

    at: Token
    tokens: tuple[Token, ...]

    @property
    def word(self) -> str:
        """Its first word in capitals."""
        return self.at.upper


@dataclass(frozen=True, slots=True)
class Item:
    """One column of a WITH or RETURN: its name, the alias or the expression as it stands, and the expression."""

    name: str
    tokens: tuple[Token, ...]


def clauses_of(tokens: Sequence[Token]) -> Iterator[Clause]:
    """The clauses in their order; what stands in brackets, a sub-query too, belongs to the clause around it."""
    starts, depth = list[int](), 0
    end = len(tokens)
    for at, token in enumerate(tokens):
        depth += nesting(token)
        if token.text == ";":
            end = at
        elif depth == 0 and _starts(tokens, at):
            starts.append(at)
    for at, until in zip(starts, [*starts[1:], end], strict=True):
        yield Clause(tokens[at], tuple(tokens[at + 1 : until]))


def items_of(projection: Clause) -> Iterator[Item]:
    """The columns of a WITH or RETURN."""
    tokens = projection.tokens
    for part in parts_of(tokens[1:] if tokens and tokens[0].upper == "DISTINCT" else tokens):
        named = len(part) > 2 and part[-2].upper == "AS"
        yield Item(part[-1].name, part[:-2]) if named else Item("".join(token.text for token in part), part)


def parts_of(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """What commas outside of any bracket part."""
    begun, depth = 0, 0
    for at, token in enumerate(tokens):
        depth += nesting(token)
        if depth == 0 and token.text == "," and token.kind == "sign":
            yield tuple(tokens[begun:at])
            begun = at + 1
    if begun < len(tokens):
        yield tuple(tokens[begun:])


def _starts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause starts here: after a dot or AS such a word is a name, `STARTS WITH` compares."""
    before = tokens[at - 1] if at else None
    compares = tokens[at].upper == "WITH" and before is not None and before.upper in ("STARTS", "ENDS")
    named = before is not None and (before.text == ":" or before.upper == "AS" or compares)
    return tokens[at].upper in _STARTS and not named
