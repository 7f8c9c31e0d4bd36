"""Undo on every engine: the graph is as if the batch had not come, whichever batch it is, and says what stays."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest

from export.lrmx import ResumeLine, format_resume, write_lrmx
from export.work_records import write_workbook
from graph.errors import InputError, NotFoundError
from graph.model.sheets import Cover
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.fingerprint import fingerprint
from ingest.run import import_paths
from ingest.undo import heal, undo, undo_documents
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
        {"姓名": name, "出生年月": f"{birth[:4]}-{birth[4:]}", "奖励名称": f"嘉奖{(number + who) % 3}", "批准日期": "2020"}
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
    left = state(graph, "Finding")
    graph.write("MATCH (n) DETACH DELETE n")
    for number, files in enumerate(batches):
        if number != gone:
            bring(graph, engine_settings, files, number)
    assert left == state(graph, "Finding")
