"""What a draft may tell besides its rows stays below the reader's class: its choices, and why a row is there."""

from __future__ import annotations

from typing import Final

import pytest

from graph.errors import WithheldError
from graph.model.schema import Access
from graph.store.connection import Graph
from queries.catalogue import find_query
from queries.file import parse
from queries.running import run_query
from queries.why import why

DAY: Final = "2024-03-31"
HEADER: Final = """// ---
// title = {{ zh = "甲", en = "A" }}
// question = {{ zh = "甲?", en = "A?" }}
// access = {access}
{more}// [columns.cadre]
// type = "cadre"
// meaning = {{ zh = "干部", en = "Cadre" }}
// ---
"""
PUNISHED: Final = (
    '// why = "MATCH p = (c:Cadre)-[:HELD|RECEIVED]->(x:Tenure|Punishment) WHERE c.id = $row.cadre RETURN p"\n'
)
CHOSEN: Final = """// [parameters.cause]
// type = "one_of"
// help = { zh = "原因", en = "Cause" }
// choices = { query = "punishments", column = "cause" }
"""


def test_choices_are_those_of_a_query_within_the_class(city: Graph) -> None:
    assert find_query("punishments").access == Access.RESTRICTED
    text = HEADER.format(access=2, more=CHOSEN) + "MATCH (c:Cadre) WHERE c.name = $cause RETURN c AS cadre"
    query = parse(text, name="some", topic="own")
    with pytest.raises(WithheldError, match="punishments"):
        run_query(city, query, {"cause": "甲"}, clearance=Access.OFFICE, today=DAY)


def test_the_text_behind_a_row_reads_no_higher_class_than_the_reader_has(city: Graph) -> None:
    text = HEADER.format(access=2, more=PUNISHED) + "MATCH (c:Cadre) RETURN c AS cadre"
    query = parse(text, name="some", topic="own")
    row = run_query(city, query, {}, clearance=Access.OFFICE, today=DAY).rows[0][0]
    with pytest.raises(WithheldError, match="some"):
        why(city, query, {}, {"cadre": row}, clearance=Access.OFFICE, today=DAY)
    assert why(city, query, {}, {"cadre": row}, clearance=Access.RESTRICTED, today=DAY) is not None
