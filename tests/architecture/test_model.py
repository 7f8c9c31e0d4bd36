"""What is printed from the model is what is committed, and the model keeps its own rules."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from graph.model import vocabulary
from graph.model.codes import code_list
from graph.model.records import record_types
from graph.model.schema import Access, Record
from graph.store import schema

ROOT = Path(__file__).parents[2]


def test_schema_file_is_what_the_model_prints() -> None:
    assert (ROOT / "schema.cypher").read_text("utf-8") == schema.render(), "run: zhishi schema > schema.cypher"


def test_vocabulary_page_is_what_the_model_prints() -> None:
    page = (ROOT / "docs" / "vocabulary.md").read_text("utf-8")
    assert page == vocabulary.render(), "run: zhishi vocabulary > docs/vocabulary.md"


def test_prefixes_of_ids_are_unique() -> None:
    prefixes = Counter(cls.TYPE.prefix for cls in record_types().values())
    assert [prefix for prefix, count in prefixes.items() if count > 1] == []


@pytest.mark.parametrize("cls", record_types().values(), ids=lambda cls: cls.__name__)
def test_record_type_is_sound(cls: type[Record]) -> None:
    declared = cls.TYPE
    ends = Counter((link.type, link.target, link.inward) for link in declared.links.values())
    assert [end for end, count in ends.items() if count > 1] == [], "two relations cannot be told apart"
    assert all(link.target in record_types() for link in declared.links.values())
    assert all(code_list(each.choices) for each in declared.properties.values() if each.choices)
    assert all(declared.access_of(name) < Access.VAULT for name in declared.properties)
    assert declared.date is None or declared.date in declared.properties
