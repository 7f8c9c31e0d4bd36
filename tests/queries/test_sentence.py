"""The sentence of a query with what was given, and without the parts of what was not."""

from __future__ import annotations

from pathlib import Path

import pytest

from queries.catalogue import catalogue
from queries.sentence import filled, names_in, parts_amiss

SAID = "[{unit} ]{years} 年以上的[ {level} ]干部[（{day} 至 {until}）]"


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"years": "5"}, "5 年以上的干部"),
        ({"years": "5", "unit": "甲局", "level": "正科"}, "甲局 5 年以上的 正科 干部"),
        ({"day": "今天"}, "不限 年以上的干部"),
        ({"years": "5", "day": "{x}", "until": "[y]"}, "5 年以上的干部（{x} 至 [y]）"),
    ],
)
def test_parts_stand_where_their_values_do(told: dict[str, str], sentence: str) -> None:
    assert filled(SAID, told, "不限") == sentence


def test_what_is_amiss_is_known() -> None:
    assert not parts_amiss(SAID)
    assert all(map(parts_amiss, ["[{a}", "{a}]", "[no parameter]", "[[{a}]]"]))


def test_every_query_of_the_library_says_what_was_asked_and_how_it_grows(tmp_path: Path) -> None:
    for query in catalogue(tmp_path).values():
        assert query.header.growth is not None, query.name
        template = query.header.sentence
        assert template is not None, query.name
        assert sorted(names_in(template("zh"))) == sorted(names_in(template("en"))), query.name
