"""Names of files from elsewhere, made fit to be names of files here."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 200
# control and bidirectional marks, which would make one name look like another, and what no file system takes
_UNFIT: Final = re.compile('[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff<>:"|?*\ud800-\udfff]')


def fit_name(name: str) -> str:
    """A file name as people know it, without folders, unfit marks and excessive length; the ending stays."""
    last = re.split(r"[/\\]", name)[-1]
    clean = _UNFIT.sub("", last).strip(" .") or "file"
    stem, dot, ending = clean.rpartition(".")
    room = _LONGEST - len((dot + ending).encode())
    if not dot or room < 1:
        return _shorten(clean, _LONGEST)
    return _shorten(stem, room) + dot + ending


def _shorten(text: str, most: int) -> str:
    return text.encode()[:most].decode(errors="ignore")
