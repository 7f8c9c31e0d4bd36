"""The holdings of some units, as the graph has them or as the records told them on an earlier day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from analysis.team.model import Holding, holding_of
from graph.errors import WithheldError
from graph.model.records.tenure import Tenure
from ingest.past.facts import facts_known_on
from ingest.past.holdings import holdings_known_on
from queries.dossier import as_record
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


def holdings_of_post(post: str, tenures: Sequence[str], known: str) -> tuple[Holding, ...]:
    """Every holding of a post as it was known at the end of a day `YYYY-MM-DD`.

    Looked at are those whom these tenures, the post's of today, are about.
    """
    using = services()
    rows = facts_known_on(using.graph, using.settings, dict.fromkeys(tenures, Tenure.TYPE.label), known)
    records = (as_record(row) for row in rows.values() if row["label"] == Tenure.TYPE.label)
    told = (each for each in records if isinstance(each, Tenure) and any(edge.id == post for edge in each.post))
    return tuple(holding_from(each) for each in told if each.cadre)


def holding_from(tenure: Tenure) -> Holding:
    """A tenure as teams are made of it."""
    same = ("id", "title", "rank", "start", "end", "kind", "concurrent", "acting", "order")
    row = {name: getattr(tenure, name) for name in same} | {
        "cadre": tenure.cadre[0].id,
        "name": tenure.cadre[0].name,
        "unit_id": tenure.unit[0].id if tenure.unit else "",
        "unit": tenure.unit_name,
        "status": tenure.end_status,
        "category": tenure.member_category,
        "documents": [{"record_id": each.record_id, "title": each.document} for each in tenure.sources],
    }
    return holding_of(row)
