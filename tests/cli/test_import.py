"""`zhishi import`: the report, its counts, its places, and the exit code."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from export.work_records import write_workbook
from graph.model.sheets import Cover
from graph.store.connection import open_graph
from tests.cli.forms import ONLY, RESUME, write_form
from tests.cli.program import Program
from tests.support.reading import ID_NUMBER

REJECTED = {
    "notes.txt": b"a note",
    "empty.lrmx": b"",
    "broken.lrmx": "<Person><XingMing>岑".encode(),
    "gbk.lrmx": '<?xml version="1.0" encoding="utf-8"?><Person><XingMing>岑望野</XingMing></Person>'.encode("gbk"),
    "bomb.lrmx": b'<!DOCTYPE p [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><Person><XingMing>&b;</XingMing></Person>',
    "nameless.lrmx": b"<Person></Person>",
    "damaged.xlsx": b"PK\x03\x04 and no more",
}


def statuses(report: Any) -> dict[str, str]:
    return {each["file"]: each["status"] for each in report["files"]}


def test_a_folder_is_one_batch_in_the_order_of_its_names(first_import: Any) -> None:
    assert first_import["batch"]
    assert first_import["writes"] > 0
    assert [each["file"] for each in first_import["files"]] == ["闻照溪.lrmx", "岑望野 乙.lrmx", "岑望野 甲.lrmx"]
    assert {each["status"] for each in first_import["files"]} == {"imported"}
    assert {each["importer"] for each in first_import["files"]} == {"lrmx"}
    assert all(each["created"] > 0 for each in first_import["files"])


def test_a_known_file_makes_no_batch_and_no_write(department: Program, folder: Path) -> None:
    report = department("import", folder, "--json").json("import")
    assert (report["batch"], report["writes"]) == (None, 0)
    assert set(statuses(report).values()) == {"known"}
    assert all(each["created"] == each["changed"] == 0 < each["unchanged"] for each in report["files"])


def test_a_known_file_is_known_under_another_name(department: Program, folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "另存为.lrmx"
    copy.write_bytes((folder / "区县" / "闻照溪.lrmx").read_bytes())
    assert statuses(department.inside("import", copy, "--json").json("import")) == {"另存为.lrmx": "known"}


def test_a_dry_run_reports_the_same_and_writes_nothing(department: Program, tmp_path: Path) -> None:
    form = write_form(tmp_path / "试.lrmx", "沐青舟", "197907")
    checked = department.inside("import", form, "--dry-run", "--json").json("import")
    assert (checked["batch"], checked["writes"], statuses(checked)) == (None, 0, {"试.lrmx": "checked"})
    assert department.inside("cadres", "沐青舟", "--json").json("cadres") == []
    real = department.inside("import", form, "--json").json("import")
    assert real["files"][0]["created"] == checked["files"][0]["created"] > 0
    assert real["files"][0]["findings"] == checked["files"][0]["findings"]


def test_a_corrected_file_repairs(department: Program, tmp_path: Path) -> None:
    first = write_form(tmp_path / "旧.lrmx", "邱岚", "198105")
    department.inside("import", first)
    second = write_form(tmp_path / "新.lrmx", "邱岚", "198105", (*RESUME[:1], RESUME[2]))
    report = department.inside("import", second, "--json").json("import")
    assert report["files"][0]["unchanged"] > 0
    career = department.inside("career", "邱岚", "--format", "json").json("career")
    assert [each["unit"] for each in career["tenures"]] == ["澜江市财政局预算处", "澜江市财政局"]


def test_rejected_files_are_exit_1_and_the_others_come_in(department: Program, tmp_path: Path) -> None:
    for name, content in REJECTED.items():
        (tmp_path / name).write_bytes(content)
    write_form(tmp_path / "[b]好.lrmx", "晏澄", "198408")
    done = department("import", tmp_path, tmp_path / "missing.lrmx", "--json")
    assert (done.code, done.err) == (1, "")
    report = done.json("import")
    assert statuses(report) == {"[b]好.lrmx": "imported"} | dict.fromkeys([*REJECTED, "missing.lrmx"], "rejected")
    reasons = [each["findings"][-1]["reason"] for each in report["files"] if each["status"] == "rejected"]
    assert [reason for reason in reasons if "请" not in reason and "可以" not in reason] == [], "what to do"
    assert [row["name"] for row in department.inside("cadres", "晏澄", "--json").json("cadres")] == ["晏澄"]


@pytest.mark.parametrize("command", [("cadres", "卫听澜"), ("career", "卫听涛"), ("image-tree", "卫听泉")])
def test_what_an_import_that_died_left_is_seen_by_no_command(
    department: Program, tmp_path: Path, command: tuple[str, ...]
) -> None:
    form = write_form(tmp_path / "半.lrmx", command[1], "198506")
    batch = department.inside("import", form, "--json").json("import")["batch"]
    assert batch
    with open_graph(department.settings) as graph:
        # as after kill -9 just before the last write
        graph.write("MATCH (b:ImportBatch {id: $batch}) SET b = {id: $batch, state: 'loading'}", batch=batch)
        done = department.inside(*command)
        assert "澜江市财政局" not in done.out
        assert graph.read("MATCH (c:Cadre {name: $name}) RETURN c.id", name=command[1]) == []
    again = department.inside("import", form, "--json").json("import")
    assert statuses(again) == {"半.lrmx": "imported"}
    assert again["files"][0]["created"] > 0


def test_an_id_number_in_the_name_of_a_file_is_not_repeated(department: Program, tmp_path: Path) -> None:
    form = write_form(tmp_path / f"葛青川{ID_NUMBER}.lrmx", "葛青川", "198507")
    (tmp_path / f"坏{ID_NUMBER}.lrmx").write_bytes(b"")
    for output in ((), ("--json",)):
        done = department.inside("import", form, tmp_path / f"坏{ID_NUMBER}.lrmx", *output)
        assert ID_NUMBER not in done.out + done.err
    with open_graph(department.settings) as graph:
        assert ID_NUMBER not in repr(graph.read("MATCH (n) RETURN properties(n) AS said"))


def test_nothing_but_rejected_files_leaves_no_batch(department: Program, tmp_path: Path) -> None:
    (tmp_path / "empty.lrmx").write_bytes(b"")
    done = department.inside("import", tmp_path / "empty.lrmx", "--json")
    report = done.json("import")
    assert (done.code, report["batch"], report["writes"]) == (1, None, 0)


def test_findings_alone_are_exit_0_with_their_line(department: Program, tmp_path: Path) -> None:
    lines = (RESUME[0], RESUME[2])
    text = write_form(tmp_path / "误.lrmx", "戚远", "197611", lines).read_bytes().replace(b"2018.09", b"2018.19")
    (tmp_path / "误.lrmx").write_bytes(text)
    done = department.inside("import", tmp_path / "误.lrmx", "--json")
    found = done.json("import")["files"][0]["findings"]
    assert done.code == 0
    assert [each["line"] for each in found if "2018.19" in str(each["value"])] == [2]


@pytest.mark.parametrize("dry", [(), ("--dry-run",)], ids=["import", "dry run"])
def test_the_report_for_people_tells_file_place_and_sum(department: Program, tmp_path: Path, dry: tuple[str]) -> None:
    (tmp_path / "gbk.lrmx").write_bytes(REJECTED["gbk.lrmx"])
    done = department.inside("import", tmp_path, *dry)
    assert (done.code, done.err) == (1, "")
    assert done.out.startswith("gbk.lrmx: rejected\n")
    assert "GBK" in done.out
    assert done.out.endswith("写入 0\n")


def test_the_template_comes_back_in_with_its_examples_passed_over(department: Program, tmp_path: Path) -> None:
    done = department("template", "work-records", tmp_path / "工作纪实.xlsx")
    assert (done.code, done.out) == (0, "")
    report = department.inside("import", tmp_path / "工作纪实.xlsx", "--json").json("import")
    assert [(each["importer"], each["created"]) for each in report["files"]] == [("work_records", 0)]


def test_the_template_never_overwrites(department: Program, tmp_path: Path) -> None:
    mine = tmp_path / "mine.xlsx"
    mine.write_text("mine")
    done = department("template", "work-records", mine)
    assert (done.code, done.out, mine.read_text()) == (1, "", "mine")
    assert "mine.xlsx" in done.err


def test_a_template_where_no_folder_is_says_so(department: Program, tmp_path: Path) -> None:
    done = department.inside("template", "work-records", tmp_path / "none" / "t.xlsx")
    assert (done.code, done.out) == (1, "")
    assert "文件或文件夹不存在" in done.err
    assert "Traceback" not in done.err


def test_a_wrong_id_number_is_found_and_never_shown(department: Program, tmp_path: Path) -> None:
    number = "110101197906150014"
    text = write_form(tmp_path / "证.lrmx", "解明", "197906").read_bytes()
    (tmp_path / "证.lrmx").write_bytes(
        text.replace(b"<ShenFenZheng />", f"<ShenFenZheng>{number}</ShenFenZheng>".encode())
    )
    done = department.inside("import", tmp_path / "证.lrmx", "--json")
    found = done.json("import")["files"][0]["findings"]
    assert [each["severity"] for each in found if each["column"] == "身份证号"] == ["warning"]
    assert number not in done.out + department.inside("import", tmp_path / "证.lrmx", "--dry-run").out
    assert number[:14] not in department.inside("career", "解明", "--format", "json").out


def test_a_folder_with_junk_and_links_round_in_circles(department: Program, tmp_path: Path) -> None:
    folder = tmp_path / "材料"
    form = write_form(folder / "好.lrmx", "阮清和", "198602")
    for junk in ("Thumbs.db", "desktop.ini", ".DS_Store", "~$好.xlsx", "__MACOSX/._好.lrmx"):
        (folder / junk).parent.mkdir(exist_ok=True)
        (folder / junk).write_bytes(b"junk")
    (folder / "loop").symlink_to(folder)
    (folder / "self.lrmx").symlink_to(folder / "self.lrmx")
    (folder / "gone.lrmx").symlink_to(tmp_path / "nowhere.lrmx")
    (folder / "again.lrmx").symlink_to(form)
    report = department.inside("import", folder, folder, "--json").json("import")
    found = statuses(report)
    assert {name: found[name] for name in ("self.lrmx", "gone.lrmx")} == {
        "self.lrmx": "rejected",
        "gone.lrmx": "rejected",
    }
    assert sorted(found[name] for name in ("好.lrmx", "again.lrmx")) == ["imported", "known"]
    assert (len(found), len(report["files"])) == (4, 4)


def test_a_pipe_is_refused_and_not_waited_for(department: Program, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.lrmx")
    done = department.inside("import", tmp_path / "pipe.lrmx", "--json")
    assert (done.code, statuses(done.json("import"))) == (1, {"pipe.lrmx": "rejected"})


def test_a_corrected_birth_month_without_an_id_number_is_a_doubt(department: Program, tmp_path: Path) -> None:
    department.inside("import", write_form(tmp_path / "旧.lrmx", "贺兰舟", "198105"))
    form = write_form(tmp_path / "新.lrmx", "贺兰舟", "198106")
    found = department.inside("import", form, "--json").json("import")["files"][0]["findings"]
    assert "possible-duplicate" in [each["code"] for each in found]


def test_a_corrected_birth_month_with_the_id_number_repairs(department: Program, tmp_path: Path) -> None:
    number = "11010119810615001X"
    for name, birth in (("旧.lrmx", "198105"), ("新.lrmx", "198106")):
        path = write_form(tmp_path / name, "乔望川", birth)
        text = path.read_bytes().replace(b"<ShenFenZheng />", f"<ShenFenZheng>{number}</ShenFenZheng>".encode())
        path.write_bytes(text.replace(b"20240301", b"20240301" if name == "旧.lrmx" else b"20240401"))
        department.inside("import", path)
    assert [row["birth_month"] for row in department.inside("cadres", "乔望川", "--json").json("cadres")] == ["1981-06"]


def test_a_second_import_at_once_waits_and_then_says_why(department: Program, tmp_path: Path) -> None:
    form = write_form(tmp_path / "同时.lrmx", "尹照", "198703")
    with open_graph(department.settings) as graph, graph.writer():
        done = department("import", form)
    assert (done.code, done.out) == (1, "")
    assert "另一个程序正在写入" in done.err
    assert "重试" in done.err


def test_who_reads_while_an_import_runs_is_told_and_doctor_takes_a_dead_one_back(department: Program) -> None:
    with open_graph(department.settings) as graph:
        with graph.writer():
            graph.write("CREATE (:ImportBatch {id: 'bat_test', state: 'loading', started_at: '2024-03-01T08:00:00'})")
            reading = department("cadres", "--json")
            looked = department("doctor")
        assert "正在导入一批材料" in reading.err
        assert reading.json("cadres")
        assert (looked.code, "请等它结束" in looked.out) == (0, True)
        healed = department.inside("doctor")
        assert "已撤回 1 个" in healed.out
        assert graph.read("MATCH (b:ImportBatch {state: 'loading'}) RETURN b.id") == []
    assert department.inside("cadres", "--json").err == ""


def test_a_row_taken_out_of_a_corrected_workbook_goes_and_is_kept_as_history(
    department: Program, tmp_path: Path
) -> None:
    who = {"姓名": ONLY, "出生年月": "1980-03"}
    rows = [who | {"奖励名称": name, "批准日期": "2020-05-01"} for name in ("三等功", "青屿区治水能手")]
    cover = Cover("澜江市委组织部", "2020年", "2020-12-31", "周示例")
    for number, told in enumerate((rows, rows[:1])):
        path = tmp_path / f"{number}.xlsx"
        write_workbook(path, {"奖励": told}, cover)
        assert department.inside("import", path).code == 0
    with open_graph(department.settings) as graph:
        assert graph.read("MATCH (a:Award {date: '2020-05-01'}) RETURN a.name AS name") == [{"name": "三等功"}]
        old = "MATCH (s:SourceRecord) WHERE s.content CONTAINS '青屿区治水能手' RETURN s.known_to IS NOT NULL AS closed"
        assert graph.read(old) == [{"closed": True}]
