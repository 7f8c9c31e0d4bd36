"""Punishments that a piece of a sentence tells, and what lifts them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from graph.model.codes import Code, code_list
from ingest.forms.dated import DATE, Piece, honour_words, read_or_none

_BY: Final = re.compile(r"(?:经|由|被)(?P<authority>[^，,。；]+?)(?:批准|决定|研究决定|给予|通报)")
_CAUSE: Final = re.compile(r"因(?P<cause>[^，,。；]+?)(?=被|受|给予|[，,。；]|$)")
_GIVEN: Final = re.compile("受|给予")


def find_punishment(text: str) -> Code | None:
    """The punishment a text names, the longest name that fits; None where it names none."""
    found = _names().search(text)
    return code_list("punishment_name").get(found.group()) if found else None


def punishments(piece: Piece) -> list[dict[str, Any]]:
    """The values of every punishment of the piece: `党内严重警告、政务记大过` are two."""
    if not any(word in piece.text for word in honour_words("punished")):
        return []
    told = {
        "date": piece.dates[0] if piece.dates else None,
        "authority": found["authority"].strip() if (found := _BY.search(piece.rest)) else None,
        "cause": cause["cause"] if (cause := _CAUSE.search(piece.text)) else None,
        "lifted_on": read_or_none(lifted["date"]) if (lifted := _lifted_within().search(piece.text, 8)) else None,
    }
    names = {found.group(): None for found in _names().finditer(piece.text)}
    codes = {code.name: code for name in names if (code := code_list("punishment_name").get(name))}
    return [
        {name: value for name, value in told.items() if value is not None} | {"name": code.name, "track": code.group}
        for code in codes.values()
    ]


def is_lifting(piece: Piece) -> bool:
    """Whether it tells only that a punishment told before was lifted: `2021年10月解除处分`, `恢复党员权利`."""
    return any(word in piece.text for word in honour_words("lifted")) and not _GIVEN.search(piece.text)


def lift(piece: Piece, told: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Punishments told before, with the date on which they were lifted: the one that is named, else all of them.

    What was given for a time (留党察看一年) is lifted by its bare name.
    """
    named = find_punishment(piece.text)
    date = piece.dates[0] if piece.dates else None
    return [
        dict(each) | ({"lifted_on": date} if date and (named is None or each["name"].startswith(named.name)) else {})
        for each in told
    ]


@cache
def _names() -> re.Pattern[str]:
    return re.compile(code_list("punishment_name").any_spelling)


@cache
def _lifted_within() -> re.Pattern[str]:
    """A lifting in brackets behind the punishment: `（2022年12月影响期满）`."""
    return re.compile(rf"[（(](?P<date>{DATE})[^（()）]{{0,12}}?(?:{'|'.join(honour_words('lifted'))})")
