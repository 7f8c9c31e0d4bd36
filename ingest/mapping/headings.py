"""Which field of the model a heading names, however it is written: the aliases, the model's own names, and paths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from graph.model.name_keys import plain_letters
from ingest.clean.tables import heading_key
from ingest.mapping.targets import targets
from ingest.mapping.words import data

KEY: Final = "@key"
"""The field of what is identified by a column; not to be taken for the column `@key`."""
NUMBERED: Final = ("id", "ids", "identifier", "identifiers")
"""Objects that hold the numbers of a person in several systems: `id.house`."""
_BRACKETED: Final = re.compile(r"\s*[(（\[][^)）\]]*[)）\]]\s*")
_OF: Final = r"(?:(?:of|de|du|del|do|da|des|der|dello)\b\s*)?(?:(?:the|la|le|el)\b\s*|l['’])?"
"""What may stand between a heading's own word and what it is of."""
_MARKS: Final = re.compile(r"[\s_\-./]+")
_RESULT: Final = ".value"
_LABEL: Final = "Label"


def spelled(heading: str) -> str:
    """A heading for comparing."""
    return _MARKS.sub("", plain_letters(heading_key(heading)))


@cache
def any_names() -> frozenset[str]:
    """Headings of the name of anything, as `spelled` gives them."""
    return frozenset(map(spelled, data("aliases")["words"]["any_name"]))


@cache
def spellings(label: str) -> Mapping[str, str]:
    """Field by the spellings of its heading; those of the aliases go first."""
    declared = targets()[label]
    found: dict[str, str] = {}
    for name, words in data("aliases").get(label, {}).items():
        for word in words:
            found.setdefault(spelled(word), name)
    for prop in declared.properties.values():
        for word in (prop.zh, prop.en, prop.name, *prop.codes):
            found.setdefault(spelled(word), prop.name)
    return found


def field_of(label: str, column: str) -> str | None:
    """The field of a record type that a column's heading names: the whole of it, or its last part."""
    known = spellings(label)
    parts = [part for part in re.split(r"[./]", column) if part != "#text"]  # as XML turned into JSON has it
    if not parts:
        return None
    if len(parts) > 1 and "/" not in column and spelled(parts[-1]) in any_names():
        return _named_inside(label, parts)
    if len(parts) > 1 and spelled(parts[-2]) in NUMBERED:
        return KEY if label == "Cadre" else None
    tries = [
        column,
        parts[-1].lstrip("@"),
        *([".".join(parts)] if "#text" in column else []),
        *(["".join(parts[-2:])] if len(parts) > 1 else []),
        *_without_frills(column, label),
        *([bare] if (bare := _BRACKETED.sub(" ", column).strip()) != column else []),
        *(_without_frills(bare, label) if bare != column else []),
        *(parts[:1] if _is_script(parts[-1]) else []),
    ]
    return next((known[text] for each in tries if (text := spelled(each)) in known), None)


def field_in(label: str, column: str, columns: Mapping[str, Sequence[str]]) -> str | None:
    """The same for the results of a query of linked data, where `x.value` is an address and `xLabel.value` its name."""
    variable = column.removesuffix(_RESULT)
    if variable == column:
        return field_of(label, column)
    if f"{variable}{_LABEL}{_RESULT}" in columns:
        name = field_of(label, variable)
        return KEY if label == "Cadre" and name == "name" else None
    return field_of(label, variable.removesuffix(_LABEL))


def _is_script(heading: str) -> bool:
    """Whether the second line of a head only tells how what the first line names is written: `氏名/漢字`."""
    return spelled(heading) in frozenset(map(spelled, data("aliases")["words"]["scripts"]))


def _without_frills(column: str, label: str) -> Iterator[str]:
    """A heading without what it says of whom it is: `Nom de l'élu`; without what only leads to it: `Code sexe`."""
    if label == "Cadre" and (found := _of_people().fullmatch(column)):
        yield found["what"]
    if found := _leading().fullmatch(column):
        yield found["what"]


@cache
def _of_people() -> re.Pattern[str]:
    words = "|".join(map(re.escape, data("aliases")["words"]["of_people"]))
    return re.compile(
        rf"(?P<what>.+?)\s+(?:of|de|du|del|do|da|des|der|dello)?\s*(?:the|la|l['’]|le|el)?\s*(?:{words})", re.IGNORECASE
    )


@cache
def _leading() -> re.Pattern[str]:
    words = "|".join(map(re.escape, data("aliases")["words"]["leading"]))
    return re.compile(rf"(?:{words})\s+{_OF}(?P<what>.+)", re.IGNORECASE)


def _named_inside(label: str, parts: Sequence[str]) -> str | None:
    """The field that the name of an object inside the row is for: `party.name` is not the name of the person."""
    holders = data("aliases")["holders"]
    holder, known = spelled(parts[-2]), spellings(label)
    if holder in holders["any"] or (label == "Cadre" and holder in holders["person"]):
        return known.get(spelled(parts[-1]))
    named = known.get(spelled("".join(parts[-2:]))) or known.get(holder)
    return None if label == "Cadre" and named in ("name", KEY) else named
