"""A column whose cells hold what people held one after another: `1999-2003 Foo, clerk; 2003- Bar, head`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ingest.mapping.guessed import Guess

_DAY: Final = r"(?:19|20)\d\d(?:[./年-]\d{1,2}(?!\d)(?:月|[./-]\d{1,2}(?!\d))?|年)?"
_BETWEEN: Final = r"\s*(?:[-–—~～至到]+|to|do|bis|à|al?|until|по)\s*"
_START: Final = rf"(?P<from>{_DAY}){_BETWEEN}(?P<to>{_DAY}|至今|今|present|now|heute|dnes)?"
_APART: Final = r"[;；\n]"
_BEHIND: Final = r"[\s,，:：]*(?P<title>[^;；\n]+)"
_IN_TWO: Final = r"[\s,，:：]*(?P<unit>[^,，;；\n]+)[,，]\s*(?P<title>[^;；\n]+)"
_STARTS: Final = re.compile(_START)
_SEVERAL: Final = 2
_MOST: Final = 0.8


def histories(columns: Mapping[str, Sequence[str]], used: frozenset[str]) -> Iterator[Guess]:
    """The posts in the first column that tells several of them in its cells, where no heading says what it is."""
    for name, texts in columns.items():
        if name in used or sum(len(_STARTS.findall(text)) >= _SEVERAL for text in texts) * 2 < max(len(texts), 1):
            continue
        parts = [part for text in texts for part in re.split(_APART, text) if part.strip()]
        fit = next((each for each in (_IN_TWO, _BEHIND) if _reads(_START + each, parts)), None)
        if fit is not None:
            units = {"unit_name": "unit"} if fit is _IN_TWO else {}
            yield _held(name, _START + fit, {**units, "title": "title", "start": "from", "end": "to"}, parts)
            return


def _reads(pattern: str, parts: Sequence[str]) -> bool:
    return sum(bool(re.search(pattern, part)) for part in parts) > len(parts) * _MOST


def _held(column: str, pattern: str, fields: dict[str, str], parts: Sequence[str]) -> Guess:
    found = [each for part in parts if (each := re.search(pattern, part))]
    texts = {name: [each[name].strip() for each in found if each[name]] for name in fields.values()}
    return Guess(
        "Tenure",
        fields,
        each_as=f"{{ column = {_basic(column)}, match = '{pattern}' }}",
        covers=frozenset({column}),
        alias="history",
        texts=texts,
    )


def _basic(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
