"""The résumé reader on lines of our own (`lines.txt`) and on whole résumés; the corpus is apart in `corpus/`."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.resume import Holding, Resume, parse_resume

LINES = [
    line.split(" => ")
    for line in (Path(__file__).parent / "lines.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _shown(holding: Holding) -> str:
    flags = "".join(
        flag
        for flag, there in (
            ("a", holding.acting),
            ("c", holding.concurrent),
            ("d", "unit" in holding.derived),
            ("s", holding.kind == "secondment"),
        )
        if there
    )
    return f"{holding.unit or ''}|{holding.post or ''}|{holding.rank or ''}|{flags}"


def _sorted_flags(expected: str) -> str:
    head, _, flags = expected.strip().rpartition("|")
    return f"{head}|{''.join(sorted(flags))}"


def _resume(text: str) -> Resume:
    *before, last = text.split(" >> ")
    lines = [f"20{10 + n}.01--20{11 + n}.01  {part}" for n, part in enumerate([*before, last])]
    return parse_resume("\n".join(lines), as_of="2026-01-01")


@pytest.mark.parametrize(("text", "expected"), LINES, ids=[text for text, _ in LINES])
def test_line(text: str, expected: str) -> None:
    segment = _resume(text).segments[-1]
    if expected.startswith("@"):
        assert (segment.kind, segment.holdings) == (expected[1:], ())
        return
    assert [_shown(holding) for holding in segment.holdings] == [_sorted_flags(one) for one in expected.split(" ; ")]


def _codes(text: str, **known: str) -> list[tuple[int, str]]:
    return [(finding.line, finding.code) for finding in parse_resume(text, as_of="2026-01-01", **known).findings]


WHOLE = """\
1998.09--2002.08  甲大学建筑工程系土木工程专业学习
2002.08--2008.03  乙县建设局干部
2008.03--2012.11  乙县建设局副局长
                  （其间：2009.09--2011.12在丙大学公共管理
                  专业学习；2012.01--2012.07挂任石泉县副县长）
2012.11--         丁市住房和城乡建设局
                  副局长、党委委员

