"""Whether the year's work is graded and told as officer.md says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from demo.city import Manifest
from tests.demo.reading import sheet_rows


def rows(manifest: Manifest, sheet: str) -> Iterator[dict[str, str]]:
    for path in manifest.workbooks[1:]:
        first, *others = sheet_rows(path, sheet)
        headings = [each.rstrip("*") for each in first]
        for row in others:
            yield dict(zip(headings, row, strict=True))


@pytest.mark.parametrize(("grade", "low", "high"), [("好", 20, 32), ("较好", 43, 57), ("一般", 13, 24), ("差", 2, 8)])
def test_project_grades_have_their_shares(manifest: Manifest, grade: str, low: int, high: int) -> None:
    grades = Counter(row["评估等次"] for row in rows(manifest, "项目评估") if row["评估阶段"] == "年底")
    assert low <= 100 * grades[grade] / grades.total() <= high


def test_every_poor_project_has_a_cause(manifest: Manifest) -> None:
    poor = [row for row in rows(manifest, "项目评估") if row["评估等次"] == "差" and row["评估阶段"] == "年底"]
    assert poor
    assert all(row["原因"] for row in poor)


def test_some_are_proud_of_what_the_department_graded_low(manifest: Manifest) -> None:
    grades = {
        (row["项目单位"], row["项目年度"], row["项目名称"]): row["评估等次"]
        for row in rows(manifest, "项目评估")
        if row["评估阶段"] == "年底"
    }
    proud = [
        grades[row["最满意项目单位"], row["最满意项目年度"], row["最满意项目名称"]]
        for row in rows(manifest, "业绩信息采集表")
    ]
    low = sum(1 for grade in proud if grade in {"一般", "差"}) / len(proud)
    assert 0.02 <= low <= 0.25


def test_nobody_hands_in_two_forms_for_a_year(manifest: Manifest) -> None:
    told = Counter((row["姓名"], row["出生年月"], row["年度"]) for row in rows(manifest, "业绩信息采集表"))
    assert [each for each, count in told.items() if count > 1] == []


def test_evaluations_name_listed_projects(manifest: Manifest) -> None:
    listed = {(row["单位"], row["年度"], row["项目名称"]) for row in rows(manifest, "重点工作项目")}
    graded = {(row["项目单位"], row["项目年度"], row["项目名称"]) for row in rows(manifest, "项目评估")}
    assert graded <= listed


def test_talks_differ_from_one_another(manifest: Manifest) -> None:
    told = Counter(row["谈话摘要"] for row in rows(manifest, "谈话") if row["谈话对象类别"] != "本人")
    bland = sum(count for text, count in told.items() if count > 5)
    assert len(told) > 0.6 * told.total()
    assert 0 < bland < 0.3 * told.total()


def test_no_row_is_later_than_the_story(manifest: Manifest) -> None:
    assert all(row["日期"] < "2024-04" for sheet in ("谈话", "日常了解", "走访") for row in rows(manifest, sheet))


def test_petitions_name_no_petitioner(manifest: Manifest) -> None:
    headings = set().union(*(row.keys() for row in rows(manifest, "信访结果")))
    assert not any("信访人" in each for each in headings)


def test_id_numbers_stand_in_no_work_record(manifest: Manifest) -> None:
    assert all(not row["身份证号"] for row in rows(manifest, "谈话"))


def test_files_lie_where_the_manifest_says(manifest: Manifest) -> None:
    assert all(path.is_file() and manifest.folder in path.parents for path in manifest.workbooks)
