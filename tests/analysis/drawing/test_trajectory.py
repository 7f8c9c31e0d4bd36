"""The drawing of a trajectory, read by its structure."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest

from analysis.career import Career, build_career
from analysis.drawing.trajectory import (
    draw_side_by_side_strips,
    draw_trajectory,
    draw_trajectory_pages,
    draw_with_names,
)
from analysis.drawing.trajectory.draw import LEFT
from analysis.drawing.trajectory.extents import extents
from analysis.drawing.trajectory.pack import clusters, rows_of
from analysis.drawing.trajectory.scale import in_months, scale_of
from graph.model.dossier import Dossier
from graph.model.records.assessment import Assessment
from graph.model.words import Language
from tests.analysis.career.example import TODAY, at_line, example, level, tenure
from tests.builders import cadre, dossier, made

SVG = "{http://www.w3.org/2000/svg}"
LONG = "澜江市人民政府综合交通枢纽暨城乡一体化示范区开发建设指挥部办公室"


def many(count: int, months: int) -> Dossier:
    """So many posts one after another, the last one current."""
    first = 1984 * 12
    names = [f"{index // 12:04d}-{index % 12 + 1:02d}" for index in range(first, first + months * (count + 1), months)]
    posts = [
        tenure(f"甲市第{index}局", "局长", names[index], names[index + 1] if index < count - 1 else None)
        for index in range(count)
    ]
    return dossier(*posts)


CASES = {
    "example": example(),
    "sixty": many(60, 8),
    "one": dossier(tenure(LONG, "常务副主任、党支部书记兼综合协调部部长", "2010-01", None)),
    "three months": dossier(tenure("甲局", "干部", "2024-03-05", None)),
    "forty years": many(4, 120),
    "none": dossier(),
    "undated": dossier(tenure("甲局", "干部", None, None, end_status="unknown")),
    "concurrent": dossier(*(tenure(f"甲{n}办", "主任", "2012-01", None, concurrent=bool(n)) for n in range(12))),
}


def career(case: Dossier) -> Career:
    return build_career(case, "2024-06-01", today=TODAY)


def drawn(case: Dossier, language: Language = "zh") -> ET.Element:
    return ET.fromstring(draw_trajectory(career(case), language))


def texts(root: ET.Element) -> list[str]:
    return ["".join(part for part in each.itertext()) for each in root.iter(f"{SVG}text")]


def titles(root: ET.Element) -> list[str]:
    return [each.text or "" for each in root.iter(f"{SVG}title")]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_nothing_stands_outside_the_sheet(case: Dossier, language: Language) -> None:
    root = drawn(case, language)
    height = float(root.attrib["height"])
    for each in root.iter(f"{SVG}rect"):
        x, y = float(each.attrib.get("x", 0)), float(each.attrib.get("y", 0))
        assert 0 <= x <= x + float(each.attrib["width"]) <= 1280
        assert 0 <= y <= y + float(each.attrib["height"]) <= height
        assert float(each.attrib["width"]) > 0
    for each in root.iter(f"{SVG}text"):
        assert 0 <= float(each.attrib["x"]) <= 1280
        assert float(each.attrib["font-size"]) >= 10.5


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_every_post_is_drawn_and_has_its_whole_text_within_reach(case: Dossier) -> None:
    said = "\n".join(titles(drawn(case)))
    for held in career(case).tenures:
        assert f"{held.unit} {held.post or held.rank}" in said


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_inline_it_needs_no_style_and_no_script(case: Dossier) -> None:
    svg = draw_trajectory(career(case), standalone=False)
    assert "<style" not in svg
    assert "<script" not in svg
    assert not re.search(r'\sstyle="|\son\w+="', svg)
    assert "<style" in draw_trajectory(career(case))


def test_the_same_career_gives_the_same_bytes() -> None:
    assert draw_trajectory(career(example())) == draw_trajectory(career(example()))


def test_a_higher_level_stands_higher_and_a_later_start_further_right() -> None:
    root = drawn(example())
    places = {
        text: next(each for each in root.iter(f"{SVG}text") if "".join(each.itertext()) == text)
        for text in ("处长", "副县长", "局长")
    }
    heights = [float(places[text].attrib["y"]) for text in ("处长", "副县长", "局长")]
    assert heights == sorted(heights, reverse=True)
    starts = [float(places[text].attrib["x"]) for text in ("处长", "副县长", "局长")]
    assert starts == sorted(starts)


def test_principals_are_solid_and_others_pale() -> None:
    boxes = {each.find(f"{SVG}title").text: each.find(f"{SVG}rect") for each in _bars(drawn(example()))}  # type: ignore[union-attr]
    looks = {(title or "").split("\n")[0]: box.attrib["class"] for title, box in boxes.items() if box is not None}
    assert "zs-fill-accent " in looks["青屿区人民政府 区长"]
    assert "zs-fill-accent-pale " in looks["青屿区委 副书记"]
    assert "zs-fill-paper " in looks["澜江市水利局 科员"]


def _bars(root: ET.Element) -> list[ET.Element]:
    return [each for each in root.iter(f"{SVG}g") if "zs-hover" in (_class_of(each.find(f"{SVG}rect")))]


def _class_of(each: ET.Element | None) -> str:
    return each.attrib.get("class", "") if each is not None else ""


def test_links_lead_to_the_sources_where_there_is_an_address() -> None:
    shown = career(example())
    root = ET.fromstring(draw_trajectory(shown, evidence_url=lambda record: f"/evidence/{record}"))
    addresses = {each.attrib["href"] for each in root.iter(f"{SVG}a")}
    assert {f"/evidence/{each.id}" for each in shown.tenures} <= addresses
    assert {f"/evidence/{each.id}" for each in shown.assessments} <= addresses
    assert list(drawn(example()).iter(f"{SVG}a")) == []


def test_the_legend_names_only_what_is_drawn() -> None:
    full, bare = texts(drawn(example())), texts(drawn(CASES["one"]))
    for word in ("好", "差", "未评", "仅有职级", "挂职（原职继续）", "处分影响期", "推定字段"):
        assert word in full
        assert word not in bare


def test_a_narrow_bar_shows_the_number_of_its_row() -> None:
    said = texts(drawn(CASES["sixty"]))
    assert {"2", "30", "59"} <= set(said)
    assert "窄条内数字为下表序号" in said
    assert "窄条内数字为下表序号" not in texts(drawn(CASES["forty years"]))


def test_what_is_not_collected_and_what_is_withheld_is_said() -> None:
    assert "未采集" in texts(drawn(CASES["one"]))
    hidden = replace(CASES["one"], withheld=frozenset({"Punishment", "WorkProject"}))
    said = texts(drawn(hidden))
    assert "受限内容：需3级权限" in said
    assert "受限内容：需4级权限" in said


def test_a_sequence_without_dates_shares_its_time_and_is_dotted() -> None:
    line = at_line(1, "1998.07--2006.07  甲处科员、副主任科员、副处长")
    case = dossier(
        tenure("甲处", None, "1998-07", None, rank="科员", kind="rank", end_status="unknown", sources=line),
        tenure("甲处", None, None, None, rank="副主任科员", kind="rank", end_status="unknown", sources=line),
        tenure("甲处", "副处长", None, "2006-07", sources=line),
    )
    found = list(extents(career(case)).values())
    assert [(each.end - each.start) for each in found] == [32, 32, 32]
    assert [(each.start_known, each.end_known) for each in found] == [(True, False), (False, False), (False, True)]
    assert [_dash(each) for each in _bars(drawn(case))] == ["1.5 2.5"] * 3


def _dash(bar: ET.Element) -> str | None:
    box = bar.find(f"{SVG}rect")
    return box.attrib.get("stroke-dasharray") if box is not None else None


def test_the_lane_names_are_as_high_as_the_drawing() -> None:
    names = ET.fromstring(draw_with_names(career(example())).names)
    assert names.attrib["height"] == drawn(example()).attrib["height"]
    assert {"正处", "职级", "项目", "考核"} <= set(texts(names))


def test_the_axis_covers_at_least_a_year_and_ends_after_the_day() -> None:
    scale = scale_of(career(CASES["three months"]), 100, 1000)
    assert scale.last - scale.first >= 12
    assert scale.first < in_months("2024-03-05") < scale.now < scale.last
    assert scale.x(scale.first - 50) == 100


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_names_on_the_axis_do_not_touch(case: Dossier) -> None:
    places = [x for x, name, _ in scale_of(career(case), 96, 1262).ticks() if name]
    assert len(places) >= 2
    assert min(second - first for first, second in pairwise(places)) >= 36


def test_spans_are_packed_into_as_few_rows_as_they_need() -> None:
    assert rows_of([(0, 5), (3, 8), (5, 9), (8, 10)]) == [0, 1, 0, 1]
    assert clusters(["a", "b", "c"], [(0, 5), (3, 8), (8, 9)]) == [["a", "b"], ["c"]]


@pytest.mark.parametrize("case", ["example", "sixty", "forty years"])
def test_it_fits_a_page_of_a4_landscape_legibly(case: str) -> None:
    root = drawn(CASES[case])
    scale = min(277 / float(root.attrib["width"]), 190 / float(root.attrib["height"]))
    assert 10.5 * scale / 0.3528 >= 6


def test_a_narrow_bar_names_its_post_before_a_piece_of_its_unit() -> None:
    root = drawn(
        dossier(*(tenure(f"石泉县第{n}局", "局长", f"{1984 + n}-01", f"{1985 + n}-05") for n in range(0, 38, 2)))
    )
    told = texts(root)
    assert told.count("局长") == 19
    assert not [each for each in told if each.startswith("石…")]


def test_without_any_date_the_axis_begins_when_work_began() -> None:
    held = tenure("甲局", "干部", None, None, end_status="unknown")
    found = career(dossier(held, person=cadre(work_start="1996-08")))
    (extent,) = extents(found).values()
    assert (extent.start, extent.start_known) == (in_months("1996-08"), False)
    assert scale_of(found, 0, 100).first == in_months("1996-01")
    assert scale_of(career(dossier(person=cadre(work_start="1996-08"))), 0, 100).first == in_months("1996-01")


SMALLEST = 7.5 / 72 * 25.4
"""Millimetres of 7.5 points."""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("case", CASES)
def test_on_paper_no_text_is_too_small_to_read(case: str, language: Language) -> None:
    pages = [ET.fromstring(each) for each in draw_trajectory_pages(career(CASES[case]), language)]
    for page in pages:
        _, _, width, height = map(float, page.attrib["viewBox"].split())
        scale = min(277 / width, 160 / height)
        assert min(float(each.attrib["font-size"]) for each in page.iter(f"{SVG}text")) * scale >= SMALLEST
    ids = [each.attrib["id"] for page in pages for each in page.iter() if "id" in each.attrib]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("count", [2, 5])
def test_strips_of_several_people_are_read_on_paper(count: int, language: Language) -> None:
    careers = [career(case) for case in list(CASES.values())[:count]]
    *strips, legend = (ET.fromstring(each) for each in draw_side_by_side_strips(careers, language))
    assert len(strips) >= count
    for strip in (*strips, legend):
        _, _, width, height = map(float, strip.attrib["viewBox"].split())
        assert height * 277 / width <= 150, "millimetres below the names of a page"
        sizes = [float(each.attrib["font-size"]) for each in strip.iter(f"{SVG}text")]
        assert min(sizes) * 277 / width >= SMALLEST
    assert len({strip.attrib["data-first"] for strip in strips}) == 1
    ids = [each.attrib["id"] for page in (*strips, legend) for each in page.iter() if "id" in each.attrib]
    assert len(ids) == len(set(ids))


def test_a_first_page_with_less_room_parts_earlier() -> None:
    first, *others = (
        float(ET.fromstring(each).attrib["viewBox"].split()[3])
        for each in draw_trajectory_pages(career(CASES["example"]), first_height=450)
    )
    assert first <= 450
    assert others


def test_the_pages_hold_every_lane_once() -> None:
    whole = drawn(CASES["example"])
    pages = [ET.fromstring(each) for each in draw_trajectory_pages(career(CASES["example"]))]
    links = [sum(1 for each in root.iter(f"{SVG}title")) for root in (whole, *pages)]
    assert len(pages) > 1
    assert sum(links[1:]) - len(pages) == links[0] - 1


def test_no_word_of_a_post_is_cut_in_two() -> None:
    terms = [
        tenure("Lower House", "Representative, Third District", f"{1984 + n}", f"{1986 + n}") for n in range(0, 40, 2)
    ]
    said = texts(drawn(dossier(*terms), "en"))
    assert not [each for each in said if re.fullmatch(r"Repre\w*…?", each)]
    assert {"1", "20"} <= set(said), "its number in the table stands where the word has no room"


def test_a_long_name_of_a_seat_is_whole_where_the_axis_has_room() -> None:
    seat = "澜江市城乡融合发展与基层治理现代化试点工作联席会议暨重大项目推进协调小组第十四届委员会"
    held = tenure(seat, "委员", None, None, kind="membership", end_status="unknown")
    said = texts(drawn(dossier(tenure("甲局", "干部", "1990-01", None), held)))
    assert any(each.startswith(seat) and not each.endswith("…") for each in said)


def test_an_assessment_of_the_year_of_the_first_post_stands_on_the_axis() -> None:
    root = drawn(
        dossier(tenure("甲局", "干部", "2023-12", None), made(Assessment, kind="年度考核", year=2023, grade="优秀"))
    )
    left = LEFT["zh"]
    squares = [float(each.attrib["x"]) for each in root.iter(f"{SVG}rect") if each.attrib.get("width") == "17"]
    assert squares
    assert min(squares) > left


def test_letters_of_neighbouring_years_do_not_hide_each_other() -> None:
    judged = [
        made(Assessment, kind="专项考核", year=year, grade=grade)
        for year in (2021, 2022, 2023)
        for grade in ("较好", "一般", "好")
    ]
    root = drawn(dossier(tenure("甲局", "局长", "1984-01", None), *judged))
    squares = [
        (float(each.attrib["x"]), float(each.attrib["y"]))
        for each in root.iter(f"{SVG}rect")
        if each.attrib.get("width") == each.attrib.get("height") == "17"
    ]
    assert len(squares) == len(set(squares)) == 9
    for (x, y), (other_x, other_y) in combinations(squares, 2):
        assert abs(x - other_x) >= 17 or abs(y - other_y) >= 17


def test_a_part_at_a_second_level_too_narrow_for_words_bears_its_number_too() -> None:
    held = [
        tenure("甲局", "局长", "1984-01", "2019-02"),
        tenure("乙局", "副局长", "2019-02", "2021-07"),
        tenure("丙局", "局长", "2021-07", None),
    ]
    risen = [level("县处级副职", "2019-02", "2020-04"), level("县处级正职", "2020-04")]
    numbers = [each for each in texts(drawn(dossier(*held, *risen))) if each == "2"]
    assert len(numbers) == 2
