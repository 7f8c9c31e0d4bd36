"""The search: one box for words and conditions; hits by kind, or the cadres whom the conditions leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from graph.errors import UsageError
from queries.conditions import MOST, Condition, Matched, cadres_meeting, offered, recognised
from queries.fulltext import search, search_kind, words_in
from webui.frame.language import language, say
from webui.frame.part import part_asked
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Empty, Table
from webui.parts.guesses import Guess, guesses, is_question
from webui.parts.hits import FoundGroup, found_group, found_groups, told_count
from webui.parts.matches import matches_table, sorted_matches

page = Blueprint("search", __name__)

_LONGEST: Final = 200
_PART: Final = 50


@dataclass(frozen=True)
class Term:
    """One condition as a part of the sentence, and the address without it."""

    text: str
    remove: str
    noun: bool


@dataclass(frozen=True)
class Field:
    """One condition in the form."""

    condition: Condition
    title: str
    help: str
    value: str
    options: tuple[tuple[str, str], ...]
    suggest: str


@dataclass(frozen=True)
class Matches:
    """The cadres whom the conditions leave: those who meet all, and those of whom the records cannot tell."""

    meeting: Table | None
    untold: Table | None
    count: int
    untold_count: int
    cut: bool
    ids: str


@dataclass(frozen=True, kw_only=True)
class SearchPage(View):
    """What a search found."""

    template: ClassVar[str] = "pages/search.html"

    q: Annotated[str, "The words as they were typed."]
    given: Annotated[Mapping[str, str], "The conditions by name, as they stand in the address."]
    chips: Annotated[tuple[Term, ...], "The conditions as parts of a sentence; empty where there are none."]
    sentence: Annotated[str, "The same in one line, as the note of a list."]
    fields: Annotated[tuple[Field, ...], "The form of conditions."]
    matches: Annotated[Matches | None, "The cadres whom the conditions leave; None where there are no conditions."]
    groups: Annotated[tuple[FoundGroup, ...], "What holds the words, by kind."]
    only: Annotated[str, "The label of the one kind that is shown; empty for all."]
    total: Annotated[str, "How many hits there are of all kinds shown."]
    pager: Annotated[tuple[str, str], "The addresses of the part before and the part after; empty where there is none."]
    guesses: Annotated[tuple[Guess, ...], "What may have been meant where the words are found nowhere."]
    nothing: Annotated[Empty | None, "What to do where nothing was found."]


@page.get("/search")
def show() -> AnyResponse:
    """Hits for `?q=`, cadres for conditions; conditions that are typed as words become conditions of the address."""
    q = request.args.get("q", "").strip()[:_LONGEST]
    given = _given()
    typed, rest = recognised(q, services().settings.clearance)
    if typed and "kind" not in request.args:
        return redirect(Urls().search(*_as_work(rest, {**typed, **given})))
    return render(_by_conditions(q, given) if given else _by_words(q))


def _as_work(rest: str, given: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The words left and the conditions; words that no post and no name holds are looked for in the work done."""
    using = services()
    clearance = using.settings.clearance
    if "task" in given or all(each.name != "task" for each in offered(clearance)):
        return rest, given
    experience = {"experience": given["experience"]} if "experience" in given else {}
    if experience and not cadres_meeting(using.graph, experience, using.today(), clearance):
        others = {name: value for name, value in given.items() if name != "experience"}
        return rest, {**others, "task": given["experience"]}
    return ("", {**given, "task": rest}) if words_in(rest) and not _cadres_with(rest) else (rest, given)


def _given() -> dict[str, str]:
    """The conditions of the address in the order of a sentence; raises UsageError for one given twice."""
    given: dict[str, str] = {}
    for condition in offered(services().settings.clearance):
        values = [value.strip()[:_LONGEST] for value in request.args.getlist(condition.name) if value.strip()]
        if len(values) > 1:
            raise UsageError(say("search_twice", name=condition.title(language())), hint=say("search_twice_hint"))
        if values:
            given[condition.name] = values[0]
    return given