澜江市第十五届人大代表
"""


def test_a_whole_resume_is_read() -> None:
    resume = parse_resume(WHOLE, as_of="2026-01-01")
    assert [(s.line, s.start, s.end, s.open, s.kind, s.parent) for s in resume.segments] == [
        (1, "1998-09", "2002-08", False, "study", None),
        (2, "2002-08", "2008-03", False, "work", None),
        (3, "2008-03", "2012-11", False, "work", None),
        (4, "2009-09", "2011-12", False, "study", 2),
        (5, "2012-01", "2012-07", False, "secondment", 2),
        (6, "2012-11", None, True, "work", None),
    ]
    assert resume.segments[5].text == "丁市住房和城乡建设局副局长、党委委员"
    assert resume.membership_note == "澜江市第十五届人大代表"
    assert [(m.unit, m.post, m.kind) for m in resume.memberships] == [("澜江市第十五届人大", "代表", "membership")]
    assert resume.findings == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(newline: str) -> None:
    assert parse_resume(WHOLE.replace("\n", newline)).segments[-1].line == 6


@pytest.mark.parametrize("dash", ["--", "-", "—", "——", "–", "－", "～", "~", "―", "─", "至", " -- "])
@pytest.mark.parametrize("date", ["2008.03", "2008.3", "200803", "2008-03", "2008/3", "2008年3月", "２００８．０３"])
def test_every_date_and_dash_is_read(date: str, dash: str) -> None:
    (segment,) = parse_resume(f"{date}{dash}2012.11  乙县建设局副局长").segments
    assert (segment.start, segment.end, segment.text) == ("2008-03", "2012-11", "乙县建设局副局长")


@pytest.mark.parametrize("dates", ["2008.03/2012.11", "2008-03/2012-11", "2008年3月 / 2012年11月"])
def test_a_slash_between_two_dates_is_the_interval_of_iso_8601(dates: str) -> None:
    resume = parse_resume(f"{dates}  乙县建设局副局长")
    assert [(each.start, each.end) for each in resume.segments] == [("2008-03", "2012-11")]
    assert not resume.findings


@pytest.mark.parametrize("end", ["--  ", "--         ", "--至今  ", "至今  ", "—今  ", "起  ", "--83210部队战士、"])
def test_open_ends_are_open(end: str) -> None:
    (segment,) = parse_resume(f"2012.11{end}乙县建设局副局长").segments
    assert (segment.start, segment.end, segment.open) == ("2012-11", None, True)


@pytest.mark.parametrize(
    ("dates", "start", "end"),
    [
        ("2011.09-2-015.07", "2011-09", None),
        ("2011.13--2015.07", None, "2015-07"),
        ("2O11.09--2015.07", None, "2015-07"),
        ("2011.09--2015.070", "2011-09", None),
        ("2011.09--215.07", "2011-09", None),
    ],
)
def test_a_broken_date_is_told_with_its_column_and_never_mended(dates: str, start: str | None, end: str | None) -> None:
    resume = parse_resume(f"  {dates}  乙县建设局副局长")
    (segment,) = resume.segments
    assert (segment.start, segment.end, segment.text) == (start, end, "乙县建设局副局长")
    assert [(f.code, f.value, f.column) for f in resume.findings] == [("bad-date", dates, 3)]


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("2008.03--2010.01 甲局科员\n2010.03--2012.01 甲局科长", {}, [(2, "gap")]),
        ("2008.03--2010.03 甲局科员\n2010.01--2012.01 甲局科长", {}, [(2, "overlap")]),
        ("2008.03--2010.03 甲局科员\n2007.01--2012.01 甲局科长", {}, [(2, "falling-dates")]),
        ("2008.03--2007.01 甲局科员", {}, [(1, "end-before-start")]),
        ("2008.03--2010.03 甲局科员\n2010.03--2012.01 甲局科长", {}, []),
        ("2008--2010 甲局科员\n2010.03--2012.01 甲局科长", {}, []),
        ("2008.03-- 甲局科员\n2010.03-- 甲局科长", {}, [(1, "open-not-last")]),
        ("2008.03-- 甲局局长\n2010.03-- 石泉县委书记（兼）", {}, []),
        ("2008.03-- 甲局局长\n2010.03--2011.03 挂任石泉县副县长", {}, []),
        ("2008.03-- 甲局局长\n2010.03--2011.03 在职研究生班学习", {}, []),
        ("2008.03-- 甲局局长", {"work_start": "200901"}, [(1, "before-work-start")]),
        ("2008.03-- 甲局局长", {"work_start": "200803"}, []),
        ("2005.09--2008.03 甲大学学习\n2008.03-- 甲局局长", {"work_start": "2008.03"}, []),
        ("2030.03-- 甲局局长", {}, [(1, "future-date")]),
        ("2008.03-- 甲局局长", {"current_posts": "乙局局长"}, [(1, "current-post-mismatch")]),
        ("2008.03-- 甲局局长", {"current_posts": "甲局副局长"}, [(1, "current-post-mismatch")]),
        ("2008.03-- 甲局局长、党组书记", {"current_posts": "甲局党组书记、局长（正处级）"}, []),
        ("2008.03-- 甲局局长，乙局局长（兼）", {"current_posts": "甲局局长"}, []),
        ("2008.03-- 甲局局长", {"current_posts": "甲局局长，石泉县副县长（挂职）"}, []),
        ("2008.03-- 澜江市发改委主任", {"current_posts": "澜江市发展和改革委员会主任"}, []),
        ("2008.03-- 澜江市财政局局长", {"current_posts": "市财政局局长"}, []),
        ("2008.03-- 澜江市环境保护局局长", {"current_posts": "澜江市生态环境局局长"}, []),
        ("2016.03-- 澜江市卫计委主任", {"current_posts": "澜江市卫生健康委员会主任"}, []),
        ("2016.03-- 澜江市卫计委主任", {"current_posts": "石泉县卫生健康局主任"}, [(1, "current-post-mismatch")]),
        ("2016.03-- 澜江市旅游局局长", {"current_posts": "澜江市文化和旅游局局长"}, [(1, "current-post-mismatch")]),
        ("2019.03-- 澜江市生态环境局局长", {"current_posts": "澜江市环境保护局局长"}, [(1, "current-post-mismatch")]),
        ("乙县建设局副局长", {}, [(1, "no-date")]),
        ("2008.03-- 自谋出路", {}, [(1, "unsplit")]),
        ("2008.03-- 武警甲支队教导员，转业待安置", {}, [(1, "waiting-undated")]),
        ("2008.03-- 甲局科员、副科长", {}, [(1, "inner-dates-unknown")]),
    ],
)
def test_findings(text: str, known: dict[str, str], expected: list[tuple[int, str]]) -> None:
    assert _codes(text, **known) == expected


def test_a_sequence_has_outer_dates_only() -> None:
    (segment,) = parse_resume("1998.07--2006.04  澜江市财政局预算处科员、副主任科员、副处长").segments
    assert [(h.start, h.end, h.end_status, h.kind) for h in segment.holdings] == [
        ("1998-07", None, "unknown", "rank"),
        (None, None, "unknown", "rank"),
        (None, "2006-04", "ended", "post"),
    ]


def test_a_dated_change_ends_what_it_replaces() -> None:
    (segment,) = parse_resume("2016.08--2018.01  青屿区委副书记、代区长，2017.02区长").segments
    assert [(h.post, h.start, h.end) for h in segment.holdings] == [
        ("副书记", "2016-08", "2018-01"),
        ("代区长", "2016-08", "2017-02"),
        ("区长", "2017-02", "2018-01"),
    ]


def test_a_dated_rank_belongs_to_the_post_before_it() -> None:
    (segment,) = parse_resume("2012.01--  澜江市发改委党组成员、副主任（主持工作，2014.08明确正处级）").segments
    assert [(h.post, h.rank, h.rank_from, h.acting) for h in segment.holdings] == [
        ("党组成员", None, None, False),
        ("副主任", "正处级", "2014-08", True),
    ]


@pytest.mark.parametrize(
    ("text", "old", "new", "date"),
    [
        ("澜江市环保局（2019.01更名为市生态环境局）副局长", "澜江市环保局", "澜江市生态环境局", "2019-01"),
        ("澜江市环保局（2019.01机构改革，更名为市生态环境局）副局长", "澜江市环保局", "澜江市生态环境局", "2019-01"),
        ("澜江市环保局副局长（2019年1月该局改名市生态环境局）", "澜江市环保局", "澜江市生态环境局", "2019-01"),
        ("澜江市环保局副局长，2019.01更名为市生态环境局", "澜江市环保局", "澜江市生态环境局", "2019-01"),
        ("澜江市环保局（后更名为市生态环境局）副局长", "澜江市环保局", "澜江市生态环境局", None),
        ("澜江市卫生局（2014.08与市计生委合并为市卫计委）副局长", "澜江市卫生局", "澜江市卫计委", "2014-08"),
        ("澜江高新区（2016.03更名为澜江经开区）管委会副主任", "澜江高新区", "澜江经开区", "2016-03"),
    ],
)
def test_a_renamed_unit_stays_one_tenure(text: str, old: str, new: str, date: str | None) -> None:
    (segment,) = parse_resume(f"2018.01--  {text}").segments
    assert segment.renamed == ((old, new, date),)
    assert len(segment.holdings) == 1


@given(
    st.text(
        alphabet=st.sampled_from(
            "2019.0-—至今 （）、，；。其间：兼任县市区委局长副书记科员处级学习\n\r\u3000\u200b\ufeff甲乙"
        ),
        max_size=200,
    )
)
@settings(max_examples=300, deadline=None)
def test_no_text_of_these_characters_breaks_it(text: str) -> None:
    resume = parse_resume(text, current_posts=text, work_start=text[:7])
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(1 <= segment.line <= lines for segment in resume.segments)
    assert all(segment.parent is None or segment.parent < index for index, segment in enumerate(resume.segments))


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_no_text_at_all_breaks_it(text: str) -> None:
    assert parse_resume(text, current_posts=text) == parse_resume(text, current_posts=text)


@pytest.mark.parametrize(
    "unit",
    [
        "县",
        "（",
        "）",
        "、",
        "，",
        "兼",
        "副局长、",
        "办公室主任、",
        "（其间：",
        "2008.03--2009.03任",
        "，其间",
        "-",
        "2",
        "市",
        "甲县乙镇",
        "一",
        "任",
        "2008.03--",
        "第十届、",
        "局长 ",
    ],
)
def test_a_line_of_a_megabyte_does_not_hang(unit: str) -> None:
    text = f"2008.03--2012.11  甲县财政局{unit * (1_000_000 // len(unit))}"
    began = time.process_time()
    parse_resume(text, as_of="2026-01-01")
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    "line",
    [
        "2010.03--  退休",
        "2010.03--  离休。",
        "2010.03--  已退休，返聘",
        "2010.03--  办理退休手续",
        "2010.03  退休",
        "2010.03退休",
        "2010.03--  甲县建设局退休干部",
        "2010.03--  辞去公职",
    ],
)
def test_who_retired_holds_no_post_and_the_line_is_understood(line: str) -> None:
    text = f"1998.07--2010.03  甲县建设局副局长\n{line}"
    resume = parse_resume(text, work_start="1998-07", current_posts=None, as_of="2024-01-01")
    assert [(each.kind, each.start, len(each.holdings)) for each in resume.segments] == [
        ("work", "1998-07", 1),
        ("retired", "2010-03", 0),
    ]
    assert [each.code for each in resume.findings] == []


def test_retired_said_beside_a_post_is_no_leftover() -> None:
    text = "1998.07--2010.03  甲县建设局科员、退休"
    assert [
        each.code for each in parse_resume(text, work_start=None, current_posts=None, as_of="2024-01-01").findings
    ] == []


STARTS_ONLY = (
    "2001年7月，石泉县粮食局科员\n2003年3月，加入中国共产党\n2004年9月，石泉县粮食局副局长\n2010年5月，石泉县审计局局长"
)


def test_where_only_starts_are_written_each_ends_with_the_next_and_says_so() -> None:
    resume = parse_resume(STARTS_ONLY)
    held = [
        (h.unit, h.post or h.rank, h.start, h.end, h.end_status, h.derived) for s in resume.segments for h in s.holdings
    ]
    assert held == [
        ("石泉县粮食局", "科员", "2001-07", "2004-09", "ended", ("end",)),
        ("石泉县粮食局", "副局长", "2004-09", "2010-05", "ended", ("end",)),
        ("石泉县审计局", "局长", "2010-05", None, "unknown", ()),
    ]
    assert [(f.line, f.value) for f in resume.findings if f.code == "end-supplied"] == [(1, "2004-09"), (3, "2010-05")]


@pytest.mark.parametrize(
    ("stated", "status"), [("石泉县审计局局长", "current"), ("石泉县政府副县长", "unknown"), (None, "unknown")]
)
def test_the_last_start_goes_on_where_the_form_gives_it_as_current(stated: str | None, status: str) -> None:
    last = parse_resume(STARTS_ONLY, current_posts=stated).segments[-1]
    assert (last.open, last.holdings[0].end, last.holdings[0].end_status) == (status == "current", None, status)


@pytest.mark.parametrize(
    ("between", "codes"),
    [
        ("2003.09--2005.07  省委党校学习", []),
        ("2003.09--2005.07  挂职任青石镇副镇长", []),
        ("2003.09--2004.07  省委党校学习", ["gap"]),
        ("2002.01--2006.07  省委党校在职研究生学习", []),
    ],
)
def test_what_runs_beside_fills_a_gap_and_the_unit_before_goes_on_after_it(between: str, codes: list[str]) -> None:
    resume = parse_resume(f"2001.07--2003.09  石泉县财政局预算股科员\n{between}\n2005.07--2008.03  局办公室主任")
    assert [one.code for one in resume.findings] == codes
    assert resume.segments[2].holdings[0].unit == "石泉县财政局办公室"
