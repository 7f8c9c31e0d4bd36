"""One record that says two things of one fact: both are kept with their words, and the import tells it."""

from __future__ import annotations

import json
from typing import Any

from graph.errors import Place
from graph.store.facts import Fact
from ingest.contradictions import contradictions
from ingest.drafts import Draft, LinkDraft, RecordDraft, Ref
from ingest.project import project
from ingest.statements import Source

PERSON = Ref("Cadre", {"name": "林试禾"})


def _told(label: str, line: int, **values: Any) -> Draft:
    quote = "，".join(str(each) for each in values.values())
    return Draft(label, values, (LinkDraft("cadre", PERSON),), (), Place(line=line), quote)


def _fact(label: str, *drafts: Draft, records: int = 1) -> Fact:
    some = [drafts] if records == 1 else [(each,) for each in drafts]
    sources = [
        Source(f"src_{n}", f"doc_{n}", "personnel_form", None, f"202{n}-01", part) for n, part in enumerate(some)
    ]
    (fact,) = (each for each in project("cad_1", sources, lambda _: "cad_1").facts.values() if each.label == label)
    return fact


def _grade(grade: str, line: int) -> Draft:
    return _told("Assessment", line, kind="年度考核", year=2022, grade=grade)


def test_two_grades_of_one_year_in_one_form_are_both_kept_with_their_words() -> None:
    fact = _fact("Assessment", _grade("优秀", 1), _grade("基本称职", 2))
    assert (fact.values["status"], fact.values["disputed"]) == ("disputed", ["grade"])
    rows = json.loads(fact.values["alternatives"])
    assert {row["value"]: row["quote"] for row in rows} == {
        "优秀": "年度考核，2022，优秀",
        "基本称职": "年度考核，2022，基本称职",
    }


def test_two_forms_that_grade_one_year_otherwise_differ_though_a_civil_service_grade_may_change() -> None:
    assert _fact("Assessment", _grade("优秀", 1), _grade("称职", 1), records=2).values["disputed"] == ["grade"]


def test_a_stretch_written_twice_from_one_start_with_two_ends_is_disputed() -> None:
    held = {"unit_name": "甲湾区建设局", "title": "局长", "start": "2010-01", "end_status": "ended"}
    ends = ("2012-03", "2015-06")
    fact = _fact("Tenure", *(_told("Tenure", n, **held, end=end) for n, end in enumerate(ends, 1)))
    assert fact.values["disputed"] == ["end"]
    assert {row["value"] for row in json.loads(fact.values["alternatives"])} == set(ends)


def test_the_import_tells_the_line_and_both_values() -> None:
    record = RecordDraft(PERSON, "personnel_form", (_grade("优秀", 1), _grade("基本称职", 2)))
    (finding,) = contradictions(record)
    assert (finding.code, finding.place.line, finding.value) == ("contradiction", 2, "优秀 / 基本称职")


def test_what_is_told_twice_alike_or_less_exactly_is_no_finding() -> None:
    ranks = [
        _told("RankRecord", n, kind="职级", rank="正科级", start=start) for n, start in enumerate(("2010", "2012-11"))
    ]
    record = RecordDraft(PERSON, "personnel_form", (_grade("优秀", 1), _grade("优秀", 2), *ranks))
    assert not list(contradictions(record))


def test_a_row_of_a_table_agrees_with_the_lines_of_a_resume_that_follow_one_another() -> None:
    held = {"unit_name": "甲湾区建设局", "title": "副局长", "end_status": "ended"}
    spans = [("2008-03", "2010-05"), ("2010-05", "2012-11")]
    lines = [_told("Tenure", n, **held, start=start, end=end) for n, (start, end) in enumerate(spans, 1)]
    for whole, codes in (("2012-11", []), ("2013-01", ["contradiction"])):
        row = _told("Tenure", 9, **held, start="2008-03", end=whole)
        record = RecordDraft(PERSON, "collection_workbook", (*lines, row))
        assert [each.code for each in contradictions(record)] == codes
