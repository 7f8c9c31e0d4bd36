"""Things that are only referred to: a node with what its key tells, until a document says more about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graph.model.records import record_types
from graph.model.unit_names import usual_name
from ingest.clean.names import unit_pinyin


def stub_values(
    label: str, record_id: str, values: Mapping[str, Any], body: Callable[[str], str] = usual_name
) -> dict[str, Any]:
    """The properties of such a node: its id, its key, and for a unit the pinyin it is found by.

    `body` tells the name of the body that a unit's name means.
    """
    declared = record_types()[label].TYPE
    names = (name for name in declared.key if name in declared.properties)
    told = {name: values[name] for name in names if values.get(name) is not None}
    bodies = {name for name in told if declared.properties[name].names == "Unit"}
    stub = {"id": record_id} | {name: body(value) if name in bodies else value for name, value in told.items()}
    if label == "Unit":
        known = usual_name(str(values["name"])) == stub["name"]
        stub["pinyin"], stub["initials"] = unit_pinyin(str(values["name"] if known else stub["name"]))
    return stub
