"""Whether a list's unit and post are a post that somebody held, as forms and résumés tell it."""

from __future__ import annotations

import pytest

from ingest.bearers import _is_post


@pytest.mark.parametrize(
    ("unit", "post", "held_unit", "held_post", "same"),
    [
        ("", "甲湾区财政局副局长", "甲湾区财政局", "副局长", True),
        ("", "财政局副局长", "甲湾区财政局", "副局长", True),
        ("", "财政局局长", "甲湾区财政局", "副局长", False),
        ("", "财政局副局长", "甲湾区财政局", "局长", False),
        ("财政局", "局长", "甲湾区财政局", "局长", True),
        ("财政局", "局长", "甲湾区财政局", "副局长", False),
        ("财政局", "党组书记、局长", "甲湾区财政局", "局长", True),
        ("财政局", "财政局局长", "甲湾区财政局", "局长", True),
        ("教育局", "局长", "甲湾区财政局", "局长", False),
        ("财政局", "", "甲湾区财政局", "副局长", True),
        ("教育局", "", "甲湾区财政局", "副局长", False),
        ("财政局", "副局长", "", "甲湾区财政局副局长、党组成员", True),
        ("财政局", "局长", "", "甲湾区财政局副局长、党组成员", False),
        ("", "局长", "", "甲湾区财政局副局长", False),
        ("财政局", "局长", "", "甲湾区财政局局长助理", False),
        ("", "局长", "", "甲湾区财政局副局长、国资局局长", True),
        ("财政局", "局长", "", "甲湾区财政局党组书记、财政局局长（正处级）", True),
        ("", "", "甲湾区财政局", "副局长", False),
        ("", "副局长", "甲湾区财政局", "副局长", True),
    ],
)
def test_posts_are_compared(unit: str, post: str, held_unit: str, held_post: str, same: bool) -> None:
    assert _is_post(unit, post, held_unit, held_post) is same
