"""Who held a cadre's posts before, and who came after: a table of what is concluded from the tenures of others."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.network.facts import Holding
from graph.model.postings import posting
from queries.tie_facts import rows_among
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.held.services import services
from webui.parts.components import Cell, Column, Table, table, told_columns
from webui.parts.formats import interval_text
from webui.parts.turns import turns_of


def turns_table(cadre_id: str) -> Table | None:
    """A line for each post with a known holder before or after, the newest first; None where there is none."""
    held = [Holding(**row) for row in rows_among(services().graph, [cadre_id]).holdings]
    turns = turns_of(held)
    own = [each for each in held if each.cadre == cadre_id and (each.id in turns.before or each.id in turns.after)]
    own.sort(key=lambda each: (each.start or "", each.id), reverse=True)
    rows = [_row(each, turns.before.get(each.id), turns.after.get(each.id)) for each in own]
    return told_columns(table(say("turns_title"), _columns(), rows)) if rows else None


def _columns() -> Sequence[Column]:
    columns = [Column(say("turns_post")), Column(say("turns_span"), "date")]
    for side in ("before", "after"):
        columns += [Column(say(f"turns_{side}")), Column(say(f"turns_{side}_span"), "date")]
    return columns


def _row(own: Holding, before: Holding | None, after: Holding | None) -> list[Cell]:
    post = Cell(posting(own.unit_name, own.title), href=Urls().post(own.post) if own.post else None)
    return [post, _span(own), *_other(before), *_other(after)]


def _other(held: Holding | None) -> list[Cell]:
    return [Cell(held.name, href=Urls().cadre(held.cadre)), _span(held)] if held else [Cell(), Cell()]


def _span(held: Holding) -> Cell:
    return Cell(interval_text(held.start, held.end, held.status), href=Urls().evidence(held.id))
