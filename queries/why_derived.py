"""The reason of a row where a query's header gives none: its own patterns, carried to its end and bound to that row.

Every pattern of a MATCH becomes a path that each projection hands on, collected where rows are brought together, so
that groups and their numbers stay as they are. A thing of the row is looked for in the first pattern that finds it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from queries.clauses import Clause, Item, clauses_of, items_of, parts_of
from queries.guard.brackets import match_brackets, nesting, outside_brackets
from queries.guard.cost import loops_of
from queries.guard.tokens import AGGREGATES, SUB_QUERIES, Token, statement

PATH: Final = "why_"
"""How the paths are called; a query that has such a name itself is not derived."""

_CLAUSES: Final = frozenset(("MATCH", "OPTIONAL", "WITH", "UNWIND", "CALL", "UNION", "RETURN"))
_PLAIN: Final = 160
"""Longest text of a row that is compared: an address carries no more of it."""


def derived_why(cypher: str, row: Mapping[str, Any], *, exactly: bool = True) -> str | None:
    """Cypher that gives the paths behind a row of this query; None where the query has no pattern of its own.

    It knows the query's parameters and the row's values as `$row`, a thing by its id. The row is found by all its plain
    values where `exactly`, else by its things alone.
    """
    tokens = statement(cypher)
    if any(token.name.startswith(PATH) for token in tokens):
        return None
    names = (f"{PATH}{number}" for number in itertools.count(1))
    found = [_bound_part(part, row, names, exactly=exactly) for part in _united(tokens)]
    return "\nUNION ALL\n".join(filter(None, found)) or None


def _united(tokens: Sequence[Token]) -> Iterator[list[Clause]]:
    """The parts of a UNION, each its clauses; a query without one is the only part."""
    part = list[Clause]()
    for clause in clauses_of(tokens):
        if clause.word == "UNION":
            yield part
            part = []
        else:
            part.append(clause)
    yield part


def _bound_part(
    clauses: Sequence[Clause], row: Mapping[str, Any], names: Iterator[str], *, exactly: bool
) -> str | None:
    """A part of a query with its RETURN turned into the paths behind the row; None where it has no pattern."""
    last = next((at for at, each in enumerate(clauses) if each.word == "RETURN"), None)
    if last is None:
        return None
    items = list(items_of(clauses[last]))
    walk = _Walk(names, _bindings(clauses[:last], items, row))
    lines = [*walk.lines(clauses[:last]), *walk.drawn(clauses[last])]
    if not walk.paths:
        return None
    conditions = list(_conditions(items, row, exactly=exactly))
    lines.append(f"WITH {_handed_on(clauses[last], walk.paths)}")
    lines += ["WHERE " + " AND ".join(conditions)] if conditions else []
    return "\n".join([*lines, "RETURN [" + ", ".join(walk.paths) + "] AS paths"])


def _conditions(items: Sequence[Item], row: Mapping[str, Any], *, exactly: bool) -> Iterator[str]:
    for item in items:
        value, name = row.get(item.name), f"`{item.name}`"
        if _is_thing(value):
            yield f"{name}.id = $row.{name}"
        elif exactly and isinstance(value, (bool, int, str)) and len(str(value)) < _PLAIN:
            yield f"{name} = $row.{name}"


def _bindings(clauses: Sequence[Clause], items: Sequence[Item], row: Mapping[str, Any]) -> Mapping[int, str]:
    """By the place of a MATCH, the condition that what it finds is a thing of the row."""
    found: dict[int, list[str]] = {}
    for item in items:
        place = _bound_at(clauses, item) if _is_thing(row.get(item.name)) else None
        if place is not None:
            found.setdefault(place[0], []).append(f"`{place[1]}`.id = $row.`{item.name}`")
    return {at: " AND ".join(told) for at, told in found.items()}


class _Walk:
    """The clauses before a RETURN, told again with their patterns named; `paths` are the names at its end."""

    def __init__(self, names: Iterator[str], bound: Mapping[int, str]) -> None:
        self.paths: list[str] = []
        self._names = names
        self._bound = bound
        self._waiting: list[tuple[list[str], str]] = []

    def lines(self, clauses: Sequence[Clause]) -> Iterator[str]:
        for at, clause in enumerate(clauses):
            if clause.word == "MATCH":
                yield f"MATCH {self._patterns(clause)}"
                if at in self._bound and not (at + 1 < len(clauses) and clauses[at + 1].word == "WHERE"):
                    yield f"WHERE {self._bound[at]}"
            elif clause.word == "WHERE":
                self._waiting += _sub_queries(clause.tokens)
                said = _text(clause.tokens)
                yield f"WHERE {self._bound[at - 1]} AND ({said})" if at - 1 in self._bound else f"WHERE {said}"
            elif clause.word == "WITH":
                yield from self.drawn(clause)
                yield f"WITH {_handed_on(clause, self.paths)}"
            elif clause.word == "CALL":
                yield f"CALL {self._called(clause.tokens)}"
            else:
                yield f"{clause.at.text} {_text(clause.tokens)}".rstrip()

    def drawn(self, projection: Clause) -> Iterator[str]:
        """What sub-queries and lists looked for, as a list of paths, before their variables go out of sight."""
        self._waiting += _sub_queries(projection.tokens)
        told = []
        for patterns, condition in self._waiting:
            inner = [next(self._names) for _ in patterns]
            self.paths.append(next(self._names))
            looked = ", ".join(f"{name} = {pattern}" for name, pattern in zip(inner, patterns, strict=True))
            found = inner[0] if len(inner) == 1 else f"[{', '.join(inner)}]"
            told.append(f"COLLECT {{ MATCH {looked}{condition} RETURN {found} }} AS {self.paths[-1]}")
        self._waiting = []
        if told:
            yield "WITH *, " + ", ".join(told)

    def _patterns(self, clause: Clause) -> str:
        """The patterns of a MATCH, each a path with a name."""
        told = []
        for part in parts_of(clause.tokens):
            named = len(part) > 1 and part[1].text == "="
            self.paths.append(f"`{part[0].name}`" if named else next(self._names))
            told.append(_text(part) if named else f"{self.paths[-1]} = {_text(part)}")
        return ", ".join(told)

    def _called(self, tokens: Sequence[Token]) -> str:
        """A sub-query that gives its paths too; a procedure as it stands."""
        opening = next((at for at, token in enumerate(tokens) if token.text == "{"), None)
        if opening is None or (opening and tokens[0].text != "("):
            return _text(tokens)
        inside = _inside(tokens, opening)
        path = next(self._names)
        parts = [_called_part(part, self._names, path) for part in _united(inside)]
        self.paths.append(path)
        union = "UNION ALL" if any(token.upper == "UNION" for token in inside) else "UNION"
        body = f"\n{union}\n".join(parts)
        return f"{_text(tokens[:opening])} {{\n{body}\n}}".lstrip()


def _called_part(clauses: Sequence[Clause], names: Iterator[str], path: str) -> str:
    """A part of a sub-query whose RETURN gives what it gave and a list of its paths, under one name."""
    last = next(at for at, each in enumerate(clauses) if each.word == "RETURN")
    walk = _Walk(names, {})
    lines = [*walk.lines(clauses[:last]), *walk.drawn(clauses[last])]
    lines.append(f"RETURN {_handed_on(clauses[last], walk.paths, path)}")
    return "\n".join([*lines, *(f"{each.at.text} {_text(each.tokens)}" for each in clauses[last + 1 :])])


def _is_thing(value: object) -> bool:
    """Whether a cell of a row names a thing: by its label and id, as an address carries it."""
    return isinstance(value, Mapping) and {"id", "label"} <= value.keys()


def _bound_at(clauses: Sequence[Clause], item: Item) -> tuple[int, str] | None:
    """Where a column that is a plain variable is first found by a MATCH, and what it is called there."""
    name, found = _variable(item.tokens), None
    for at, clause in reversed(list(enumerate(clauses))):
        if name is None or clause.word in ("SKIP", "LIMIT"):
            break
        if clause.word == "MATCH":
            optional = at > 0 and clauses[at - 1].word == "OPTIONAL"
            found = (at, name) if not optional and _finds(clause.tokens, name) else found
        elif clause.word == "WITH":
            items = {each.name: each for each in items_of(clause)}
            name = _variable(items[name].tokens) if name in items else name if "*" in items else None
    return found


def _variable(tokens: Sequence[Token]) -> str | None:
    return tokens[0].name if len(tokens) == 1 and tokens[0].kind in ("word", "quoted") else None


def _finds(tokens: Sequence[Token], name: str) -> bool:
    """Whether a pattern has a node of this name."""
    return any(token.text == "(" and tokens[at + 1].name == name for at, token in enumerate(tokens[:-1]))


def _handed_on(clause: Clause, paths: Sequence[str], together: str = "") -> str:
    """The items of a projection and the paths: collected where it brings rows together, so that its groups stay.

    With `together` all of the paths are one list of that name.
    """
    items = list(items_of(clause))
    told = [f"{_text(each.tokens)} AS `{each.name}`" if each.name != "*" else "*" for each in items]
    distinct = bool(clause.tokens) and clause.tokens[0].upper == "DISTINCT"
    grouped = distinct or any(_brings_together(each.tokens) for each in items)
    if "*" in told and (grouped or not together):
        return _text(clause.tokens)
    handed = [f"collect({each})" for each in paths] if grouped else list(paths)
    if together:
        return ", ".join([*told, f"[{', '.join(handed)}] AS {together}"])
    return ", ".join([*told, *(f"{each} AS {name}" for each, name in zip(handed, paths, strict=True))])


def _brings_together(tokens: Sequence[Token]) -> bool:
    """Whether an expression aggregates, outside of any sub-query of its own."""
    depth = 0
    for at, token in enumerate(tokens[:-1]):
        if token.kind == "sign" and token.text in "{}":
            depth += nesting(token)
        if depth == 0 and token.name.lower() in AGGREGATES and tokens[at + 1].text == "(":
            return True
    return False


def _sub_queries(tokens: Sequence[Token]) -> Iterator[tuple[list[str], str]]:
    """The patterns of each sub-query and each list of a pattern, with their condition; none of those in loops."""
    brackets = match_brackets(tokens)
    loops = [range(each.at, each.end) for each in loops_of(tokens, brackets)]
    lists = [range(start, end) for start, end in brackets.closing.items() if tokens[start].text == "["]
    for at in range(len(tokens) - 1):
        opening = at + 1 if tokens[at].upper in SUB_QUERIES and tokens[at + 1].text == "{" else at
        if any(at in each[1:] for each in (*loops, *lists)) or opening not in brackets.closing:
            continue
        inside = tokens[opening + 1 : brackets.closing[opening]]
        if opening > at:
            until = next((end for end, each in enumerate(inside) if each.upper == "RETURN"), len(inside))
            yield from _plain(inside[:until])
        elif at in map(_first, lists) and inside and inside[0].text == "(":
            bars = [
                bar for bar in outside_brackets(tokens, opening, brackets.closing[opening]) if tokens[bar].text == "|"
            ]
            yield from _plain(tokens[opening + 1 : bars[0]]) if bars else ()


def _first(places: range) -> int:
    return places.start


def _plain(inside: Sequence[Token]) -> Iterator[tuple[list[str], str]]:
    """The patterns and the condition of a sub-query that has but one MATCH."""
    plain = inside[1:] if inside and inside[0].upper == "MATCH" else inside
    where = next((at for at, token in enumerate(plain) if token.upper == "WHERE"), len(plain))
    patterns = list(parts_of(plain[:where]))
    if (
        patterns
        and all(each and each[0].text == "(" for each in patterns)
        and not _CLAUSES & {each.upper for each in plain}
    ):
        yield [_text(each) for each in patterns], f" {_text(plain[where:])}".rstrip()


def _inside(tokens: Sequence[Token], opening: int) -> Sequence[Token]:
    return tokens[opening + 1 : match_brackets(tokens).closing[opening]]


def _text(tokens: Sequence[Token]) -> str:
    """The text of tokens, apart where they stood apart."""
    told, before = "", None
    for token in tokens:
        joined = before is not None and (before.line, before.column + len(before.text)) == (token.line, token.column)
        told += token.text if joined or before is None else f" {token.text}"
        before = token
    return told
