"""Cells of which a workbook keeps no value: a formula never computed, or one whose result is an error.

Programs that only write (a script, an export) leave formulas without results; the reader sees such a cell as empty, so
that without a word its content would be lost. Only .xlsx and .xlsm are looked into.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import islice
from pathlib import Path
from typing import Final

from graph.errors import Place
from graph.model.words import sayings
from ingest.drafts import FindingDraft

_SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_NAME: Final = re.compile(rb"""\bname=["']([^"']*)["']""")
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ID: Final = re.compile(rb"""\bId=["']([^"']*)["']""")
_RELATION_ID: Final = re.compile(rb"""\br:id=["']([^"']*)["']""")
_TARGET: Final = re.compile(rb"""\bTarget=["']([^"']*)["']""")
_EMPTY: Final = re.compile(
    rb"""<c\b[^>]*?\br=["']([A-Z]+)(\d+)["'][^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"""
)
_ERROR: Final = re.compile(rb"""<c\b(?=[^>]*\bt=["']e["'])[^>]*?\br=["']([A-Z]+)(\d+)["'][^>]*>""")
_CAUSES: Final = (
    (_EMPTY, "no-result"),
    (_ERROR, "error-result"),
)
_PIECE: Final = 1 << 20
_OVERLAP: Final = 1 << 12
_say: Final = sayings("ingest.clean")
_SHOWN: Final = 20
"""Findings a sheet; the rest is counted."""


def unread_cells(path: Path, sheets: Iterable[str]) -> Iterator[FindingDraft]:
    """A finding for each cell of these sheets whose content is lost, at most twenty a sheet."""
    wanted = set(sheets)
    try:
        with zipfile.ZipFile(path) as packed:
            for name, part in _parts(packed):
                if name in wanted:
                    yield from _of_sheet(packed, name, part)
    except (zipfile.BadZipFile, KeyError, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        return


def _parts(packed: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The sheets' names and the parts of the package they stand in."""
    relations = packed.read("xl/_rels/workbook.xml.rels")
    targets = {_first(_ID, each): _first(_TARGET, each) for each in _RELATION.findall(relations)}
    for each in _SHEET.findall(packed.read("xl/workbook.xml")):
        target = targets.get(_first(_RELATION_ID, each), "").lstrip("/")
        if target:
            yield unescape(_first(_NAME, each)), target if target.startswith("xl/") else f"xl/{target}"


def _first(pattern: re.Pattern[bytes], text: bytes) -> str:
    found = pattern.search(text)
    return found[1].decode("utf-8", "replace") if found else ""


def _of_sheet(packed: zipfile.ZipFile, sheet: str, part: str) -> Iterator[FindingDraft]:
    found = _cells(packed, part)
    for column, row, cause in islice(found, _SHOWN):
        place = Place(sheet=sheet, row=row, column=column)
        yield FindingDraft(place, "", "no-cell-value", "warning", _say(cause) + _say("write-values"))
    if more := sum(1 for _ in found):
        reason = _say("more-cells", count=more) + _say("write-values")
        yield FindingDraft(Place(sheet=sheet), "", "no-cell-value", "warning", reason)


def _cells(packed: zipfile.ZipFile, part: str) -> Iterator[tuple[str, int, str]]:
    seen: set[tuple[str, int]] = set()
    for piece in _pieces(packed, part):
        for pattern, cause in _CAUSES:
            for column, row in pattern.findall(piece) if b"<f" in piece or b'="e"' in piece else ():
                cell = (column.decode(), int(row))
                if cell not in seen:
                    seen.add(cell)
                    yield *cell, cause


def _pieces(packed: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    with packed.open(part) as file:
        tail = b""
        while raw := file.read(_PIECE):
            yield tail + raw
            tail = (tail + raw)[-_OVERLAP:]
