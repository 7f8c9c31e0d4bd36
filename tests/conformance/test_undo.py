"""Undo on every engine: the graph is as if the batch had not come, whichever batch it is, and says what stays."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from export.lrmx import ResumeLine, format_resume, write_lrmx
from export.work_records import write_workbook
from graph.errors import InputError, NotFoundError
from graph.model.sheets import Cover
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.fingerprint import fingerprint
from ingest.run import import_paths
from ingest.undo import Healed, heal, undo, undo_documents
from tests.ingest.drafting import keyring

FIRST: Final = datetime(2024, 3, 1, tzinfo=UTC)
PEOPLE: Final = (("岑望野", "197805"), ("闻照溪", "198003"), ("沐青舟", "197907"))


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Forms of three people at four dates each, and workbooks about them: what corrects, repeats and refers."""
    folder = tmp_path_factory.mktemp("pool")
    forms = [form(folder, name, birth, date) for name, birth in PEOPLE for date in ("202101", "202206", "202206", "")]
    books = [workbook(folder, number, period) for number, period in enumerate(("2022年", "2022年", "2023年", "", ""))]
    return (*forms, *books)


def form(folder: Path, name: str, birth: str, date: str) -> Path:
    number = len(list(folder.iterdir()))
    lines = (ResumeLine("2000.07", "2010.03", "澜江市财政局科员"), ResumeLine("2010.03", None, "青屿区财政局副局长"))
    more = ResumeLine("2010.03", "2018.09", "青屿区财政局副局长"), ResumeLine("2018.09", None, f"第{number}局局长")
    values = {
        "XingMing": name,
        "XingBie": "男",
        "ChuShengNianYue": birth,
        "CanJiaGongZuoShiJian": "200007",
        "JiGuan": ("浙江慈溪", "浙江余姚")[number % 2],
        "XianRenZhiWu": "青屿区财政局副局长",
        "JianLi": format_resume((lines[0], *more) if number % 2 else lines),
        "NianDuKaoHeJieGuo": "2020年年度考核优秀；2021年年度考核称职；"[: 13 if number % 3 else None],
        "TianBiaoShiJian": date,
    }
    path = folder / f"{number:02}.lrmx"
    write_lrmx(path, values)
    return path


def workbook(folder: Path, number: int, period: str) -> Path:
    path = folder / f"{number}.xlsx"
    rows = [
        {
            "姓名": name,
            "出生年月": f"{birth[:4]}-{birth[4:]}",
            "奖励名称": f"嘉奖{(number + who) % 3}",
            "批准日期": "2020",
        }
        for who, (name, birth) in enumerate(PEOPLE)
    ]
    write_workbook(path, {"奖励": rows[number % 2 :]}, Cover("青屿区委组织部", period, f"2023-0{number % 2 + 1}"))
    return path


def state(graph: Graph, *without: str) -> str:
    """Everything there is, but for the batches with their clocks."""
    return fingerprint(graph.stream, without=["ImportBatch", *without])


def bring(graph: Graph, settings: Settings, files: Sequence[Path], number: int) -> str:
    report = import_paths(graph, settings, files, now=FIRST + timedelta(days=number))
    assert report.batch
    return report.batch


def drawn(pool: tuple[Path, ...], seed: int) -> list[list[Path]]:
    """Four batches of one to four files of the pool."""
    draw = random.Random(seed)
    files = draw.sample(pool, 10)
    cuts = sorted(draw.sample(range(1, 10), 3))
    return [files[a:b] for a, b in zip((0, *cuts), (*cuts, 10), strict=True)]


@pytest.mark.parametrize("seed", range(4))
def test_undoing_the_last_batch_gives_back_the_graph_before_and_importing_it_the_graph_after(
    graph: Graph, engine_settings: Settings, pool: tuple[Path, ...], seed: int
) -> None:
    prints = [""]
    batches = drawn(pool, seed)
    ids = []
    for number, files in enumerate(batches):
        ids.append(bring(graph, engine_settings, files, number))
        prints.append(state(graph))
    for number in (3, 2):
        undo(graph, engine_settings, ids[number])
        assert state(graph) == prints[number]
    graph.write("MATCH (b:ImportBatch {state: 'undone'}) DETACH DELETE b")
    for number in (2, 3):
        bring(graph, engine_settings, batches[number], number)
        assert state(graph) == prints[number + 1]


@pytest.mark.parametrize("seed", range(6))
def test_undoing_any_batch_leaves_what_the_others_alone_would_have_made(
    graph: Graph, engine_settings: Settings, pool: tuple[Path, ...], seed: int
) -> None:
    batches = drawn(pool, 100 + seed)
    gone = seed % 3
    ids = [bring(graph, engine_settings, files, number) for number, files in enumerate(batches)]
    undo(graph, engine_settings, ids[gone])
    left = current(graph)
    graph.write("MATCH (n) DETACH DELETE n")
    for number, files in enumerate(batches):
        if number != gone:
            bring(graph, engine_settings, files, number)
    assert left == current(graph)


