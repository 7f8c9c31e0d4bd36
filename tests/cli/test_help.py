"""Help and what is said of wrong use stand in one language, the reader's, and whole in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from cli.helping import Command, Context, Group, help_key, help_texts
from cli.main import build
from graph.model.data_files import load_toml
from graph.settings import Settings
from tests.cli.program import Program

HAN = re.compile("[一-鿿]")


def commands() -> Iterator[tuple[str, Command | Group, Context]]:
    """Each command by its path, with a context to ask it in."""
    root = get_command(build())
    assert isinstance(root, Group)
    waiting: list[tuple[str, Command | Group, Context]] = [
        ("zhishi", root, root.make_context("zhishi", ["doctor"], resilient_parsing=True))
    ]
    while waiting:
        path, command, ctx = waiting.pop()
        yield path, command, ctx
        if isinstance(command, TyperGroup):
            below = [(name, command.get_command(ctx, name)) for name in command.list_commands(ctx)]
            waiting += [(f"{path} {name}", each, ctx) for name, each in below if isinstance(each, Command | Group)]


def asked() -> set[str]:
    """The keys of all that help says."""
    found = set()
    for path, command, ctx in commands():
        found.add(help_key(path))
        found |= {help_key(path, str(each.name)) for each in command.get_params(ctx)}
    return found


def test_every_command_and_all_it_takes_has_its_text_and_no_text_is_left_over() -> None:
    assert asked() == set(help_texts())


def test_texts_are_whole_in_both_languages() -> None:
    for key, text in load_toml("cli", "help.toml").items():
        assert HAN.search(text["zh"]), key
        assert text["zh"].endswith("。"), key
        assert not HAN.search(text["en"]), key
        assert text["en"].endswith("."), key


@pytest.mark.parametrize(
    "line", [["--help"], ["query", "--help"], ["query", "run", "--help"], ["who", "decide", "--help"]]
)
def test_help_is_in_one_language(tmp_path: Path, line: list[str]) -> None:
    chinese = Program(Settings(data=tmp_path)).inside(*line)
    english = Program(Settings(data=tmp_path), {"ZHISHI_LANG": "en"}).inside(*line)
    assert (chinese.code, english.code) == (0, 0)
    assert chinese.out.startswith("用法：zhishi")
    assert english.out.startswith("Usage: zhishi")
    assert not HAN.search(english.out)
    assert not re.search(
        r"[a-z] [a-z]+ [a-z]", chinese.out.replace("zhishi query run", "").replace("zhishi who decide", "")
    )


MISUSE = [
    ([], "没有写命令。"),
    (["nosuch"], "没有命令 'nosuch'。"),
    (["query", "rnu"], "没有命令 'rnu'。是否指 'run'？"),
    (["query", "run"], "缺少参数 'NAME'。"),
    (["query", "list", "--foo"], "没有选项 --foo。"),
    (["career", "a", "b"], "多写了参数 b。"),
    (["serve", "--port", "http"], "'--port' 的值不对：请写整数"),
    (["serve", "--port", "99999"], "'--port' 的值不对：不能大于 65535"),
    (["query", "run", "x", "--limit", "0"], "'--limit' 的值不对：不能小于 1"),
    (["demo", "--cadres"], "选项 '--cadres' 需要一个值。"),
    (["cadres", "--json=3"], "选项 '--json' 不带值。"),
]


@pytest.mark.parametrize(("line", "told"), MISUSE, ids=lambda each: " ".join(each) if isinstance(each, list) else "")
def test_wrong_use_is_told_in_one_language(tmp_path: Path, line: list[str], told: str) -> None:
    chinese = Program(Settings(data=tmp_path)).inside(*line)
    english = Program(Settings(data=tmp_path), {"ZHISHI_LANG": "en"}).inside(*line)
    assert (chinese.code, chinese.out, english.code, english.out) == (2, "", 2, "")
    assert chinese.err.splitlines()[0] == told
    assert english.err
    assert not HAN.search(english.err)
