"""The unencrypted exchange package of the civil-servant system (通用格式 .zip; layout: domain.md 1b)."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import quoteattr

Row = Mapping[str, str]
_HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>\n'
_MOMENT: Final = (2024, 1, 1, 0, 0, 0)
"""Of every part, so that the same rows give the same bytes."""


def write_exchange_zip(
    path: Path, tables: Mapping[str, Sequence[Row]], index: Row, *, photos: Mapping[str, bytes] | None = None
) -> None:
    """Write a package: `tables` are rows of attributes by code (A01 …), `index` what `gwyinfo.xml` tells (B0101 …)."""
    nodes = {"type": "23", "psncount": str(len(tables.get("A01", ()))), **index}
    told = "".join(f"<node{_attributes({'name': name, 'value': text})}/>" for name, text in nodes.items())
    named = "".join(f"<tablelist{_attributes({'name': code})}/>" for code in tables)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        _add(packed, "gwyinfo.xml", f"{_HEAD}<root>{told}<tablelist>{named}</tablelist></root>".encode())
        for code, rows in tables.items():
            lines = "\n".join(f"<row{_attributes(row)}/>" for row in rows)
            _add(packed, f"Table/{code}.xml", f"{_HEAD}<xml><data>\n{lines}\n</data></xml>".encode())
        for name, content in (photos or {}).items():
            _add(packed, f"Photos/{name}", content)


def _add(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    packed.writestr(zipfile.ZipInfo(name, _MOMENT), content, zipfile.ZIP_DEFLATED)


def _attributes(row: Row) -> str:
    return "".join(f" {name}={quoteattr(text, {chr(10): '&#10;', chr(13): '&#13;'})}" for name, text in row.items())