def current(graph: Graph) -> str:
    """What is known, without findings, and without whom records out of force were tied to when they went."""
    graph.write(
        "MATCH (s:SourceRecord) WHERE s.known_to IS NOT NULL SET s.subject = '' REMOVE s.pending, s.pending_names"
    )
    return state(graph, "Finding")


def test_an_undo_says_what_goes_what_stays_and_who_waits(
    graph: Graph, engine_settings: Settings, pool: tuple[Path, ...]
) -> None:
    first = bring(graph, engine_settings, [pool[0], pool[4]], 0)
    second = bring(graph, engine_settings, [pool[1]], 1)
    third = bring(graph, engine_settings, [pool[15]], 2)
    before = graph.fingerprint()
    report = undo(graph, engine_settings, first, dry_run=True)
    assert (graph.fingerprint(), report.writes) == (before, 0)
    told = report.as_json()
    assert [each["title"] for each in told["documents"]] == ["00.lrmx", "04.lrmx"]
    assert told["removed"]["Cadre"] == 1
    assert [(each["batch"], each["names"]) for each in told["waiting"]] == [(third, ["闻照溪"])]
    told = undo(graph, engine_settings, second, dry_run=True).as_json()
    assert [each["title"] for each in told["reopened"]] == ["00.lrmx"]
    assert "native_place" in {name for each in told["changed"] for name in each["properties"]}
    done = undo(graph, engine_settings, first, why="导错了文件夹")
    assert done.writes > 0
    kept = graph.read("MATCH (b:ImportBatch {state: 'undone'}) RETURN b.id AS id, b.undone_why AS why")
    assert kept == [{"id": first, "why": "导错了文件夹"}]
    with pytest.raises(InputError):
        undo(graph, engine_settings, first)
    with pytest.raises(NotFoundError):
        undo(graph, engine_settings, "bat_none")


def test_what_an_undo_says_will_go_is_what_goes(
    graph: Graph, engine_settings: Settings, pool: tuple[Path, ...]
) -> None:
    batch = bring(graph, engine_settings, [pool[0], pool[4]], 0)
    bring(graph, engine_settings, [pool[1]], 1)
    before = stated(graph)
    told = undo(graph, engine_settings, batch, dry_run=True)
    undo(graph, engine_settings, batch)
    assert told.removed == before - stated(graph)
    assert told.removed["Cadre"] > 0


def stated(graph: Graph) -> Counter[str]:
    """How many facts there are, by label."""
    cypher = "MATCH (n) WHERE n.subject IS NOT NULL AND NOT n:SourceRecord RETURN labels(n)[0] AS label"
    return Counter(row["label"] for row in graph.read(cypher))


def test_what_other_batches_state_too_stays(graph: Graph, engine_settings: Settings, pool: tuple[Path, ...]) -> None:
    bring(graph, engine_settings, [pool[0]], 0)
    first = bring(graph, engine_settings, [pool[15]], 1)
    second = bring(graph, engine_settings, [pool[12]], 2)
    told = undo(graph, engine_settings, first, dry_run=True).as_json()
    assert {batch for each in told["kept"] for batch in each["batches"]} <= {second}


def test_an_undo_that_died_is_ended_before_anybody_reads(
    graph: Graph, engine_settings: Settings, pool: tuple[Path, ...]
) -> None:
    bring(graph, engine_settings, [pool[0]], 0)
    before = state(graph)
    batch = bring(graph, engine_settings, [pool[1], pool[4], pool[15]], 1)
    graph.write("MATCH (b:ImportBatch {id: $batch}) SET b.state = 'undoing'", batch=batch)
    some = graph.read("MATCH (d:SourceDocument)-[:IN_BATCH]->({id: $b}) RETURN d.id AS id LIMIT 1", b=batch)
    undo_documents(graph, keyring(engine_settings.data), [some[0]["id"]], batch, "now")
    assert heal(graph, engine_settings.data) == [Healed(batch)]
    assert state(graph) == before
    assert graph.read("MATCH (b:ImportBatch {id: $b}) RETURN b.state AS state", b=batch) == [{"state": "undone"}]


def test_two_workbooks_of_one_unit_and_day_in_one_batch_do_not_put_each_other_out_of_force(
    graph: Graph, engine_settings: Settings, tmp_path: Path, pool: tuple[Path, ...]
) -> None:
    for number in (1, 2):
        row = {"姓名": PEOPLE[0][0], "出生年月": "1978-05", "奖励名称": f"嘉奖{number}", "批准日期": "2020"}
        write_workbook(tmp_path / f"{number}.xlsx", {"奖励": [row]}, Cover("青屿区委组织部", "2022年", "2023-01"))
    bring(graph, engine_settings, [pool[0], tmp_path], 0)
    assert graph.read("MATCH (a:Award) RETURN a.name AS name") == [{"name": "嘉奖2"}]
