"""`zhishi mapping` and `zhishi import --mapping`: streams, exit codes, JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.settings import Settings
from tests.cli.program import Program

MAPPING = (
    "[[record]]\ntype = 'Cadre'\nidentify = { own = 'id' }\n[record.values]\nname = 'name'\nbirth_month = 'born'\n"
)


ALONE = Program(Settings(data=Path("no-graph-is-needed")))


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    (tmp_path / "t.csv").write_text("id,name,born\n1,Ann Example,1961\n2,,1975\n", "utf-8")
    (tmp_path / "m.toml").write_text(MAPPING, "utf-8")
    return tmp_path


def test_targets_come_from_the_model() -> None:
    done = ALONE.inside("mapping", "targets", "--json")
    targets = {each["type"]: each for each in json.loads(done.out)}
    assert "ImportBatch" not in targets
    assert {each["name"] for each in targets["Post"]["fields"] if each["required"]} == {"title", "unit"}
    assert ALONE.inside("mapping", "targets", "Nobody").code == 1


def test_a_suggestion_is_written_once_and_passes_the_check(tables: Path) -> None:
    written = tables / "new.toml"
    assert ALONE.inside("mapping", "suggest", tables / "t.csv", "-o", written).code == 0
    assert ALONE.inside("mapping", "suggest", tables / "t.csv", "-o", written).code == 2
    assert "own_id" in written.read_text("utf-8")


def test_a_check_tells_what_would_happen(tables: Path) -> None:
    done = ALONE.inside("mapping", "check", tables / "t.csv", tables / "m.toml", "--json")
    found = json.loads(done.out)
    assert done.code == 1
    assert (found["rows"], [(each["name"], each["count"]) for each in found["records"]]) == (2, [("Cadre", 1)])
    assert [(each["row"], each["code"]) for each in found["findings"] if each["severity"] == "error"] == [
        (3, "missing-value")
    ]


def test_an_import_by_mapping_reports_as_every_import(department: Program, tables: Path) -> None:
    arguments = ("import", tables / "t.csv", "--mapping", tables / "m.toml", "--dry-run", "--json")
    (file,) = department.inside(*arguments).json("import")["files"]
    assert (file["importer"], file["status"]) == ("mapping", "checked")
    assert [each["code"] for each in file["findings"]] == ["read-as", "missing-value"]


def test_a_bad_mapping_stops_everything(department: Program, tables: Path) -> None:
    (tables / "bad.toml").write_text(MAPPING.replace("born", "born'"), "utf-8")
    done = department.inside("import", tables / "t.csv", "--mapping", tables / "bad.toml")
    assert (done.code, done.out) == (1, "")
    assert "bad.toml:6" in done.err
