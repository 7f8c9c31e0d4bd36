"""What holds for every command: exit codes, the two streams, UTF-8, help, and being documented.

Cases by the dozen run the program inside this process; what only a process of its own can show does so.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.common import as_of_day
from cli.main import command_names
from graph.errors import UsageError
from graph.settings import Settings
from tests.cli.program import ROOT, Program

PAGE = (ROOT / "docs" / "cli.md").read_text("utf-8")
NAMED_IN_THE_CONTRACT = {
    "demo", "import", "cadres", "career", "image-tree", "template", "serve", "schema", "doctor",
}  # fmt: skip


@pytest.fixture
def alone(tmp_path: Path) -> Program:
    """The program with a data folder of its own, for what needs no graph."""
    return Program(Settings(data=tmp_path / "data"))


def test_every_command_of_the_contract_is_there() -> None:
    assert set(command_names()) >= NAMED_IN_THE_CONTRACT


@pytest.mark.parametrize("name", command_names())
def test_a_command_helps_and_is_documented_with_every_option(alone: Program, name: str) -> None:
    done = alone.inside(name, "--help")
    assert (done.code, done.err) == (0, "")
    assert f"用法：zhishi {name}" in done.out
    found = re.search(rf"^### `zhishi {name}\b.*?(?=^### |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found
    shown = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", done.out)) - {"--help"}
    assert {option for option in shown if option not in found[0]} == set()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nosuch",),
        ("--nosuch",),
        ("import",),
        ("import", "--nosuch", "a.lrmx"),
        ("career",),
        ("career", "a", "b"),
        ("career", "a", "--format", "md"),
        ("image-tree",),
        ("image-tree", "a", "--format", "html"),
        ("image-tree", "a", "--as-of", "昨天"),
        ("template",),
        ("template", "nosuch", "a.xlsx"),
        ("template", "work-records"),
        ("cadres", "a", "b"),
        ("serve", "--port", "99999"),
        ("serve", "--port", "http"),
        ("demo", "--cadres", "0", "--no-serve"),
        ("demo", "--cadres", "many", "--no-serve"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_exit_2_with_nothing_on_stdout(alone: Program, arguments: tuple[str, ...]) -> None:
    done = alone.inside(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err
    assert not alone.settings.data.exists()


@pytest.mark.parametrize(
    "date",
    ["2o19", "2024-13", "2024-02-30", "0000", "2024-3", "2024/03", "20240301", "2024-03-", "２０２４", "2024\n", ""],
)
def test_a_bad_date_is_quoted(date: str) -> None:
    with pytest.raises(UsageError, match=re.escape(repr(date))):
        as_of_day(date)


@pytest.mark.parametrize(
    ("date", "day"), [("2024", "2024-01-01"), ("2024-03", "2024-03-01"), ("2024-02-29", "2024-02-29"), (None, None)]
)
def test_a_partial_date_is_its_first_day(date: str | None, day: str | None) -> None:
    assert as_of_day(date) == day


@pytest.mark.parametrize(
    ("variable", "value"), [("ZHISHI_CLEARANCE", "9"), ("ZHISHI_HEAP", "much"), ("ZHISHI_LANG", "fr")]
)
def test_a_bad_setting_is_wrong_use_and_named(alone: Program, variable: str, value: str) -> None:
    done = Program(alone.settings, {variable: value}).inside("cadres")
    assert (done.code, done.out) == (2, "")
    assert variable in done.err
    assert f"“{value}”" in done.err


def test_a_process_of_its_own_ends_with_the_same_codes(alone: Program) -> None:
    done = alone("career", "岑望野", "--as-of", "2o19")
    assert (done.code, done.out) == (2, "")
    assert "“2o19”" in done.err
    assert not alone.settings.data.exists()


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LANG": "C"}, {"PYTHONIOENCODING": "ascii"}], ids=str)
def test_text_goes_out_as_utf_8_in_every_locale(alone: Program, locale: dict[str, str]) -> None:
    program = Program(alone.settings, locale)
    assert "知事识人" in program("--help").out
    assert "不是日期" in program("career", "岑望野", "--as-of", "昨天").err


def test_the_data_folder_that_cannot_be_made_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    done = Program(Settings(data=tmp_path / "file" / "data"))("cadres", "--json")
    assert (done.code, done.out) == (1, "")
    assert str(tmp_path / "file") in done.err
    assert "Traceback" not in done.err
