"""The rows that tell who two cadres are."""

from __future__ import annotations

from typing import Any, Final

from graph.errors import WithheldError
from graph.model.records.identity_ruling import IdentityRuling
from graph.model.schema import Access
from graph.model.words import sayings
from graph.store.connection import Graph
from queries.runner import run_view

_say: Final = sayings("queries")


def may_see_rulings(clearance: Access) -> None:
    """Raise WithheldError for a reader who may not see what is decided about who is who."""
    if clearance < IdentityRuling.TYPE.access:
        raise WithheldError(_say("identity_rulings_withheld"), hint=_say("identity_rulings_withheld_hint"))


def rows_of_pair(graph: Graph, one: str, other: str) -> tuple[list[dict[str, Any]], list[str]]:
    """Both cadres as `who_persons` tells them, and the names of all that may bear theirs; `[]` where one is gone."""
    rows = run_view(graph, "who_pair", ids=[one, other])
    if len(rows) != 2:
        return [], []
    return rows, [row["name"] for row in run_view(graph, "who_namesakes", ids=[one, other])]
