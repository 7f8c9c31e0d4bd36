"""Troops whose number is withheld are told in a career, and nobody seems to have served together because of them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from analysis.career import build_career
from export.lrmx import ResumeLine
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.run import import_paths
from queries.dossier import read_dossier
from queries.search import cadre_named
from tests.cli.forms import write_form

SOLDIERS = {
    "邱岚": ("198105", ResumeLine("1999.12", "2005.12", "陆军某部排长")),
    "闻照溪": ("197803", ResumeLine("1998.12", "2004.12", "陆军某部副连长")),
}
BUREAU = ResumeLine("2006.03", None, "青屿区财政局副局长")


def test_two_of_a_troop_whose_number_is_withheld_have_no_unit_in_common(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    forms = [
        write_form(tmp_path / f"{name}.lrmx", name, birth, (served, BUREAU))
        for name, (birth, served) in SOLDIERS.items()
    ]
    import_paths(graph, engine_settings, forms, now=datetime(2024, 3, 1, tzinfo=UTC))
    for name, (_, served) in SOLDIERS.items():
        career = build_career(read_dossier(graph, cadre_named(graph, name)), "2024-03-01", today="2024-03-01")
        first = career.tenures[0]
        assert (first.unit, first.post) == ("陆军某部", served.text.removeprefix("陆军某部"))
    shared = graph.read(
        "MATCH (:Cadre {name: $one})-[:HELD]->()-[:AT_UNIT]->(u:Unit)<-[:AT_UNIT]-()<-[:HELD]-(:Cadre {name: $other}) "
        "RETURN DISTINCT u.name AS name",
        one="邱岚",
        other="闻照溪",
    )
    assert shared == [{"name": "青屿区财政局"}]
