"""The column that numbers the people of a table, where its heading is none that is known: by what it is and holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from ingest.clean.id_number import holds_id_number
from ingest.mapping.headings import spelled
from ingest.mapping.sampling import Sample
from ingest.mapping.words import data

_FEWEST: Final = 3
_A_NUMBER: Final = re.compile(r"(?=.*\d)[\w./-]{1,20}")
_APART: Final = re.compile(r"[\W_]+")


def number_of_people(sample: Sample, used: Collection[str]) -> str | None:
    """The first column that is called a number of some kind and has another in each row; lines that are counted not."""
    for column, texts in sample.columns.items():
        if column not in used and _is_called_a_number(column) and _numbers_rows(sample, column, texts):
            return column
    return None


def _is_called_a_number(heading: str) -> bool:
    """Whether a heading says that a number stands there which is somebody's own, and not that of a telephone."""
    words = data("aliases")["words"]
    whole = spelled(heading)
    if any(word in whole for word in map(spelled, words["other_numbers"])):
        return False
    parts = {spelled(part) for part in _APART.split(heading)}
    return not parts.isdisjoint(map(spelled, words["numbers"])) or whole.endswith(tuple(words["numbers_end"]))


def _numbers_rows(sample: Sample, column: str, texts: Sequence[str]) -> bool:
    every = sample.count >= _FEWEST and sample.filled.get(column) == len(set(texts)) == sample.count
    if not every or not all(_A_NUMBER.fullmatch(text) and not holds_id_number(text) for text in texts):
        return False
    counted = range(1, len(texts) + 1)
    return [text.lstrip("0") for text in texts] != [str(number) for number in counted]
