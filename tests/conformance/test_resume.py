"""An import killed in the middle goes on where it stood: the same graph, batch and report as of one undisturbed."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import copy, copytree
from typing import Any, Final

import pytest

from demo.city import generate
from export.work_records import write_workbook
from graph.model.sheets import Cover
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.schema import apply_schema
from ingest import parts
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.report import Report
from ingest.run import import_paths
from ingest.undo import heal, undo
from tests.support.clients import ROOT
from tests.support.environment import environment
from tests.support.killing import without_clocks

SEED: Final = 7
MAPPING: Final = """
[source]
issuer = "Example Gazette"
complete = true

[[record]]
type = "Cadre"
key = "name"

[record.values]
name = "name"
birth_month = "born"
"""
STEP, PORTION, PART = 100, 200, 80
KEY: Final = "5a" * 32
CHILD: Final = """
import os, signal, sys
from graph.store.connection import Graph
from ingest import parts

parts.STEP, parts.PORTION, parts._PART = map(int, sys.argv[1].split(","))
left, after, write = int(sys.argv[2]), sys.argv[3] == "after", Graph.write_transaction

def counted(self, work):
    global left
    left -= 1
    if not left and not after:
        os.kill(os.getpid(), signal.SIGKILL)
    told = write(self, work)
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    print("written", file=sys.stderr, flush=True)
    return told

Graph.write_transaction = counted
sys.argv[1:4] = ["import"]
from cli.main import app
app()
"""
"""An import that is killed at one of its write transactions, before it is begun or once the engine has it."""


@dataclass
class Scene:
    """One engine, one folder of files that comes in as one batch, and what is there after it came in undisturbed."""

    graph: Graph
    settings: Settings
    folder: Path
    expected: dict[str, Any] = field(default_factory=dict)
    writes: int = 0
    mapping: Path | None = None
    step: int = STEP

    def killed(self, write: int, moment: str) -> None:
        """Import the folder with an empty graph, and kill that at its n-th write."""
        self.empty()
        assert self.child(write, moment).returncode == -9, "it ended before it was killed"

    def child(self, write: int = 0, moment: str = "after") -> subprocess.CompletedProcess[bytes]:
        """Import the folder in a process of its own."""
        command = [sys.executable, "-c", CHILD, f"{self.step},{PORTION},{PART}", str(write), moment, str(self.folder)]
        command += ["--mapping", str(self.mapping)] if self.mapping else []
        given = os.environ | environment(self.settings)
        return subprocess.run(command, cwd=ROOT, env=given, capture_output=True, timeout=300, check=False)

    def empty(self) -> None:
        """Nothing is in the graph but its schema."""
        self.graph.write("MATCH (n) DETACH DELETE n")
        apply_schema(self.graph)

    def resume(self) -> Report:
        """Import the folder again."""
        importer = MappingImporter(load_mapping(self.mapping)) if self.mapping else None
        return import_paths(self.graph, self.settings, [self.folder], importer=importer)


def state(graph: Graph) -> dict[str, Any]:
    """Everything there is, but for clocks and the id of the batch: nodes with their relations, and batches."""
    [batch] = graph.read("MATCH (b:ImportBatch) RETURN properties(b) AS told")
    told = {name: value for name, value in batch["told"].items() if name not in ("id", "started_at", "finished_at")}
    told["report"] = json.loads(told["report"])
    nodes = "MATCH (n) WHERE NOT n:ImportBatch RETURN labels(n)[0] AS label, properties(n) AS properties"
    relations = (
        "MATCH (a)-[r]->(b) WHERE NOT b:ImportBatch "
        "RETURN type(r) AS label, properties(r) AS properties, a.id AS one, b.id AS other"
    )
    rows = [*without_clocks(graph, nodes), *without_clocks(graph, relations)]
    return {"batch": told, "rows": sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in rows)}


def half_way(scene: Scene) -> int:
    """Kill the import in its middle, heal, and tell how many documents are whole."""
    scene.killed(scene.writes // 2, "after")
    [healed] = heal(scene.graph, scene.settings.data)
    assert 1 < healed.whole < healed.planned
    return healed.whole


def editions(folder: Path) -> None:
    """Four editions of one table, two of one date, the last an older one."""
    dates = ("2023-12-01", "2023-12-20", "2023-12-20", "2023-11-01")
    for number, date in enumerate(dates):
        rows = [
            {"单位": "丁市住建局", "年度": "2023", "项目名称": f"第{each}项改造"} for each in range(number, number + 3)
        ]
        cover = Cover("丁市委组织部", "2023年", date, "周示例")
        write_workbook(folder / f"表{number}.xlsx", {"重点工作项目": rows}, cover)


def project(path: Path, year: str, name: str) -> None:
    """A table of a year, of one project."""
    cover = Cover("丁市委组织部", f"{year}年", f"{year}-12-25", "周示例")
    write_workbook(path, {"重点工作项目": [{"单位": "丁市住建局", "年度": year, "项目名称": name}]}, cover)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small city: forms, workbooks and work records, editions of one table, a file nobody can read."""
    folder = tmp_path_factory.mktemp("folder")
    generate(folder, 6, SEED)
    editions(folder)
    (folder / "坏.lrmx").write_text("<Person>")
    copy(next(folder.rglob("*.lrmx")), folder / "重复.lrmx")
    return folder


