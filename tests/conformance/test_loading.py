"""Facts come in, are corrected and go out again alike on every engine."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from export.lrmx import write_lrmx
from export.work_records import write_workbook
from graph.model.records.tenure import Tenure
from graph.model.sheets import Cover
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.schema import apply_schema
from ingest.drafts import Draft, LinkDraft, RecordDraft, Ref
from ingest.run import import_paths
from ingest.undo import undo_documents
from queries.dossier import read_dossier
from queries.evidence import read_fact
from queries.search import cadre_named, find_cadres
from tests.ingest.drafting import BATCH, assessment, award, form, keyring, load, named, person, project

DIRECTOR = ("甲湾区建设局", "局长", "2012-11", None)
DEPUTY = ("甲湾区建设局", "副局长", "2008-03", "2012-11")


@pytest.fixture
def ready(graph: Graph) -> Graph:
    """An empty graph with its constraints and indexes."""
    apply_schema(graph)
    return graph


def tenures(graph: Graph) -> list[tuple[str | None, ...]]:
    cypher = (
        "MATCH (:Cadre)-[:HELD]->(t:Tenure) "
        "RETURN t.unit_name AS unit, t.title AS title, t.start AS start, t.end AS end, t.end_status AS status "
        "ORDER BY start, title"
    )
    return [tuple(row.values()) for row in graph.read(cypher)]


def test_schema_is_made_once(ready: Graph) -> None:
    assert apply_schema(ready).writes == 0


def test_a_form_becomes_a_dossier(ready: Graph, tmp_path: Path) -> None:
    load(ready, keyring(tmp_path), "doc1", [form(person(), DEPUTY, DIRECTOR)])
    dossier = read_dossier(ready, cadre_named(ready, "林试禾"))
    assert [(t.title, t.sources[0].line) for t in dossier.of(Tenure)] == [("副局长", 1), ("局长", 2)]
    assert dossier.cadre.sources[0].document_id == "doc1"


def test_the_same_again_writes_nothing_new(ready: Graph, tmp_path: Path) -> None:
    key = keyring(tmp_path)
    load(ready, key, "doc1", [form(person(), DEPUTY, DIRECTOR)])
    before = tenures(ready)
    loaded = load(ready, key, "doc2", [form(person(), DEPUTY, DIRECTOR)])
    assert (dict(loaded.created), dict(loaded.changed), tenures(ready)) == ({}, {}, before)


def test_a_corrected_form_repairs_and_keeps_the_earlier_version(ready: Graph, tmp_path: Path) -> None:
    key = keyring(tmp_path)
    load(ready, key, "doc1", [form(person(), DEPUTY, DIRECTOR)])
    load(ready, key, "doc2", [form(person(), DIRECTOR, ("乙川县委", "书记", "2024-02", None), date="2024-05")])
    assert [row[:2] for row in tenures(ready)] == [("甲湾区建设局", "局长"), ("乙川县委", "书记")]
    states = ready.read(
        "MATCH (s:SourceRecord) RETURN s.known_to AS known_to, s.closed_by AS closed_by ORDER BY known_to"
    )
    assert states == [{"known_to": "2024-06-01", "closed_by": BATCH}, {"known_to": None, "closed_by": None}]


def test_an_older_form_that_comes_late_changes_nothing(ready: Graph, tmp_path: Path) -> None:
    key = keyring(tmp_path)
    load(ready, key, "doc1", [form(person(), DEPUTY, DIRECTOR, date="2024-05")])
    before = tenures(ready)
    load(ready, key, "doc2", [form(person(), DEPUTY, date="2019-01")])
    assert tenures(ready) == before


def test_undo_gives_back_the_graph_before(ready: Graph, tmp_path: Path) -> None:
    key = keyring(tmp_path)
    load(ready, key, "doc0", [project("旧改82个", named()), award(named())])
    prints = [ready.fingerprint()]
    load(ready, key, "doc1", [form(person(), DEPUTY, DIRECTOR)])
    prints.append(ready.fingerprint())
    load(ready, key, "doc2", [form(person(), DIRECTOR, ("乙川县委", "书记", "2024-02", None), date="2024-05")])
    undo_documents(ready, key, ["doc2"], BATCH, "now")
    assert ready.fingerprint() == prints[1]
    undo_documents(ready, key, ["doc1"], BATCH, "now")
    assert ready.fingerprint() == prints[0]
    undo_documents(ready, key, ["doc0"], BATCH, "now")
    assert ready.read("MATCH (n) RETURN labels(n) AS labels") == [{"labels": ["ImportBatch"]}]


def test_records_wait_for_their_person(ready: Graph, tmp_path: Path) -> None:
    key = keyring(tmp_path)
    load(ready, key, "doc1", [project("旧改82个", named()), award(named())])
    assert find_cadres(ready) == []
    load(ready, key, "doc2", [form(person())])
    dossier = read_dossier(ready, cadre_named(ready, "林试禾"))
    assert set(dossier.records) == {"Award", "WorkProject"}
    assert ready.read("MATCH (s:SourceRecord {pending: true}) RETURN s.id AS id") == []


def test_grades_of_several_unknown_people_stay_apart_until_they_are_known(ready: Graph, tmp_path: Path) -> None:
    key = keyring(tmp_path)
    grades = {"林试禾": "优秀", "周试麦": "称职", "何试谷": "基本称职"}
    for number, (name, grade) in enumerate(grades.items()):
        load(ready, key, f"doc{number}", [assessment(named(name), grade)])
    assert ready.read("MATCH (a:Assessment) RETURN a.id AS id") == []
    load(ready, key, "forms", [form(person(name)) for name in grades])
    told = "MATCH (c:Cadre)<-[:OF]-(a:Assessment) RETURN c.name AS name, a.grade AS grade"
    assert {row["name"]: row["grade"] for row in ready.read(told)} == grades


def test_two_sources_disagree_and_both_are_kept(ready: Graph, tmp_path: Path) -> None:
    key = keyring(tmp_path)
    load(ready, key, "doc1", [form(person(id_hash="h1"), DIRECTOR)])
    other = person(birth="1979-09", id_hash="h1")
    said = form(other, ("甲湾区建设局", "局长", "2012-10", None), origin="collection_workbook")
    load(ready, key, "doc2", [said], importer="workbook")
    assert len(find_cadres(ready)) == 1
    dossier = read_dossier(ready, find_cadres(ready)[0].id)
    assert (dossier.cadre.birth_month, dossier.cadre.disputed) == ("1979-09", ("birth_month",))
    values = {row["value"] for row in json.loads(dossier.cadre.alternatives or "")}
    assert values == {"1979-08", "1979-09"}
    (held,) = dossier.of(Tenure)
    assert (held.status, held.disputed, len(held.sources)) == ("disputed", ("start",), 2)


@pytest.mark.parametrize(
    ("second", "cadres"),
    [
        (person(), 1),
        (person(id_hash="h1"), 1),
        (person(id_hash="h2"), 2),
        (person(start="2001-08"), 2),
    ],
    ids=["same key", "same number", "another number", "another start"],
)
def test_who_is_the_same_person(ready: Graph, tmp_path: Path, second: object, cadres: int) -> None:
    key = keyring(tmp_path)
    load(ready, key, "doc1", [form(person(id_hash="h1"))])
    load(ready, key, "doc2", [form(second)])  # type: ignore[arg-type]
    assert len(find_cadres(ready)) == cadres


def test_touching_lines_of_one_post_are_one_tenure(ready: Graph, tmp_path: Path) -> None:
    first, second = ("甲湾区建设局", "局长", "2012-11", "2016-03"), ("甲湾区建设局", "局长", "2016-03", None)
    load(ready, keyring(tmp_path), "doc1", [form(person(), first, second)])
    assert tenures(ready) == [("甲湾区建设局", "局长", "2012-11", None, "current")]


def test_serving_twice_in_one_post_is_two_tenures(ready: Graph, tmp_path: Path) -> None:
    first, second = ("甲湾区建设局", "局长", "2008-11", "2010-03"), ("甲湾区建设局", "局长", "2016-03", None)
    load(ready, keyring(tmp_path), "doc1", [form(person(), first, second)])
    assert len(tenures(ready)) == 2


def test_a_renamed_unit_is_one_tenure_whatever_name_a_source_uses(ready: Graph, tmp_path: Path) -> None:
    key = keyring(tmp_path)
    told = form(person(), ("甲湾市环境保护局", "副局长", "2016-10", "2020-02"))
    renamed = replace(told.drafts[1], values={**told.drafts[1].values, "renamed_to": "甲湾市生态环境局"})
    load(ready, key, "doc1", [replace(told, drafts=(told.drafts[0], renamed))])
    load(
        ready, key, "doc2", [form(person(), ("甲湾市生态环境局", "副局长", "2016-10", "2020-02"))], importer="workbook"
    )
    assert tenures(ready) == [("甲湾市环境保护局", "副局长", "2016-10", "2020-02", "ended")]


def test_who_serves_in_a_renamed_unit_is_found_by_both_names(ready: Graph, tmp_path: Path) -> None:
    told = form(person(), ("甲湾市环境保护局", "副局长", "2016-10", None))
    values = {**told.drafts[1].values, "end_status": "current"}
    renamed = replace(told.drafts[1], values={**values, "renamed_to": "甲湾市生态环境局"})
    old, new = (Ref("Unit", {"name": name}) for name in ("甲湾市环境保护局", "甲湾市生态环境局"))
    change = Draft("Unit", {"name": old.values["name"]}, (LinkDraft("successor", new, {"date": "2019-01"}),))
    record = RecordDraft(old, "personnel_form", (change,))
    load(ready, keyring(tmp_path), "doc1", [replace(told, drafts=(told.drafts[0], renamed)), record])
    for name in ("环境保护局", "生态环境局"):
        assert [row.name for row in find_cadres(ready, name)] == ["林试禾"], name


def test_what_is_only_named_can_be_looked_at(ready: Graph, tmp_path: Path) -> None:
    load(ready, keyring(tmp_path), "doc1", [form(person(), ("甲湾区建设局", "局长", "2012-11", None))])
    unit = ready.read("MATCH (u:Unit) WHERE u.subject IS NULL RETURN u.id AS id")[0]["id"]
    named = read_fact(ready, unit)
    assert (named.TYPE.label, named.sources) == ("Unit", ())


def test_ranks_without_a_post_stay_apart(ready: Graph, tmp_path: Path) -> None:
    told = form(person(), ("甲湾区财政局", "", None, None), ("甲湾区财政局", "", None, None))
    ranks = [
        replace(draft, values={**draft.values, "title": None, "rank": rank, "end_status": "unknown"})
        for draft, rank in zip(told.drafts[1:], ("科员", "副主任科员"), strict=True)
    ]
    load(ready, keyring(tmp_path), "doc1", [replace(told, drafts=(told.drafts[0], *ranks))])
    assert len(tenures(ready)) == 2


def test_a_batch_keeps_which_files_were_refused(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    write_lrmx(tmp_path / "good.lrmx", {"XingMing": "林试禾", "XingBie": "男", "ChuShengNianYue": "197908"})
    (tmp_path / "bad.lrmx").write_text("这不是表格")
    report = import_paths(graph, engine_settings, [tmp_path])
    kept = json.loads(graph.read("MATCH (b:ImportBatch) RETURN b.report AS report")[0]["report"])
    assert [(file["file"], file["status"]) for file in kept] == [("bad.lrmx", "rejected"), ("good.lrmx", "imported")]
    assert kept[0]["why"]
    about = graph.read("MATCH (f:Finding)-[:ABOUT]->(c:Cadre) RETURN DISTINCT c.name AS name")
    assert (report.rejected, about) == (True, [{"name": "林试禾"}])


def test_records_of_somebody_unknown_are_told_and_kept(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    told = {"姓名": "闻一舟", "出生年月": "1980-01", "考核种类": "年度考核", "年度": "2022", "等次": "优秀"}
    write_workbook(tmp_path / "考核.xlsx", {"考核": [told]}, Cover("丁市委组织部", "2022年", "2023-02-01", "周示例"))
    (first,) = import_paths(graph, engine_settings, [tmp_path / "考核.xlsx"]).files
    waiting = [each for each in first.findings if each.code == "waiting"]
    assert [(each.value, each.severity) for each in waiting] == [("闻一舟", "info")]
    person = {"XingMing": "闻一舟", "XingBie": "男", "ChuShengNianYue": "198001"}
    write_lrmx(tmp_path / "form.lrmx", person)
    import_paths(graph, engine_settings, [tmp_path / "form.lrmx"])
    held = graph.read("MATCH (:Cadre {name: '闻一舟'})--(a:Assessment) RETURN a.grade AS grade")
    assert held == [{"grade": "优秀"}]
