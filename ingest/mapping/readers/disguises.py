"""Files that are something else than their names say: a web page or a PDF that is called .csv."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.model.words import Both
from ingest.errors import SourceError
from ingest.mapping.messages import tell
from ingest.mapping.words import data


def refuse_disguised(head: bytes, *, workbook: bool) -> None:
    """Raise SourceError, with what it is and the remedy, for a file that is no table by its first bytes.

    Where a `workbook` is expected only text is looked at: workbooks are zips, or files of an older Office.
    """
    kinds = data("disguises")
    found = None if workbook else _of(kinds["kind"], head.decode("latin-1"))
    found = found or _of(kinds["markup"], _text(head).lstrip("\ufeff \t\r\n").lower())
    if found is not None:
        what, remedy = (Both(found[f"{name}zh"], found[f"{name}en"]) for name in ("", "remedy_"))
        raise SourceError(tell("disguised", what=what, remedy=remedy))


def _of(kinds: Iterable[Mapping[str, Any]], head: str) -> Mapping[str, Any] | None:
    for kind in kinds:
        inside = kind.get("inside", [""])
        if head.startswith(tuple(kind["begins"])) and any(each in head for each in inside):
            return kind
    return None


def _text(head: bytes) -> str:
    """The beginning of a file as text in which marks and letters of ASCII are right, whatever the encoding."""
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return head.decode("utf-16" if wide else "utf-8", "replace")
