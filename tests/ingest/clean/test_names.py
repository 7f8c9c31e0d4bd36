"""Pinyin for search, with surnames read as surnames."""

from __future__ import annotations

import pytest

from ingest.clean.names import initials, pinyin, unit_pinyin


@pytest.mark.parametrize(
    ("name", "syllables", "letters"),
    [
        ("林测试", "linceshi", "lcs"),
        ("单立人", "shanliren", "slr"),
        ("解明", "xieming", "xm"),
        ("曾国", "zengguo", "zg"),
        ("区伯", "oubo", "ob"),
        ("欧阳林", "ouyanglin", "oyl"),
        ("尉迟明", "yuchiming", "ycm"),
        ("万俟雪", "moqixue", "mqx"),
        ("长孙明", "zhangsunming", "zsm"),
        ("吕明", "lvming", "lm"),
        ("买买提·艾力", "maimaitiaili", "mmtal"),
        ("林 测试", "linceshi", "lcs"),
        ("Jürg Müller", "jurgmuller", "jm"),
        ("Béziat", "beziat", "b"),
        ("Łukasz Østby", "lukaszostby", "lo"),
        ("Ann Test", "anntest", "at"),
        ("", "", ""),
    ],
)
def test_names(name: str, syllables: str, letters: str) -> None:
    assert (pinyin(name), initials(name)) == (syllables, letters)


def test_a_polyphonic_character_is_a_surname_only_at_the_front() -> None:
    assert pinyin("林解放") == "linjiefang"


def test_units_are_read_as_words() -> None:
    assert unit_pinyin("澜江市财政局") == ("lanjiangshicaizhengju", "ljsczj")
