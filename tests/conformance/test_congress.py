"""Real tables of another country come in by mapping files alone, with the counts of their README, on every engine."""

from __future__ import annotations

import csv
import itertools
from pathlib import Path
from typing import Final

import pytest

from graph.settings import Settings
from graph.store.connection import Graph
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.report import FileReport
from ingest.run import import_paths
from tests.architecture.test_imports import ROOT
from tests.support.needs import missing

MAPPINGS: Final = ROOT / "examples" / "congress"
TABLES: Final = ("persons", "terms", "leadership_roles", "committees", "committee_memberships")
WHOLE: Final = ROOT.parent / "shared" / "data" / "congress"
EXTRACT: Final = MAPPINGS / "extract"


def import_table(graph: Graph, data: Path, folder: Path, name: str) -> FileReport:
    importer = MappingImporter(load_mapping(MAPPINGS / f"{name}.toml"))
    report = import_paths(graph, Settings(data=data), [folder / f"{name}.csv"], importer=importer)
    return report.files[0]


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def count(graph: Graph, cypher: str) -> int:
    return int(graph.read(f"MATCH {cypher} RETURN count(*) AS found")[0]["found"])


def counts(graph: Graph) -> dict[str, int]:
    """What the graph holds, by what the tables count."""
    return {
        "persons": count(graph, "(c:Cadre)"),
        "terms": count(graph, "(c:Cadre)-[:HELD]->(t:Tenure {kind: 'post'}) WHERE t.is_leader IS NULL"),
        "roles": count(graph, "(c:Cadre)-[:HELD]->(t:Tenure {is_leader: true})"),
        "seats": count(graph, "(p:Post) WHERE p.title =~ '(Senator|Representative), .*|(Vice )?President'"),
        "committees": count(graph, "(u:Unit) WHERE u.code IS NOT NULL"),
        "with parent": count(graph, "(u:Unit)-[:PART_OF]->(:Unit) WHERE u.code IS NOT NULL"),
        "memberships": count(graph, "(c:Cadre)-[:HELD]->(t:Tenure {kind: 'membership'})-[:AT_UNIT]->(u:Unit)"),
        "in office": count(graph, "(t:Tenure {kind: 'post', end_status: 'current'}) WHERE t.is_leader IS NULL"),
        "waiting": count(graph, "(s:SourceRecord {pending: true})"),
    }


def expected(folder: Path) -> dict[str, int]:
    """The same counted in the tables, without the program."""
    terms, roles = rows(folder, "terms"), rows(folder, "leadership_roles")
    committees = rows(folder, "committees")
    return {
        "persons": len(rows(folder, "persons")),
        "terms": len(terms),
        # Rows with the same person, title and start are one role, of which two sources tell the end.
        "roles": len({(row["person_id"], row["chamber"], row["title"], row["start"]) for row in roles}),
        "seats": len({(row["type"], row["state"], row["district"], row["senate_class"]) for row in terms}),
        "committees": len(committees),
        "with parent": len(committees),
        "memberships": len(rows(folder, "committee_memberships")),
        "in office": sum(row["end"] > "2026-06-15" for row in terms),
        "waiting": 0,
    }


def doubts(report: FileReport) -> list[tuple[str, int | None]]:
    """Codes and rows of what the import was not sure of."""
    return [(each.code, each.place.row) for each in report.findings if each.severity != "info"]


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_the_whole_congress_loads_by_mapping_alone(graph: Graph, tmp_path: Path) -> None:
    if not WHOLE.is_dir():
        missing(str(WHOLE), "put the public tables beside the checkout")
    reports = [import_table(graph, tmp_path, WHOLE, name) for name in TABLES]
    assert {each.status for each in reports} == {"imported"}
    # one role stands in the table twice, with two ends
    assert {name: doubts(each) for name, each in zip(TABLES, reports, strict=True) if doubts(each)} == {
        "leadership_roles": [("told-otherwise", 108)]
    }
    assert counts(graph) == expected(WHOLE)
    assert (expected(WHOLE)["persons"], expected(WHOLE)["terms"]) == (617, 2923)
    (washington,) = graph.read("MATCH (c:Cadre {name: 'George Washington'}) RETURN c.sex AS sex, c.birth_month AS born")
    assert washington == {"sex": "男", "born": "1732-02-22"}


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_tables_come_in_any_order_and_end_alike(graph: Graph, tmp_path: Path) -> None:
    prints = []
    for order in (
        TABLES,
        TABLES[::-1],
        ("terms", "committee_memberships", "persons", "committees", "leadership_roles"),
    ):
        graph.write("MATCH (n) DETACH DELETE n")
        for name in order:
            assert import_table(graph, tmp_path, EXTRACT, name).status == "imported"
        prints.append((counts(graph), facts(graph)))
    assert prints[0][0] == expected(EXTRACT)
    assert all(one == other for one, other in itertools.pairwise(prints))


def facts(graph: Graph) -> list[tuple[str, str]]:
    """Every tenure with its person and unit."""
    cypher = (
        "MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) "
        "RETURN c.name + '|' + u.name + '|' + t.title + '|' + coalesce(t.start, '') AS said, t.id AS id "
        "ORDER BY said, id"
    )
    return [(row["said"], row["id"]) for row in graph.read(cypher)]


def test_the_same_table_again_writes_nothing(graph: Graph, tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    importer = MappingImporter(load_mapping(MAPPINGS / "persons.toml"))
    first = import_paths(graph, settings, [EXTRACT / "persons.csv"], importer=importer)
    again = import_paths(graph, settings, [EXTRACT / "persons.csv"], importer=importer)
    assert first.writes > 0
    assert (again.writes, again.files[0].status) == (0, "known")
