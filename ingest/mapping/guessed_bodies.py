"""Bodies whose own name is not enough: several have it, or it is that of a department under a title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ingest.mapping.guessed_values import are_addresses
from ingest.mapping.headings import spelled
from ingest.mapping.references import without_number
from ingest.mapping.words import are_bodies

_NUMBERS: Final = ("id", "uid", "uuid", "code", "ref", "no", "identifier")


def is_under_titles(units: Sequence[str], titles: Sequence[str]) -> bool:
    """Whether units are departments of the bodies that titles between the rows name: they do not name these again."""
    return bool(units) and are_bodies(titles) and not any(text.startswith(tuple(titles)) for text in units)


def what_tells_apart(column: str, columns: Mapping[str, Sequence[str]]) -> str | None:
    """The column that tells bodies of one name apart, best in words (a region), else by their numbers.

    None where no number beside the name says that there are such: more numbers than names.
    """
    names = set(columns.get(column, ()))
    numbers = [each for each in _numbers_of(column, columns) if len(set(columns[each])) > len(names)]
    if not names or not numbers:
        return None
    beside = column.rpartition(".")[0]
    inside = [each for each in columns if beside and each.startswith(f"{beside}.") and _tells(columns[each])]
    return next((each for each in inside if each not in (column, *numbers)), numbers[0])


def _numbers_of(column: str, columns: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The columns that number what a column names: beside it in its object, or called after it."""
    beside, _, own = column.rpartition(".")
    for each, texts in columns.items():
        inside, _, last = each.rpartition(".")
        if inside != beside or each == column or are_addresses(texts):
            continue
        if (beside and spelled(last) in _NUMBERS) or without_number(spelled(last)) == spelled(own):
            yield each


def _tells(texts: Sequence[str]) -> bool:
    """Whether a column has words, and not the same for all."""
    return len(set(texts)) > 1 and any(char.isalpha() for text in texts for char in text)
