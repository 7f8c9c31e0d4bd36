"""Rules of grammar of the résumé reader, each with a line of its own that was once misread."""

from __future__ import annotations

import pytest

from ingest.resume import parse_resume
from ingest.resume.model import Segment


def only(text: str) -> Segment:
    return parse_resume(text).segments[0]


def held(text: str) -> list[tuple[str | None, str | None]]:
    return [(one.unit, one.post or one.rank) for one in only(f"2010.01--2014.05  {text}").holdings]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("二〇〇三年七月至二〇〇八年十二月 石泉县审计局科员", "2003-07", "2008-12"),
        ("二00三年十月—二○○八年十一月二十三日，石泉县审计局科员", "2003-10", "2008-11-23"),
        ("[2003.07-2008.12] 石泉县审计局科员", "2003-07", "2008-12"),
        ("（2）2003.07--2008.12  石泉县审计局科员", "2003-07", "2008-12"),
        ("②2003.07--2008.12  石泉县审计局科员", "2003-07", "2008-12"),
    ],
)
def test_dates_are_read_in_numerals_and_behind_ordinals(text: str, start: str, end: str) -> None:
    segment = only(text)
    assert (segment.start, segment.end) == (start, end)
    assert segment.holdings[0].unit == "石泉县审计局"


@pytest.mark.parametrize(
    "text", ["二〇〇三年十月二十十日 某局", "二〇〇三年十三月 某局", "二〇〇三年三二日 某局", "（三）某局"]
)
def test_odd_numerals_are_kept_whole(text: str) -> None:
    assert only(text).raw == text


@pytest.mark.parametrize(
    ("dates", "start", "end", "code"),
    [
        ("98.07--02.09", "1998-07", "2002-09", "century-supplied"),
        ("04.9至今", "2004-09", None, "century-supplied"),
        ("98.7-2003.11", "1998-07", "2003-11", "century-supplied"),
        ("24.1--", "2024-01", None, "century-supplied"),
        ("25.1--25.3", "1925-01", "1925-03", "century-supplied"),
        ("98.13--02.09", None, None, "bad-date"),
        ("2004年秋--2007年夏", "2004", "2007", "rough-date"),
        ("2011年上半年至2013年底", "2011", "2013", "rough-date"),
        ("2004-2005学年", "2004", "2005", "rough-date"),
    ],
)
def test_what_dates_leave_out_is_concluded_and_told(dates: str, start: str | None, end: str | None, code: str) -> None:
    resume = parse_resume(f"{dates}  石泉县粮食局职工", as_of="2024-03-01")
    assert (resume.segments[0].start, resume.segments[0].end) == (start, end)
    assert resume.segments[0].holdings[0].unit == "石泉县粮食局"
    assert code in {one.code for one in resume.findings}


