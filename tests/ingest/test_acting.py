"""代镇长, then 镇长, told by several sources: never two tenures over each other."""

from __future__ import annotations

import pytest

from ingest.drafts import Ref
from ingest.project import project
from ingest.statements import Source
from tests.ingest.drafting import Held, named, tenure

TOWN = "石泉县甲渡镇人民政府"

ACTING: Held = (TOWN, "代镇长", "2010-01", "2010-06")
FULL: Held = (TOWN, "镇长", "2010-06", "2012-01")


@pytest.mark.parametrize(
    ("first", "second", "tenures"),
    [
        (
            [ACTING, FULL],
            [(TOWN, "镇长", "2010-01", "2012-01")],
            [("代镇长", "2010-01", "2010-06", 1), ("镇长", "2010-06", "2012-01", 2)],
        ),
        (
            [(TOWN, "代镇长", "2010-01", None)],
            [(TOWN, "镇长", "2010-06", "2012-01")],
            [("代镇长", "2010-01", "2010-06", 1), ("镇长", "2010-06", "2012-01", 1)],
        ),
        (
            [(TOWN, "代镇长", "2010-01", "2010-06")],
            [("石泉县甲渡镇政府", "镇长", "2010-02", "2012-01")],
            [("镇长", "2010-02", "2012-01", 2)],
        ),
        (
            [ACTING, FULL],
            [ACTING, FULL, (TOWN, "镇长", "2010-01-15", "2012-01")],
            [("代镇长", "2010-01", "2010-06", 2), ("镇长", "2010-06", "2012-01", 2)],
        ),
        (
            [(TOWN, "镇长", "2006-01", "2012-01"), ACTING],
            [],
            [("镇长", "2006-01", "2012-01", 1), ("代镇长", "2010-01", "2010-06", 1)],
        ),
        ([ACTING, FULL], [ACTING, FULL], [("代镇长", "2010-01", "2010-06", 2), ("镇长", "2010-06", "2012-01", 2)]),
        (
            [ACTING],
            [(TOWN, "镇长", "2016-06", "2018-01")],
            [("代镇长", "2010-01", "2010-06", 1), ("镇长", "2016-06", "2018-01", 1)],
        ),
    ],
    ids=[
        "one tells both",
        "acting, then the workbook full",
        "begun together",
        "row beside résumé",
        "contradiction stays",
        "both tell both",
        "years apart",
    ],
)
def test_acting_and_full_never_stand_over_each_other(
    first: list[Held], second: list[Held], tenures: list[tuple[object, ...]]
) -> None:
    cadre = named()
    sources = [
        Source(origin, origin, origin, None, f"2024-0{number}", tuple(tenure(cadre, one, 1) for one in posts))
        for number, (origin, posts) in enumerate((("personnel_form", first), ("collection_workbook", second)), start=1)
    ]
    for told in (sources, sources[::-1]):
        facts = [fact for fact in project("cad_1", told, _id_of).facts.values() if fact.label == "Tenure"]
        found = [(f.values["title"], f.values["start"], f.values.get("end"), len(set(f.statements))) for f in facts]
        assert sorted(found, key=lambda each: str(each[1])) == tenures


def _id_of(ref: Ref) -> str:
    return f"{ref.type}:{ref.values.get('name') or ref.values.get('title')}"


@pytest.mark.parametrize(
    ("row", "start"),
    [(("2012-05", "2016-03"), "2012-05"), (("2012-05", None), "2012-05"), (("2016-03", None), None)],
    ids=["the same stretch", "it goes on", "the next stretch"],
)
def test_a_start_that_only_another_line_tells_is_taken(row: tuple[str, str | None], start: str | None) -> None:
    cadre = named()
    held = [(TOWN, "镇长", None, "2016-03"), (TOWN, "镇长", *row)]
    drafts = [tenure(cadre, one, line) for line, one in enumerate(held, start=1)]
    source = Source("form", "form", "personnel_form", None, "2024-01", tuple(drafts))
    (fact,) = [each for each in project("cad_1", [source], _id_of).facts.values() if each.label == "Tenure"]
    assert fact.values.get("start") == start


def test_a_rank_without_a_post_is_no_post_held_in_full() -> None:
    cadre = named()
    held = [(TOWN, None, "2006-01", "2008-01"), (TOWN, "副镇长", "2006-01", "2010-01")]
    drafts = [tenure(cadre, one, line) for line, one in enumerate(held, start=1)]  # type: ignore[arg-type]  # no title
    source = Source("form", "form", "personnel_form", None, "2024-01", tuple(drafts))
    facts = project("cad_1", [source], _id_of).facts.values()
    found = [(fact.values["start"], fact.values["end"]) for fact in facts if fact.label == "Tenure"]
    assert sorted(found) == [("2006-01", "2008-01"), ("2006-01", "2010-01")]
