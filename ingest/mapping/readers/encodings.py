"""Which encoding a text file has: its mark, UTF-8 where the whole file is, else the likeliest of a few."""

from __future__ import annotations

import codecs
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from charset_normalizer import from_bytes

from graph.model.words import Both, listed
from ingest.errors import SourceError
from ingest.mapping.messages import tell
from ingest.mapping.readers.alphabets import (
    Likely,
    east_asian_encodings,
    has_latin_words,
    has_signs_only,
    is_inside_latin_words,
    latin_encodings,
    other_encodings,
)

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
    "cp932": "Shift-JIS (CP932)",
    "euc_jp": "EUC-JP",
}
_FULL: Final = 0.6
_NEAR_SHARE: Final = 0.15
_NEAR_MEAN: Final = 0.1
"""By so little one encoding fits better than another where the better one is a guess only."""
_FEW: Final = 8
"""Fewer bytes beyond ASCII tell nothing for sure."""
_SAMPLE: Final = 1 << 18
_PIECE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Encoding:
    """The encoding of a file, and those that it may as well be; `sure` where the bytes leave no doubt."""

    name: str
    sure: bool = True
    others: tuple[str, ...] = ()

    @property
    def settings(self) -> dict[str, str]:
        """What `[read]` should state of it, once a person has looked: nothing where it is sure."""
        return {} if self.sure else {"encoding": self.name}

    @property
    def doubt(self) -> Both | None:
        """What to tell where the encoding is a guess; None where it is none."""
        if self.sure:
            return None
        return tell("encoding-guessed", encoding=self.name, others=listed(self.others))


def encoding_of(path: Path, said: str | None, wanted: Collection[str] = ()) -> Encoding:
    """The encoding a mapping says, checked to be one, else the one found; raises SourceError where none fits.

    `wanted` are the columns that the mapping names: they decide where the bytes leave it open.
    """
    if said:
        try:
            return Encoding(codecs.lookup(said).name)
        except LookupError:
            raise SourceError(tell("no-such-encoding", encoding=said)) from None
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return Encoding(name)
    if b"\x00" in sample:
        return Encoding(_without_mark(sample))
    if _decodes(path, "utf-8"):
        return Encoding("utf-8")
    return _with_columns(path, sample, _likeliest(path, sample), wanted)


def _with_columns(path: Path, sample: bytes, found: Encoding, wanted: Collection[str]) -> Encoding:
    """The encoding in which most of the columns of the mapping are in the file; the one found where none is better."""
    telling = [each for each in wanted if not each.isascii()]
    if not telling:
        return found
    names = dict.fromkeys((found.name, *found.others, *_CANDIDATES))

    def met(name: str) -> int:
        text = sample.decode(name, "ignore")
        return sum(each in text for each in telling)

    best = max(names, key=met)  # the first of those that are equal
    return found if met(best) == met(found.name) or not _decodes(path, best) else Encoding(best)


def shown(encoding: str) -> str:
    """How the report names an encoding."""
    return _SHOWN.get(encoding, encoding.upper().replace("_", "-"))


def _without_mark(sample: bytes) -> str:
    """UTF-16 without a mark: in text with any ASCII one half of the bytes has the zeros."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even == odd:
        raise SourceError(tell("not-text", tried="UTF-8, UTF-16"))
    return "utf-16-be" if even > odd else "utf-16-le"


def _likeliest(path: Path, sample: bytes) -> Encoding:
    """What the characters tell of East Asia, Latin and other alphabets; else the choice of the library, as a guess."""
    east, latin = east_asian_encodings(sample), latin_encodings(sample)
    if latin and east and (east[0][1] < _FULL or is_inside_latin_words(sample, east[0][0])):
        east = []  # two letters of a word in Latin letters may by chance be a common character
    others = other_encodings(sample)
    in_latin = has_latin_words(sample) or has_signs_only(sample)
    if not east and not latin and in_latin and _decodes(path, "cp1252"):
        return Encoding("cp1252", sure=False, others=tuple(name for name, _ in others[:2]))
    for told, near in ((east, _NEAR_SHARE), (latin, 0.0), (others, _NEAR_MEAN)):
        likely = [each for each in told if _decodes(path, each[0])]
        if likely:
            return _of_likely(likely, sample, near)
    matches = from_bytes(sample, cp_isolation=_CANDIDATES)
    ranked = sorted(matches, key=lambda each: (each.chaos, -each.coherence, _CANDIDATES.index(each.encoding)))
    names = [name for name in (*(each.encoding for each in ranked), "latin_1") if _decodes(path, name)]
    if not names:
        raise SourceError(tell("not-text", tried=", ".join(map(shown, ("utf-8", *_CANDIDATES)))))
    return Encoding(names[0], sure=False, others=tuple(dict.fromkeys(each for each in names[1:3] if each != names[0])))


def _of_likely(likely: Likely, sample: bytes, near: float) -> Encoding:
    """The best of them; not sure where another fits nearly as well and reads the text otherwise."""
    (best, share), *rest = likely
    text = sample.decode(best, "replace")
    others = [name for name, other in rest if share - other <= near and sample.decode(name, "replace") != text]
    few = near > 0 and sum(byte >= 0x80 for byte in sample) < _FEW
    return Encoding(best, sure=not others and not few, others=tuple(others))


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
