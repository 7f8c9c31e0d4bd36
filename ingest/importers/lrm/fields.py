"""The one record of a `.lrm` as the elements of a `.lrmx`."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from itertools import product, zip_longest
from pathlib import Path
from typing import Any, Final

from graph.errors import Place
from graph.model.data_files import load_toml
from graph.model.words import Both, sayings
from ingest.errors import SourceError
from ingest.importers.lrmx.elements import Elements
from ingest.limits import check_size, limits

_PARTED: Final = '","'
_LAST: Final = re.compile(r'"[\s,;\x00\x1a]*\Z')
_say: Final = sayings("ingest.importers.lrm")


def layout() -> Mapping[str, Any]:
    """The fields in their order, from `fields.toml`."""
    return load_toml(__package__, "fields.toml")


def read_fields(path: Path) -> Elements:
    """What the record says, by `.lrmx` element, with the picture beside it; raises SourceError for no such record."""
    check_size(path, "lrmx")
    fields = _split(path, _decode(path))
    named = list(zip(layout()["fields"], fields, strict=False))
    texts = {name: text for name, text in named if name and not name.startswith("*")}
    special = {name[1:]: text for name, text in named if name.startswith("*")}
    texts |= _parted(special.pop("degrees"), "") | _parted(special.pop("schools"), layout()["school"])
    if photo := _photo(path):
        texts["ZhaoPian"] = photo
    return Elements(texts, _family(special), (), "gbk")


def _decode(path: Path) -> str:
    content = path.read_bytes()
    encoding = "utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "gb18030"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refuse(path, _say("foreign-bytes", line=line)) from error


def _split(path: Path, text: str) -> list[str]:
    """The fields: texts hold real line breaks, so that a record is parted at `","` and not by lines."""
    start, end = text.lstrip(), _LAST.search(text)
    if not start.startswith('"') or end is None:
        raise _refuse(path, _say("not-whole"))
    fields = start[1 : len(start) - (len(text) - end.start())].split(_PARTED)
    if len(fields) < layout()["fewest"]:
        raise _refuse(path, _say("too-few", count=len(fields)))
    return fields


def _parted(text: str, ending: str) -> dict[str, str]:
    """`full-time#full-time@in-service#in-service`: level and degree of both modes."""
    parts = [part for mode in (*text.split("@"), "", "")[:2] for part in (*mode.split("#"), "", "")[:2]]
    return {f"{name}{ending}": part for name, part in zip(layout()["degrees"], parts, strict=True)}


def _family(columns: Mapping[str, str]) -> Sequence[Mapping[str, str]]:
    """The members: each column lists all of them, joined by `@` and padded."""
    split = {name: text.split("@") for name, text in columns.items()}
    rows = (dict(zip(split, cells, strict=True)) for cells in zip_longest(*split.values(), fillvalue=""))
    return [row for row in rows if any(cell.strip() for cell in row.values())]


def _photo(path: Path) -> str:
    """The JPEG of the same name as base64, which the form's reader checks; empty where there is none."""
    beside = next((each for each in pictures_of(path) if each.is_file()), None)
    if beside is None:
        return ""
    with beside.open("rb") as file:
        return base64.b64encode(file.read(limits()["bytes"]["photo"] + 1)).decode("ascii")


def pictures_of(path: Path) -> tuple[Path, ...]:
    """Where the picture of a form may lie, in whatever letters its ending is written."""
    return tuple(path.with_suffix(f".{''.join(letters)}") for letters in product("pP", "iI", "cC"))


def _refuse(path: Path, message: Both) -> SourceError:
    return SourceError(message, hint=_say("save-as-lrmx"), place=Place(file=path.name))
