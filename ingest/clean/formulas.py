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
    (_EMPTY, "公式没有计算结果 (a formula without a result)"),
    (_ERROR, "公式的结果是错误值 (a formula with an error)"),
)
_PIECE: Final = 1 << 20
_OVERLAP: Final = 1 << 12
_REMEDY: Final = "请用 Excel 或 WPS 打开，改成数值后另存再导入。 (put the value there and save it)"
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
        reason = f"{cause}，这一格没有读到 (the cell was not read)；{_REMEDY}"
        yield FindingDraft(place, "", "no-cell-value", "warning", reason)
    if more := sum(1 for _ in found):
        reason = f"还有 {more} 格也是没有结果的公式或错误值，没有读到 ({more} more cells are such)；{_REMEDY}"
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
