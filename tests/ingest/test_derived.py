"""A field that any source states plainly is not derived, however another one words it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.drafts import Draft, Ref
from ingest.project import project
from ingest.statements import Source
from tests.ingest.drafting import Held, named, tenure

STREET: Held = ("青屿区杨篁街道办事处", "主任", "2010-01", "2012-01")
SHORT: Held = ("青屿区杨篁街道办", "主任", "2010-01", "2012-01")
LATER: Held = ("青屿区杨篁街道办事处", "主任", "2010-01", "2012-06")


def concluding(held: Held, *fields: str) -> Draft:
    """What a source says of a post, these fields of it concluded."""
    return replace(tenure(named(), held, 1), derived=fields)


def _id_of(ref: Ref) -> str:
    return f"{ref.type}:{ref.values.get('name') or ref.values.get('title')}"


@pytest.mark.parametrize(
    ("first", "second", "derived"),
    [
        (concluding(STREET, "title"), concluding(STREET), None),
        (concluding(STREET, "unit_name"), concluding(SHORT), None),
        (concluding(STREET, "unit_name", "title"), concluding(STREET, "unit_name"), ["unit_name"]),
        (concluding(STREET), concluding(LATER, "end"), ["end"]),
        (concluding(STREET), concluding(STREET), None),
    ],
    ids=["worded otherwise", "under a usual name", "one of two", "another value is no statement of it", "plain"],
)
def test_what_any_source_states_is_not_derived(first: Draft, second: Draft, derived: list[str] | None) -> None:
    sources = [
        Source("form", "form", "personnel_form", None, "2024-02", (first,)),
        Source("book", "book", "collection_workbook", None, "2024-01", (second,)),
    ]
    for told in (sources, sources[::-1]):
        (fact,) = [each for each in project("cad_1", told, _id_of).facts.values() if each.label == "Tenure"]
        assert fact.values.get("derived") == derived
