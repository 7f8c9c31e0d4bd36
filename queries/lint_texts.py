"""Texts that are cut as if they were lists (`c.name[0..1]`): one engine gives characters, another an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from graph.model.records import record_types
from graph.model.schema import Kind
from graph.model.words import sayings
from queries.clauses import clauses_of, items_of
from queries.fault import Fault
from queries.guard.brackets import match_brackets
from queries.guard.owned import owners_of
from queries.guard.tokens import Token, statement

_say: Final = sayings("queries")
_WRITTEN: Final = (Kind.TEXT, Kind.LONG_TEXT, Kind.DATE, Kind.INSTANT)

Owners = Mapping[str, frozenset[str]]


def texts_cut(cypher: str) -> Iterator[Fault]:
    """A fault for each text, a property or a name given to one, that stands before square brackets."""
    tokens = statement(cypher)
    owners = owners_of(tokens, match_brackets(tokens))
    named = frozenset(_named_texts(tokens, owners))
    for at in range(1, len(tokens)):
        if tokens[at].text == "[" and (text := _text_before(tokens[:at], owners, named)):
            what = _say("text_cut_like_list", text=text)
            yield Fault("Cypher", what, tokens[at].line, tokens[at].column)


def _text_before(tokens: Sequence[Token], owners: Owners, named: frozenset[str]) -> str:
    """How the text is written that these tokens end with; empty where they end with anything else."""
    if len(tokens) > 2 and tokens[-2].text == ".":
        whole = tokens[-3:]
        return "".join(token.text for token in whole) if _is_text(whole, owners) else ""
    return tokens[-1].text if tokens[-1].name in named and tokens[-1].kind in ("word", "quoted") else ""


def _named_texts(tokens: Sequence[Token], owners: Owners) -> Iterator[str]:
    """Names that every projection gives to a text."""
    items = [item for clause in clauses_of(tokens) if clause.word == "WITH" for item in items_of(clause)]
    for name in {item.name for item in items}:
        meant = [item.tokens for item in items if item.name == name and len(item.tokens) > 1]
        if meant and all(_is_text(each, owners) for each in meant):
            yield name


def _is_text(tokens: Sequence[Token], owners: Owners) -> bool:
    """Whether an expression is a property that is a text wherever it may stand."""
    if len(tokens) != 3 or tokens[1].text != ".":
        return False
    labels = owners.get(tokens[0].name, frozenset())
    declared = [
        record_types()[label].TYPE.properties.get(tokens[2].name) for label in labels if label in record_types()
    ]
    return bool(declared) and all(each is not None and each.kind in _WRITTEN for each in declared)
