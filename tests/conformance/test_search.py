"""One search box: the same hits on every engine, in pairs of Chinese characters, by clearance, after changes too."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from export.work_records import write_workbook
from graph.errors import UsageError
from graph.model.records import record_types
from graph.model.schema import Access
from graph.model.sheets import Cover
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.schema import searched
from ingest.run import import_paths
from queries.conditions import Condition, cadres_meeting, conditions, recognised
from queries.fulltext import lucene, marked, search, search_kind, search_labels, words_in
from tests.cli.forms import write_form

NOW = datetime(2024, 3, 1, 12, tzinfo=UTC)
TODAY = "2024-03-15"
SECRET = "某某反映招标串通"


@pytest.fixture(scope="module")
def filled(_open_graph: Graph, engine_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Two cadres, notes of one, and a petition; the tests of this module only read it."""
    graph, tmp_path = _open_graph, tmp_path_factory.mktemp("search")
    graph.write("MATCH (n) DETACH DELETE n")
    write_form(tmp_path / "甲.lrmx", "邱岚", "198105")
    write_form(tmp_path / "乙.lrmx", "桑若川", "197603")
    notes = [
        {
            "姓名": "邱岚",
            "出生年月": "1981-05",
            "日期": "2023-07-02",
            "记录人": "甲某",
            "评价倾向": "正面",
            "内容": text,
        }
        for text in ("暴雨夜在大堤上指挥防汛抢险", "台风来前把渔船都叫回了港")
    ]
    petition = {
        "办件编号": "办1号",
        "涉及干部姓名": "邱岚",
        "涉及干部出生年月": "1981-05",
        "受理日期": "2023-01-05",
        "事项类别": SECRET,
    }
    write_workbook(tmp_path / "记录.xlsx", {"日常了解": notes, "信访结果": [petition]}, Cover())
    import_paths(graph, engine_settings, [tmp_path], now=NOW)
    return graph


def labels_of(graph: Graph, text: str, clearance: Access = Access.RESTRICTED) -> dict[str, int]:
    return {group.label: group.count for group in search(graph, text, clearance)}


@pytest.mark.parametrize("typed", ["邱岚", "qiulan", "QiuL", "ql", "邱"])
def test_a_cadre_is_found_by_name_pinyin_and_initials(filled: Graph, typed: str) -> None:
    found = search_kind(filled, typed, "Cadre", Access.OFFICE)
    assert found is not None
    assert [hit.properties["name"] for hit in found.hits] == ["邱岚"]


def test_who_holds_the_words_in_two_places_is_found_once(filled: Graph) -> None:
    """The text of the present post is the cadre's and the tenure's."""
    found = search_kind(filled, "财政局 副局长", "Cadre", Access.OFFICE)
    assert found is not None
    assert [hit.properties["name"] for hit in found.hits] == ["桑若川", "邱岚"]
    assert found.count == 2


