"""What the engine has against a query file: its own syntax, variables and types, by planning it and running nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from graph.model.words import sayings
from graph.store.connection import Graph
from graph.store.refusal import Refusal
from queries.fault import Fault
from queries.file import QueryFile
from queries.guard import inspect
from queries.guard.tokens import Token

_say: Final = sayings("queries")


def engine_faults(graph: Graph, query: QueryFile) -> list[Fault]:
    """Why the engine at hand would not run the query or its `why`; empty when it would.

    Raises UnsafeQuery for what the guard refuses: that is no text to show to an engine.
    """
    return [
        *(each.in_cypher(query) for each in _asked(graph, "Cypher", query.cypher)),
        *(each.in_why(query) for each in _asked(graph, "why", query.header.why or "")),
    ]


def _asked(graph: Graph, where: str, cypher: str) -> Iterator[Fault]:
    """The refusal of one text; its place counts from the start of the text."""
    tokens = inspect(cypher).tokens if cypher else ()
    if tokens and (found := graph.refusal(cypher)):
        line, column = (found.line, found.column) if found.line else _named_place(found, tokens)
        yield Fault(where, _say("engine_refuses_text", what=found.what), line, column)


def _named_place(refusal: Refusal, tokens: Sequence[Token]) -> tuple[int | None, int | None]:
    """Where a name stands last that the engine complains of without a place; no property is meant by it."""
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].name in refusal.names and (at == 0 or tokens[at - 1].text != "."):
            return tokens[at].line, tokens[at].column
    return None, None
