"""A pattern in brackets begins at what is known: the embedded engine looks through all of a label it begins with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.model.records import record_types
from graph.store.facts import _fact_query

_BEGINS_AT_ANY = re.compile(r"(?:\[\s*|(?:EXISTS|COUNT|COLLECT)\s*\{\s*(?:MATCH\s*)?)\(\w*:\w")
"""`[(o:Cadre)-[…` and `COUNT { (:Cadre)-[…`: nothing to begin with but a label."""


@pytest.mark.parametrize("path", sorted(Path("queries").rglob("*.cypher")), ids=lambda path: path.stem)
def test_a_saved_query_begins_its_inner_patterns_at_what_is_known(path: Path) -> None:
    assert not _BEGINS_AT_ANY.search(path.read_text("utf-8"))


@pytest.mark.parametrize("label", sorted(record_types()))
def test_the_facts_of_a_subject_are_read_from_their_own_end(label: str) -> None:
    assert not _BEGINS_AT_ANY.search(_fact_query(label, "subject"))