@pytest.fixture(scope="module")
def undisturbed() -> dict[Path, tuple[dict[str, Any], int]]:
    """By engine what an import of the folder leaves, and in how many write transactions."""
    return {}


@pytest.fixture
def scene(
    graph: Graph,
    engine_settings: Settings,
    files: Path,
    undisturbed: dict[Path, tuple[dict[str, Any], int]],
    monkeypatch: pytest.MonkeyPatch,
) -> Scene:
    """The folder, and what an undisturbed import of it leaves."""
    for name, drafts in (("STEP", STEP), ("PORTION", PORTION), ("_PART", PART)):
        monkeypatch.setattr(parts, name, drafts)
    engine_settings.data.mkdir(parents=True, exist_ok=True)
    (engine_settings.data / "identity.key").write_text(KEY)
    own = Scene(graph, engine_settings, files)
    if engine_settings.data not in undisturbed:
        own.empty()
        done = own.child()
        undisturbed[engine_settings.data] = state(graph), done.stderr.count(b"written")
    own.expected, own.writes = undisturbed[engine_settings.data]
    assert own.expected["batch"]["state"] == "done"
    assert own.writes > 10
    return own


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_killed_import_goes_on_to_the_same_graph(scene: Scene) -> None:
    draw = random.Random(SEED)
    moments = sorted({*draw.sample(range(2, scene.writes), 5), scene.writes - 1, scene.writes})
    resumed = 0
    for write in moments:
        moment = draw.choice(("before", "after"))
        if (write, moment) == (scene.writes, "after"):
            moment = "before"
        scene.killed(write, moment)
        report = scene.resume()
        resumed += bool(report.resumed)
        assert state(scene.graph) == scene.expected, (write, moment)
    assert resumed > len(moments) / 2


@pytest.mark.timeout(300)
def test_what_is_whole_is_not_written_again(scene: Scene) -> None:
    whole = half_way(scene)
    of_each = "MATCH (s:SourceRecord) RETURN s.id AS id, s.recorded_at AS moment ORDER BY id"
    before = {row["id"]: row["moment"] for row in scene.graph.read(of_each)}
    assert before
    report = scene.resume()
    after = {row["id"]: row["moment"] for row in scene.graph.read(of_each)}
    assert {name: after[name] for name in before} == before
    assert len(after) > len(before)
    assert report.resumed == whole
    assert report.as_json()["resumed"] == whole
    assert scene.resume().writes == 0


@pytest.mark.timeout(300)
def test_an_interrupted_batch_shows_its_whole_documents_and_nothing_of_the_others(scene: Scene) -> None:
    whole = half_way(scene)
    [batch] = scene.graph.read("MATCH (b:ImportBatch) RETURN b.state AS state, b.files AS files, b.planned AS planned")
    documents = "MATCH (d:SourceDocument) RETURN d.id AS id, d.whole_number AS number ORDER BY number"
    there = scene.graph.read(documents)
    assert [row["number"] for row in there] == list(range(1, whole + 1))
    assert (batch["state"], batch["files"]) == ("interrupted", whole)
    told = state(scene.graph)
    files = [scene.folder / Path(line["file"]).name for line in told["batch"]["report"]]
    found = [next(scene.folder.rglob(each.name)) for each in files]
    scene.empty()
    import_paths(scene.graph, scene.settings, found)
    alone = state(scene.graph)
    marks = ("whole_number", "whole_report")
    rows = [json.loads(row) for row in told["rows"]]
    unmarked = [
        row | {"properties": {name: value for name, value in row["properties"].items() if name not in marks}}
        for row in rows
    ]
    assert sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in unmarked) == alone["rows"]
    counts = ("files", "created", "changed", "removed")
    assert {name: told["batch"][name] for name in counts} == {name: alone["batch"][name] for name in counts}


