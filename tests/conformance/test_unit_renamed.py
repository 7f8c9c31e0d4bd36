"""A unit's renaming reaches everybody in post there, whichever source tells of it, from its day on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from analysis.career import build_career
from analysis.career.build import held_on
from analysis.career.head_lines import posts_text
from export.lrmx import ResumeLine
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.past.cadre import cadre_known_on
from ingest.run import import_paths
from queries.dossier import make_dossier, read_careers, read_dossier
from queries.runner import run_view
from queries.search import cadre_named
from tests.cli.forms import write_form
from webui.app import create_app

OLD, NEW, TODAY = "澜江市环境保护局", "澜江市生态环境局", "2024-06-01"
FIRST = datetime(2024, 3, 1, 12, tzinfo=UTC)
STAYED = (ResumeLine("2005.07", "2016.03", f"{OLD}科员"), ResumeLine("2016.03", None, f"{OLD}党组成员、副局长"))
TELLS = (ResumeLine("2010.03", "2020.01", f"{OLD}（2019.01更名为市生态环境局）总工程师"),)


def test_a_renaming_told_of_somebody_else_reaches_the_head(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    first = write_form(tmp_path / "甲.lrmx", "邱岚", "198105", STAYED, f"{OLD}党组成员、副局长")
    second = write_form(tmp_path / "乙.lrmx", "闻照溪", "197803", TELLS, "")
    import_paths(graph, engine_settings, [first], now=FIRST)
    import_paths(graph, engine_settings, [second], now=FIRST + timedelta(days=3))
    cadre = cadre_named(graph, "邱岚")
    dossier = read_dossier(graph, cadre)

    def told(day: str) -> str:
        return posts_text(build_career(dossier, day, today=TODAY), "zh")

    assert told("2018-06") == f"{OLD} 党组成员；{OLD} 副局长"
    assert told(TODAY) == f"{NEW}（原{OLD}） 党组成员；{NEW} 副局长"
    before = make_dossier(cadre_known_on(graph, engine_settings, cadre, "2024-03-02"))
    assert posts_text(build_career(before, TODAY, today=TODAY), "zh") == f"{OLD} 党组成员；{OLD} 副局长"
    assert make_dossier(cadre_known_on(graph, engine_settings, cadre, "2024-03-05")) == dossier


def test_many_careers_at_once_have_unit_and_level_as_each_alone(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    write_form(tmp_path / "forms" / "甲.lrmx", "邱岚", "198105", STAYED, f"{OLD}党组成员、副局长")
    write_form(tmp_path / "forms" / "乙.lrmx", "闻照溪", "197803", TELLS, "")
    import_paths(graph, engine_settings, [tmp_path / "forms"], now=FIRST)
    ids = [cadre_named(graph, name) for name in ("邱岚", "闻照溪")]
    many = read_careers(graph, ids)
    for each in ids:
        alone = build_career(read_dossier(graph, each), TODAY, today=TODAY).tenures
        now = {held.id: (held.unit_now, held.level, held.derived) for held in alone if held.status == "current"}
        seen = held_on(many[each], TODAY)
        assert {ident: (held.unit_now, held.level, held.derived) for ident, held in seen.items()} == now
    assert {held.unit_now for held in held_on(many[ids[0]], TODAY).values()} == {NEW}


def test_many_careers_are_one_row_a_cadre_and_nothing_a_level_does_not_need(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    form = write_form(tmp_path / "甲.lrmx", "邱岚", "198105", STAYED, f"{OLD}党组成员、副局长")
    import_paths(graph, engine_settings, [form], now=FIRST)
    (row,) = run_view(graph, "career_facts", ids=[cadre_named(graph, "邱岚")])
    assert len(row["posts"]) == 3
    assert not {"alternatives", "disputed", "portfolio", "status"} & {name for each in row["posts"] for name in each}


def test_a_proposal_while_typing_calls_the_unit_as_the_page_does(
    graph: Graph, engine_settings: Settings, tmp_path: Path
) -> None:
    write_form(tmp_path / "forms" / "甲.lrmx", "邱岚", "198105", STAYED, f"{OLD}党组成员、副局长")
    write_form(tmp_path / "forms" / "乙.lrmx", "闻照溪", "197803", TELLS, "")
    import_paths(graph, engine_settings, [tmp_path / "forms"], now=FIRST)
    viewer = create_app(engine_settings, graph, today=lambda: TODAY).test_client()
    (proposed,) = viewer.get("/suggest/cadre?q=邱岚", base_url="http://localhost").get_json()
    assert proposed["about"] == f"1981.05 {NEW}党组成员"
