"""Questions as people ask them: typed, from a page of a thing, with short names of units, years and grades."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.errors import AmbiguousError
from queries.arguments import read_arguments
from queries.file import parse
from tests.webui.conftest import TODAY, City

BASE = "http://localhost"
QUERY = parse(
    """// ---
// title = { zh = "甲", en = "A" }
// question = { zh = "甲?", en = "A?" }
// [parameters.unit]
// type = "unit"
// below = false
// help = { zh = "单位", en = "A unit" }
// [columns.id]
// type = "text"
// meaning = { zh = "编号", en = "Id" }
// ---
MATCH (u:Unit) WHERE u.id IN $unit RETURN u.id AS id ORDER BY id
""",
    name="some",
    topic="own",
)


def page(client: FlaskClient, address: str, **query: Any) -> str:
    response = client.get(address, query_string=query, base_url=BASE)
    assert response.status_code == 200, response.text[:1000]
    return response.text


def meant(client: FlaskClient, text: str) -> list[tuple[str, dict[str, list[str]]]]:
    """The addresses that a typed question leads to: path and what is filled in."""
    shown = page(client, "/search", q=text).partition("也许您要找的是")[2].partition("</ul>")[0]
    parts = [urlsplit(unquote(each).replace("&amp;", "&")) for each in re.findall(r'<a href="([^"]+)"', shown)]
    return [(each.path, parse_qs(each.query)) for each in parts]


@pytest.fixture(scope="module")
def organ(city: City) -> tuple[str, str]:
    """Id and name of a unit that alone ends as it does."""
    rows = city.graph.read("MATCH (u:Unit) RETURN u.id AS id, u.name AS name ORDER BY u.name")
    for row in rows:
        end = row["name"][3:]
        if (
            re.fullmatch(r"..[市县区][\u4e00-\u9fff]{2,6}局", row["name"])
            and sum(each["name"].endswith(end) for each in rows) == 1
        ):
            return row["id"], row["name"]
    raise AssertionError("the city has no such unit")


def test_the_catalogue_is_searched_by_everyday_words(client: FlaskClient) -> None:
    assert 'href="/queries/reaching_age_limit"' in page(client, "/queries", q="退休")


def test_a_year_and_a_name_lead_to_the_regrets_of_that_year(client: FlaskClient, city: City, cadre_id: str) -> None:
    name = city.graph.read("MATCH (c:Cadre {id: $id}) RETURN c.name AS name", id=cadre_id)[0]["name"]
    found = meant(client, f"{name} 2021 遗憾")
    assert ("/cadres/" + cadre_id, {}) in found
    assert found[1] == ("/queries/regrets", {"year": ["2021"], "cadre": [cadre_id], "run": ["1"]})


def test_a_short_name_and_a_grade_narrow_the_projects(client: FlaskClient, organ: tuple[str, str]) -> None:
    ident, name = organ
    found = dict(meant(client, f"{name[3:]}评差的项目"))
    assert found["/queries/weak_projects"] == {"grades": ["差"], "unit": [ident], "run": ["1"]}


def test_who_led_when_leads_to_the_heads_of_that_year(client: FlaskClient, organ: tuple[str, str]) -> None:
    found = meant(client, f"{organ[1]}2016年谁主持")
    assert ("/queries/led_unit", {"unit": [organ[0]], "year": ["2016"], "run": ["1"]}) in found


def test_a_unit_of_another_place_is_told_as_such_and_fills_nothing(client: FlaskClient, organ: tuple[str, str]) -> None:
    ident, name = organ
    asked = f"青崖县{name[3:]}2016年谁主持"
    assert ("/queries/led_unit", {"year": ["2016"]}) in meant(client, asked)
    assert all(ident not in str(filled) for _, filled in meant(client, asked))
    assert "所问的那个不在库中" in page(client, "/search", q=asked)
    assert "所问的那个不在库中" not in page(client, "/search", q=f"2016年全{name[2]}{name[3:]}谁主持")


def test_a_place_tells_which_of_several_units_is_meant(client: FlaskClient, city: City) -> None:
    rows = city.graph.read(
        "MATCH (u:Unit) WHERE u.name =~ '..[市县区].{2,5}局' WITH substring(u.name, 3) AS ending, collect(u) AS units "
        "WHERE size(units) > 1 RETURN ending, units[0].id AS id, units[0].name AS name ORDER BY ending LIMIT 1"
    )
    place = rows[0]["name"][:2]
    found = meant(client, f"{place}{rows[0]['ending']}2016年谁主持")
    assert ("/queries/led_unit", {"unit": [rows[0]["id"]], "year": ["2016"], "run": ["1"]}) in found


def test_a_unit_inside_the_name_of_another_is_not_named(client: FlaskClient, city: City) -> None:
    rows = city.graph.read(
        "MATCH (u:Unit), (v:Unit) WHERE u <> v AND v.name CONTAINS u.name AND NOT v.name STARTS WITH u.name "
        "RETURN v.name AS longer, u.id AS inner ORDER BY longer LIMIT 1"
    )
    found = meant(client, f"{rows[0]['longer']}一年来有什么变化")
    assert all(rows[0]["inner"] not in path for path, _ in found)


def test_a_post_that_is_named_is_filled_in_instead_of_its_unit(client: FlaskClient, city: City) -> None:
    rows = city.graph.read(
        "MATCH (p:Post {title: '副局长'})-[:IN_UNIT]->(u:Unit) RETURN p.id AS id, u.name AS unit ORDER BY unit LIMIT 1"
    )
    found = meant(client, f"谁适合{rows[0]['unit']}副局长")
    assert (f"/posts/{rows[0]['id']}", {}) in found
    assert ("/queries/who_fits_post", {"post": [rows[0]["id"]], "run": ["1"]}) in found


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("{name}和张三丰有什么联系", "/graph/paths"),
        ("how is {name} connected with anybody", "/graph/paths"),
        ("{name}有哪些材料对不上", "/cadres/{id}/conflicts"),
        ("{name}的材料打印出来上会", "/cadres/{id}/dossier.pdf"),
        ("{name}还缺什么材料", "/cadres/{id}"),
        ("{name}在哪些单位工作过", "/cadres/{id}/trajectory"),
        ("when was {name} promoted", "/cadres/{id}/records/RankRecord"),
        ("{name}受过什么处分", "/cadres/{id}/records/Punishment"),
        ("{name}有没有信访反映", "/cadres/{id}/records/Petition"),
        ("petitions about {name}", "/cadres/{id}/records/Petition"),
        ("{name}得过什么奖", "/cadres/{id}/records/Award"),
    ],
)
def test_a_question_about_one_cadre_leads_to_the_part_that_answers(
    client: FlaskClient, city: City, cadre_id: str, asked: str, address: str
) -> None:
    found = [path for path, _ in meant(client, asked.format(name=city.showcase))]
    assert address.format(id=cadre_id) in found[1:]


@pytest.mark.parametrize("asked", ["{name}2018年在哪", "where did {name} work in 2018"])
def test_where_somebody_was_in_a_year_leads_to_the_career_as_of_it(
    client: FlaskClient, city: City, cadre_id: str, asked: str
) -> None:
    found = meant(client, asked.format(name=city.showcase))
    assert (f"/cadres/{cadre_id}/trajectory", {"as_of": ["2018-07-01"]}) in found


@pytest.mark.parametrize(
    ("asked", "days"),
    [("{name}２０１８年在哪", ["2018-07-01"]), ("{name}20１８年在哪", ["2018-07-01"]), ("{name}2024年在哪", [TODAY])]
    + [(asked, None) for asked in ("{name}19٣٤年在哪", "{name}1899年在哪", "{name}2099年在哪", "{name}12018年在哪")],
)
def test_a_year_leads_to_a_day_that_there_was(
    client: FlaskClient, city: City, cadre_id: str, asked: str, days: list[str] | None
) -> None:
    found = meant(client, asked.format(name=city.showcase))
    assert (f"/cadres/{cadre_id}/trajectory", {"as_of": days} if days else {}) in found
    for path, given in found:
        assert client.get(path, query_string=given, base_url=BASE).status_code == 200


def test_the_year_of_a_question_is_told_of_a_page_that_shows_it(client: FlaskClient, city: City, cadre_id: str) -> None:
    shown = page(client, "/search", q=f"{city.showcase}2018年在哪，有什么不足").partition("也许您要找的是")[2]
    links = [part for part in shown.partition("</ul>")[0].split("<li")[1:] if f"/cadres/{cadre_id}" in part]
    told = [part for part in links if "2018" in re.sub("<[^>]+>", "", part)]
    assert [re.findall('href="([^"]+)"', part) for part in told] == [
        [f"/cadres/{cadre_id}/trajectory?as_of=2018-07-01"]
    ]
    assert any("#tree" in part for part in links)


def test_changes_in_a_year_to_come_are_those_of_the_last_year(client: FlaskClient, city: City) -> None:
    found = dict(meant(client, f"{city.showcase}2099年有什么变化"))
    spans = [given for path, given in found.items() if path.endswith("/difference")]
    assert spans
    assert all(given["from"] < ["2024"] for given in spans)


def test_words_that_every_question_has_lead_to_no_query(client: FlaskClient, city: City) -> None:
    found = [path for path, _ in meant(client, f"who succeeded {city.showcase}")]
    assert not [each for each in found if each.startswith("/queries/")]


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ("谁快退休了", "reaching_age_limit"),
        ("who is about to retire", "reaching_age_limit"),
        ("哪里缺人", "vacancies"),
        ("哪些干部很久没谈话", "not_met"),
        ("谁受过处分", "punishments"),
        ("overdue projects", "overdue_projects"),
        ("哪些人学历高", "by_education"),
    ],
)
def test_everyday_words_lead_to_the_query_that_is_called_otherwise(client: FlaskClient, asked: str, query: str) -> None:
    queries = [path for path, _ in meant(client, asked) if path.startswith("/queries/")]
    assert queries[0] == f"/queries/{query}"


def test_the_end_of_a_name_is_a_unit_where_one_has_it(city: City, organ: tuple[str, str]) -> None:
    ident, name = organ
    arguments = read_arguments(city.graph, QUERY, {"unit": name[3:]}, TODAY)
    assert arguments.bound["unit"] == [ident]
    assert arguments.names[name[3:]] == name
    several = city.graph.read(
        "MATCH (u:Unit) WITH right(u.name, 3) AS ending, count(*) AS n WHERE n > 1 "
        "AND NOT EXISTS { MATCH (v:Unit) WHERE v.name = ending OR v.short_name = ending } "
        "RETURN ending ORDER BY n DESC, ending LIMIT 1"
    )
    with pytest.raises(AmbiguousError):
        read_arguments(city.graph, QUERY, {"unit": several[0]["ending"]}, TODAY)


def test_a_form_shows_whom_an_id_means(client: FlaskClient, city: City, cadre_id: str, organ: tuple[str, str]) -> None:
    row = city.graph.read("MATCH (c:Cadre {id: $id}) RETURN c.name AS name, c.birth_month AS born", id=cadre_id)[0]
    text = page(client, "/queries/worked_with", cadre=cadre_id)
    field = re.search(r'<input id="p-cadre"[^>]*>', text)
    assert field is not None
    assert f'value="{row["name"]}"' in field[0]
    assert row["born"].replace("-", ".") in text.partition(field[0])[2][:400]
    text = page(client, "/queries/now_at_unit", unit=organ[0], run=1)
    field = re.search(r'<input id="p-unit"[^>]*>', text)
    assert field is not None
    assert f'value="{organ[1]}"' in field[0]
    assert f"<h2>{organ[1]}" in text
    assert organ[1] in page(client, "/queries"), "the runs of late name the unit"


def test_all_ids_of_several_cadres_stand_in_the_form(client: FlaskClient, city: City) -> None:
    rows = city.graph.read("MATCH (c:Cadre) RETURN c.id AS id, c.name AS name ORDER BY c.name LIMIT 2")
    text = page(client, "/queries/overlap_of_team", cadres=",".join(row["id"] for row in rows))
    field = re.search(r'<input id="p-cadres"[^>]*>', text)
    assert field is not None
    assert all(row["id"] in field[0] or row["name"] in field[0] for row in rows if "<" not in row["name"])


def test_days_in_a_result_are_written_as_the_reader_writes_them(client: FlaskClient) -> None:
    shown = {
        lang: page(client, "/queries/now_at_unit", run=1, lang=lang).partition("<tbody>")[2] for lang in ("en", "zh")
    }
    assert re.search(r"\b\d{4}\.\d\d\b", shown["zh"])
    assert re.search(r"\b\d{4}-\d\d\b", shown["en"])
    assert not re.search(r">\s*(<bdi>)?\d{4}-\d\d", shown["zh"])


def test_all_heads_are_shown_and_those_of_the_day_marked(client: FlaskClient, city: City) -> None:
    rows = city.graph.read(
        "MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure)<-[:HELD]-(c:Cadre) "
        "WHERE u.name ENDS WITH '局' AND t.title IN ['局长', '党组书记'] AND t.end IS NOT NULL AND size(t.start) >= 7 "
        "RETURN u.id AS id, c.name AS name, t.start AS start ORDER BY start, name LIMIT 1"
    )
    head = rows[0]
    before = (
        page(client, f"/units/{head['id']}", as_of="1950-01-01").partition('id="leaders"')[2].partition("</section>")[0]
    )
    assert head["name"] in before
    assert "当日之后接任" in before
    on_day = (
        page(client, f"/units/{head['id']}", as_of=head["start"])
        .partition('id="leaders"')[2]
        .partition("</section>")[0]
    )
    assert "当日在任" in on_day


def test_whoever_arrives_can_list_all_cadres_and_units(client: FlaskClient) -> None:
    counts = client.get("/").text.partition('<dl class="counts">')[2].partition("</dl>")[0]
    led = [address.replace("&amp;", "&") for address in re.findall(r'href="(/queries/[^"]+)"', counts)]
    assert len(led) == 3
    for address in led:
        assert "<tbody>" in client.get(address).text


def test_a_project_is_asked_about_by_itself_and_by_whom_it_names(client: FlaskClient, city: City) -> None:
    project = city.graph.read(
        "MATCH (c:Cadre)-[:RESPONSIBLE_FOR]->(w:WorkProject)-[:OF_UNIT]->(:Unit) "
        "RETURN w.id AS id, w.title AS title, c.name AS name ORDER BY id LIMIT 1"
    )[0]
    shown = page(client, f"/evidence/{project['id']}")
    assert f'href="/queries/answered_for?project={project["id"]}"' in shown
    assert f'href="/queries/how_it_went?project={project["id"]}"' in shown
    assert "/queries/project_record?cadre=" in shown
    answer = page(client, "/queries/answered_for", project=project["id"], run=1)
    assert project["name"] in answer.partition("<tbody>")[2]
    assert project["title"] in answer.partition("<h2")[2].partition("</h2>")[0], "the sentence names the project"


def test_a_record_is_proposed_by_its_words_and_told_by_its_id(client: FlaskClient, city: City) -> None:
    project = city.graph.read("MATCH (w:WorkProject) RETURN w.id AS id, w.title AS title ORDER BY id LIMIT 1")[0]
    form = page(client, "/queries/answered_for")
    assert 'data-suggest="/suggest/WorkProject"' in form
    found = client.get("/suggest/WorkProject", query_string={"q": project["title"]}, base_url=BASE).get_json()
    assert project["id"] in [each["value"] for each in found]
    assert client.get("/suggest/Petition?q=a", base_url=BASE).status_code == 404, "not searched by its words"


def test_a_batch_a_source_and_a_case_lead_to_what_is_asked_of_them(client: FlaskClient, city: City) -> None:
    assert f"/queries/findings_by_batch?batch={city.batch}" in page(client, f"/imports/{city.batch}")
    source = city.graph.read("MATCH (r:SourceRecord)-[:PART_OF]->(d) RETURN r.id AS id, d.id AS document LIMIT 1")[0]
    address = f"/queries/facts_of_document?document={source['document']}"
    assert address in page(client, f"/sources/{source['id']}")
    assert "<tbody>" in page(client, "/queries/facts_of_document", document=source["document"], run=1)
    case = city.graph.read("MATCH (k:SelectionCase) RETURN k.id AS id ORDER BY id LIMIT 1")[0]["id"]
    assert f"/queries/stages_out_of_order?case={case}" in page(client, f"/cases/{case}")


@pytest.mark.parametrize("text", ["谁接任{}", "{}的前任是谁", "who succeeded {}", "who followed {}"])
def test_who_follows_leads_to_those_before_and_after(client: FlaskClient, city: City, cadre_id: str, text: str) -> None:
    shown = page(client, "/search", q=text.format(city.showcase))
    assert f"/cadres/{cadre_id}/trajectory#turns" in shown


def test_what_a_question_is_about_is_filled_in(client: FlaskClient) -> None:
    found = dict(meant(client, "谁分管城市更新"))
    assert found["/queries/in_charge_of"] == {"word": ["城市更新"], "run": ["1"]}


def test_a_field_that_somebody_knows_is_looked_for_without_the_verb(client: FlaskClient) -> None:
    assert dict(meant(client, "懂园林的干部"))["/queries/by_major"]["word"] == ["园林"]


def test_a_question_leads_to_the_part_of_a_page_that_answers_it(
    client: FlaskClient, city: City, cadre_id: str, organ: tuple[str, str]
) -> None:
    ident, name = organ
    for text in (f"2016年谁主持{name}，后来谁接任", f"who led {name} in 2016 and who follows"):
        assert f"/units/{ident}?as_of=2016-07-01#leaders" in page(client, "/search", q=text)
    for text in (f"为什么{city.showcase}有不足", f"why is {city.showcase} weak"):
        assert f"/cadres/{cadre_id}#tree" in page(client, "/search", q=text)
    assert f"/units/{ident}/difference" in page(client, "/search", q=f"{name}一年来谁来谁走")


def test_projects_graded_poor_are_those_of_the_cadre_who_is_named(
    client: FlaskClient, city: City, cadre_id: str
) -> None:
    found = dict(meant(client, f"{city.showcase}哪些项目被评为差"))
    assert found["/queries/weak_projects"] == {"grades": ["差"], "cadre": [cadre_id], "run": ["1"]}


@pytest.mark.parametrize("ask", ["谁适合当{unit}{title}", "who fits {title} of {unit}"])
def test_a_question_about_a_post_leads_to_who_fits_it(client: FlaskClient, city: City, ask: str) -> None:
    row = city.graph.read(
        "MATCH (u:Unit)<-[:IN_UNIT]-(p:Post) WHERE size(p.title) > 1 "
        "WITH u, p ORDER BY size(u.name) DESC, size(p.title) DESC, p.id LIMIT 1 "
        "RETURN p.id AS id, u.name AS unit, p.title AS title"
    )[0]
    found = meant(client, ask.format(unit=row["unit"], title=row["title"]))
    assert (f"/posts/{row['id']}", {}) in found
    assert ("/queries/who_fits_post", {"post": [row["id"]], "run": ["1"]}) in found


@pytest.mark.parametrize(
    ("ask", "path"),
    [
        ("{name}的材料哪里不一致", "/cadres/{id}/conflicts"),
        ("where do the sources disagree about {name}", "/cadres/{id}/conflicts"),
        ("{name}的材料打印出来带去开会", "/cadres/{id}/dossier.pdf"),
        ("the file of {name} for a meeting", "/cadres/{id}/dossier.pdf"),
    ],
)
def test_doubts_about_a_cadre_and_the_file_to_take_are_one_step_away(
    client: FlaskClient, city: City, cadre_id: str, ask: str, path: str
) -> None:
    assert (path.format(id=cadre_id), {}) in meant(client, ask.format(name=city.showcase))


@pytest.mark.parametrize(
    ("ask", "days"),
    [
        ("{unit}2019年到2022年有什么变化", {"from": ["2019-01-01"], "to": ["2022-12-31"]}),
        ("what changed at {unit} in 2019", {"from": ["2019-01-01"], "to": ["2019-12-31"]}),
        ("{unit}2019年以来到2024年的变动", {"from": ["2019-01-01"], "to": ["2024-03-15"]}),
    ],
)
def test_years_that_are_named_are_those_between_which_something_changed(
    client: FlaskClient, organ: tuple[str, str], ask: str, days: dict[str, list[str]]
) -> None:
    assert (f"/units/{organ[0]}/difference", days) in meant(client, ask.format(unit=organ[1]))


def test_a_short_latin_word_names_nobody_whose_name_has_its_letters(city: City, app: Flask) -> None:
    values = {"id": "cad_latin", "name": "Abraham Lincoln", "pinyin": "abrahamlincoln", "initials": "al"}
    city.graph.write("CREATE (c:Cadre) SET c = $values", values=values)
    try:
        reader = app.test_client()
        for ask in ("what changed in 2021", "who is to be met", "the in and to of it"):
            assert "/cadres/cad_latin" not in dict(meant(reader, ask))
        assert "/cadres/cad_latin" in dict(meant(reader, "who worked with Lincoln"))
    finally:
        city.graph.write("MATCH (c:Cadre {id: 'cad_latin'}) DETACH DELETE c")


def test_how_two_know_each_other_is_no_question_of_what_was_learnt(client: FlaskClient, city: City) -> None:
    names = [
        row["name"]
        for row in city.graph.read("MATCH (c:Cadre) WHERE size(c.name) = 3 RETURN c.name AS name ORDER BY name LIMIT 2")
    ]
    found = dict(meant(client, f"how do {names[0]} and {names[1]} know each other"))
    assert "/graph/paths" in found
    assert not [path for path in found if path.endswith("/difference")]
