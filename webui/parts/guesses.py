"""What somebody may have meant who typed a question: whom or what it names, and the saved queries that answer such."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.model.codes import code_list
from graph.model.values import add_months
from queries.catalogue import catalogue
from queries.file import Parameter, QueryFile
from queries.fulltext import search_kind, words_in
from queries.runner import run_view
from queries.units import units_inside
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.held.services import services
from webui.parts.names import kind_name
from webui.parts.things import thing_page

_THINGS: Final = 4
_QUERIES: Final = 6
_LEAST: Final = 0.2
"""Part of the best query's score that another must have to be shown."""
_STEM: Final = 6
"""Letters by which a word of a question is known."""
_TYPES: Final = {"Cadre": "cadre", "Unit": "unit"}
_FILLED: Final = {**_TYPES, "Post": "post"}
"""The type of parameter that takes a thing of each kind."""
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ASKS: Final = re.compile(
    r"谁|哪|什么|几|多少|吗|怎|为何|\?|？|\b(?:who|whom|what|which|when|where|why|how)\b", re.IGNORECASE
)
_CHANGES: Final = re.compile(
    r"变动|变化|变了|改了|来去|谁来|谁走|来了|走了|到任|离任|差别|\b(?:chang|differ|came|left)", re.IGNORECASE
)
_LED: Final = re.compile(
    r"主持|主要负责|一把手|班长|正职|书记|局长|主任|县长|区长|市长|镇长|乡长|部长|领导|\b(?:led|lead|head|chief|principal)",
    re.IGNORECASE,
)
_IMAGE: Final = re.compile(
    r"形象|优点|优势|长处|强项|不足|短板|缺点|弱项|弱点|\b(?:strength|strong|weak|shortcoming|image)", re.IGNORECASE
)
_KNOWING: Final = re.compile(
    r"不知道|不了解|不掌握|新知|得知|获知|更正|\b(?:kn[oe]w(?!n? (?:each other|one another))|learn|correct)",
    re.IGNORECASE,
)
_DIFFER: Final = re.compile(
    r"不一致|不一样|不同|分歧|矛盾|冲突|打架|\b(?:disagree|differ|conflict|contradict|disput)", re.IGNORECASE
)
_TAKE: Final = re.compile(
    r"打印|带去|带走|带上|上会|开会|汇报|综合情况|\b(?:print|dossier|file|meeting|take away)\b", re.IGNORECASE
)
_TURNS: Final = re.compile(
    r"接任|接替|接班|继任|后任|前任|\b(?:succe[es]|follow|replac|predecess|took over)", re.IGNORECASE
)

_EMPTY: Final = re.compile(r"什么|多少|如何|怎么|最近|[^\u4e00-\u9fff]|[谁哪些几年的了过有在是和与为被曾都人]")
"""Where a Chinese question falls into pieces that may tell something."""

Thing = Mapping[str, Any]


@dataclass(frozen=True)
class Guess:
    """One thing or query: what it is called, its kind or its question, and its address."""

    title: str
    text: str
    href: str


def guesses(text: str) -> tuple[Guess, ...]:
    """The things that a text names, then the queries that have a word of it, filled in with what it says."""
    things = list(_things(text))[:_THINGS]
    shown = [
        Guess(str(each["name"]), kind_name(str(each["label"])), thing_page(str(each["label"]), str(each["id"])) or "")
        for each in things
    ]
    posts = _posts(text, things)
    shown += [Guess(str(each["name"]), kind_name("Post"), Urls().post(str(each["id"]))) for each in posts]
    return (*shown, *_pages(text, things), *_queries(text, things, posts))


def is_question(text: str) -> bool:
    """Whether a text asks: then what it may mean is told beside what holds its words."""
    return bool(_ASKS.search(text))


