"""Why a file that no importer recognises cannot be read, and what to do instead (`refusals.toml`)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from graph.errors import Place
from graph.model.data_files import load_toml
from graph.model.words import Both, sayings
from ingest.clean.workbooks import is_workbook, open_workbook
from ingest.errors import SourceError

_say: Final = sayings("ingest")


def refusal(path: Path, head: bytes, formats: Sequence[Both]) -> SourceError:
    """The error that names what the file is, or lists the `formats` that can be read."""
    if not head:
        return _refuse(path, _say("empty-file"), _say("export-again"))
    named = Both("；".join(each.zh for each in formats), "; ".join(each.en for each in formats))
    readable = _say("readable", formats=named)
    ending = path.suffix.lower()
    for kind in load_toml("ingest", "refusals.toml")["kind"]:
        if ending in kind["endings"]:
            message = _say("no-format-of-ours", ending=path.suffix, what=Both(**kind["what"]))
            return _refuse(path, message, Both(**kind["remedy"]) + readable)
    if is_workbook(path, head):
        return _workbook(path, readable)
    return _refuse(path, _say("unknown-format", name=path.suffix or path.name), readable)


def _workbook(path: Path, readable: Both) -> SourceError:
    """What is wrong with a workbook: it cannot be opened, or has none of the sheets that are known."""
    try:
        with open_workbook(path) as book:
            names = "、".join(book.sheet_names[:8])
    except SourceError as error:
        return error
    return _refuse(path, _say("no-known-sheet", names=names), _say("keep-sheet-names") + readable)


def _refuse(path: Path, message: Both, hint: Both) -> SourceError:
    return SourceError(message, hint=hint, place=Place(file=path.name))
