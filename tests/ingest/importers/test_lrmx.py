"""A .lrmx form becomes one record about one cadre, with quotes, places and findings."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model.kept_form import HIDDEN_ID_NUMBER
from graph.model.records.assessment import Assessment
from graph.model.records.award import Award
from graph.model.records.cadre import Cadre
from graph.model.records.career_segment import CareerSegment
from graph.model.records.education import Education
from graph.model.records.family_member import FamilyMember
from graph.model.records.health_record import HealthRecord
from graph.model.records.punishment import Punishment
from graph.model.records.rank_record import RankRecord
from graph.model.records.secondment import Secondment
from graph.model.records.tenure import Tenure
from graph.model.records.unit import Unit
from ingest.errors import SourceError
from ingest.importers.lrmx import IMPORTER
from ingest.importers.lrmx.fields import place_of
from tests.support.reading import ID_NUMBER, Read, read

NOW = "current"
JPEG = b"\xff\xd8\xff\xe0" + b"0" * 200 + b"\xff\xd9"

FORM = {
    "XingMing": "林测试",
    "XingBie": "女",
    "ChuShengNianYue": "194912",
    "MinZu": "汉族",
    "CanJiaGongZuoShiJian": "200208",
    "RuDangShiJian": "200012",
    "XianRenZhiWu": "丁市住房和城乡建设局副局长",
    "JianLi": "1998.09--2002.08  甲大学建筑工程系土木工程专业学习\r\n"
    "2002.08--2012.11  乙县建设局干部\r\n"
    "2012.11--         丁市住房和城乡建设局副局长",
    "TianBiaoShiJian": "20240101",
    "TianBiaoRen": "周示例",
    "ChengBaoDanWei": "丁市委组织部",
    "ShenFenZheng": ID_NUMBER,
    "Version": "3.2.1.6",
}


def xml(values: Mapping[str, str], family: Sequence[Mapping[str, str]] = (), declared: str = "utf-8") -> str:
    body = "".join(f"<{name}>{escape(text)}</{name}>\n" for name, text in values.items())
    rows = "".join(
        "<Item>" + "".join(f"<{n}>{escape(t)}</{n}>" for n, t in member.items()) + "</Item>" for member in family
    )
    head = f'<?xml version="1.0" encoding="{declared}"?>'
    return f"{head}\n<Person>{body}<JiaTingChengYuan>{rows}</JiaTingChengYuan></Person>"


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return tmp_path / "林测试.lrmx"


def read_form(path: Path, changes: Mapping[str, str] | None = None, family: Sequence[Mapping[str, str]] = ()) -> Read:
    path.write_bytes(xml({**FORM, **(changes or {})}, family).encode())
    return read(IMPORTER, path)


def test_the_record_is_about_the_cadre(form: Path) -> None:
    got = read_form(form)
    (record,) = got.records
    assert record.subject.type == "Cadre"
    assert {"name", "sex", "birth_month", "work_start", "id_hash"} == set(record.subject.values)
    assert (record.origin, record.author, record.date) == ("personnel_form", "周示例", "2024-01-01")
    assert (got.document.form_date, got.document.issuer) == ("2024-01-01", "丁市委组织部")
    assert got.codes == []


def test_attributes_of_the_cadre(form: Path) -> None:
    (values,) = read_form(form, {"MinZu": "畲", "XingMing": "单 立人", "RuDangShiJian": "200108；民建"}).values(Cadre)
    assert values["ethnicity"] == "畲族"
    assert (values["name"], values["pinyin"], values["initials"]) == ("单立人", "shanliren", "slr")
    assert (values["party_text"], values["party_join"]) == ("200108；民建", "2001-08")
    assert values["political_status"] == "中共党员"
    assert (values["birth_month"], values["work_start"]) == ("1949-12", "2002-08")


def test_resume_becomes_segments_and_tenures(form: Path) -> None:
    got = read_form(form)
    assert [each["kind"] for each in got.values(CareerSegment)] == ["study", "work", "work"]
    last = got.drafts(Tenure)[-1]
    assert (last.values["unit_name"], last.values["title"]) == ("丁市住房和城乡建设局", "副局长")
    assert (last.values["start"], last.values["end_status"]) == ("2012-11", "current")
    assert (last.place.line, last.place.column) == (3, "简历")
    assert last.quote == "2012.11--         丁市住房和城乡建设局副局长"
    links = {link.name: link.target for link in last.links}
    assert links["post"].values["unit"] == links["unit"]
    assert links["cadre"] == got.records[0].subject


@pytest.mark.parametrize(
    ("resume", "stated", "expected"),
    [
        (
            "",
            "丁市卫健委党组成员、副主任（2019.04任）",
            [("党组成员", None, "current"), ("副主任", "2019-04", "current")],
        ),
        (
            "2002.08--2012.11  乙县建设局干部",
            "丁市建设局局长",
            [("干部", "2002-08", "ended"), ("局长", None, "current")],
        ),
        ("2002.08--2012.11  乙县建设局局长", "乙县建设局局长", [("局长", "2002-08", "ended")]),
        ("2002.08--         退休", "丁市建设局局长", []),
        ("2002.08--         乙县建设局局长", "丁市建设局局长", [("局长", "2002-08", NOW)]),
    ],
    ids=["no résumé", "it ended earlier", "it ended with the same post", "retired", "it goes on with another"],
)
def test_stated_posts_are_held_where_no_stretch_goes_on(
    form: Path, resume: str, stated: str, expected: list[tuple[str, str | None, str]]
) -> None:
    held = read_form(form, {"JianLi": resume, "XianRenZhiWu": stated}).values(Tenure)
    assert [(each["title"], each.get("start"), each["end_status"]) for each in held] == expected


def test_a_secondment_and_a_dated_rank(form: Path) -> None:
    resume = (
        "2002.08--2012.11  乙县建设局干部（其间：2010.03--2011.03挂任石泉县委常委、副县长）\n"
        "2012.11--         丁市发改委副主任（主持工作，2014.08明确正处级）"
    )
    got = read_form(form, {"JianLi": resume, "XianRenZhiWu": "丁市发改委副主任"})
    (secondment,) = got.values(Secondment)
    assert (secondment["host"], secondment["title"]) == ("石泉县委", "常委、副县长")
    assert {"kind": "职务层次", "rank": "县处级正职", "start": "2014-08"} in got.values(RankRecord)
    assert any("unit_name" in draft.derived for draft in got.drafts(Tenure))


def test_a_rank_that_goes_on_in_the_next_line_began_in_the_first(form: Path) -> None:
    resume = (
        "2019.06--2020.08  丁市发改委能源科三级主任科员\n"
        "2020.08--2021.10  丁市发改委办公室副主任、三级主任科员\n"
        "2021.10--         丁市发改委办公室主任、二级主任科员（2021.12任一级主任科员）"
    )
    got = read_form(form, {"JianLi": resume, "XianRenZhiWu": "丁市发改委办公室主任"})
    ranks = [(each["rank"], each["start"]) for each in got.values(RankRecord)]
    assert ranks == [("三级主任科员", "2019-06"), ("二级主任科员", "2021-10"), ("一级主任科员", "2021-12")]


def test_a_renamed_unit_is_a_record_about_the_unit(form: Path) -> None:
    resume = "2012.11--         澜江市环境保护局（2019.01更名为市生态环境局）副局长"
    got = read_form(form, {"JianLi": resume, "XianRenZhiWu": ""})
    (unit,) = got.drafts(Unit)
    assert unit.values == {"name": "澜江市环境保护局"}
    assert unit.links[0].target.values == {"name": "澜江市生态环境局"}
    assert unit.links[0].values["date"] == "2019-01"
    assert got.records[1].subject.type == "Unit"


def test_education_takes_its_dates_from_the_resume(form: Path) -> None:
    got = read_form(
        form,
        {
            "QuanRiZhiJiaoYu_XueLi": "大学",
            "QuanRiZhiJiaoYu_XueWei": "工学学士",
            "QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi": "甲大学建筑工程系土木工程专业",
            "ZaiZhiJiaoYu_XueLi": "中央党校大学",
            "ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi": "中央党校",
            "ZaiZhiJiaoYu_XueWei": "公共管理硕士",
            "ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi": "丙大学公共管理专业",
        },
    )
    full, school, degree = got.drafts(Education)
    assert full.values["school"] == "甲大学"
    assert full.values["major"] == "土木工程"
    assert (full.values["start"], full.values["end"], full.derived) == ("1998-09", "2002-08", ("start", "end"))
    assert "start" not in school.values
    assert (school.values.get("degree"), degree.values.get("level")) == (None, None)


def test_honours_grades_and_health(form: Path) -> None:
    got = read_form(
        form,
        {
            "JiangChengQingKuang": "2014.02，经丁市人民政府批准，荣获“先进个人”称号。"
            "2019.05，因违反工作纪律，经丁市纪委批准，受党内警告处分。看不懂的一句。",
            "NianDuKaoHeJieGuo": "2021至2022年均为称职；2023年年度考核优秀",
            "JianKangZhuangKuang": "健康",
        },
    )
    (award,) = got.values(Award)
    assert (award["name"], award["date"], award["authority"]) == ("先进个人称号", "2014-02", "丁市人民政府")
    (punishment,) = got.values(Punishment)
    assert (punishment["name"], punishment["track"], punishment["cause"]) == ("党内警告", "党纪", "违反工作纪律")
    grades = [(each["year"], each["grade"]) for each in got.values(Assessment)]
    assert grades == [(2021, "称职"), (2022, "称职"), (2023, "优秀")]
    assert got.values(HealthRecord) == [{"category": "健康", "as_of": "2024-01-01"}]
    assert got.codes == ["honour-unread"]


FAMILY = [
    {"ChengWei": "妻子", "XingMing": "王测试", "ChuShengRiQi": "195003", "GongZuoDanWeiJiZhiWu": "丁市第一中学教师"},
    {"ChengWei": "女儿", "XingMing": "林小小", "ChuShengRiQi": "201003", "GongZuoDanWeiJiZhiWu": "丁市实验小学学生"},
    {"ChengWei": "儿子", "XingMing": "林未详", "ChuShengRiQi": "", "GongZuoDanWeiJiZhiWu": ""},
    {"ChengWei": "长女", "XingMing": "林界年", "ChuShengRiQi": "2006", "GongZuoDanWeiJiZhiWu": "甲大学学生"},
    {"ChengWei": "父亲", "XingMing": "林老", "ChuShengRiQi": "已去世", "GongZuoDanWeiJiZhiWu": "乙县农民（已去世）"},
]


def test_of_minors_only_appellation_and_birth_year_are_kept(form: Path) -> None:
    got = read_form(form, family=FAMILY)
    wife, daughter, son, eldest, father = got.values(FamilyMember)
    assert (wife["name"], wife["post_text"]) == ("王测试", "丁市第一中学教师")
    assert daughter == {"appellation": "女儿", "birth": "2010", "minor": True}
    assert son == {"appellation": "儿子"}
    assert eldest == {"appellation": "长女", "birth": "2006"}
    assert (father["deceased"], "birth" in father) == (True, False)
    assert not any(name in got.everything() for name in ("林小小", "实验小学", "林未详", "林界年"))


def test_who_is_a_minor_is_judged_at_the_form_date(form: Path) -> None:
    child = {"ChengWei": "女儿", "XingMing": "林小小", "ChuShengRiQi": "200602", "GongZuoDanWeiJiZhiWu": "甲大学学生"}
    assert read_form(form, {"TianBiaoShiJian": "20240131"}, [child]).values(FamilyMember)[0]["minor"] is True
    assert read_form(form, {"TianBiaoShiJian": "20240229"}, [child]).values(FamilyMember)[0]["name"] == "林小小"


def test_an_id_number_is_nowhere_in_clear(form: Path) -> None:
    spaced = f"{ID_NUMBER[:6]} {ID_NUMBER[6:14]} {ID_NUMBER[14:]}"
    got = read_form(
        form,
        {"QiTa": f"证号{ID_NUMBER}", "SFZH2": "12345", "RenMianLiYou": spaced, "JianLi": f"2002.08--  {ID_NUMBER}某局"},
        [{"ChengWei": "妻子", "XingMing": "王测试", "GongZuoDanWeiJiZhiWu": f"教师{ID_NUMBER}"}],
    )
    assert ID_NUMBER not in got.everything()
    assert ID_NUMBER[6:14] not in got.everything()
    whole = got.records[0].form
    assert whole is not None
    kept = {part.name: part for part in whole.parts}
    assert kept["Version"].text == "3.2.1.6"
    assert {name for name, part in kept.items() if part.kind == "withheld"} == {"QiTa", "SFZH2", "ShenFenZheng"}
    assert kept["RenMianLiYou"].text == HIDDEN_ID_NUMBER


def test_unknown_elements_are_kept_and_reported(form: Path) -> None:
    got = read_form(form, {"BeiZhu": "待补材料", "RenMianLiYou": "工作需要"})
    whole = got.records[0].form
    assert whole is not None
    assert [part.name for part in whole.parts] == [*FORM, "BeiZhu", "RenMianLiYou", "JiaTingChengYuan"]
    assert whole.texts()["BeiZhu"] == "待补材料"
    assert got.codes == ["unknown-element"]


def test_a_form_of_4_0(form: Path) -> None:
    got = read_form(form, {"DaoLingNianYue": "203008", "GaiGeQianRenZhiNianLingJieXian": "改革前任职年龄界限为60岁"})
    (values,) = got.values(Cadre)
    assert (values["retirement_month"], values["tenure_age_limit"]) == ("2030-08", "改革前任职年龄界限为60岁")
    assert got.codes == []


def test_order_mark_odd_characters_and_double_escapes(form: Path) -> None:
    values = dict(reversed({**FORM, "XingMing": "\u200b林\u3000测试\u00a0", "NiRenZhiWu": "（无）"}.items()))
    values["JianLi"] = "2002.08—2012.11　乙县建设局&1amp;规划局干部\n2012.11－         丁市住房和城乡建设局副局长"
    form.write_bytes(b"\xef\xbb\xbf" + xml(values).replace("<XingBie>", "\x0b&#11;<XingBie>").encode())
    got = read(IMPORTER, form)
    (cadre,) = got.values(Cadre)
    assert cadre["name"] == "林测试"
    assert "proposed_post_text" not in cadre
    assert got.values(CareerSegment)[0]["end"] == "2012-11"
    assert "&1amp;" not in repr((got.records[0].drafts, got.document.findings))


@pytest.mark.parametrize(
    ("number", "code"), [("", "no-id-number"), (ID_NUMBER[:-1] + "1", "bad-id-number"), ("1234", "bad-id-number")]
)
def test_a_missing_or_wrong_id_number_is_not_used(form: Path, number: str, code: str) -> None:
    got = read_form(form, {"ShenFenZheng": number})
    assert "id_hash" not in got.records[0].subject.values
    assert got.codes == [code]
    assert all(finding.value == "" for finding in got.document.findings)


def test_an_id_number_that_contradicts_the_form(form: Path) -> None:
    got = read_form(form, {"ChuShengNianYue": "195001"})
    assert got.codes == ["id-number-differs"]
    assert got.document.findings[0].value == "1950-01"


def test_the_photo_is_kept_outside(form: Path) -> None:
    got = read_form(form, {"ZhaoPian": base64.encodebytes(JPEG).decode()})
    (photo,) = got.document.photos
    assert photo.content == JPEG
    assert got.values(Cadre)[0]["photo"] == photo.name
    assert "林" not in photo.name


@pytest.mark.parametrize(
    "photo", ["不是照片", base64.b64encode(b"GIF89a").decode(), base64.b64encode(JPEG[:50]).decode()]
)
def test_a_bad_photo_is_a_finding(form: Path, photo: str) -> None:
    got = read_form(form, {"ZhaoPian": photo})
    assert got.document.photos == ()
    assert got.codes == ["bad-photo"]


@pytest.mark.parametrize(
    ("element", "text", "code"),
    [
        ("ChuShengNianYue", "1979年13月", "bad-date"),
        ("CanJiaGongZuoShiJian", "203001", "future-date"),
        ("TianBiaoShiJian", "20990101", "future-date"),
        ("MinZu", "外星族", "not-in-list"),
        ("RuDangShiJian", "某某党", "party-unread"),
        ("NianDuKaoHeJieGuo", "近三年不错", "grade-unread"),
        ("JianLi", "", "no-resume"),
    ],
)
def test_doubts_name_the_element(form: Path, element: str, text: str, code: str) -> None:
    got = read_form(form, {element: text})
    assert [(each.code, each.place.column) for each in got.document.findings if each.code == code] == [
        (code, place_of(element).column)
    ]


def test_findings_of_the_resume_have_their_line(form: Path) -> None:
    got = read_form(form, {"JianLi": "2002.08--2008.03  乙县建设局干部\n2009.03--         丁市住房和城乡建设局副局长"})
    gap = next(each for each in got.document.findings if each.code == "gap")
    assert (gap.place.line, gap.place.column) == (2, "简历")


def test_an_end_before_its_start_is_told_and_no_tenure_ends_then(form: Path) -> None:
    got = read_form(form, {"JianLi": "2013.08--2011.03  乙县建设局副局长"})
    (tenure,) = (each for each in got.values(Tenure) if each.get("start") == "2013-08")
    assert (tenure.get("end"), tenure["end_status"]) == (None, "unknown")
    assert [each["end"] for each in got.values(CareerSegment)] == ["2011-03"]
    assert "end-before-start" in got.codes


@pytest.mark.parametrize(
    ("line", "code", "start", "end"),
    [
        ("20280101--         丁市财政局副局长", "future-date", None, None),
        ("2012.11--2030.01  丁市财政局副局长", "future-date", "2012-11", None),
        ("2030.01--2031.01  丁市财政局副局长", "future-date", None, None),
        ("2012.13--         丁市财政局副局长", "bad-date", None, None),
        ("2012.11--2013.00  丁市财政局副局长", "bad-date", "2012-11", None),
        ("2012.11--2011.01  丁市财政局副局长", "end-before-start", "2012-11", None),
    ],
)
def test_of_dates_that_cannot_be_no_post_goes_on(
    form: Path, line: str, code: str, start: str | None, end: str | None
) -> None:
    got = read_form(form, {"JianLi": f"2002.08--2012.11  乙县建设局干部\r\n{line}"})
    held = got.values(Tenure)[1]
    assert (held.get("start"), held.get("end"), held["end_status"]) == (start, end, "unknown")
    found = next(each for each in got.document.findings if each.code == code)
    assert (found.place.line, found.subject) == (2, got.records[0].subject)
    assert not [each for each in got.values(RankRecord) if each["start"] > "2027"]


def test_a_later_step_dated_ahead_is_told_as_well(form: Path) -> None:
    got = read_form(form, {"JianLi": "2012.11--         青屿区委副书记、代区长，2030.02区长"})
    steps = {each["title"]: (each.get("start"), each["end_status"]) for each in got.values(Tenure)}
    assert steps["区长"] == (None, "unknown")
    assert "future-date" in got.codes


def test_years_that_are_counted_back_are_told(form: Path) -> None:
    got = read_form(form, {"NianDuKaoHeJieGuo": "近三年考核均为优秀"})
    assert [each["year"] for each in got.values(Assessment)] == [2021, 2022, 2023]
    (found,) = [each for each in got.document.findings if each.code == "years-counted"]
    assert (found.severity, found.value, found.place) == ("info", "近三年考核均为优秀", place_of("NianDuKaoHeJieGuo"))
    assert "2021、2022、2023" in str(found.reason)


def test_a_doubled_element_is_reported(form: Path) -> None:
    form.write_bytes(xml(FORM).replace("<XingBie>", "<XingMing>林二</XingMing><XingBie>").encode())
    got = read(IMPORTER, form)
    assert (got.codes, got.values(Cadre)[0]["name"]) == (["doubled-element"], "林测试")


def refused(path: Path, content: bytes) -> SourceError:
    path.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        read(IMPORTER, path)
    assert caught.value.hint
    assert caught.value.place is not None
    assert caught.value.place.file == path.name
    return caught.value


BOMB = '<!DOCTYPE Person [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "空"),
        (b" \r\n\t ", "空白"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml", "Word"),
        (b"PK\x03\x04" + bytes(26) + b"xl/workbook.xml", "zip"),
        (b"\x00\x01\x02", "XML"),
        (b"<Person><JianLi>" + b"x" * 10_500_000 + b"</JianLi></Person>", "10 MB"),
        (b"<Person>" * 2000 + b"</Person>" * 2000, "几百层"),
        ("这不是 XML".encode(), "XML"),
        (xml(FORM).encode()[:400], "XML"),
        (xml(FORM).replace("<Person>", BOMB + "<Person>").encode(), "实体"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><Person/>', "实体"),
        (b"<Roster/>", "Person"),
        (b"<Person><XingBie>x</XingBie></Person>", "姓名"),
        (xml(FORM).encode("gb18030"), "GBK"),
        (xml(FORM, declared="x-unheard-of").encode("gb18030"), "编码"),
        (xml(FORM).encode() + b"\xff", "字节"),
    ],
)
def test_what_is_no_form_is_refused_with_a_remedy(form: Path, content: bytes, word: str) -> None:
    assert word in refused(form, content).message


@pytest.mark.parametrize("change", [str.lower, str.upper])
def test_names_of_elements_in_other_letters_are_read(form: Path, change: Callable[[str], str]) -> None:
    kin = [{"ChengWei": "父亲", "XingMing": "林某", "ChuShengRiQi": "194001"}]
    plain = read_form(form, family=kin)
    text = re.sub(r"<(/?)([A-Za-z]+)>", lambda found: f"<{found[1]}{change(found[2])}>", xml(FORM, kin))
    form.write_text(text, encoding="utf-8")
    got = read(IMPORTER, form)
    assert (got.codes, got.values(Cadre)[0]) == (plain.codes, plain.values(Cadre)[0])
    assert len(got.values(Tenure)) == len(plain.values(Tenure)) > 0
    assert len(got.values(FamilyMember)) == len(plain.values(FamilyMember)) > 0


@pytest.mark.parametrize("declared", ["GB2312", "GBK", "UTF-16"])
def test_utf_8_declared_as_another_encoding_is_read_as_what_it_is(form: Path, declared: str) -> None:
    form.write_bytes(xml(FORM, declared=declared).encode())
    got = read(IMPORTER, form)
    assert (got.values(Cadre)[0]["name"], got.codes) == ("林测试", ["declared-encoding"])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_read_with_and_without_its_mark(form: Path, encoding: str) -> None:
    form.write_bytes(xml(FORM, declared="UTF-16").encode(encoding))
    got = read(IMPORTER, form)
    assert (got.values(Cadre)[0]["name"], got.codes) == ("林测试", [])


@pytest.mark.parametrize(
    ("opening", "prefix"), [('Person xmlns="urn:form"', ""), ('f:Person xmlns:f="urn:form"', "f:")]
)
def test_a_form_in_a_namespace_is_read_by_its_names(form: Path, opening: str, prefix: str) -> None:
    family = [{"ChengWei": "妻子", "XingMing": "孙示例"}]
    text = xml(FORM, family).replace("<Person>", "<Person><n:Other xmlns:n='urn:other'/>")
    named = re.sub(r"<(/?)(?=[A-Z])", rf"<\1{prefix}", text)
    form.write_text(named.replace(f"<{prefix}Person>", f"<{opening}>"), "utf-8")
    got = read(IMPORTER, form)
    assert got.values(Cadre)[0]["name"] == "林测试"
    assert [each["name"] for each in got.values(FamilyMember)] == ["孙示例"]


def test_gbk_declared_as_such_is_read_and_reported(form: Path) -> None:
    form.write_bytes(xml(FORM, declared="GB2312").encode("gb18030"))
    got = read(IMPORTER, form)
    assert (got.values(Cadre)[0]["name"], got.codes) == ("林测试", ["declared-encoding"])


def test_a_huge_file_is_refused_unread(form: Path) -> None:
    with form.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(SourceError, match="上限"):
        read(IMPORTER, form)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.fixed_dictionaries({}, optional={name: st.text(max_size=40) for name in FORM if name != "XingMing"}))
def test_any_text_is_read_or_reported_never_raised(form: Path, texts: dict[str, str]) -> None:
    allowed = {name: "".join(c for c in text if not "\ud800" <= c <= "\udfff") for name, text in texts.items()}
    got = read_form(form, allowed)
    assert got.values(Cadre)[0]["name"] == "林测试"


@pytest.mark.parametrize("element", sorted({*FORM, "BeiZhu", "RenMianLiYou"} - {"ShenFenZheng"}))
def test_an_id_number_in_any_element_leaves_nothing_of_itself(form: Path, element: str) -> None:
    text = f"{FORM.get(element, '')}，{ID_NUMBER}，{' '.join(ID_NUMBER)}"
    told = read_form(form, {element: text}).everything()
    assert ID_NUMBER not in told.replace(" ", "")


def test_the_name_of_a_minor_is_shown_nowhere_on_the_form(form: Path) -> None:
    child = {"ChengWei": "女儿", "XingMing": "林小苗", "ChuShengRiQi": "201505", "GongZuoDanWeiJiZhiWu": "某小学"}
    changes = {
        "JianLi": FORM["JianLi"] + "\r\n                  （其间：照顾女儿林小苗）",
        "JiangChengQingKuang": "2014.02，经丁市委批准，荣获先进工作者。其女林小苗陪同领奖。",
        "BeiZhu": "女儿林小苗在读",
    }
    got = read_form(form, changes, [child])
    assert "林小苗" not in got.everything()
    assert "〔未成年人〕" in got.everything()


CHILD = {"ChengWei": "女儿", "XingMing": "林小满", "ChuShengRiQi": "201503"}
WIFE = {"ChengWei": "妻子", "XingMing": "王满芳", "ChuShengRiQi": "197903", "GongZuoDanWeiJiZhiWu": "在家照顾小满"}


@pytest.mark.parametrize("note", ["小满在甲县一小就读", "女儿小满有哮喘", "孩子满满由祖母照看", "小满", "满儿今年上学"])
def test_the_given_name_of_a_minor_alone_is_hidden_in_notes(form: Path, note: str) -> None:
    got = read_form(form, {"BeiZhu": note}, [CHILD, WIFE])
    assert not [word for word in ("小满", "满满", "满儿") if word in got.everything()]
    assert "王满芳" in got.everything()


def test_the_given_name_of_a_minor_that_is_a_word_stays_in_units(form: Path) -> None:
    child = CHILD | {"XingMing": "林建设"}
    got = read_form(form, {"JianLi": "1998.07--  甲县建设局科员", "BeiZhu": "儿子建设在读"}, [child])
    assert [each["unit_name"] for each in got.values(Tenure)] == ["甲县建设局"]
    assert "建设在读" not in got.everything()


def test_a_name_in_the_column_of_appellations_is_not_kept(form: Path) -> None:
    got = read_form(form, family=[{"ChengWei": "林小苗", "ChuShengRiQi": "不详"}])
    assert "林小苗" not in got.everything()
    assert ("家庭主要成员及重要社会关系", "", "not-in-list") in [
        (f.place.column, f.value, f.code) for f in got.document.findings
    ]