def _by_words(q: str) -> SearchPage:
    using, words = services(), words_in(q)
    clearance = using.settings.clearance
    kind, part = request.args.get("kind", ""), part_asked(request.args)
    if kind:
        one = search_kind(using.graph, q, kind, clearance, skip=(part - 1) * _PART, most=_PART)
        groups: tuple[FoundGroup, ...] = (found_group(one, words, q),) if one else ()
    else:
        groups = found_groups(search(using.graph, q, clearance), words, q)
    total = sum(each.count for each in groups)
    nothing = None if groups else Empty(say("search_nothing", q=q) if q else say("search_blank"))
    told = told_count(total, cut=any(each.cut for each in groups))
    return _page(q, {}, groups=groups, only=kind, total=told, pager=_pager(q, kind, part, total), nothing=nothing)


def _pager(q: str, kind: str, part: int, total: int) -> tuple[str, str]:
    before = Urls().search(q, kind=kind, part=part - 1) if kind and part > 1 else ""
    return before, Urls().search(q, kind=kind, part=part + 1) if kind and part * _PART < total else ""


def _by_conditions(q: str, given: dict[str, str]) -> SearchPage:
    using = services()
    ids = _cadres_with(q) if words_in(q) else None
    found = cadres_meeting(using.graph, given, using.today(), using.settings.clearance, ids)
    return _page(q, given, matches=_matches(q, given, found), nothing=None if found else Empty(say("search_nobody")))


def _cadres_with(q: str) -> list[str]:
    """The cadres whose name or present post holds the words."""
    found = search_kind(services().graph, q, "Cadre", services().settings.clearance, most=MOST)
    return [hit.id for hit in found.hits] if found else []


def _matches(q: str, given: Mapping[str, str], found: Sequence[Matched]) -> Matches:
    sort = request.args.get("sort", "")
    kept = sorted_matches(found[:MOST], sort)
    meeting, untold = [each for each in kept if not each.unknown], [each for each in kept if each.unknown]

    def address(column: str) -> str:
        return Urls().search(q, given, sort=column)

    return Matches(
        matches_table(meeting, address, sort) if meeting else None,
        matches_table(untold, address, sort, unknown=True) if untold else None,
        len(meeting),
        len(untold),
        len(found) > MOST,
        ",".join(each.id for each in meeting),
    )


def _title(q: str) -> str:
    return say("search_title_of", q=q) if q else say("search_title")


def _page(
    q: str,
    given: dict[str, str],
    *,
    matches: Matches | None = None,
    groups: tuple[FoundGroup, ...] = (),
    only: str = "",
    total: str = "0",
    pager: tuple[str, str] = ("", ""),
    nothing: Empty | None = None,
) -> SearchPage:
    chips = _chips(q, given)
    sentence = _sentence(q, chips)
    return SearchPage(
        title=sentence[:1].upper() + sentence[1:] if given else _title(q),
        q=q,
        given=given,
        chips=chips,
        sentence=sentence,
        fields=tuple(_field(each, given) for each in offered(services().settings.clearance)),
        matches=matches,
        groups=groups,
        only=only,
        total=total,
        pager=pager,
        guesses=guesses(q) if q and not given and not only and (not groups or is_question(q)) else (),
        nothing=nothing,
    )


def _chips(q: str, given: Mapping[str, str]) -> tuple[Term, ...]:
    return tuple(
        Term(
            condition.says(given[condition.name], language()),
            Urls().search(q, {name: value for name, value in given.items() if name != condition.name}),
            condition.noun,
        )
        for condition in offered(services().settings.clearance)
        if condition.name in given
    )


def _sentence(q: str, chips: Sequence[Term]) -> str:
    told = say("list_comma").join(each.text for each in chips if not each.noun)
    nouns = " ".join(each.text for each in chips if each.noun) or say("search_cadres")
    said = say("search_sentence", told=told, nouns=nouns) if told else nouns
    return say("search_sentence_words", sentence=said, q=q) if q else said


def _field(condition: Condition, given: Mapping[str, str]) -> Field:
    return Field(
        condition,
        condition.title(language()),
        condition.help(language()),
        given.get(condition.name, ""),
        condition.options(language()),
        Urls().suggest("unit") if condition.type == "unit" else "",
    )
