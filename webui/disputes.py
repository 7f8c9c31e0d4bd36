"""Where sources differ: every value side by side, with the documents that give it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.model.schema import Evidence, Record
from webui.formats import date_text
from webui.language import say
from webui.records import field_title, value_text


@dataclass(frozen=True)
class Claim:
    """A value and the documents that give it, by title and form date; `stands` when it is the one chosen."""

    text: str
    documents: tuple[str, ...]
    stands: bool


@dataclass(frozen=True)
class Dispute:
    """One property on which the sources differ, the chosen value first."""

    title: str
    claims: tuple[Claim, ...]


def disputes(record: Record) -> tuple[Dispute, ...]:
    """The disputed properties of a record, in the order its alternatives name them."""
    by_property: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    by_record = {each.record_id: each for each in record.sources}
    for claim in json.loads(record.alternatives or "[]"):
        declared = record.TYPE.properties.get(claim["property"])
        if declared is not None:
            by_property[declared.name][value_text(declared, claim["value"])].append(_document(claim, by_record))
    return tuple(_dispute(record, name, claims) for name, claims in by_property.items() if name in record.disputed)


def _document(claim: Mapping[str, Any], by_record: Mapping[str, Evidence]) -> str:
    source = by_record.get(claim.get("record") or "")
    parts = (source.document if source else "", date_text(claim.get("date")))
    return " ".join(part for part in parts if part)


def _dispute(record: Record, name: str, claims: Mapping[str, list[str]]) -> Dispute:
    declared = record.TYPE.properties[name]
    chosen = value_text(declared, getattr(record, name)) or say("no_value")
    every = {chosen: claims.get(chosen, []), **claims}
    made = (Claim(text, tuple(dict.fromkeys(documents)), text == chosen) for text, documents in every.items())
    return Dispute(field_title(declared), tuple(made))
