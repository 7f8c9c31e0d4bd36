"""Whether a reader's class reaches what a query reads: what it declares, and what its text shows."""

from __future__ import annotations

from typing import Final

from graph.errors import WithheldError
from graph.model.schema import Access
from graph.model.words import sayings
from queries.file import QueryFile
from queries.guard import UnsafeQuery, inspect

_say: Final = sayings("queries")


def may_run(query: QueryFile, clearance: Access) -> None:
    """Raise WithheldError where the reader's class is too low, UnsafeQuery where the text does more than read."""
    try:
        needed = max(query.access, inspect(query.cypher).access)
    except UnsafeQuery as error:
        raise error.further_down(query.lines_above) from error
    _refuse_above(query, needed, clearance)


def may_explain(query: QueryFile, clearance: Access) -> None:
    """The same, also of the text that tells why a row is there: that of a draft may read more than its query."""
    may_run(query, clearance)
    try:
        needed = inspect(query.header.why).access if query.header.why else Access.PUBLIC
    except UnsafeQuery as error:
        raise error.further_down(query.lines_above_why) from error
    _refuse_above(query, needed, clearance)


def _refuse_above(query: QueryFile, needed: Access, clearance: Access) -> None:
    if needed > clearance:
        raise WithheldError(
            _say("query_withheld", query=query.name, needed=int(needed), clearance=int(clearance)),
            hint=_say("query_withheld_hint"),
        )
