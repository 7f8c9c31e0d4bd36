"""Tables that tell several posts in a row, or a start and an end in a cell, by suggested mappings, on every engine."""

from __future__ import annotations

from pathlib import Path

from graph.settings import Settings
from graph.store.connection import Graph
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.mapping.suggest import suggest_mapping
from ingest.run import import_paths
from tests.support.reading import TODAY

MINISTRY = """Список служащих министерства;;;;;
№ п/п;ФИО;Пол;Дата рождения;Должность;Структурное подразделение;Период работы
1;Пробина Мария Петровна;Ж;12.04.1975;начальник отдела;Отдел проб;01.09.2015 – по настоящее время
2;Опытов Сергей Ильич;М;03.11.1968;заместитель министра;Руководство;15.02.2018 - 30.06.2022
3;Опытов Сергей Ильич;М;19.01.1990;ведущий специалист;Отдел проб;с 01.03.2021 по настоящее время
"""
COUNTY = """姓名,性别,出生年月,任职1,起1,止1,任职2,起2,止2
黎试望,男,1981.02,建设处科员,2005.07,2012.03,规划处处长,2012.03,至今
覃小芳,女,1988.12,财务处科员,2012.08,,,,
"""
HELD = (
    "MATCH (c:Cadre)-[:HELD]->(t:Tenure) RETURN c.name AS name, c.birth_month AS born, t.title AS title, "
    "t.start AS start, t.end AS end, t.end_status AS status ORDER BY born, start"
)


def test_suggested_mappings_give_everybody_their_posts_and_nothing_twice(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "ministry.csv").write_bytes(MINISTRY.encode("cp1251"))
    (tmp_path / "county.csv").write_bytes(COUNTY.encode("gb18030"))
    for name in ("ministry.csv", "county.csv"):
        written = (tmp_path / name).with_suffix(".toml")
        written.write_text(suggest_mapping(tmp_path / name, TODAY), "utf-8")
        importer = MappingImporter(load_mapping(written))
        (report,) = import_paths(graph, engine_settings, [tmp_path / name], importer=importer).files
        assert (report.status, [each.code for each in report.findings if each.severity == "error"]) == ("imported", [])
        (again,) = import_paths(graph, engine_settings, [tmp_path / name], importer=importer).files
        assert (again.status, again.created, again.changed) == ("known", 0, 0)
    assert [tuple(row.values()) for row in graph.read(HELD)] == [
        ("Опытов Сергей Ильич", "1968-11-03", "заместитель министра", "2018-02-15", "2022-06-30", "ended"),
        ("Пробина Мария Петровна", "1975-04-12", "начальник отдела", "2015-09-01", None, "current"),
        ("黎试望", "1981-02", "建设处科员", "2005-07", "2012-03", "ended"),
        ("黎试望", "1981-02", "规划处处长", "2012-03", None, "current"),
        ("覃小芳", "1988-12", "财务处科员", "2012-08", None, "unknown"),
        ("Опытов Сергей Ильич", "1990-01-19", "ведущий специалист", "2021-03-01", None, "current"),
    ]
