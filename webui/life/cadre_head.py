"""The head of a cadre's page: the lines of the trajectory's head, each with what is to be known about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from analysis.career.head_lines import head_lines
from analysis.career.model import Career, Head
from analysis.career.phrases import say as career_say
from webui.frame.language import language, say

_PROPERTIES: Final = {
    "born": "birth_month",
    "native_place": "native_place",
    "party": "party_join",
    "work_start": "work_start",
    "level": "level",
    "grade": "grade",
    "entry_source": "entry_source",
}
"""Which property of the head a line shows, for those that can be derived or disputed."""


@dataclass(frozen=True)
class HeadFact:
    """One line of the head; `mark` says that it was derived or that sources differ, `wide` that it is long."""

    title: str
    text: str
    mark: str | None = None
    wide: bool = False


def head_facts(career: Career) -> tuple[HeadFact, ...]:
    """The lines of the head, short ones first; the posts stand beside the name instead."""
    marks = {_title(line): _mark(career.head, name) for line, name in _PROPERTIES.items()}
    wide = {_title("full_time"), _title("in_service")}
    facts = (HeadFact(title, text, marks.get(title), title in wide) for title, text in head_lines(career, language()))
    return tuple(sorted((fact for fact in facts if fact.title != _title("posts")), key=lambda fact: fact.wide))


def _title(line: str) -> str:
    return career_say(f"head.{line}", language())


def _mark(head: Head, name: str) -> str | None:
    return say("mark_disputed") if name in head.disputed else say("mark_derived") if name in head.derived else None
