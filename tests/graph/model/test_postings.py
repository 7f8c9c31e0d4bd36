"""A post in one line with its unit reads well in any script."""

from __future__ import annotations

import pytest

from graph.model.postings import posting, postings


@pytest.mark.parametrize(
    ("unit", "title", "told"),
    [
        ("甲湾区财政局", "副局长", "甲湾区财政局副局长"),
        ("House of Example", "Member", "House of Example Member"),
        ("甲湾集团", "CEO", "甲湾集团 CEO"),
        ("House of Example", "议长", "House of Example 议长"),
        (None, "副局长", "副局长"),
        ("甲湾区财政局", None, "甲湾区财政局"),
        (None, None, ""),
    ],
)
def test_a_space_stands_where_a_reader_wants_one(unit: str | None, title: str | None, told: str) -> None:
    assert posting(unit, title) == told


def test_several_posts_are_told_once_each_with_the_mark_of_their_script() -> None:
    assert postings(["甲局局长", "", "乙办主任", "甲局局长"]) == "甲局局长，乙办主任"
    assert postings(["House Member", "Senate Clerk"]) == "House Member, Senate Clerk"
