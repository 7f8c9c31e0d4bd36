"""Dates within a sentence are written as the reader's language writes dates."""

from __future__ import annotations

import pytest
from flask import Flask, g

from webui.parts.formats import dated_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2016-10–2021-06 处长", "2016.10–2021.06 处长"),
        ("2018-03-17–", "2018.03.17–"),
        ("2018", "2018"),
        ("档案 A-2018-03 号", "档案 A-2018-03 号"),
        ("12018-03", "12018-03"),
    ],
)
def test_dates_of_a_sentence(text: str, shown: str) -> None:
    with Flask(__name__).app_context():
        g.language = "zh"
        assert dated_text(text) == shown
        g.language = "en"
        assert dated_text(text) == text
