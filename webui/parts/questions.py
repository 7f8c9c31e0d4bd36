"""Starting from a thing: the saved queries that take it as a parameter, as links with the parameter filled in."""

from __future__ import annotations

from dataclasses import dataclass

from queries.catalogue import catalogue
from queries.file import QueryFile
from webui.frame.language import language
from webui.frame.urls import Urls
from webui.held.services import services


@dataclass(frozen=True)
class Question:
    """One link: the query's title, its question and the address of its result, or of its form where more is needed."""

    title: str
    text: str
    href: str


def questions_about(kind: str, thing: str) -> tuple[Question, ...]:
    """The queries within the reader's class that take such a thing, by topic.

    A kind is the type of a parameter (cadre, cadres, unit, post), or for a record its label.
    """
    settings = services().settings
    found = (each for each in catalogue(settings.data).values() if each.access <= settings.clearance)
    return tuple(_question(query, name, thing) for query in found if (name := _takes(query, kind)))


def _takes(query: QueryFile, kind: str) -> str | None:
    """The parameter that takes such a thing: one that must be given before one that may."""
    fitting = [
        (not each.required, name) for name, each in query.header.parameters.items() if kind in (each.type, each.of)
    ]
    return min(fitting)[1] if fitting else None


def _question(query: QueryFile, name: str, thing: str) -> Question:
    header = query.header
    return Question(header.title(language()), header.question(language()), Urls().query(query.name, {name: thing}))