def test_years_of_two_digits_in_a_note() -> None:
    resume = parse_resume("1998.07--2004.09  石泉县粮食局职工（其间：01.09-02.07在甲大学学习）")
    assert (resume.segments[1].start, resume.segments[1].end, resume.segments[1].kind) == (
        "2001-09",
        "2002-07",
        "study",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "省地勘局第七地质大队党委委员、总工程师",
            [("省地勘局第七地质大队", "党委委员"), ("省地勘局第七地质大队", "总工程师")],
        ),
        (
            "石泉县青石镇党政办主任、组织委员",
            [("石泉县青石镇党政办", "主任"), ("石泉县青石镇党委", "组织委员")],
        ),
        ("澜江矿业集团有限公司（原澜江矿务局）董事", [("澜江矿业集团有限公司", "董事")]),
        ("石泉车务段值班员、团委书记", [("石泉车务段", "值班员"), ("石泉车务段团委", "书记")]),
        ("石泉县青石镇石门村主任", [("石泉县青石镇石门村", "主任")]),
        ("石泉县青石镇石门村村主任", [("石泉县青石镇石门村", "村主任")]),
        ("澜江市检察院检察长、反贪局局长", [("澜江市检察院", "检察长"), ("澜江市检察院反贪局", "局长")]),
        (
            "澜江能源集团党委办公室主任、人力资源部部长",
            [("澜江能源集团党委办公室", "主任"), ("澜江能源集团人力资源部", "部长")],
        ),
        ("澜江学院学生工作部部长、团委书记", [("澜江学院学生工作部", "部长"), ("澜江学院团委", "书记")]),
        (
            "澜江市人社局就业科科长、机关第二党支部书记",
            [("澜江市人社局就业科", "科长"), ("澜江市人社局机关第二党支部", "书记")],
        ),
        (
            "石泉县审批局（县政务办）党组书记、局长",
            [("石泉县审批局（县政务办）", "党组书记"), ("石泉县审批局（县政务办）", "局长")],
        ),
        (
            "澜江国家级新区党工委委员、管委会副主任",
            [("澜江国家级新区党工委", "委员"), ("澜江国家级新区管委会", "副主任")],
        ),
        ("乌澜盟农牧业局副局长，盟草原局局长", [("乌澜盟农牧业局", "副局长"), ("乌澜盟草原局", "局长")]),
        ("石泉县青石镇司法所所长、综治办副主任", [("石泉县青石镇司法所", "所长"), ("石泉县青石镇综治办", "副主任")]),
        ("石泉县青石镇人大主席、党委副书记", [("石泉县青石镇人大", "主席"), ("石泉县青石镇党委", "副书记")]),
        ("国家林业局植树造林司科员", [("国家林业局植树造林司", "科员")]),
        ("澜江市公安局城关分局副分局长", [("澜江市公安局城关分局", "副分局长")]),
        (
            "澜江水泥有限公司销售部经理、总经理助理",
            [("澜江水泥有限公司销售部", "经理"), ("澜江水泥有限公司", "总经理助理")],
        ),
        ("石泉县人民医院医务科科长、院长助理", [("石泉县人民医院医务科", "科长"), ("石泉县人民医院", "院长助理")]),
        (
            "澜江经济技术开发区财政局副局长、国资办主任",
            [("澜江经济技术开发区财政局", "副局长"), ("澜江经济技术开发区国资办", "主任")],
        ),
        (
            "澜江市人大财经委员会副主任委员、常委会预算工委主任",
            [("澜江市人大财经委员会", "副主任委员"), ("澜江市人大常委会预算工委", "主任")],
        ),
        ("石泉县中医院院办主任、工会主席", [("石泉县中医院院办", "主任"), ("石泉县中医院工会", "主席")]),
        ("青屿州文联副秘书长", [("青屿州文联", "副秘书长")]),
        (
            "石泉县青石镇石门村党支部书记、团支部书记",
            [("石泉县青石镇石门村党支部", "书记"), ("石泉县青石镇石门村团支部", "书记")],
        ),
        ("石泉县药监局党委委员、食品安全总监", [("石泉县药监局", "党委委员"), ("石泉县药监局", "食品安全总监")]),
        ("白音河旗达来苏木达", [("白音河旗达来苏木人民政府", "苏木达")]),
        ("澜江钢铁厂车间副主任、主任", [("澜江钢铁厂", "车间副主任"), ("澜江钢铁厂", "车间主任")]),
        ("澜江学院机电系教师、系主任助理", [("澜江学院机电系", "教师"), ("澜江学院机电系", "主任助理")]),
        ("澜江团市委副书记，市青年联合会副主席", [("澜江团市委", "副书记"), ("澜江市青年联合会", "副主席")]),
        ("澜江团市委权益部部长、办公室主任", [("澜江团市委权益部", "部长"), ("澜江团市委办公室", "主任")]),
        ("澜江团市委办公室主任、青少年宫主任", [("澜江团市委办公室", "主任"), ("澜江市青少年宫", "主任")]),
        (
            "石泉县青石镇文化站站长、计生协会秘书长",
            [("石泉县青石镇文化站", "站长"), ("石泉县青石镇计生协会", "秘书长")],
        ),
        (
            "武警澜江市支队政治处主任、副政委",
            [("武警澜江市支队政治处", "主任"), ("武警澜江市支队", "副政委")],
        ),
        ("派驻澜江市疫情防控指挥部综合组工作", [("澜江市疫情防控指挥部综合组", None)]),
        ("澜江传媒集团副总编辑，澜江晚报总编辑", [("澜江传媒集团", "副总编辑"), ("澜江晚报", "总编辑")]),
        (
            "澜江市第十四届人大常委会委员、城建工委主任",
            [("澜江市第十四届人大常委会", "委员"), ("澜江市人大常委会城建工委", "主任")],
        ),
        ("选调生，石泉县青石镇党政办科员", [("石泉县青石镇党政办", "科员")]),
        ("挂职石泉县长助理", [("石泉县人民政府", "县长助理")]),
        ("澜江经济开发区（省级）管委会经发局局长", [("澜江经济开发区管委会经发局", "局长")]),
        ("石泉县审计局二级调研员，不再担任领导职务", [("石泉县审计局", "二级调研员")]),
    ],
)
def test_units_and_posts_are_parted(text: str, expected: list[tuple[str, str]]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "石泉县监测站工程师、高级工程师、副站长",
        "石泉县柴油机厂厂长助理、副厂长",
        "某旅政治部参谋、科长",
        "石泉县检查站检查员、副站长",
    ],
)
def test_rises_are_sequences(text: str) -> None:
    holdings = only(f"2010.01--2014.05  {text}").holdings
    assert [one.start for one in holdings] == ["2010-01", *[None] * (len(holdings) - 1)]
    assert [one.end for one in holdings] == [*[None] * (len(holdings) - 1), "2014-05"]


