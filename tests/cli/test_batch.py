"""`zhishi batch`: what came in, and the way back."""

from __future__ import annotations

import json
from pathlib import Path

from graph.store.connection import open_graph
from tests.cli.forms import write_form
from tests.cli.program import Program


def test_a_batch_is_listed_shown_and_undone(department: Program, tmp_path: Path) -> None:
    form = write_form(tmp_path / "撤.lrmx", "容与", "198506")
    batch = department.inside("import", form, "--json").json("import")["batch"]
    assert department.inside("batch", "list", "--json").json("batch-list")[0]["id"] == batch
    shown = department.inside("batch", "show", batch, "--json").json("batch-show")
    assert ([each["title"] for each in shown["documents"]], shown["state"]) == (["撤.lrmx"], "done")
    told = department.inside("batch", "undo", batch, "--dry-run", "--json").json("batch-undo")
    assert (told["removed"]["Cadre"], told["writes"]) == (1, 0)
    assert department.inside("cadres", "容与", "--json").json("cadres")
    done = department.inside("batch", "undo", batch, "--reason", "导错了", "--json").json("batch-undo")
    assert done["writes"] > 0
    assert department.inside("cadres", "容与", "--json").json("cadres") == []
    shown = department.inside("batch", "show", batch, "--json").json("batch-show")
    assert (shown["documents"], shown["state"], shown["undone_why"]) == ([], "undone", "导错了")


def test_people_are_told_the_same(department: Program, tmp_path: Path) -> None:
    form = write_form(tmp_path / "撤.lrmx", "容止", "198507")
    batch = department.inside("import", form, "--json").json("import")["batch"]
    assert batch in department.inside("batch", "list", "--limit", "1").out
    assert "撤.lrmx" in department.inside("batch", "show", batch).out
    assert "没有写入" in department.inside("batch", "undo", batch, "--dry-run").out
    assert "已撤销" in department.inside("batch", "undo", batch).out


def test_an_import_that_died_says_what_stayed_and_is_gone_on_with(department: Program, tmp_path: Path) -> None:
    forms = [write_form(tmp_path / f"{name}.lrmx", name, "198609") for name in ("容今", "容古", "容往")]
    batch = department.inside("import", *forms, "--json").json("import")["batch"]
    shown = department.inside("batch", "show", batch, "--json").json("batch-show")
    by_title = {each["title"]: each["id"] for each in shown["documents"]}
    line = {
        "importer": "lrmx",
        "status": "imported",
        "created": 1,
        "changed": 0,
        "unchanged": 0,
        "findings": 0,
        "why": [],
    }
    with open_graph(department.settings) as graph:
        # as after kill -9 with two of the three documents whole
        graph.write(
            "MATCH (b:ImportBatch {id: $batch}) SET b = {id: $batch, state: 'loading', started_at: b.started_at, "
            "planned: 3}",
            batch=batch,
        )
        for number, form in enumerate(forms[:2], start=1):
            report = json.dumps({"file": form.name, **line})
            mark = "MATCH (d:SourceDocument {id: $id}) SET d.whole_number = $number, d.whole_report = $report"
            graph.write(mark, id=by_title[form.name], number=number, report=report)
        listed = department.inside("batch", "list", "--limit", "1")
        assert "2 份" in listed.err, "who reads next is told"
        assert "已中断 2/3" in listed.out
        assert "3 份" in department.inside("batch", "show", batch).out
        assert batch in department.inside("doctor").out
        assert [department.inside("cadres", form.stem, "--json").json("cadres") != [] for form in forms] == [
            True,
            True,
            False,
        ]
        told = department.inside("import", *forms)
        assert "此前已完整导入" in told.out
        assert department.inside("batch", "list", "--json").json("batch-list")[0]["state"] == "done"
        assert department.inside("cadres", "容往", "--json").json("cadres")
        assert "已撤销" in department.inside("batch", "undo", batch).out
        assert not any(department.inside("cadres", form.stem, "--json").json("cadres") for form in forms)


def test_what_there_is_not_and_what_was_undone_is_exit_1(department: Program, tmp_path: Path) -> None:
    for command in ("show", "undo"):
        done = department.inside("batch", command, "bat_none")
        assert (done.code, "batch list" in done.err) == (1, True)
    form = write_form(tmp_path / "撤.lrmx", "容若", "198508")
    batch = department.inside("import", form, "--json").json("import")["batch"]
    assert department.inside("batch", "undo", batch).code == 0
    assert department.inside("batch", "undo", batch).code == 1


def test_an_earlier_day_knows_nobody_yet(department: Program) -> None:
    for command in ("career", "image-tree"):
        done = department.inside(command, "闻照溪", "--known-on", "2020-01")
        assert (done.code, done.out) == (1, "")
        assert department.inside(command, "闻照溪", "--known-on", "2999", "--as-of", "2024").code == 0
        assert department.inside(command, "闻照溪", "--known-on", "gestern").code == 2
