"""Help of the command line and what is said of its wrong use, in the reader's language (`help.toml`, `misuse.toml`).

A command has no text of its own: `help.toml` says it by the command's path, and what it takes by path and name.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final, TypeAlias

import typer
from rich.table import Table
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from cli.common import console, said_in
from graph.model.data_files import load_toml
from graph.model.words import Words, load_words, sayings

Context: TypeAlias = Any
"""Typer brings a click of its own, whose context and errors have no public names."""
Parameter: TypeAlias = TyperArgument | TyperOption

_say: Final = sayings("cli")
_PROGRAM: Final = "zhishi"


class _InOneLanguage:
    """What a command and a group of commands say of themselves."""

    def get_help(self, ctx: Context) -> str:
        """How it is used, what it does, what it takes, which commands it has."""
        return help_of(ctx)

    def get_usage(self, ctx: Context) -> str:
        """The line that shows how it is used."""
        return usage_of(ctx)


class Command(_InOneLanguage, TyperCommand):
    """A command whose help is in one language."""


class Group(_InOneLanguage, TyperGroup):
    """A command with commands of its own, whose help is in one language."""


def help_texts() -> Words:
    """What `--help` says, by the path of a command and the name of what it takes."""
    return load_words("cli", "help.toml")


def help_key(path: str, name: str = "") -> str:
    """The key of what is said of a command, `query run`, or of what it takes, `query run.limit` or else `.limit`."""
    plain = path.removeprefix(_PROGRAM).strip() or _PROGRAM
    own = f"{plain}.{name}" if name else plain
    return own if not name or own in help_texts() else f".{name}"


def usage_of(ctx: Context) -> str:
    """`用法：zhishi query run [选项] NAME`."""
    command = ctx.command
    given = [_place(each) for each in command.get_params(ctx) if isinstance(each, TyperArgument)]
    below = [f"{_text('help_command')} …"] if isinstance(command, TyperGroup) else []
    return " ".join([f"{_text('help_usage')}{ctx.command_path}", f"[{_text('help_options')}]", *given, *below])


def help_of(ctx: Context) -> str:
    """The whole help of a command, as wide as the terminal."""
    command = ctx.command
    found = [each for each in command.get_params(ctx) if not getattr(each, "hidden", False)]
    given = [(_named(each), _about(each, ctx)) for each in found if isinstance(each, TyperArgument)]
    options = [(_named(each), _about(each, ctx)) for each in found if isinstance(each, TyperOption)]
    below = [(name, help_texts()(help_key(f"{ctx.command_path} {name}"), said_in())) for name in _below(ctx)]
    out = console()
    with out.capture() as shown:
        out.print(usage_of(ctx))
        out.print()
        out.print(help_texts()(help_key(ctx.command_path), said_in()))
        for heading, rows in (("help_arguments", given), ("help_options", options), ("help_commands", below)):
            if rows:
                out.print()
                out.print(_text(heading))
                out.print(_rows(rows))
    return "\n".join(line.rstrip() for line in shown.get().splitlines())


def told_of_misuse(error: Context) -> str:
    """What is wrong with a command line, how it is meant, and where to read more: three lines at most."""
    ctx = error.ctx
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error.format_message())
    lines = [_in_language(error.format_message())]
    if ctx is not None:
        lines += [ctx.command.get_usage(ctx), _say("misuse_hint", command=ctx.command_path).text(said_in())]
    return "\n".join(lines)


def is_misuse(error: BaseException) -> bool:
    """Whether a command line was used wrongly: click's `UsageError`, which Typer shows only as the base of another."""
    return isinstance(error, typer.BadParameter.__bases__[0])


def _in_language(message: str) -> str:
    """A message of the command line's library; in English as it is, in Chinese by the sentences of `misuse.toml`."""
    if said_in() == "en":
        return message
    for pattern, chinese in _sentences():
        if found := pattern.fullmatch(message):
            return chinese.format(**{name: _in_language(value) for name, value in found.groupdict().items()})
    return message


@cache
def _sentences() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each English sentence of the library as a pattern, and how it is said in Chinese."""
    return tuple(
        (re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(text["en"])), re.DOTALL), text["zh"])
        for text in load_toml("cli", "misuse.toml").values()
    )


def _below(ctx: Context) -> list[str]:
    return ctx.command.list_commands(ctx) if isinstance(ctx.command, TyperGroup) else []


def _named(each: Parameter) -> str:
    """`NAME`, `--limit NUMBER`, `--engine / --no-engine`."""
    if isinstance(each, TyperArgument):
        return _plain(each)
    names = " / ".join([", ".join(each.opts), *([", ".join(each.secondary_opts)] if each.secondary_opts else [])])
    return names if each.is_flag else f"{names} {each.metavar or _text('help_value')}"


def _plain(each: TyperArgument) -> str:
    return (each.metavar or str(each.name).upper()).strip("[]{}")


def _place(each: TyperArgument) -> str:
    """`NAME`, `[FILE]` where it may be left out, `PATH…` where there may be several."""
    name = _plain(each) if each.nargs == 1 else f"{_plain(each).removesuffix(' …')} …"
    return name if each.required else f"[{name}]"


def _about(each: Parameter, ctx: Context) -> str:
    """What it is, whether it must be given, and what holds otherwise."""
    told = help_texts()(help_key(ctx.command_path, str(each.name)), said_in())
    if each.required:
        return f"{told} {_text('help_required')}"
    default = each.get_default(ctx, call=False)
    plain = isinstance(default, str | int | float) and not isinstance(default, bool)
    return f"{told} {_say('help_default', default=default).text(said_in())}" if plain else told


def _rows(rows: list[tuple[str, str]]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column()
    for name, about in rows:
        table.add_row(f"  {name}", about)
    return table


def _text(key: str) -> str:
    return _say(key).text(said_in())
