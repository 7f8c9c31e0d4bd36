"""Dates within a sentence are written as the reader's language writes dates."""

from __future__ import annotations

import pytest
from flask import Flask

from graph.model.records import record_types
from graph.model.records.work_project import WorkProject
from graph.model.schema import Edge
from graph.model.words import Language
from webui.frame.language import say, speak
from webui.parts.components import Cell, Column, Row, Table
from webui.parts.formats import dated_text, whole_days
from webui.parts.records import edge_text, value_text


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
    ("text", "shown"),
    [
        ("passed 2021-05-07", 'passed <span class="nowrap">2021-05-07</span>'),
        ("<i> 2016-03—2019-01", '&lt;i&gt; <span class="nowrap">2016-03</span>—<span class="nowrap">2019-01</span>'),
        ("<i> 2016.03", "<i> 2016.03"),
        ("档案 A-2018-03 号", "档案 A-2018-03 号"),
    ],
)
def test_no_date_is_broken_in_the_middle(text: str, shown: str) -> None:
    assert whole_days(text) == shown


def test_a_text_with_a_date_is_escaped_once_in_a_table(app: Flask) -> None:
    table = Table("t", (Column("a"),), (Row((Cell("<i> 2016-03", href="/x?a=2016-03"),)),))
    with app.test_request_context("/?lang=en"):
        app.preprocess_request()
        shown = app.jinja_env.from_string(
            '{% import "parts/components.html" as parts with context %}{{ parts.table(table) }}'
        ).render(table=table)
    assert '<a href="/x?a=2016-03"><bdi>&lt;i&gt; <span class="nowrap">2016-03</span></bdi></a>' in shown


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


@pytest.mark.parametrize(
    ("label", "name", "value", "english"),
    [
        ("Punishment", "name", "警告", "warning"),
        ("Secondment", "kind", "东西部协作", "east-west cooperation"),
        ("FamilyMember", "political_status", "群众", "general public"),
        ("RankRecord", "rank", "四级调研员", "researcher grade 4"),
        ("Tenure", "rank", "正科级", "township level, principal"),
        ("Ruling", "matter", "不足", "shortcoming"),
        ("Ruling", "matter", "在乡镇写的", "在乡镇写的"),
    ],
)
def test_a_text_is_told_in_english_by_its_code_list(label: str, name: str, value: str, english: str) -> None:
    declared = record_types()[label].TYPE.properties[name]
    speak("en")
    assert value_text(declared, value) == english
    speak("zh")
    assert value_text(declared, value) == value
