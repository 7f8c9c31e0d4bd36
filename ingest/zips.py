"""Zip archives opened with distrust: bombs, paths that lead out, and names in whatever encoding they were written."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Final

from graph.errors import Place
from graph.model.words import Both, sayings
from ingest.errors import SourceError
from ingest.limits import limits

DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
"""What reading a damaged archive, or one packed in a way Python does not know, may raise."""

_say: Final = sayings("ingest")
_UTF8_NAME: Final = 0x800
_LOCKED: Final = 0x1
_UNICODE_PATH: Final = 0x7075
_DRIVE: Final = re.compile(r"^[A-Za-z]:")


def is_zip(head: bytes) -> bool:
    """Whether a file begins as a zip does, the empty one included."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def refuse_harm(path: Path, packed: zipfile.ZipFile, kind: str) -> None:
    """Raise SourceError for a bomb or a path that leads out; `kind` is the table of limits that holds."""
    parts, most = packed.infolist(), limits()[kind]
    unpacked = sum(part.file_size for part in parts)
    swollen = unpacked > most["ratio_from"] and unpacked / max(1, path.stat().st_size) > most["ratio"]
    if unpacked > most["unpacked"] or swollen:
        raise _refuse(path, _say("zip-bomb", size=f"{unpacked / 1e6:,.0f}"))
    if len(parts) > most["parts"]:
        raise _refuse(path, _say("zip-of-too-many", count=f"{len(parts):,}", most=f"{most['parts']:,}"))
    if any(leads_out(part.filename) for part in parts):
        raise _refuse(path, _say("zip-leads-out"))


def leads_out(name: str) -> bool:
    """Whether a path in an archive would end up outside of the folder it is unpacked into."""
    path = PurePosixPath(plain(name))
    return path.is_absolute() or ".." in path.parts or bool(_DRIVE.match(name))


def plain(name: str) -> str:
    """A path in an archive with the separators of the standard, which old Windows tools do not write."""
    return name.replace("\\", "/")


def is_locked(part: zipfile.ZipInfo) -> bool:
    """Whether a password locks the part."""
    return bool(part.flag_bits & _LOCKED)


def real_name(part: zipfile.ZipInfo) -> str:
    """The path of a part as its writer meant it: UTF-8 where marked or where the bytes are, else GBK, else as read."""
    if part.flag_bits & _UTF8_NAME:
        return part.filename
    if name := _unicode_path(part.extra):
        return name
    try:
        raw = part.filename.encode("cp437")
    except UnicodeEncodeError:
        return part.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return part.filename


def _unicode_path(extra: bytes) -> str | None:
    """The name that some packers put beside the one in the system's own encoding."""
    while len(extra) >= 4:
        tag, size = struct.unpack_from("<HH", extra)
        if tag == _UNICODE_PATH and size > 5:
            return extra[9 : 4 + size].decode("utf-8", "replace")
        extra = extra[4 + size :]
    return None


def _refuse(path: Path, message: Both) -> SourceError:
    return SourceError(message, hint=_say("zip-distrusted"), place=Place(file=path.name))