@pytest.mark.timeout(300)
def test_an_interrupted_batch_is_undone_and_other_imports_go_on_beside_it(scene: Scene, tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    project(other, "2022", "旧项目")
    scene.empty()
    import_paths(scene.graph, scene.settings, [other])
    alone = state(scene.graph)
    half_way(scene)
    [interrupted] = scene.graph.read("MATCH (b:ImportBatch) RETURN b.id AS id")
    report = import_paths(scene.graph, scene.settings, [other])
    assert report.resumed == 0
    assert report.batch != interrupted["id"]
    undo(scene.graph, scene.settings, interrupted["id"])
    [undone] = scene.graph.read("MATCH (b:ImportBatch {state: 'undone'}) RETURN b.planned AS planned")
    assert undone["planned"] is None
    scene.graph.write("MATCH (b:ImportBatch {state: 'undone'}) DETACH DELETE b")
    assert state(scene.graph)["rows"] == alone["rows"]


@pytest.mark.timeout(300)
def test_the_folder_may_have_changed_meanwhile(scene: Scene, tmp_path: Path) -> None:
    whole = half_way(scene)
    [interrupted] = scene.graph.read("MATCH (b:ImportBatch) RETURN b.id AS id, b.report AS report")
    taken = [line["file"] for line in json.loads(interrupted["report"])]
    moved = Path(copytree(scene.folder, tmp_path / "moved"))
    gone = next(path for path in moved.rglob("*.lrmx") if path.name == taken[0])
    gone.unlink()
    added = moved / "新.xlsx"
    project(added, "2024", "新项目")
    corrected = moved / "表3.xlsx"
    project(corrected, "2023", "更正")
    report = import_paths(scene.graph, scene.settings, [moved])
    assert report.batch == interrupted["id"]
    assert report.resumed == whole
    by_name = {file.file: file for file in report.files}
    assert by_name[taken[0]].status == "imported", "what was whole stays, and is told"
    assert by_name["新.xlsx"].created
    titles = {row["t"] for row in scene.graph.read("MATCH (p:WorkProject)-[:STATED_IN]->() RETURN p.title AS t")}
    assert {"新项目", "更正"} <= titles
    [batch] = scene.graph.read("MATCH (b:ImportBatch) RETURN b.state AS state, b.files AS files, b.planned AS planned")
    assert batch == {"state": "done", "files": len(report.files), "planned": None}
    assert import_paths(scene.graph, scene.settings, [moved]).writes == 0


@pytest.mark.timeout(300)
def test_what_is_told_of_a_document_after_the_kill_is_tied_to_its_person(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, mapping = tmp_path / "folder", tmp_path / "list.toml"
    folder.mkdir()
    for name, person in (("a", "Ann Beispiel"), ("b", "Bea Beispiel"), ("c", "Cem Beispiel")):
        (folder / f"{name}.csv").write_text(f"name,born\n{person},1980-0{len(name)}\n", "utf-8")
    mapping.write_text(MAPPING, "utf-8")
    monkeypatch.setattr(parts, "STEP", 1)
    own = replace(scene, folder=folder, mapping=mapping, step=1)
    own.empty()
    own.writes = own.child().stderr.count(b"written")
    own.expected = state(own.graph)
    older = (
        "MATCH (c:Cadre)<-[:ABOUT]-(f:Finding {code: 'older-edition'})-[:FOUND_IN]->(d:SourceDocument) "
        "RETURN c.name AS name, d.title AS title ORDER BY title"
    )
    named = own.graph.read(older)
    assert named == [{"name": "Ann Beispiel", "title": "a.csv"}, {"name": "Bea Beispiel", "title": "b.csv"}]
    kept = []
    for write in (own.writes // 3, own.writes // 2, own.writes - 4):
        own.killed(write, "after")
        kept.append(own.resume().resumed)
        assert own.graph.read(older) == named
        assert state(own.graph) == own.expected, write
    assert set(kept) & {1, 2}
