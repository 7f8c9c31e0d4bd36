"""Cleaning of form texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean.text import clean, comparable, is_nothing, strip_invisible, undo_escapes, widths


@pytest.mark.parametrize("nothing", ["", " ", "无", "（无）", "(无)", "\u3000无\u00a0", "\u200b", "--"])
def test_the_spellings_of_nothing(nothing: str) -> None:
    assert is_nothing(nothing)
    assert clean(nothing) is None


@pytest.mark.parametrize("something", ["无党派", "0", "无锡"])
def test_what_only_begins_like_nothing_stays(something: str) -> None:
    assert not is_nothing(something)
    assert clean(something) == something


def test_invisible_characters_go_and_line_breaks_stay() -> None:
    assert strip_invisible("\ufeff甲\u200b局\u00a0乙\u3000\x07\r\n丙") == "甲局 乙 \r\n丙"


def test_double_escapes_are_undone_once() -> None:
    assert undo_escapes("A&1lt;B&1gt;&1amp;1lt;") == "A<B>&1lt;"
    assert undo_escapes("A&lt;B&gt;&#13;&amp;lt;&quot;") == 'A<B>\r&lt;"'
    assert undo_escapes("A_x000D_\nB_x000a_C_x0041_") == "A\r\nB\nC_x0041_"


def test_comparing_ignores_width_dash_and_space() -> None:
    assert comparable("２００８．０３—２０１２ (正处级)") == comparable("2008.03-2012（正处级）")


@given(st.text())
def test_widths_keeps_every_column(text: str) -> None:
    assert len(widths(text)) == len(text)
    assert widths(widths(text)) == widths(text)