def test_who_is_sent_to_a_village_holds_the_post_there() -> None:
    segment = only("2010.01--2014.05  澜江市审计局派驻石泉县青石镇石门村任第一书记")
    assert segment.kind == "secondment"
    assert [(one.unit, one.post) for one in segment.holdings] == [("石泉县青石镇石门村", "第一书记")]


def test_a_secondment_in_brackets_names_its_own_place() -> None:
    posts = only("2010.01--2014.05  省农信社云阶办事处主任（挂任石泉县副县长）").holdings
    assert [(one.unit, one.kind) for one in posts] == [("省农信社云阶办事处", "post"), ("石泉县人民政府", "secondment")]


def test_a_retirement_ends_the_posts_and_is_no_fault() -> None:
    resume = parse_resume("2010.05--         石泉县民政局党组书记、局长，2016.11退休")
    assert [one.end for one in resume.segments[0].holdings] == ["2016-11", "2016-11"]
    assert "unsplit" not in {one.code for one in resume.findings}


def test_a_step_of_a_rank_is_no_unit() -> None:
    resume = parse_resume("2021.04--         石泉县政协二级主席")
    assert resume.segments[0].holdings == ()
    assert "unsplit" in {one.code for one in resume.findings}


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        ("澜江市公安局城关分局民警", "分局刑侦大队副大队长", [("澜江市公安局城关分局刑侦大队", "副大队长")]),
        ("澜江市财政局预算科科员", "局办公室副主任", [("澜江市财政局办公室", "副主任")]),
        ("澜江市第一中学教师", "学校教务处主任", [("澜江市第一中学教务处", "主任")]),
        ("澜江大学数学系助教", "校团委书记", [("澜江大学团委", "书记")]),
        ("澜江市第一人民医院外科医生", "医院副院长", [("澜江市第一人民医院", "副院长")]),
        ("岭川省第四建筑公司技术员", "二分公司副经理", [("岭川省第四建筑公司二分公司", "副经理")]),
        ("岭川省第四建筑公司二分公司技术员", "公司总工程师", [("岭川省第四建筑公司", "总工程师")]),
        ("中国某银行石泉县支行柜员", "城关分理处主任", [("中国某银行石泉县支行城关分理处", "主任")]),
    ],
)
def test_a_later_line_points_back_at_the_unit_before(first: str, later: str, expected: list[tuple[str, str]]) -> None:
    segments = parse_resume(f"2002.07--2006.03  {first}\n2006.03--2010.09  {later}").segments
    assert [(one.unit, one.post) for one in segments[1].holdings] == expected
    assert all(one.derived == ("unit",) for one in segments[1].holdings)


def test_a_full_name_after_a_line_of_the_same_troop_is_not_put_behind_it() -> None:
    text = "2001.07--2008.03  武警岭川省总队某支队排长\n2008.03--2010.09  武警岭川省总队某支队政治处干事"
    assert parse_resume(text).segments[1].holdings[0].unit == "武警岭川省总队某支队政治处"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在石泉县大湾乡挂职乡长助理", [("石泉县大湾乡人民政府", "乡长助理")]),
        ("在石泉县财政局挂职（任局长助理）", [("石泉县财政局", "局长助理")]),
        ("省发改委挂职锻炼投资处副处长", [("省发改委投资处", "副处长")]),
        ("柳林区委组织部副部长、区委老干部局局长", [("柳林区委组织部", "副部长"), ("柳林区委老干部局", "局长")]),
        ("石泉县白石乡党政办主任、团委书记", [("石泉县白石乡党政办", "主任"), ("石泉县白石乡团委", "书记")]),
        ("石泉县梅林镇党政办科员（省委组织部选调生）", [("石泉县梅林镇党政办", "科员")]),
        (
            "澜江高新技术产业开发区管委会经济发展局副局长、招商局局长",
            [
                ("澜江高新技术产业开发区管委会经济发展局", "副局长"),
                ("澜江高新技术产业开发区管委会招商局", "局长"),
            ],
        ),
        (
            "澜江市建设局监察大队大队长，市城区拆迁办主任",
            [("澜江市建设局监察大队", "大队长"), ("澜江市城区拆迁办", "主任")],
        ),
    ],
)
def test_where_a_post_stands_is_told_from_how_it_is_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert held(text) == expected


