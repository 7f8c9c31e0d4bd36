"""The holdings of some units, as the graph has them or as the records told them on an earlier day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from analysis.team.model import Holding, holding_of
from graph.errors import WithheldError
from graph.model.records.tenure import Tenure
from ingest.past.holdings import holdings_known_on
from queries.runner import run_view
from webui.frame.language import say
from webui.held.services import services

MOST: Final = 5000
"""Most holdings of one page."""


def holdings_of(units: Sequence[str], known: str = "") -> tuple[Holding, ...]:
    """Every holding at these units; with a day `YYYY-MM-DD`, as it was known at its end.

    Raises WithheldError where the reader may not see who holds a post.
    """
    using = services()
    if using.settings.clearance < Tenure.TYPE.access:
        raise WithheldError(say("team_withheld", level=int(Tenure.TYPE.access)), hint=say("team_withheld_hint"))
    if known:
        rows = holdings_known_on(using.graph, using.settings, units, known)
    else:
        rows = run_view(using.graph, "holdings", units=list(units), limit=MOST)
    return tuple(holding_of(row) for row in rows)