def _pages(text: str, things: Sequence[Thing]) -> Iterator[Guess]:
    """The pages that answer of what is named: how several are tied, who came next, what changed, what was not known."""
    sure = [each for each in things if not each.get("unsure")]
    people = [each for each in sure if each["label"] == "Cadre"]
    if len(people) > 1:
        names = say("list_comma").join(str(each["name"]) for each in people)
        ids = [str(each["id"]) for each in people]
        yield Guess(say("paths_title"), names, Urls().graph_paths(ids))
        yield Guess(say("compare_title"), names, Urls().compare(ids))
    left = _without(text, things)
    yield from _parts_of_pages(left, sure)
    if not (sure and (_CHANGES.search(left) or _KNOWING.search(left))):
        return
    span, told_span = _span(left)
    given = span | ({"known_from": span["from"]} if _KNOWING.search(left) else {})
    for each in sure:
        name, ident = str(each["name"]), str(each["id"])
        if each["label"] == "Unit":
            yield Guess(say("difference_title", name=name), told_span, Urls().unit_difference(ident, given))
        else:
            told = say("difference_life_title", name=name)
            yield Guess(told, told_span, Urls().cadre_difference(ident, given))


def _span(left: str) -> tuple[dict[str, str], str]:
    """The days between which something changed, and how they are told: the years that are named, else the last one."""
    years = sorted(set(_YEAR.findall(left)))
    if not years:
        return {"from": add_months(services().today(), -12)}, say("guess_year")
    last = min(f"{years[-1]}-12-31", services().today())
    return {"from": f"{years[0]}-01-01", "to": last}, "–".join(dict.fromkeys((years[0], years[-1])))


def _parts_of_pages(left: str, sure: Sequence[Thing]) -> Iterator[Guess]:
    """Those before and after a cadre, the image tree, and who led a unit and who followed, in the year named."""
    year = _YEAR.search(left)
    for each in sure:
        name, ident = str(each["name"]), str(each["id"])
        if each["label"] == "Unit":
            if _LED.search(left) or _TURNS.search(left):
                day = f"{year[0]}-07-01" if year else None
                told = say("list_comma").join([name, *([year[0]] if year else [])])
                yield Guess(say("team_leaders"), told, Urls().unit(ident, as_of=day, anchor="leaders"))
            continue
        if _TURNS.search(left):
            yield Guess(say("turns_title"), name, Urls().trajectory(ident, anchor="turns"))
        if _IMAGE.search(left):
            yield Guess(say("tree_title"), name, Urls().cadre(ident, anchor="tree"))
        if _DIFFER.search(left):
            yield Guess(say("conflicts_title", name=name), name, Urls().conflicts(ident))
        if _TAKE.search(left):
            yield Guess(say("dossier_pdf"), name, Urls().drawing(ident, "dossier.pdf"))


def _things(text: str) -> Iterator[Thing]:
    """What a text names: whole names, units by the end of theirs, then for each word the shortest name that has it."""
    using = services()
    named = run_view(using.graph, "named_inside", text=text)
    if all(row["label"] != "Unit" for row in named):
        ending = units_inside(using.graph, _without(text, named))
        if len(ending) <= _THINGS:
            named += [{**row, "label": "Unit", "unsure": len(ending) > 1} for row in ending]
    seen: set[str] = set()
    for row in [*named, *_by_word(_without(text, named))]:
        if row["id"] not in seen:
            seen.add(row["id"])
            yield row


def _posts(text: str, things: Sequence[Thing]) -> list[Thing]:
    """The post of a unit that is named with it, the longest title: 副局长 is not 局长."""
    units = [str(each["id"]) for each in things if each["label"] == "Unit" and not each.get("unsure")]
    left = _without(text, [each for each in things if each["label"] == "Unit"])
    found = run_view(services().graph, "posts_named_inside", units=units, text=left) if units else []
    return [
        {"label": "Post", "id": row["id"], "name": say("post_of", unit=row["unit"], title=row["title"])}
        for row in found
    ]


def _without(text: str, things: Sequence[Thing]) -> str:
    """The text without the names of these things."""
    for each in things:
        for name in (each["name"], each.get("ending", "")):
            text = text.replace(name, " ") if name else text
    return text


def _by_word(text: str) -> Iterator[Thing]:
    """For each word the cadre or unit that has it in the shortest name."""
    using = services()
    for word in words_in(text):
        for label in _TYPES:
            found = search_kind(using.graph, word, label, using.settings.clearance, most=20)
            names = [(str(hit.properties.get("name") or ""), hit.id) for hit in (found.hits if found else ())]
            fitting = (each for each in names if _has_word(each[0], word))
            if best := min(fitting, key=lambda each: len(each[0]), default=None):
                yield {"label": label, "id": best[1], "name": best[0]}
                break


