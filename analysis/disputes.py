"""Where the sources of one record differ: every value, who says it, and by which rule one of them holds. Pure."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from graph.model.schema import Evidence, Record


@dataclass(frozen=True)
class Said:
    """One value as one source record gives it; `evidence` is that source, None for a ruling."""

    value: Any
    record: str
    date: str | None
    evidence: Evidence | None
    rule: str


@dataclass(frozen=True)
class Difference:
    """One property on which sources differ or somebody ruled; `value` holds, by `rule`.

    `ruling` is the source record in which a person ruled so, empty where none did.
    """

    name: str
    value: Any
    rule: str
    ruling: str
    said: tuple[Said, ...]


def differences(record: Record) -> tuple[Difference, ...]:
    """The properties of a record that are disputed or ruled on, in the order its alternatives name them."""
    rows: dict[str, list[Said]] = defaultdict(list)
    for row in json.loads(record.alternatives or "[]"):
        if row["property"] in record.TYPE.properties:
            source = row.get("record") or ""
            evidence = _evidence(record, source, row.get("quote"))
            told = Said(row["value"], source, row.get("date"), evidence, row.get("rule") or "")
            rows[row["property"]].append(told)
    made = (_difference(record, name, tuple(said)) for name, said in rows.items())
    return tuple(each for each in made if each.ruling or each.name in record.disputed)


def _evidence(record: Record, source: str, quote: str | None) -> Evidence | None:
    """Where the source record says it: the place with these words, where it tells several values."""
    places = [each for each in record.sources if each.record_id == source]
    return next((each for each in places if quote and each.quote == quote), places[-1] if places else None)


def _difference(record: Record, name: str, said: tuple[Said, ...]) -> Difference:
    ruling = next((each.record for each in said if each.rule == "ruling"), "")
    rule = next((each.rule for each in said if each.rule), "")
    return Difference(name, getattr(record, name), rule, ruling, said)