def test_a_word_that_stands_everywhere_is_counted_so_far_and_says_so(
    filled: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = search_kind(filled, "财政局", "CareerSegment", Access.RESTRICTED)
    monkeypatch.setattr("queries.fulltext.MOST_FOUND", 2)
    part = search_kind(filled, "财政局", "CareerSegment", Access.RESTRICTED)
    assert whole is not None
    assert part is not None
    assert (whole.cut, whole.count > 2) == (False, True)
    assert (part.cut, part.count, len(part.hits)) == (True, 2, 2)


def test_words_of_a_record_are_found_with_whom_it_is_about(filled: Graph) -> None:
    (group,) = search(filled, "防汛 大堤", Access.RESTRICTED)
    assert (group.label, group.count) == ("ObservationNote", 1)
    assert [about.name for about in group.hits[0].about] == ["邱岚"]
    assert labels_of(filled, "防堤") == {}, "characters that do not stand side by side are no word"


def test_a_record_above_the_clearance_is_not_found(filled: Graph) -> None:
    assert labels_of(filled, "防汛", Access.OFFICE) == {}
    assert search_kind(filled, "防汛", "ObservationNote", Access.OFFICE) is None
    assert labels_of(filled, "邱岚", Access.PUBLIC) == {}


def test_petitions_and_restricted_records_are_not_indexed(filled: Graph) -> None:
    assert labels_of(filled, SECRET) == {}
    above = {label for label in searched() if record_types()[label].TYPE.access >= Access.RESTRICTED}
    assert above == set()
    assert "Petition" not in searched()
    assert set(search_labels(Access.RESTRICTED)) == set(searched()) - {"Tenure"}


@pytest.mark.parametrize("typed", ['"', "+-&|!(){}[]^~*?:\\/", "a AND", "OR", "*", "邱岚\x00", "\u202e", "𠮷野"])
def test_no_sign_breaks_the_query(filled: Graph, typed: str) -> None:
    assert isinstance(search(filled, typed, Access.RESTRICTED), tuple)


def test_every_condition_runs_and_names_itself_where_it_cannot_tell(filled: Graph) -> None:
    for condition in conditions().values():
        held_against(filled, condition)


def held_against(graph: Graph, condition: Condition) -> None:
    name = condition.name
    options = dict(condition.options("zh"))
    value = next(iter(options)) if options else "30" if condition.type == "integer" else "市"
    if condition.type == "unit":
        value = graph.read("MATCH (u:Unit) RETURN u.name AS name ORDER BY name LIMIT 1")[0]["name"]
    found = cadres_meeting(graph, {name: value}, TODAY, Access.RESTRICTED)
    assert all(set(each.unknown) <= {name} for each in found)


def test_conditions_leave_whom_they_fit(filled: Graph) -> None:
    def names(**asked: str) -> list[str]:
        return [each.name for each in cadres_meeting(filled, asked, TODAY, Access.RESTRICTED) if not each.unknown]

    assert names(age_to="42") == ["邱岚"]
    assert names(age_to="41") == []
    assert names(age_from="47") == ["桑若川"]
    assert names(age_from="42", age_to="48") == ["桑若川", "邱岚"]
    assert names(ability="防汛") == []
    assert sorted(names(sex="女") + names(sex="男")) == ["桑若川", "邱岚"]


def test_a_condition_above_the_clearance_is_refused(filled: Graph) -> None:
    with pytest.raises(UsageError):
        cadres_meeting(filled, {"ability": "群众"}, TODAY, Access.OFFICE)


def test_conditions_are_recognised_as_they_are_spoken() -> None:
    asked, rest = recognised("45岁以下、任现职满3年、全日制本科以上的县处级副职", Access.RESTRICTED)
    assert asked == {"age_to": "45", "in_post": "3", "education": "全日制大学", "level": "县处级副职"}
    assert rest == ""
    assert recognised("有乡镇工作经历的正科级干部 防汛", Access.RESTRICTED) == (
        {"experience": "乡镇", "level": "乡科级正职"},
        "防汛",
    )
    assert recognised("邱岚", Access.RESTRICTED) == ({}, "邱岚")


@pytest.mark.parametrize(
    ("typed", "expected", "left"),
    [
        ("哪些县处级副职该轮岗了？", {"in_post": "5", "level": "县处级副职"}, ""),
        (
            "Which cadres of county level, deputy are due for change of post?",
            {"in_post": "5", "level": "县处级副职"},
            "",
        ),
        ("Due for exchange, deputy county level", {"in_post": "5", "level": "县处级副职"}, ""),
        ("cadres aged 45 or less with 3 years in the present post", {"age_to": "45", "in_post": "3"}, ""),
        ("principal township, at least 50 years old, flood", {"age_from": "50", "level": "乡科级正职"}, "flood"),
        (
            "under 45, 3 years in post, full-time university or higher, deputy county level",
            {"age_to": "45", "in_post": "3", "education": "全日制大学", "level": "县处级副职"},
            "",
        ),
        ("people over 50 years old with a bachelor degree or higher", {"age_from": "50", "education": "大学"}, "a"),
        ("The clerk of the House", {}, "The clerk of the House"),
        ("45岁以下女干部", {"sex": "女", "age_to": "45"}, ""),
        ("正科级 女 党外", {"sex": "女", "party": "党外", "level": "乡科级正职"}, ""),
        ("少数民族干部、男性", {"sex": "男", "ethnicity": "少数民族"}, ""),
        ("无党派的县处级副职", {"party": "党外", "level": "县处级副职"}, ""),
        ("Women not in the Party, deputy county level", {"sex": "女", "party": "党外", "level": "县处级副职"}, ""),
        ("女党外县处级正职", {"sex": "女", "party": "党外", "level": "县处级正职"}, ""),
        ("女领导干部", {"sex": "女"}, ""),
        ("女子监狱", {}, "女子监狱"),
        ("妇女联合会", {}, "妇女联合会"),
        ("少数民族事务", {}, "少数民族事务"),
        ("党外知识分子联谊会", {}, "党外知识分子联谊会"),
        ("Women's Federation", {}, "Women's Federation"),
    ],
)
def test_conditions_are_recognised_as_people_ask_for_them(typed: str, expected: dict[str, str], left: str) -> None:
    assert recognised(typed, Access.RESTRICTED) == (expected, left)


def test_work_done_is_told_from_posts_held() -> None:
    asked, rest = recognised("做过防台工作、45岁以下", Access.RESTRICTED)
    assert asked == {"task": "防台", "age_to": "45"}
    assert rest == ""


@pytest.mark.parametrize("typed", ["Ways and Means", "committee on ways", "the Means", "Harry S Means"])
def test_words_that_no_index_holds_are_not_asked_for(filled: Graph, typed: str) -> None:
    names = ("House Committee on Ways and Means", "Office of Harry S. Means")
    filled.write("UNWIND $names AS name CREATE (:Unit {id: 'uni_' + name, name: name})", names=names)
    try:
        assert labels_of(filled, typed).get("Unit", 0) >= 1
        assert labels_of(filled, "and the Xyz") == {}
    finally:
        filled.write("MATCH (u:Unit) WHERE u.name IN $names DETACH DELETE u", names=names)


def test_the_words_are_marked_where_they_stand() -> None:
    words = words_in("防汛 大堤")
    assert lucene((*words, "QL")) == '+"防汛" +"大堤" +ql*'
    assert marked("在大堤上指挥防汛抢险", words) == [
        ("在", False),
        ("大堤", True),
        ("上指挥", False),
        ("防汛", True),
        ("抢险", False),
    ]
    long = marked("很" * 500 + "防汛" + "长" * 500, words)
    assert long[0] == ("…", False)
    assert ("防汛", True) in long
    assert sum(len(text) for text, _ in long) < 120
