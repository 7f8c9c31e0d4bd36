"""Which types the columns of a query can have, as far as its tokens tell: a node by its label, a property by the model.

An expression of which this is not certain tells nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from graph.model.records import record_types
from graph.model.schema import Kind
from queries.clauses import clauses_of, items_of
from queries.file import ColumnType
from queries.guard.brackets import match_brackets
from queries.guard.owned import owners_of
from queries.guard.tokens import Token, statement

Types = tuple[ColumnType, ...]

_KINDS: Final[Mapping[Kind, Types]] = {
    Kind.TEXT: ("text", "value"),
    Kind.LONG_TEXT: ("text", "value"),
    Kind.DATE: ("day", "month", "text", "value"),
    Kind.YEAR: ("integer", "number", "value"),
    Kind.INTEGER: ("integer", "number", "value"),
    Kind.NUMBER: ("number", "value"),
    Kind.YES_NO: ("yes_no", "value"),
    Kind.TEXTS: ("texts", "value"),
    Kind.INSTANT: ("text", "day", "value"),
}
_LABELS: Final[Mapping[str, Types]] = {"Cadre": ("cadre",), "Unit": ("unit",), "Post": ("post",)}
_COUNTED: Final[Types] = ("integer", "number", "value")
_WRITTEN: Final[Types] = ("text", "day", "month", "value")
_LISTED: Final[Types] = ("things", "texts", "value")
_FUNCTIONS: Final[Mapping[str, Types]] = {
    **dict.fromkeys(("count", "size", "length", "tointeger", "tointegerornull"), _COUNTED),
    **dict.fromkeys(("tostring", "left", "right", "substring", "trim", "tolower", "toupper", "replace"), _WRITTEN),
    **dict.fromkeys(("collect", "nodes", "relationships", "split", "keys", "labels"), _LISTED),
    **dict.fromkeys(("exists", "isempty", "toboolean"), ("yes_no", "value")),
}
_SUBQUERIES: Final[Mapping[str, Types]] = {
    "EXISTS": ("yes_no", "value"),
    "COUNT": _COUNTED,
    "COLLECT": _LISTED,
}


def types_returned(cypher: str) -> Mapping[str, Types]:
    """By the name of a column the types that it may be declared as; only columns of which that is certain."""
    tokens = statement(cypher)
    clauses = list(clauses_of(tokens))
    if any(clause.word == "UNION" for clause in clauses):
        return {}
    owners = owners_of(tokens, match_brackets(tokens))
    known: dict[str, Types] = {}
    for clause in clauses:
        if clause.word in ("WITH", "RETURN"):
            found = {item.name: _types(item.tokens, known, owners) for item in items_of(clause)}
            known = {name: types for name, types in found.items() if types}
    return known


def _types(tokens: Sequence[Token], known: Mapping[str, Types], owners: Mapping[str, frozenset[str]]) -> Types:
    first = tokens[0]
    if len(tokens) == 1:
        return known.get(first.name) or _thing(owners.get(first.name, frozenset()))
    if len(tokens) == 3 and tokens[1].text == ".":
        return _property(tokens[2].name, owners.get(first.name, frozenset()))
    if _is_whole(tokens, "("):
        return _FUNCTIONS.get(first.name.lower(), ())
    return _SUBQUERIES.get(first.upper, ()) if _is_whole(tokens, "{") else ()


def _thing(labels: frozenset[str]) -> Types:
    """What a node of these labels may be declared as; nothing for a relation or for several labels."""
    label = next(iter(labels), "")
    return _LABELS.get(label, ("record",)) if len(labels) == 1 and label in record_types() else ()


def _property(name: str, labels: frozenset[str]) -> Types:
    """What a property may be declared as, where all who have it agree."""
    kinds = {
        declared.TYPE.properties[name].kind
        for label, declared in record_types().items()
        if label in labels and name in declared.TYPE.properties
    }
    return _KINDS[kinds.pop()] if len(kinds) == 1 else ()


def _is_whole(tokens: Sequence[Token], opening: str) -> bool:
    """Whether a bracket after the first word is closed by the last token."""
    return tokens[1].text == opening and match_brackets(tokens).closing.get(1) == len(tokens) - 1
