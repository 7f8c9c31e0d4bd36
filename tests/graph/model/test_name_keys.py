"""Spellings of one name meet under one key; another name never does."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.name_keys import best_spelled, is_in_han, name_key
from ingest.clean.names import pinyin

SPELLINGS = [
    ("José O’Neill-Paz", "JOSE O'Neill Paz"),
    ("O´Brien", "OʼBrien", "o`brien", "OBrien"),
    ("Ｋａｔｏ", "KATO"),
    ("Φώτης Σωκράτης", "ΦΩΤΗΣ ΣΩΚΡΑΤΗΣ"),
    ("김철수", unicodedata.normalize("NFD", "김철수")),
    ("ﾀﾛｳ", "タロウ"),
    ("Семёнов", "СЕМЕНОВ"),
    ("买买提·艾力", "买买提•艾力", "买买提・艾力"),
    ("İpek", "ipek", "IPEK"),
    ("Łukasz Østby", "LUKASZ OSTBY"),
    ("林 测试", "林测试"),
    ("مُحَمَّد", "محمد"),
    ("John F. Doe", "John F Doe"),
]


@pytest.mark.parametrize("names", SPELLINGS)
def test_spellings_of_one_name(names: tuple[str, ...]) -> None:
    assert len(set(map(name_key, names))) == 1
    assert len(set(map(pinyin, names))) == 1, "people are looked up by what is coarser than the key"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("李伟", "李炜"),
        ("林測試", "林测试"),
        ("か", "が"),
        ("Андрей", "Андреи"),
        ("张？", "张"),
        ("राम", "रमा"),
        ("Ann", "Anna"),
    ],
)
def test_other_names(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=6))
def test_a_chinese_name_is_its_own_key(name: str) -> None:
    assert name_key(name) == name
    assert is_in_han(name)


@given(st.text(max_size=20))
def test_a_key_is_its_own(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@pytest.mark.parametrize(
    "names", [("JOSE O'NEILL PAZ", "José O’Neill-Paz", "jose oneill paz"), ("ULLE KASK", "Ülle Kask")]
)
def test_of_several_spellings_the_one_that_tells_most_is_shown(names: tuple[str, ...]) -> None:
    best = next(each for each in names if not each.isascii())
    assert {best_spelled(each, names) for each in names} == {best}
    assert best_spelled("李伟", ["李炜", "李偉"]) == "李伟"
