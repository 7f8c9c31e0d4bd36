"""Evidence as pages show it: which document, where in it, of what kind, by whom, of what date, and how it came here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.model.codes import code_list
from graph.model.schema import Evidence
from queries.evidence import Delivery
from webui.frame.language import language, say
from webui.parts.components import Source
from webui.parts.findings import place_text
from webui.parts.formats import date_text


def where_text(evidence: Evidence) -> str:
    """Place, kind of source, author and date on one line."""
    parts = (
        place_text(evidence.sheet, evidence.row, evidence.line, evidence.column) or evidence.locator,
        code_list("origin").label(evidence.origin, language()) if evidence.origin else "",
        say("source_author", author=evidence.author) if evidence.author else "",
        say("source_date", date=date_text(evidence.date)) if evidence.date else "",
    )
    return " · ".join(part for part in parts if part)


def sources(evidence: Sequence[Evidence], deliveries: Mapping[str, Delivery] | None = None) -> tuple[Source, ...]:
    """The evidence as a list, newest first, each with its batch where `deliveries` tell it."""
    found = deliveries or {}
    newest_first = sorted(evidence, key=lambda each: (each.date or "", each.document), reverse=True)
    return tuple(Source(each, where_text(each), found.get(each.document_id)) for each in newest_first)
