"""Editions of one document: of a table that its issuer gives out again only the newest holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph.errors import Place
from graph.model.words import listed, sayings
from graph.store.connection import Graph
from ingest.drafts import FindingDraft

_say: Final = sayings("ingest")
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Edition:
    """A document among those of its lineage."""

    document: str
    title: str
    form_date: str | None


def editions_of(graph: Graph, lineage: str) -> list[Edition]:
    """The documents of the lineage of which a record is in force."""
    cypher = (
        "MATCH (d:SourceDocument {lineage: $lineage}) "
        "WHERE EXISTS { MATCH (s:SourceRecord)-[:PART_OF]->(d) WHERE s.known_to IS NULL } "
        "RETURN d.id AS id, d.title AS title, d.form_date AS form_date ORDER BY id"
    )
    rows = graph.read(cypher, lineage=lineage)
    return [Edition(row["id"], row["title"] or "", row["form_date"]) for row in rows]


def newest_of(editions: Sequence[Edition]) -> Edition:
    """The one of the latest date; of equal date the last of the sequence, which came in last."""
    return max(enumerate(editions), key=lambda each: (each[1].form_date or "", each[0]))[1]


def edition_findings(
    editions: Sequence[Edition], newest: Edition, closed: Mapping[str, int]
) -> Iterator[tuple[str, FindingDraft]]:
    """What to say of each document: which it replaces, or that a newer one holds.

    `closed` are the records of each document that the newest no longer gives.
    """
    gone = [each for each in editions if closed.get(each.document)]
    if gone:
        titles = listed((each.title for each in gone), _SHOWN)
        reason = _say("newer-edition", count=sum(closed.values()), titles=titles)
        yield newest.document, FindingDraft(Place(), titles.zh, "newer-edition", "info", reason)
    for each in editions:
        if each != newest:
            reason = _say("older-edition", title=newest.title, date=newest.form_date or "—")
            yield each.document, FindingDraft(Place(), newest.title, "older-edition", "warning", reason)
