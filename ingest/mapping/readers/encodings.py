"""Which encoding a text file has: its mark, UTF-8 where the whole file is, else the likeliest of a few."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Final

from charset_normalizer import from_bytes

from ingest.errors import SourceError
from ingest.mapping.messages import say
from ingest.mapping.readers.alphabets import is_chinese, is_plausible, latin_encoding

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES: Final = [
    "gb18030", "big5", "cp1252", "latin_1", "cp1251", "cp1250", "shift_jis", "euc_jp", "euc_kr", "cp1253", "cp1254",
    "cp1255", "cp1256", "koi8_r", "cp874",
]  # fmt: skip
_SHOWN: Final = {
    "utf-8-sig": "UTF-8 (BOM)",
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "gb18030": "GB18030 (GBK)",
    "cp1252": "Windows-1252 (Latin-1)",
    "latin_1": "ISO-8859-1 (Latin-1)",
    "iso8859_2": "ISO-8859-2 (Latin-2)",
}
_SAMPLE: Final = 1 << 18
_PIECE: Final = 1 << 20


def encoding_of(path: Path, said: str | None) -> str:
    """The encoding a mapping says, checked to be one, else the one found; raises SourceError where none fits."""
    if said:
        try:
            return codecs.lookup(said).name
        except LookupError:
            raise SourceError(say("no-such-encoding", encoding=said)) from None
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    if b"\x00" in sample:
        return _without_mark(sample)
    if _decodes(path, "utf-8"):
        return "utf-8"
    return _likeliest(path, sample)


def shown(encoding: str) -> str:
    """How the report names an encoding."""
    return _SHOWN.get(encoding, encoding.upper().replace("_", "-"))


def _without_mark(sample: bytes) -> str:
    """UTF-16 without a mark: in text with any ASCII one half of the bytes has the zeros."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even == odd:
        raise SourceError(say("not-text"))
    return "utf-16-be" if even > odd else "utf-16-le"


def _likeliest(path: Path, sample: bytes) -> str:
    """What the letters tell of Chinese and of Latin alphabets, which the library cannot tell apart; else its choice."""
    told = "gb18030" if is_chinese(sample) else latin_encoding(sample)
    matches = [each for each in from_bytes(sample, cp_isolation=_CANDIDATES) if is_plausible(str(each), each.encoding)]
    ranked = sorted(matches, key=lambda each: (each.chaos, -each.coherence, _CANDIDATES.index(each.encoding)))
    for name in (*([told] if told else []), *(each.encoding for each in ranked), "latin_1"):
        if _decodes(path, name):
            return name
    raise SourceError(say("not-text"))


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
