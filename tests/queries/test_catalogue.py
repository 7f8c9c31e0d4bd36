"""The catalogue of an office whose published files were damaged by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import InputError
from queries.catalogue import PUBLISHED, catalogue, find_query, shipped, unreadable


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"RETURN 1 AS n",
        b"// ---\n// title = \n// ---\nRETURN 1 AS n",
        "// ---\n// 甲".encode("gb18030"),
        b"\x00\xff\xfe",
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_hides_no_other(tmp_path: Path, damaged: bytes) -> None:
    own = tmp_path / PUBLISHED / "own"
    own.mkdir(parents=True)
    good = next(shipped().glob("*/long_in_post.cypher")).read_bytes()
    (own / "also_long.cypher").write_bytes(good)
    (own / "damaged.cypher").write_bytes(damaged)
    assert set(catalogue(tmp_path)) == {*catalogue(), "also_long"}
    (error,) = unreadable(tmp_path)
    assert "damaged" in str(error)
    with pytest.raises(InputError):
        find_query("damaged", tmp_path)
    assert unreadable() == ()
