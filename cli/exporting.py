"""What the commands of `zhishi export` share: whom they are about, marking, file names, and the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from cli.common import language, say
from export.approval_form import Remark
from export.marking import Marking, refuse_to_overwrite, safe_name, unwritable, usual_marking
from graph.errors import InputError, UsageError
from graph.model.kept_form import title_of
from graph.model.schema import Access
from graph.model.words import sayings
from graph.settings import Settings
from graph.store.connection import Graph
from queries.selection import Chosen, choose

_say: Final = sayings("cli")

Cadres = Annotated[list[str] | None, typer.Argument(metavar="[CADRE …]")]
Unit = Annotated[str | None, typer.Option("--unit", metavar="UNIT")]
Listed = Annotated[str | None, typer.Option("--list", metavar="NAME")]
Output = Annotated[
    Path | None,
    typer.Option("--output", metavar="PATH"),
]
Words = Annotated[str | None, typer.Option("--marking", metavar="TEXT")]
IdNumbers = Annotated[
    Path | None,
    typer.Option("--id-numbers", metavar="FILE"),
]


def chosen_cadres(
    graph: Graph, chosen: Settings, cadres: list[str] | None, unit: str | None, listed: str | None
) -> Chosen:
    """Whom the export is about; raises UsageError where nobody was asked for, InputError where there is nobody."""
    if not cadres and not unit and not listed:
        raise UsageError(_say("cadres_not_named"), hint=_say("cadres_not_named_hint"))
    found = choose(graph, chosen.data, cadres or (), unit, listed)
    if not found.cadres:
        raise InputError(_say("nobody_to_export"), hint=_say("nobody_to_export_hint"))
    return found


def marked(day: str, source: str, words: str | None, access: Access) -> Marking:
    """The marking of an export: the user's words, else those of the access class."""
    return Marking(day, source, " ".join((words or "").split()) or usual_marking(access))


class Places:
    """Where files go: one file for one cadre, files in a folder for several; nothing is overwritten."""

    def __init__(self, output: Path | None, ending: str, *, several: bool) -> None:
        self._folder = output if output and (several or output.is_dir()) else None
        self._file = None if several or self._folder else output
        self._ending = ending
        self._several = several
        self._taken: set[str] = set()

    def of(self, name: str) -> Path:
        """The file for something of this name; the folder is made where it is not there."""
        if self._file:
            return refuse_to_overwrite(self._file)
        folder = self._folder or Path()
        folder.mkdir(parents=True, exist_ok=True)
        plain, number = safe_name(name), 1
        while (called := f"{plain}{f'_{number}' if number > 1 else ''}{self._ending}").casefold() in self._taken:
            number += 1
        self._taken.add(called.casefold())
        return refuse_to_overwrite(folder / called)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not be there yet, whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        refuse_to_overwrite(path)
        raise
    except OSError as error:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise unwritable(path, error) from error


def remarks_json(remarks: Iterable[Remark]) -> list[dict[str, str]]:
    """Losses or notes as `docs/cli.md` promises them."""
    return [
        {
            "element": each.element,
            "title": title_of(each.element),
            "code": each.code,
            "reason": str(each.reason),
            "reason_zh": each.reason.zh,
            "reason_en": each.reason.en,
        }
        for each in remarks
    ]


def tell(files: Sequence[Mapping[str, Any]]) -> None:
    """What was written, on stdout; what was lost or should be known, on stderr."""
    for each in files:
        typer.echo(each["file"])
        for kind, key in (("losses", "form_losses"), ("notes", "form_notes")):
            for remark in each.get(kind, ()):
                where = f"{remark['title']}: " if remark["element"] else ""
                told = say(key, name=each["name"])
                typer.echo(f"{told}{where}{remark[f'reason_{language()}']}", err=True)
