"""Who held posts of some units, as the records told it on an earlier day, in the columns of the view `holdings`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.facts import Fact
from ingest.past.projection import Past, past_on

_HOLDERS: Final = "MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure) WHERE u.id IN $units RETURN DISTINCT t.subject AS subject"
_NAMES: Final = "MATCH (u:Unit) WHERE u.id IN $units RETURN u.id AS id, u.name AS name, u.short_name AS short_name"
_SAID: Final = {
    "title": "title",
    "rank": "rank",
    "start": "start",
    "end": "end",
    "status": "end_status",
    "kind": "kind",
    "category": "member_category",
    "concurrent": "concurrent",
    "acting": "acting",
    "order": "order",
}


def holdings_known_on(graph: Graph, settings: Settings, units: Sequence[str], day: str) -> list[dict[str, Any]]:
    """The holdings of posts at these units as known at the end of a day.

    Looked at are the cadres who hold or held posts there as the graph has it now, and those of whom a record that is
    no longer in force names one of the units.
    """
    past = past_on(graph, settings, day)
    named = {row["id"]: row["name"] for row in graph.read(_NAMES, units=list(units))}
    past.add(past.asked(_HOLDERS, units=list(units)), sorted(name for name in named.values() if name))
    diplomas = _education(past)
    rows = [
        _row(past, fact, unit, named[unit], diplomas)
        for fact in past.facts.values()
        if fact.label == "Tenure"
        for unit in _ends(fact, "unit")
        if unit in named
    ]
    return sorted(rows, key=lambda row: (row["start"] or "", row["name"], row["title"] or "", row["id"]))


def _row(past: Past, fact: Fact, unit: str, unit_name: str, diplomas: Mapping[str, list[str]]) -> dict[str, Any]:
    cadre = next(iter(_ends(fact, "cadre")), "")
    person = past.facts[cadre].values if cadre in past.facts else {}
    told = past.row(fact)
    return {
        "id": fact.id,
        "cadre": cadre,
        "name": person.get("name") or "",
        "sex": person.get("sex"),
        "birth_month": person.get("birth_month"),
        "education": diplomas.get(cadre, []),
        "unit_id": unit,
        "unit": unit_name,
        **{name: fact.values.get(said) for name, said in _SAID.items()},
        "documents": [{"record_id": each["record_id"], "title": each["document"]} for each in told["sources"]],
    }


def _education(past: Past) -> Mapping[str, list[str]]:
    """The diplomas of each cadre."""
    found: dict[str, list[str]] = defaultdict(list)
    for fact in past.facts.values():
        if fact.label == "Education" and fact.values.get("level"):
            for cadre in _ends(fact, "cadre"):
                found[cadre].append(str(fact.values["level"]))
    return found


def _ends(fact: Fact, link: str) -> list[str]:
    return [other for (name, other) in fact.edges if name == link]
