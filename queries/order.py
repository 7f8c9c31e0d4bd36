"""Whether the order of a query tells its rows apart: rows that tie may come in another order on another engine.

Read from the tokens: each column follows from the variables in its expression, an aggregate from the columns beside
it, a record from its id. Where the keys of the last ORDER BY lead to every column, rows that tie are equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from queries.clauses import Clause, Item, clauses_of, items_of, parts_of
from queries.guard.brackets import match_brackets
from queries.guard.tokens import AGGREGATES, Token

_DIRECTIONS: Final = ("ASC", "ASCENDING", "DESC", "DESCENDING")


def columns_that_tie(tokens: Sequence[Token], one_row_for: Sequence[str] = ()) -> tuple[str, ...]:
    """The columns in which rows of one place in the order may differ; none where the order tells all rows apart.

    `one_row_for` are columns that are said to be another in every row: the order need only settle them.
    """
    clauses = list(clauses_of(tokens))
    if any(clause.word == "UNION" for clause in clauses):
        returned = [clause for clause in clauses if clause.word == "RETURN"]
        return tuple(item.name for clause in returned[-1:] for item in items_of(clause))
    walk = _Walk()
    for clause in clauses:
        walk.take(clause)
    tied = walk.tied()
    return tied if set(tied) & set(one_row_for or tied) else ()


def order_place(tokens: Sequence[Token]) -> tuple[int, int]:
    """Line and column of the last ORDER BY outside of brackets, or of the first word where there is none."""
    orders = [clause.at for clause in clauses_of(tokens) if clause.word == "ORDER"]
    at = orders[-1] if orders else tokens[0]
    return at.line, at.column


class _Walk:
    """Goes through the clauses with what is in scope, each meaning of a name a symbol of its own."""

    def __init__(self) -> None:
        self._numbers = count()
        self._scope: dict[str, str] = {}
        self._rules: list[tuple[frozenset[str], str]] = []
        self._one_row = False
        self._columns: tuple[str, ...] = ()
        self._keys: set[str] = set()
        self._imported: frozenset[str] = frozenset()
        """What the sub-query that is walked takes from outside: it groups for each of these anew."""

    def take(self, clause: Clause) -> None:
        """One clause: a projection names anew, ORDER BY has the keys, all others may bring variables."""
        if clause.word in ("WITH", "RETURN"):
            self._keys = set()
            self._project(tuple(items_of(clause)), ends=clause.word == "RETURN")
        elif clause.word == "ORDER":
            keys = [_without_direction(key) for key in parts_of(clause.tokens[1:])]
            self._keys = {each for key in keys for each in self._told_by(key)}
        elif clause.word == "CALL" and self._call(clause.tokens):
            self._one_row = False
        elif clause.word not in ("WHERE", "SKIP", "LIMIT"):
            self._one_row &= clause.word == "OPTIONAL"
            for name in _variables(clause.tokens):
                self._scope.setdefault(name, self._symbol(name))

    def tied(self) -> tuple[str, ...]:
        """The columns that do not follow from the keys of the order."""
        found, more = set(self._keys), set(self._keys)
        while more:
            more = {name for given, name in self._rules if given <= found} - found
            found |= more
        return () if self._one_row else tuple(name for name in self._columns if self._scope[name] not in found)

    def _call(self, tokens: Sequence[Token]) -> bool:
        """Walk through a sub-query, which adds the columns that it returns; not through a procedure or a UNION."""
        opening = next((at for at, token in enumerate(tokens) if token.text == "{"), None)
        inside = tokens[opening + 1 : match_brackets(tokens).closing[opening]] if opening is not None else ()
        clauses = list(clauses_of(inside))
        if not clauses or any(each.word == "UNION" for each in clauses):
            return False
        outside, keys, imported = self._scope, self._keys, self._imported
        given = tokens[:opening] or (clauses[0].tokens if clauses[0].word == "WITH" else ())
        named = {token.name for token in given}
        taken = {name: symbol for name, symbol in outside.items() if named & {name, "*"}}
        self._scope, self._imported = dict(taken), imported | frozenset(taken.values())
        for clause in clauses:
            self.take(clause)
        returned = {name: self._scope[name] for name in self._columns if name in self._scope}
        self._scope, self._keys, self._imported = {**outside, **returned}, keys, imported
        return True

    def _project(self, items: Sequence[Item], *, ends: bool) -> None:
        before, named = dict(self._scope), dict[str, str]()
        plain = [item for item in items if not _aggregates(item.tokens)]
        for item in items:
            named[item.name] = self._symbol(item.name)
            if item in plain:
                self._rules.append((frozenset(self._used(item.tokens)), named[item.name]))
                self._rules += [(frozenset({named[item.name]}), told) for told in self._told_by(item.tokens)]
                self._rules += [(frozenset({told}), named[item.name]) for told in self._told_by(item.tokens, own=True)]
        groups = frozenset(named[item.name] for item in plain) | self._imported
        self._rules += [(groups, named[item.name]) for item in items if item not in plain]
        self._one_row = bool(items) and not plain
        self._columns = tuple(named)
        keeps_all = ends or any(item.name == "*" for item in items)
        self._scope = {**before, **named} if keeps_all else named

    def _used(self, tokens: Sequence[Token]) -> set[str]:
        return {self._scope[name] for name in _variables(tokens) if name in self._scope}

    def _told_by(self, tokens: Sequence[Token], *, own: bool = False) -> tuple[str, ...]:
        """What is known once this value is: a variable, a property, the record whose id it is (unless `own`)."""
        texts = [token.text.lower() for token in tokens]
        if texts[:2] == ["coalesce", "("] and texts.count(",") == 1 and not own:
            return self._told_by(tokens[2 : texts.index(",")])
        if len(tokens) == 1:
            return (self._scope.get(tokens[0].name, tokens[0].name),)
        if len(tokens) == 3 and texts[1] == ".":
            record = self._scope.get(tokens[0].name, tokens[0].name)
            return (f"{record}.{texts[2]}", record) if texts[2] == "id" and not own else (f"{record}.{texts[2]}",)
        if len(tokens) == 4 and texts[0] in ("id", "elementid") and not own:
            return (self._scope.get(tokens[2].name, ""),)
        return ()

    def _symbol(self, name: str) -> str:
        return f"{name}#{next(self._numbers)}"


def _variables(tokens: Sequence[Token]) -> Iterator[str]:
    """The words that may be variables: not after a dot or a colon, not before a bracket or the colon of a key."""
    for at, token in enumerate(tokens):
        before = tokens[at - 1].text if at else ""
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if token.kind in ("word", "quoted") and before not in (".", ":") and after != "(":
            yield token.name


def _without_direction(key: tuple[Token, ...]) -> tuple[Token, ...]:
    return key[:-1] if key and key[-1].upper in _DIRECTIONS else key


def _aggregates(tokens: Sequence[Token]) -> bool:
    return any(token.name.lower() in AGGREGATES and tokens[at + 1].text == "(" for at, token in enumerate(tokens[:-1]))
