"""The guard before the engine's own lock: a query is cut into tokens, and only plain reading of the model passes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from graph.model.schema import Access
from graph.model.words import sayings
from queries.guard.brackets import match_brackets
from queries.guard.errors import UnsafeQuery
from queries.guard.lists import allowed
from queries.guard.reach import Problem, reach_of
from queries.guard.shape import check_shape
from queries.guard.tokens import Token, statement

_say: Final = sayings("queries.guard")

__all__ = ["Inspection", "Problem", "UnsafeQuery", "inspect"]


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a query reads: the class it needs, labels, relation types, properties and parameters, unknown names."""

    access: Access
    labels: frozenset[str]
    types: frozenset[str]
    properties: frozenset[str]
    parameters: frozenset[str]
    problems: tuple[Problem, ...]
    tokens: tuple[Token, ...]


@lru_cache(maxsize=512)
def inspect(cypher: str, *, ours: str = "") -> Inspection:
    """What a query reads; raises UnsafeQuery, with line and column, for whatever is not plain reading.

    A name the model does not know is a problem and no refusal: the graph may have been filled by other programs. Lists
    whose names begin with `ours` are made by the program for one row of an answer, and may be collected more than once.
    """
    if len(cypher) > allowed()["longest_text"]:
        raise UnsafeQuery(_say("query_too_long"), hint=_say("query_too_long_hint"), line=1, column=1)
    tokens = statement(cypher)
    brackets = match_brackets(tokens)
    check_shape(tokens, brackets, ours)
    reach = reach_of(tokens, brackets)
    parameters = frozenset(token.name for token in tokens if token.kind == "parameter")
    return Inspection(reach.access, reach.labels, reach.types, reach.properties, parameters, reach.problems, tokens)
