"""A selection case held against its rules: each saved query that takes a case, and what it finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.errors import ZhishiError
from queries.case import case_queries
from queries.cells import text
from queries.clearance import may_run
from queries.file import QueryFile
from queries.in_words import in_words
from queries.running import Result, run_query
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.held.services import services
from webui.parts.cell_words import worded
from webui.parts.formats import date_text

STAGES: Final = "stages_out_of_order"
"""The query whose column `missing` names the stages that a case should have and has not."""

_SAID_ABOVE: Final = frozenset({"case", "unit", "opened", "post", "cadres", "item", "nomination"})
"""Columns that say which case it is: that stands in the head of the page, or in the line itself."""


@dataclass(frozen=True)
class Rule:
    """One rule: what is asked, its source, the address of the result, and what it finds, a text a row.

    `unable` says why it could not be asked; empty where it could.
    """

    title: str
    source: str
    href: str
    found: tuple[str, ...]
    unable: str


def rules_held(case: str) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    """The rules with what they find about the case of this id, and the stages that are missing."""
    asked = [(query, {name: case}) for query, name in case_queries(services().settings.data)]
    found = [(query, given, _run(query, given)) for query, given in asked]
    rules = tuple(_rule(query, given, answer) for query, given, answer in found)
    missing = (each for query, _, answer in found if query.name == STAGES for each in _missing(answer))
    return rules, tuple(dict.fromkeys(missing))


def _run(query: QueryFile, given: Mapping[str, str]) -> Result | str:
    own = services()
    clearance = own.settings.clearance
    try:
        may_run(query, clearance)
        return run_query(own.graph, query, given, clearance=clearance, today=own.today(), data=own.settings.data)
    except ZhishiError as error:
        return error.said.text(language())


def _rule(query: QueryFile, given: Mapping[str, str], answer: Result | str) -> Rule:
    header = query.header
    return Rule(
        title=header.title(language()),
        source=header.source(language()) if header.source else "",
        href=Urls().query(query.name, {**given, "run": "1"}),
        found=tuple(_said(query, answer)) if isinstance(answer, Result) else (),
        unable=answer if isinstance(answer, str) else "",
    )


def _said(query: QueryFile, answer: Result) -> Iterator[str]:
    names = [name for name, _ in answer.columns]
    for row in answer.rows:
        told = dict(zip(names, row, strict=True))
        shown = [name for name in names if name not in _SAID_ABOVE and told[name] not in (None, [], "")]
        yield say("case_between").join(_column(query, name, told) for name in shown)


def _column(query: QueryFile, name: str, told: Mapping[str, Any]) -> str:
    declared = query.header.columns.get(name)
    title = declared.meaning(language()) if declared else name
    value = told[name]
    if isinstance(value, Mapping) and "name" in value:
        return say("case_titled", title=title, text=str(value["name"]))
    said = text(worded(name, in_words(query, name, value, language())))
    if declared and declared.type in ("day", "month"):
        said = date_text(said)
    return say("case_titled", title=title, text=said)


def _missing(answer: Result | str) -> Sequence[str]:
    if isinstance(answer, str):
        return ()
    at = [name for name, _ in answer.columns].index("missing")
    return [str(each) for row in answer.rows for each in row[at] or ()]