def test_a_part_told_by_what_its_whole_is_called() -> None:
    """白桦农场 a line after 黑松农垦管理局白桦农场 is that farm; the bureau and a company stand alone."""
    resume = parse_resume(
        "2002.07--2006.09  黑松农垦管理局白桦农场中学教师\n2006.09--2010.03  白桦农场宣传部干事\n"
        "2010.03--2017.11  农场副场长（其间：2015.05--2016.05借调黑松农垦管理局宣传部工作）\n"
        "2017.11--         白桦农场有限公司总经理"
    )
    assert [segment.holdings[0].unit for segment in resume.segments] == [
        "黑松农垦管理局白桦农场中学",
        "黑松农垦管理局白桦农场宣传部",
        "黑松农垦管理局白桦农场",
        "黑松农垦管理局宣传部",
        "白桦农场有限公司",
    ]


@pytest.mark.parametrize("said", ["临时负责全面工作", "负责日常工作", "主持工作"])
def test_who_answers_for_all_of_the_work_is_acting(said: str) -> None:
    assert only(f"2014.10--2017.05  石泉县住建局副局长（{said}）").holdings[0].acting
    assert not only("2014.10--2017.05  石泉县住建局副局长（负责项目前期工作）").holdings[0].acting


def test_congresses_are_counted_in_their_own_word() -> None:
    text = "2016.09--  石泉县财政局局长\n\n石泉县第十三、十四、十五次党代会代表"
    assert [seat.unit for seat in parse_resume(text).memberships] == [
        f"石泉县第{number}次党代会" for number in ("十三", "十四", "十五")
    ]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("武警澜江市支队后勤处处长（正营职少校）", "正营职"),
        ("澜江军分区政治工作处主任（正团职、大校军衔）", "正团职"),
        ("石泉县农技站站长（九级管理岗）", "九级管理岗"),
        ("澜江经济开发区（省级）管委会经发局局长", None),
    ],
)
def test_a_bracket_tells_the_grade_and_no_level_of_the_unit(text: str, rank: str | None) -> None:
    assert [one.rank for one in only(f"2010.01--2014.05  {text}").holdings] == [rank]


def units(text: str) -> list[str | None]:
    return [one.unit for one in only(f"2010.01--2014.05  {text}").holdings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("石泉县扶贫办科员，扶贫办副主任", ["石泉县扶贫办"] * 2),
        ("石泉县柳河镇党政办干事，石埠村党支部书记助理", ["石泉县柳河镇党政办", "石泉县柳河镇石埠村党支部"]),
        ("石泉县委常委、柳河镇党委书记", ["石泉县委", "石泉县柳河镇党委"]),
        ("澜江市政府驻京办事处副主任科员、接待处处长", ["澜江市政府驻京办事处", "澜江市政府驻京办事处接待处"]),
        ("兵团第九师农业局局长，师供销合作社主任", ["兵团第九师农业局", "兵团第九师供销合作社"]),
        ("兵团第九师四百团副团长，团工会主席", ["兵团第九师四百团", "兵团第九师四百团工会"]),
        ("兵团第九师四百团副团长，团委书记", ["兵团第九师四百团", "兵团第九师四百团团委"]),
    ],
)
def test_a_unit_named_in_part_lies_where_the_one_before_it_does(text: str, expected: list[str]) -> None:
    assert units(text) == expected


def test_who_goes_to_a_village_stays_on_the_staff_of_the_town() -> None:
    clerk, secretary = only("2010.01--2014.05  石泉县柳河镇科员，石埠村党支部第一书记").holdings
    assert (clerk.start, clerk.end) == (secretary.start, secretary.end)


def test_a_grade_behind_a_personal_rank_is_not_lost() -> None:
    held = only("2010.01--2014.05  澜江市城市管理局副局长，调研员（正处级）").holdings
    assert [(one.post, one.rank) for one in held] == [("副局长", None), (None, "调研员"), (None, "正处级")]
