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
        raise SourceError(tell("disguised", what=_told(found), remedy=_told(found, "remedy_")))


def disguise(head: bytes) -> Both | None:
    """What a file is by its first bytes: a PDF, a Word document, a picture …; None where they tell of none of these."""
    found = _of(data("disguises")["kind"], head.decode("latin-1"))
    return None if found is None else _told(found)


def _told(kind: Mapping[str, Any], name: str = "") -> Both:
    return Both(kind[f"{name}zh"], kind[f"{name}en"])


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
