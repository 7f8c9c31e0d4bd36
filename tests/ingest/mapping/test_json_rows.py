"""Rows of JSON that are lists of cells, and lists that turn out to be objects of objects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import SourceError
from ingest.mapping.model import ReadSpec
from ingest.mapping.readers.json_items import open_json

ROWS = [[1, "Ann"], [2, "Bo"]]
SAID = [(1, {"id": 1, "name": "Ann"}), (2, {"id": 2, "name": "Bo"})]


def rows(folder: Path, said: object, **read: Any) -> list[tuple[int, Any]]:
    path = folder / "table.json"
    path.write_text(json.dumps(said), "utf-8")
    return list(open_json(path, ReadSpec(**read)).rows)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ({"columns": ["id", "name"], "data": ROWS}, {"rows": "data"}),
        ({"data": ROWS, "fields": [{"name": "id", "type": "int"}, {"name": "name", "type": "text"}]}, {"rows": "data"}),
        ({"t": {"rows": ROWS, "notes": ["a", "b", "c"], "columns": ["id", "name"]}}, {"rows": "t.rows"}),
        ({"columns": ["a", "b"], "data": ROWS}, {"rows": "data", "columns": ["id", "name"]}),
        ({"columns": ["id", "name"], "data": ROWS}, {}),
        (ROWS, {"rows": "", "columns": ["id", "name"]}),
    ],
)
def test_cells_have_the_names_that_stand_beside_them(tmp_path: Path, said: object, read: dict[str, Any]) -> None:
    assert rows(tmp_path, said, **read) == SAID


def test_the_first_row_is_the_head_where_it_holds_texts_only(tmp_path: Path) -> None:
    values = [["id", "name"], *ROWS]
    assert [row for _, row in rows(tmp_path, {"values": values}, rows="values")] == [row for _, row in SAID]
    assert rows(tmp_path, {"values": ROWS}, rows="values")[0] == (1, {"#1": 1, "#2": "Ann"})


def test_an_object_where_a_list_is_named_is_told_with_the_way_to_name_it(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r'rows = "members\.\*"'):
        rows(tmp_path, {"members": {"7": {"name": "Ann"}}}, rows="members")
    assert rows(tmp_path, {"members": []}, rows="members") == []
