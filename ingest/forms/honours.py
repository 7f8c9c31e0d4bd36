"""奖惩情况: a running text, read sentence by sentence; what cannot be read is said, not guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from ingest.forms.awards import awards
from ingest.forms.dated import Piece, honour_words, pieces
from ingest.forms.punishments import is_lifting, lift, punishments
from ingest.forms.sentences import sentences


@dataclass(frozen=True, slots=True)
class Honour:
    """One award or punishment told in a text: the record type, its values, and the words that tell it."""

    type: str
    values: Mapping[str, Any]
    quote: str


def read_honours(text: str) -> tuple[list[Honour], list[str]]:
    """The awards and punishments of 奖惩情况, and the parts of sentences that are neither.

    A sentence may tell of several, each with its date: `2018年获嘉奖，2019年记三等功`; one told with several dates is
    as many awards.
    """
    found: list[Honour] = []
    unread: list[str] = []
    ends = tuple(honour_words("award_words"))
    for sentence in sentences(text):
        for piece in pieces(sentence, ends):
            _take(piece, found, unread)
    return found, unread


def _take(piece: Piece, found: list[Honour], unread: list[str]) -> None:
    standing = _standing(found)
    if standing and is_lifting(piece):
        lifted = lift(piece, [each.values for each in standing])
        found[-len(standing) :] = [replace(each, values=values) for each, values in zip(standing, lifted, strict=True)]
    elif punished := punishments(piece):
        found += [Honour("Punishment", values, piece.text) for values in punished]
    else:
        awarded, rest = awards(piece)
        found += [Honour("Award", values, piece.text) for values in awarded]
        unread += rest if awarded else [piece.text]


def _standing(found: list[Honour]) -> list[Honour]:
    """The punishments told last, of one date, which what follows may lift."""
    last = found[-1] if found else None
    if last is None or last.type != "Punishment":
        return []
    date = last.values.get("date")
    same = takewhile(lambda each: each.type == "Punishment" and each.values.get("date") == date, reversed(found))
    return list(same)[::-1]