def _has_word(name: str, word: str) -> bool:
    """Whether a name has a word: a Latin one as a whole, as `in` names no Lincoln, and of three letters at least."""
    if not word.isascii():
        return word in name
    return len(word) > 2 and word.lower() in re.findall(r"[^\W_]+", name.lower())


def _queries(text: str, things: Sequence[Thing], posts: Sequence[Thing]) -> Iterator[Guess]:
    """The queries that have most words of the text; of equals those that can run, then those that take most of it."""
    settings = services().settings
    left = _without(text, things)
    wanted = _pairs(left)
    may = [each for each in catalogue(settings.data).values() if each.access <= settings.clearance]
    said = {each.name: wanted & _pairs(_said(each)) for each in may}
    often = Counter(pair for pairs in said.values() for pair in pairs)
    # a word that many queries have, such as 干部, tells little
    scored = [(round(sum(1 / often[pair] for pair in said[each.name]), 3), each) for each in may]
    least = max((score for score, _ in scored), default=0) * _LEAST
    filled = [(score, _filled(each, left, things, posts), each) for score, each in scored if score > least]
    filled.sort(key=lambda each: (-each[0], bool(_missing(each[2], each[1])), -len(each[1]), each[2].name))
    for _, given, query in filled[:_QUERIES]:
        header = query.header
        yield Guess(header.title(language()), header.question(language()), _address(query, given))


def _said(query: QueryFile) -> str:
    """What the query says of itself in both languages: who reads English may ask in Chinese."""
    header = query.header
    return f"{header.title.zh} {header.title.en} {header.question.zh} {header.question.en}".lower()


def _pairs(text: str) -> set[str]:
    """Chinese as pairs of characters, other words by their beginning: `regret` is in `the regretted works`."""
    found: set[str] = set()
    for word in words_in(text.lower()):
        found |= {word[:_STEM]} if word.isascii() else {word[at : at + 2] for at in range(len(word) - 1)}
    return {each for each in found if not each.isdigit()}


def _filled(query: QueryFile, left: str, things: Sequence[Thing], posts: Sequence[Thing]) -> dict[str, str | list[str]]:
    """The things in the parameters that take such, the year that the text has, and the choices whose names it has."""
    waiting = [each for each in things if not each.get("unsure")]
    if posts and any(each.type == "post" for each in query.header.parameters.values()):
        # the unit was named to say which post is meant
        waiting = [*posts, *(each for each in waiting if each["label"] != "Unit")]
    given: dict[str, str | list[str]] = {}
    for name, parameter in query.header.parameters.items():
        if fitting := next((each for each in waiting if _FILLED[each["label"]] == parameter.type), None):
            waiting.remove(fitting)
            given[name] = fitting["id"]
        elif parameter.type == "integer" and name == "year" and (year := _YEAR.search(left)):
            given[name] = year[0]
        elif parameter.type == "text" and name == "word" and not things and (word := _word(query, left)):
            given[name] = word
        elif parameter.type in ("one_of", "several_of") and (chosen := _chosen(parameter, left)):
            given[name] = chosen if parameter.type == "several_of" else chosen[0]
    return given


def _word(query: QueryFile, text: str) -> str:
    """What of a Chinese question is not the query's own: 城市更新 of 谁分管城市更新; empty where not one piece is."""
    said = _said(query)
    own = {at + step for at in range(len(text) - 1) if text[at : at + 2] in said for step in (0, 1)}
    rest = "".join(" " if at in own else sign for at, sign in enumerate(text))
    pieces = [each for each in re.split(_EMPTY, rest) if len(each) > 1]
    return pieces[0] if len(pieces) == 1 else ""


def _chosen(parameter: Parameter, text: str) -> list[str]:
    """The choices that a text names, the longer ones first: 较好 is not 好."""
    choices = parameter.choices
    names = code_list(choices).names if isinstance(choices, str) else choices if isinstance(choices, tuple) else ()
    found = []
    for name in sorted(names, key=len, reverse=True):
        if name in text:
            found.append(name)
            text = text.replace(name, " ")
    return found


def _missing(query: QueryFile, given: Mapping[str, object]) -> list[str]:
    """The parameters that must be given and are not."""
    return [name for name, each in query.header.parameters.items() if each.required and name not in given]


def _address(query: QueryFile, given: Mapping[str, str | list[str]]) -> str:
    """The address of the query, run at once where nothing is left that must be given."""
    return Urls().query(query.name, given if _missing(query, given) else {**given, "run": "1"})
