"""What follows from a record's own values: pinyin of names, relations to the unit it names and the post of a title."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from graph.model.records import record_types
from graph.model.schema import RecordType
from graph.model.values import first_day
from ingest.clean.names import initials, pinyin, unit_pinyin
from ingest.drafts import LinkDraft, Ref
from ingest.mapping.persons import person_name


def complete(label: str, values: dict[str, Any], day: str, *, known: bool) -> None:
    """Add what follows from other values: pinyin of names, whether a tenure goes on as of `day`.

    Of somebody whom another table makes `known` the name is left away.
    """
    if label == "Cadre" and values.get("name"):
        name = values["name"] = person_name(values["name"])
        values.setdefault("pinyin", pinyin(name))
        values.setdefault("initials", initials(name))
        if known:
            for each in ("name", "pinyin", "initials"):
                values.pop(each, None)
    if label == "Unit":
        spelled, first = unit_pinyin(values["name"])
        values.setdefault("pinyin", spelled)
        values.setdefault("initials", first)
    if label == "Tenure":
        end = values.get("end")
        over = "ended" if end and first_day(end) <= first_day(day) else "current" if end else "unknown"
        values.setdefault("end_status", over)
        values.setdefault("kind", "post")


def implied_links(declared: RecordType, values: Mapping[str, Any], given: Collection[str]) -> Iterator[LinkDraft]:
    """The links nobody gave whose other end the values tell wholly by its key."""
    unit = _unit(declared, values)
    for link in declared.links.values():
        if link.name in given or link.target in ("Cadre", declared.label):
            continue
        if link.target in ("Unit", "LeadershipTeam"):
            ref = Ref(link.target, {"name": unit}) if unit else None
            # A record about a cadre is none about the team, even where it names the unit.
            if link.target == "LeadershipTeam" and "cadre" in given:
                ref = None
        else:
            ref = _by_key(link.target, values, unit)
        if ref is not None:
            yield LinkDraft(link.name, ref)


def _unit(declared: RecordType, values: Mapping[str, Any]) -> str | None:
    """The unit a record names; of several the first that the model declares."""
    names = (prop.name for prop in declared.properties.values() if prop.names == "Unit")
    return next((str(values[name]) for name in names if values.get(name) and name != "renamed_to"), None)


def _by_key(target: str, values: Mapping[str, Any], unit: str | None) -> Ref | None:
    declared = record_types()[target].TYPE
    key: dict[str, Any] = {}
    for name in declared.key:
        if name in declared.links:
            if declared.links[name].target != "Unit" or not unit:
                return None
            key[name] = Ref("Unit", {"name": unit})
        elif values.get(name) is None or not declared.properties[name].required or name == "name":
            return None
        else:
            key[name] = values[name]
    return Ref(target, key) if key else None
