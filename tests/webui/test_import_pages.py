"""Files go in through the pages: looked at first, then taken, or refused with the reason."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graph.settings import Settings
from graph.store.connection import Graph
from ingest.file_names import fit_name
from tests.webui.conftest import City, write_form
from webui.app import create_app


@pytest.fixture
def settings(embedded_settings: Settings, tmp_path: Path) -> Settings:
    return replace(embedded_settings, data=tmp_path / "data")


@pytest.fixture
def browser_client(settings: Settings, embedded_graph: Graph) -> Iterator[FlaskClient]:
    with create_app(settings, embedded_graph).test_client() as client:
        yield client


@pytest.fixture
def form(tmp_path: Path) -> bytes:
    write_form(tmp_path / "form.lrmx", name="甲某某")
    return (tmp_path / "form.lrmx").read_bytes()


def token(client: FlaskClient, path: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get(path).text)
    assert found
    return found[1]


def send(client: FlaskClient, action: str, **files: bytes) -> TestResponse:
    data = {
        "csrf_token": token(client, "/imports/new"),
        "action": action,
        "files": [(BytesIO(content), f"{name}.lrmx") for name, content in files.items()],
    }
    return client.post("/imports/new", data=data, content_type="multipart/form-data")


def ended(client: FlaskClient, path: str) -> str:
    """The page of an upload once the work on its files has ended."""
    for _ in range(60):
        page = client.get(path)
        if 'http-equiv="refresh"' not in page.text:
            return page.text
    raise AssertionError(page.text)


def cadres(graph: Graph) -> int:
    return int(graph.read("MATCH (c:Cadre) RETURN count(c) AS n")[0]["n"])


def test_a_preview_writes_nothing_and_then_imports(
    browser_client: FlaskClient, embedded_graph: Graph, settings: Settings, form: bytes
) -> None:
    before = embedded_graph.fingerprint()
    answer = send(browser_client, "preview", form=form)
    assert answer.status_code == 303
    path = answer.headers["Location"]
    page = ended(browser_client, path)
    assert "还没有写入任何数据" in page
    assert "form.lrmx" in page
    assert embedded_graph.fingerprint() == before
    taken = browser_client.post(path, data={"csrf_token": token(browser_client, path), "action": "import"})
    assert taken.status_code == 303
    assert "查看这个批次" in ended(browser_client, taken.headers["Location"])
    assert cadres(embedded_graph) == 1
    assert not list((settings.data / "uploads").rglob("*.lrmx"))


def test_a_second_import_changes_nothing_and_says_so(
    browser_client: FlaskClient, embedded_graph: Graph, form: bytes
) -> None:
    ended(browser_client, send(browser_client, "import", form=form).headers["Location"])
    before = embedded_graph.fingerprint()
    again = send(browser_client, "import", form=form)
    assert "没有任何改动" in ended(browser_client, again.headers["Location"])
    assert embedded_graph.fingerprint() == before


def test_a_file_that_cannot_be_read_is_refused_with_the_reason_and_the_others_taken(
    browser_client: FlaskClient, embedded_graph: Graph, form: bytes
) -> None:
    answer = send(browser_client, "import", form=form, broken=b"\x00\x01 not a form at all")
    page = ended(browser_client, answer.headers["Location"])
    assert "有 1 个文件不能采用" in page
    assert "broken.lrmx" in page
    assert cadres(embedded_graph) == 1


@pytest.mark.parametrize(
    ("language", "told", "not_told"),
    [
        ("zh", ("不是 XML", "没有身份证号"), "no ID number"),
        ("en", ("This is no XML", "There is no ID number"), "没有身份证号"),
    ],
)
def test_findings_are_told_in_the_language_of_the_page(
    browser_client: FlaskClient, form: bytes, language: str, told: tuple[str, str], not_told: str
) -> None:
    upload = send(browser_client, "import", form=form, broken=b"\x00\x01 not a form at all").headers["Location"]
    batch = re.search(r"/imports/bat_\w+", ended(browser_client, upload))
    assert batch
    pages = [browser_client.get(path, query_string={"lang": language}).text for path in (upload, batch[0])]
    files = [
        browser_client.get(f"{path}/findings.csv", query_string={"lang": language}).text for path in (upload, batch[0])
    ]
    assert [text for text in (*pages, files[0]) if not all(each in text for each in told)] == []
    assert told[1] in files[1]
    assert [text for text in (*pages, *files) if not_told in text] == []


def test_discarded_files_are_gone(browser_client: FlaskClient, settings: Settings, form: bytes) -> None:
    path = send(browser_client, "preview", form=form).headers["Location"]
    ended(browser_client, path)
    answer = browser_client.post(path, data={"csrf_token": token(browser_client, path), "action": "discard"})
    assert answer.headers["Location"] == "/imports/new"
    assert browser_client.get(path).status_code == 404
    assert not list((settings.data / "uploads").iterdir())


def test_a_form_sent_twice_imports_once(browser_client: FlaskClient, embedded_graph: Graph, form: bytes) -> None:
    path = send(browser_client, "preview", form=form).headers["Location"]
    ended(browser_client, path)
    data = {"csrf_token": token(browser_client, path), "action": "import"}
    first, second = (browser_client.post(path, data=data) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert "查看这个批次" in ended(browser_client, second.headers["Location"])
    assert embedded_graph.read("MATCH (b:ImportBatch) RETURN count(b) AS n") == [{"n": 1}]


def test_no_file_is_said_plainly(browser_client: FlaskClient) -> None:
    data = {"csrf_token": token(browser_client, "/imports/new"), "action": "preview"}
    answer = browser_client.post("/imports/new", data=data)
    assert answer.status_code == 400
    assert "没有选择文件" in answer.text


# Werkzeug leaves the temporary file of the part it stopped at to the garbage collector
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_too_many_files_are_said_plainly(browser_client: FlaskClient) -> None:
    browser_client.application.config["MAX_FORM_PARTS"] = 3
    answer = send(browser_client, "preview", **{f"f{number}": b"x" for number in range(9)})
    assert answer.status_code == 413
    assert "个文件" in answer.text


def test_files_of_one_name_do_not_meet(browser_client: FlaskClient, settings: Settings, form: bytes) -> None:
    data = {
        "csrf_token": token(browser_client, "/imports/new"),
        "action": "preview",
        "files": [(BytesIO(form), "a.lrmx"), (BytesIO(b"other"), "../a.lrmx")],
    }
    answer = browser_client.post("/imports/new", data=data, content_type="multipart/form-data")
    ended(browser_client, answer.headers["Location"])
    kept = sorted((settings.data / "uploads").rglob("*.lrmx"))
    assert [path.name for path in kept] == ["a.lrmx", "a.lrmx"]
    assert [path.read_bytes() for path in kept] == [form, b"other"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("名册.xlsx", "名册.xlsx"),
        ("C:\\Users\\x\\名册.xlsx", "名册.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("..", "file"),
        ("", "file"),
        ("a\x00b\u202e.lrmx", "ab.lrmx"),
        ("a:b?.lrmx", "ab.lrmx"),
    ],
)
def test_a_file_name_is_made_fit(given: str, kept: str) -> None:
    assert fit_name(given) == kept


def test_a_long_file_name_keeps_its_ending() -> None:
    name = fit_name("长" * 300 + ".lrmx")
    assert name.endswith(".lrmx")
    assert len(name.encode()) <= 200


def test_an_old_upload_is_forgotten(browser_client: FlaskClient, settings: Settings, form: bytes) -> None:
    import os
    import time

    first = send(browser_client, "preview", form=form).headers["Location"]
    ended(browser_client, first)
    folder = settings.data / "uploads" / first.rpartition("/")[2]
    day_ago = time.time() - 25 * 3600
    os.utime(folder, (day_ago, day_ago))
    second = send(browser_client, "preview", form=form).headers["Location"]
    ended(browser_client, second)
    assert browser_client.get(first).status_code == 404
    assert browser_client.get(second).status_code == 200


def test_a_preview_of_what_is_known_says_that_nothing_would_change(browser_client: FlaskClient, form: bytes) -> None:
    ended(browser_client, send(browser_client, "import", form=form).headers["Location"])
    page = ended(browser_client, send(browser_client, "preview", form=form).headers["Location"])
    assert "导入不会有任何改动" in page
    assert "确认无误后" not in page


def test_a_batch_is_undone_after_a_preview(browser_client: FlaskClient, embedded_graph: Graph, form: bytes) -> None:
    ended(browser_client, send(browser_client, "import", form=form).headers["Location"])
    batch = embedded_graph.read("MATCH (b:ImportBatch) RETURN b.id AS id")[0]["id"]
    address = f"/imports/{batch}/undo"
    assert address in browser_client.get(f"/imports/{batch}").text
    before = embedded_graph.fingerprint()
    with embedded_graph.writer():
        waiting = browser_client.get(address)
    assert (waiting.status_code, "data-waiting" in waiting.text) == (202, True), "nothing is told while others write"
    assert "还没有写入任何数据" in ended(browser_client, address)
    assert "撤销原因" in browser_client.get(address).text
    assert browser_client.post(address).status_code == 400, "no form token"
    assert embedded_graph.fingerprint() == before
    data = {"csrf_token": token(browser_client, address), "why": "导错了<b>"}
    with embedded_graph.writer():
        assert browser_client.post(address, data=data).status_code == 303
        going_on = browser_client.get(address)
    assert (going_on.status_code, "正在撤销" in going_on.text) == (202, True)
    ended(browser_client, address)
    assert browser_client.get(address).location == f"/imports/{batch}"
    assert cadres(embedded_graph) == 0
    page = browser_client.get(f"/imports/{batch}").text
    assert "导错了&lt;b&gt;" in page
    assert "问题清单已随材料一起撤下" in page
    assert "没有发现问题" not in page
    assert address not in page
    data["csrf_token"] = token(browser_client, "/imports/new")
    assert browser_client.post(address, data=data).status_code == 303
    assert browser_client.get(address).status_code == 400, "it was undone before"


def test_every_page_tells_that_an_import_is_running(client: FlaskClient, city: City) -> None:
    told = "正在导入一批材料"
    assert told not in client.get("/").text
    with city.graph.writer():
        city.graph.write(
            "CREATE (:ImportBatch {id: 'bat_running', state: 'loading', started_at: '2024-03-15T08:00:00'})"
        )
        try:
            assert told in client.get("/").text
            assert told not in client.get("/nowhere").text
        finally:
            city.graph.write("MATCH (b:ImportBatch {id: 'bat_running'}) DELETE b")


def test_a_batch_that_is_coming_in_does_not_say_that_nothing_was_found(client: FlaskClient, city: City) -> None:
    coming = "{id: 'bat_coming', state: 'loading', started_at: '2024-03-15T08:00:00', files: 0, created: 0, changed: 0}"
    with city.graph.writer():
        city.graph.write(f"CREATE (:ImportBatch {coming})")
        try:
            page = client.get("/imports/bat_coming").text
            assert "问题在导入结束后列出" in page
            assert "没有发现问题" not in page
        finally:
            city.graph.write("MATCH (b:ImportBatch {id: 'bat_coming'}) DELETE b")


def test_an_interrupted_batch_says_what_is_there_and_how_to_go_on(client: FlaskClient, city: City) -> None:
    city.graph.write(
        "CREATE (:ImportBatch {id: 'bat_half', state: 'interrupted', started_at: '2024-03-15T08:00:00', "
        "files: 2, planned: 5, report: '[]'})"
    )
    try:
        page = client.get("/imports/bat_half").text
        assert "应有 5 份材料，已完整导入 2 份" in page
        assert "/imports/bat_half/undo" in page
        assert client.get("/imports/bat_half/undo").status_code == 200
        listed = client.get("/imports").text
        assert "已中断" in listed
        assert "应有 5，已有 2" in listed
        assert "2 of 5" in client.get("/imports?lang=en").text
        assert "正在导入一批材料" not in client.get("/").text
    finally:
        city.graph.write("MATCH (b:ImportBatch {id: 'bat_half'}) DELETE b")


def test_a_preview_lists_new_changed_and_rejected_records(
    browser_client: FlaskClient, embedded_graph: Graph, form: bytes, tmp_path: Path
) -> None:
    path = send(browser_client, "preview", form=form, broken=b"not a form").headers["Location"]
    ended(browser_client, path)
    page = browser_client.get(f"{path}/records?kind=new").text
    assert "甲某某" in page
    assert "甲湾区水利局" in page
    assert "broken.lrmx" in browser_client.get(f"{path}/records?kind=rejected").text
    tenures = browser_client.get(f"{path}/records?kind=new&label=Tenure").text
    assert "任职时间" in tenures
    assert "参加工作时间" not in tenures
    report = browser_client.get(path).text
    listed, total = (re.search(pattern, report) for pattern in (r">新增 ([\d,]+)<", r"新增记录</dt><dd>([\d,]+)"))
    hidden = re.search(r"另有 ([\d,]+) 条不列出", report)
    assert listed
    assert total
    assert hidden
    assert int(listed[1]) + int(hidden[1]) == int(total[1])
    assert cadres(embedded_graph) == 0
    data = {"csrf_token": token(browser_client, path), "action": "import"}
    browser_client.post(path, data=data)
    ended(browser_client, path)
    write_form(tmp_path / "moved.lrmx", name="甲某某", place="乙山")
    again = send(browser_client, "preview", form=(tmp_path / "moved.lrmx").read_bytes()).headers["Location"]
    ended(browser_client, again)
    changed = browser_client.get(f"{again}/records?kind=changed").text
    assert "籍贯：甲湾 → 乙山" in changed
    assert not re.search(r"<td[^>]*>\s*</td>\s*</tr>", changed)
    assert "/cadres/cad_" in changed


def test_findings_are_downloaded_without_formulas(
    browser_client: FlaskClient, embedded_graph: Graph, tmp_path: Path
) -> None:
    write_form(tmp_path / "odd.lrmx", name="=1+1", place="甲湾")
    odd = (tmp_path / "odd.lrmx").read_bytes().replace("男".encode(), b"=2+3")
    path = send(browser_client, "import", odd=odd).headers["Location"]
    ended(browser_client, path)
    told = browser_client.get(f"{path}/findings.csv")
    assert told.mimetype == "text/csv"
    lines = told.get_data().decode("utf-8-sig").splitlines()
    assert len(lines) > 1
    assert not any(cell.startswith("=") for line in lines for cell in line.replace('"', "").split(","))
    assert browser_client.get(f"{path}/findings.xlsx").get_data()[:2] == b"PK"
    batch = embedded_graph.read("MATCH (b:ImportBatch) RETURN b.id AS id")[0]["id"]
    assert browser_client.get(f"/imports/{batch}/findings.csv").get_data().decode("utf-8-sig").splitlines()[0]


def test_an_import_while_another_runs_says_so_and_can_be_tried_again(
    browser_client: FlaskClient, embedded_graph: Graph, form: bytes
) -> None:
    with embedded_graph.writer():
        path = send(browser_client, "preview", form=form).headers["Location"]
        page = ended(browser_client, path)
    assert "没有完成" in page
    assert "再检查一次" in page
    browser_client.post(path, data={"csrf_token": token(browser_client, path), "action": "preview"})
    assert "还没有写入任何数据" in ended(browser_client, path)


MAPPING = """\
[source]
title = "干部名册"
issuer = "甲湾区"

