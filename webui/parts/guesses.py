"""What somebody may have meant who typed a question: whom or what it names, and the saved queries that answer such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from queries.catalogue import catalogue
from queries.file import QueryFile
from queries.fulltext import search_kind, words_in
from queries.runner import run_view
from webui.frame.language import language
from webui.frame.urls import Urls
from webui.held.services import services
from webui.parts.names import kind_name
from webui.parts.things import thing_page

_THINGS: Final = 4
_QUERIES: Final = 6
_TYPES: Final = {"Cadre": "cadre", "Unit": "unit"}


@dataclass(frozen=True)
class Guess:
    """One thing or query: what it is called, its kind or its question, and its address."""

    title: str
    text: str
    href: str


def guesses(text: str) -> tuple[Guess, ...]:
    """The things that a text names, then the queries that have a word of it, filled in with the first of them."""
    things = list(_things(text))[:_THINGS]
    shown = [
        Guess(str(each["name"]), kind_name(str(each["label"])), thing_page(str(each["label"]), str(each["id"])) or "")
        for each in things
    ]
    return (*shown, *_queries(text, things))


def _things(text: str) -> Iterator[Mapping[str, str]]:
    using = services()
    seen: set[str] = set()
    named = run_view(using.graph, "named_inside", text=text)
    for row in [*named, *_by_word(text)]:
        if row["id"] not in seen:
            seen.add(row["id"])
            yield row


def _by_word(text: str) -> Iterator[Mapping[str, str]]:
    """For each word the cadre or unit that has it in the shortest name."""
    using = services()
    for word in words_in(text):
        for label in _TYPES:
            found = search_kind(using.graph, word, label, using.settings.clearance, most=20)
            names = [(str(hit.properties.get("name") or ""), hit.id) for hit in (found.hits if found else ())]
            if best := min((each for each in names if word in each[0]), key=lambda each: len(each[0]), default=None):
                yield {"label": label, "id": best[1], "name": best[0]}
                break


def _queries(text: str, things: list[Mapping[str, str]]) -> Iterator[Guess]:
    settings = services().settings
    left = text
    for each in things:
        left = left.replace(each["name"], " ")
    wanted = _pairs(left)
    may = (each for each in catalogue(settings.data).values() if each.access <= settings.clearance)
    ranked = sorted(((-len(wanted & _pairs(_said(each))), each.name, each) for each in may), key=lambda each: each[:2])
    for score, _, query in ranked[:_QUERIES]:
        if score < 0:
            header = query.header
            yield Guess(header.title(language()), header.question(language()), _filled(query, things))


def _said(query: QueryFile) -> str:
    header = query.header
    return f"{header.title(language())} {header.question(language())}".lower()


def _pairs(text: str) -> set[str]:
    """Chinese as pairs of characters, other words whole."""
    found: set[str] = set()
    for word in words_in(text.lower()):
        found |= {word} if word.isascii() else {word[at : at + 2] for at in range(len(word) - 1)}
    return {each for each in found if not each.isdigit()}


def _filled(query: QueryFile, things: list[Mapping[str, str]]) -> str:
    """The address of the query with the things in the parameters that take such; run at once where nothing is left."""
    waiting = list(things)
    given: dict[str, str] = {}
    for name, parameter in query.header.parameters.items():
        if fitting := next((each for each in waiting if _TYPES[each["label"]] == parameter.type), None):
            waiting.remove(fitting)
            given[name] = fitting["id"]
    left = [name for name, each in query.header.parameters.items() if each.required and name not in given]
    return Urls().query(query.name, given if left else {**given, "run": "1"})
