"""A small invented city, imported once, and the viewer of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from demo.city import generate
from export.lrmx import ResumeLine, format_resume, write_lrmx
from export.work_records import write_workbook
from graph.model.sheets import Cover
from graph.settings import Settings
from graph.store.connection import Graph, open_graph
from ingest.run import import_paths
from webui.app import create_app
from webui.serve import bind

TODAY = "2024-03-15"
ODD_NAME = "<script>x"
LONG_NOTE = "一段很长的谈话记录" * 1200
ODD_UNIT = "\u202e\u0645\u0631\u062d\u0628\u0627\u202c\U0001f469\u200d\U0001f4bc\U00020bb7野局"


@dataclass(frozen=True)
class City:
    """The imported city: where it lies, who is shown, and the files of one more cadre."""

    settings: Settings
    graph: Graph
    showcase: str
    batch: str


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    """Twelve invented cadres, and one whose name, unit and notes are as odd as they may be."""
    files = tmp_path_factory.mktemp("files")
    settings = Settings(data=tmp_path_factory.mktemp("viewer"), heap="768m", query_timeout=60.0)
    manifest = generate(files, cadres=12, seed=1)
    write_form(files / "odd.lrmx", name=ODD_NAME, unit=ODD_UNIT)
    write_note(files / "odd.xlsx", name=ODD_NAME, note=LONG_NOTE)
    with open_graph(settings) as graph:
        report = import_paths(graph, settings, [files])
        assert report.batch
        yield City(settings, graph, manifest.showcase, report.batch)


def write_form(path: Path, *, name: str, unit: str = "甲湾区水利局", place: str = "甲湾") -> None:
    """An appointment form of one invented person."""
    lines = (ResumeLine("2001.07", "2010.05", f"{unit}科员"), ResumeLine("2010.05", None, f"{unit}副局长"))
    values = {
        "XingMing": name,
        "XingBie": "男",
        "ChuShengNianYue": "197901",
        "JiGuan": place,
        "CanJiaGongZuoShiJian": "200107",
        "XianRenZhiWu": f"{unit}副局长",
        "JianLi": format_resume(lines),
        "TianBiaoShiJian": "20240301",
        "Version": "3.2.1.6",
    }
    write_lrmx(path, values)


def write_note(path: Path, *, name: str, note: str) -> None:
    """A work-record workbook with one talk."""
    row = {"姓名": name, "出生年月": "1979-01", "日期": "2023-05-12", "谈话人": "甲某", "谈话摘要": note}
    write_workbook(path, {"谈话": [row]}, Cover())


@pytest.fixture(scope="session")
def app(city: City) -> Flask:
    """The viewer of the city."""
    return create_app(city.settings, city.graph, today=lambda: TODAY)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without cookies yet."""
    return app.test_client()


@pytest.fixture(scope="session")
def cadre_id(city: City) -> str:
    """The id of the cadre with the fullest file."""
    return id_of(city.graph, city.showcase)


def id_of(graph: Graph, name: str) -> str:
    """The id of the one cadre of this name."""
    rows = graph.read("MATCH (c:Cadre {name: $name}) RETURN c.id AS id", name=name)
    assert len(rows) == 1
    return str(rows[0]["id"])


@pytest.fixture(scope="session")
def address(app: Flask) -> Iterator[str]:
    """A running viewer of the city."""
    server = bind(app)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield server.address.rstrip("/")
    server.close()
    thread.join(10)