[[record]]
type = "Cadre"
[record.values]
name = "姓名"
sex = "性别"
birth_month = "出生年月"
"""


def send_table(client: FlaskClient) -> str:
    content = "姓名,性别,出生年月\n闻照溪,男,1975.03\n".encode()
    data = {
        "csrf_token": token(client, "/imports/new"),
        "action": "preview",
        "files": [(BytesIO(content), "roster.csv")],
    }
    path = client.post("/imports/new", data=data, content_type="multipart/form-data").headers["Location"]
    ended(client, path)
    return str(path)


def test_a_table_is_read_by_a_mapping_that_is_kept_for_the_next_one(
    browser_client: FlaskClient, embedded_graph: Graph
) -> None:
    path = send_table(browser_client)
    assert "将有的改动" not in browser_client.get(path).text
    assert "出生年月" in browser_client.get(f"{path}/mapping").text
    suggested = browser_client.get(f"{path}/mapping?suggest=0").text
    assert "/mapping?suggest=0" in suggested
    assert "出生年月" in suggested
    assert "[[record]]" in suggested
    form = {"csrf_token": token(browser_client, path), "text": MAPPING, "keep_as": "名册"}
    assert browser_client.post(f"{path}/mapping", data=form).status_code == 303
    page = ended(browser_client, path)
    assert "这些文件按映射读取" in page
    assert "闻照溪" in browser_client.get(f"{path}/records?kind=new").text
    assert cadres(embedded_graph) == 0
    browser_client.post(path, data={"csrf_token": form["csrf_token"], "action": "import"})
    ended(browser_client, path)
    assert cadres(embedded_graph) == 1
    assert "名册" in browser_client.get(f"{send_table(browser_client)}/mapping").text


def test_no_mapping_is_offered_for_a_file_of_a_known_format(browser_client: FlaskClient, form: bytes) -> None:
    path = send(browser_client, "preview", form=form).headers["Location"]
    ended(browser_client, path)
    assert "suggest=0" not in browser_client.get(f"{path}/mapping").text


def test_a_mapping_that_cannot_be_used_says_where(browser_client: FlaskClient) -> None:
    path = send_table(browser_client)
    form = {"csrf_token": token(browser_client, path), "text": MAPPING.replace('"Cadre"', '"Kadre"')}
    answer = browser_client.post(f"{path}/mapping", data=form)
    assert answer.status_code == 400
    assert "Kadre" in answer.text
    assert "映射有误" in answer.text


def test_the_headings_of_a_report_follow_one_another(browser_client: FlaskClient, form: bytes) -> None:
    path = send(browser_client, "preview", form=form).headers["Location"]
    levels = [int(each) for each in re.findall(r"<h(\d)", ended(browser_client, path))]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
