"""Dates within a sentence are written as the reader's language writes dates."""

from __future__ import annotations

import pytest

from graph.model.records.work_project import WorkProject
from graph.model.schema import Edge
from graph.model.words import Language
from webui.frame.language import say, speak
from webui.parts.formats import dated_text
from webui.parts.records import edge_text


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
    speak("zh")
    assert dated_text(text) == shown
    speak("en")
    assert dated_text(text) == text


@pytest.mark.parametrize(
    ("dates", "zh", "en"),
    [
        ({"start": "2016-10", "end": "2021-06"}, "林一舟（2016.10—2021.06）", "林一舟 (2016-10—2021-06)"),
        ({"start": "2016-10"}, "林一舟（2016.10起）", "林一舟 (from 2016-10)"),
        ({"end": "2021-06"}, "林一舟（至2021.06）", "林一舟 (until 2021-06)"),
        ({}, "林一舟", "林一舟"),
    ],
)
def test_a_relation_without_an_end_is_not_told_to_go_on(dates: dict[str, str], zh: str, en: str) -> None:
    edge = Edge("cad_x", "Cadre", "林一舟", dates)
    told: dict[Language, str] = {"zh": zh, "en": en}
    for spoken, text in told.items():
        speak(spoken)
        assert edge_text(WorkProject.TYPE.links["responsible"], edge) == text


def test_a_name_from_right_to_left_does_not_turn_the_sentence_around_it() -> None:
    speak("zh")
    for name in ("\u0645\u0631\u062d\u0628\u0627", "\u202e甲局", "甲\U0001e900"):
        isolated = f"\u2068{name}\u2069"
        assert say("difference_title", name=name) == say("difference_title", name="X").replace("X", isolated)
    assert "\u2068" not in say("difference_title", name="甲局")
