"""Things that are only referred to: a node with what its key tells, until a document says more about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.model.records import record_types
from ingest.clean.names import unit_pinyin


def stub_values(label: str, record_id: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The properties of such a node: its id, its key, and for a unit the pinyin it is found by."""
    declared = record_types()[label].TYPE
    names = (name for name in declared.key if name in declared.properties)
    told = {name: values[name] for name in names if values.get(name) is not None}
    stub = {"id": record_id} | {name: declared.key_value(name, value) for name, value in told.items()}
    if label == "Unit":
        stub["pinyin"], stub["initials"] = unit_pinyin(str(values["name"]))
    return stub
