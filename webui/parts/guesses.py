"""What somebody may have meant who typed a question: whom or what it names, and the saved queries that answer such."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final, NamedTuple

from graph.model.codes import code_list
from graph.model.values import add_months
from queries.catalogue import catalogue
from queries.file import Parameter, QueryFile
from queries.fulltext import words_in
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.held.services import services
from webui.parts.kinds import cadre_kinds, kinds
from webui.parts.named import EMPTY, TYPES, Thing, things_named, without
from webui.parts.names import kind_name
from webui.parts.things import thing_page

_QUERIES: Final = 6
_LEAST: Final = 0.2
"""Part of the best query's score that another must have to be shown."""
_STEM: Final = 6
"""Letters by which a word of a question is known."""
_TELLS_NOTHING: Final = re.compile("[谁哪吗和与是的了]")
"""What any question has."""
_ENGLISH_TELLS_NOTHING: Final = re.compile(
    "an?|and|are|as|at|be|been|by|can|could|did|do|does|for|from|had|has|have|he|her|his|how|i|in|is|it|its|me|my|of|on|or"
    "|our|she|show|so|that|the|their|them|then|there|these|they|this|to|us|was|we|were|what|when|where|which|who|whom"
    "|whose|why|will|with|would|you|your"
)
_KNOWS: Final = re.compile("^(?:懂得?|熟悉|擅长|精通)(?=..)")
"""What stands before a field that somebody is at home in: it is the field that records hold."""
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
_NARROW: Final = str.maketrans("０１２３４５６７８９", "0123456789")
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
    r"形象|优点|优势|长处|强项|不足|短板|缺点|弱项|弱点|缺什么|缺哪|缺口|未采集|没采集|不全"
    r"|\b(?:strength|strong|weak|shortcoming|image|missing|gap|lack)",
    re.IGNORECASE,
)
_KNOWING: Final = re.compile(
    r"不知道|不了解|不掌握|新知|得知|获知|更正|\b(?:kn[oe]w(?!n? (?:each other|one another))|learn|correct)",
    re.IGNORECASE,
)
_TURNS: Final = re.compile(
    r"接任|接替|接班|继任|后任|前任|\b(?:succe[es]|follow|replac|predecess|took over)", re.IGNORECASE
)

_CAREER: Final = re.compile(
    r"履历|简历|经历|干过|工作过|担任|任职|在哪|哪里工作|哪些单位|什么职务|什么时候|何时|哪年"
    r"|\b(?:career|resume|résumé|cv|where|when|posts?|positions?|jobs?|work(?:ed)? in)\b",
    re.IGNORECASE,
)
_TIED: Final = re.compile(r"联系|关系|认识|熟悉|共同|\b(?:connect|relat|know each|between)", re.IGNORECASE)
_DIFFER: Final = re.compile(
    r"不一致|不一样|不同|不符|分歧|矛盾|冲突|打架|对不上|出入|\b(?:disagree|differ|conflict|contradict|disput)",
    re.IGNORECASE,
)
_TAKE: Final = re.compile(
    r"打印|带去|带走|带上|上会|开会|汇报|综合情况|卷宗|一人一档|\b(?:print|dossier|file|meeting|take away)\b",
    re.IGNORECASE,
)


class _Part(NamedTuple):
    """A part of a cadre's life: what asks for it, its name, its address, and whether that is told of a year."""

    asks: re.Pattern[str]
    title: str
    address: Callable[..., str]
    of_year: bool = False


_OF_CADRE: Final = (
    _Part(_TURNS, "turns_title", lambda cadre: Urls().trajectory(cadre, anchor="turns")),
    _Part(_CAREER, "trajectory_title", lambda cadre, day: Urls().trajectory(cadre, as_of=day), of_year=True),
    _Part(_IMAGE, "tree_title", lambda cadre: Urls().cadre(cadre, anchor="tree")),
    _Part(_DIFFER, "conflicts_title", lambda cadre: Urls().conflicts(cadre)),
    _Part(_TAKE, "dossier_pdf", lambda cadre: Urls().drawing(cadre, "dossier.pdf")),
)
"""What a question about a cadre may ask for."""


@dataclass(frozen=True)
class Guess:
    """One thing, page or query: what it is called, its kind or its question or nothing, and its address."""

    title: str
    text: str
    href: str


def guesses(text: str) -> tuple[Guess, ...]:
    """The things that a text names, the pages and records about them, and queries that have a word of it, filled in."""
    things = things_named(text)
    shown = [
        Guess(str(each["name"]), _kind(each), thing_page(str(each["label"]), str(each["id"])) or "") for each in things
    ]
    queries = list(_queries(text, things))
    best = queries[:1] if queries and any(str(each["id"]) in queries[0].href for each in things) else []
    return (*shown, *_pages(text, things), *best, *_records(text, things), *queries[len(best) :])


def _kind(thing: Thing) -> str:
    kind = kind_name(str(thing["label"]))
    return say("guess_near", kind=kind) if thing.get("near") else kind


def is_question(text: str) -> bool:
    """Whether a text asks: then what it may mean is told beside what holds its words."""
    return bool(_ASKS.search(text))


def _pages(text: str, things: Sequence[Thing]) -> Iterator[Guess]:
    """The pages that answer of what is named: how people are tied, who came next, what changed, what was not known."""
    left, people, units = _left(text, things), _sure(things, "Cadre"), _sure(things, "Unit")
    yield from _ties(left, people)
    yield from _leaders(left, units)
    for each in people:
        yield from _of_cadre(left, str(each["id"]), str(each["name"]))
    yield from _changes(left, units, people)


def _records(text: str, things: Sequence[Thing]) -> Iterator[Guess]:
    """The records of a cadre that are of a kind the text names, whether there are any or none."""
    labels = _kinds_named(_left(text, things))
    for label, each in product(labels, _sure(things, "Cadre")):
        title = say("records_of", name=str(each["name"]), kind=kind_name(label))
        yield Guess(title, "", Urls().cadre_records(str(each["id"]), label))


def _sure(things: Sequence[Thing], label: str) -> list[Thing]:
    return [each for each in things if each["label"] == label and not each.get("unsure")]


def _left(text: str, things: Sequence[Thing]) -> str:
    """The text without what it names; a title is a word of the question as well: 局长 asks who leads."""
    return without(text, [each for each in things if each["label"] != "Post"])


def _of_cadre(left: str, cadre: str, name: str) -> Iterator[Guess]:
    """The parts of one cadre's life that answer."""
    day, dated = _in_year(left, name)
    for part in _OF_CADRE:
        if part.asks.search(left):
            told, href = (dated, part.address(cadre, day)) if part.of_year else (name, part.address(cadre))
            yield Guess(say(part.title, name=name), told, href)


def _in_year(left: str, name: str) -> tuple[str | None, str]:
    """The middle of the year that is named, or today where that is to come, and a name with it."""
    year = next(iter(_years_begun(left)), None)
    if year is None:
        return None, name
    return min(f"{year}-07-01", services().today()), say("list_comma").join((name, year))


def _years_begun(text: str) -> list[str]:
    """The years that a text names, of those that have begun: what is to come no record tells."""
    return [each for each in _years(text) if each <= services().today()[:4]]


def _years(text: str) -> list[str]:
    """The years that a text names, in digits of either width."""
    return _YEAR.findall(text.translate(_NARROW))


def _kinds_named(left: str) -> Iterator[str]:
    """The kinds of record that a text asks for, of those the reader may see."""
    seen = cadre_kinds(services().settings.clearance)
    for label, names in kinds()["asked"].items():
        if label in seen and any(_begins(left, each) for each in names):
            yield label


def _begins(left: str, word: str) -> bool:
    return bool(re.search(rf"\b{word}", left, re.IGNORECASE)) if word.isascii() else word in left


def _ties(left: str, people: Sequence[Thing]) -> Iterator[Guess]:
    """How people are tied; of one alone, where the text asks for ties, the page that takes the other."""
    names = say("list_comma").join(str(each["name"]) for each in people)
    ids = [str(each["id"]) for each in people]
    if len(people) > 1 or (people and _TIED.search(left)):
        yield Guess(say("paths_title"), names, Urls().graph_paths(ids))
    if len(people) > 1:
        yield Guess(say("compare_title"), names, Urls().compare(ids))


def _leaders(left: str, units: Sequence[Thing]) -> Iterator[Guess]:
    """Who led a unit and who followed, in the year that is named."""
    if not (_LED.search(left) or _TURNS.search(left)):
        return
    for each in units:
        day, told = _in_year(left, str(each["name"]))
        yield Guess(say("team_leaders"), told, Urls().unit(str(each["id"]), as_of=day, anchor="leaders"))


def _changes(left: str, units: Sequence[Thing], people: Sequence[Thing]) -> Iterator[Guess]:
    """What changed within a year at units and in lives, or what was not known a year ago."""
    if not (_CHANGES.search(left) or _KNOWING.search(left)):
        return
    span, told_span = _span(left)
    given = span | ({"known_from": span["from"]} if _KNOWING.search(left) else {})
    for title, address, things in (
        ("difference_title", Urls().unit_difference, units),
        ("difference_life_title", Urls().cadre_difference, people),
    ):
        for each in things:
            yield Guess(say(title, name=str(each["name"])), told_span, address(str(each["id"]), given))


def _span(left: str) -> tuple[dict[str, str], str]:
    """The days between which something changed, and how they are told: the years that are named, else the last one."""
    years = sorted(set(_years_begun(left)))
    if not years:
        return {"from": add_months(services().today(), -12)}, say("guess_year")
    last = min(f"{years[-1]}-12-31", services().today())
    return {"from": f"{years[0]}-01-01", "to": last}, "–".join(dict.fromkeys((years[0], years[-1])))


def _queries(text: str, things: Sequence[Thing]) -> Iterator[Guess]:
    """The queries that have most words of the text; of equals those that can run, then those that take most of it."""
    settings = services().settings
    left = without(text, things)
    wanted = _pairs(left)
    may = [each for each in catalogue(settings.data).values() if each.access <= settings.clearance]
    said = {each.name: wanted & _pairs(_said(each)) for each in may}
    often = Counter(pair for pairs in said.values() for pair in pairs)
    # a word that many queries have, such as 干部, tells little
    scored = [(round(sum(1 / often[pair] for pair in said[each.name]), 3), each) for each in may]
    least = max((score for score, _ in scored), default=0) * _LEAST
    filled = [(score, _filled(each, left, things), each) for score, each in scored if score > least]
    filled.sort(key=lambda each: (-each[0], bool(_missing(each[2], each[1])), -len(each[1]), each[2].name))
    for _, given, query in filled[:_QUERIES]:
        header = query.header
        yield Guess(header.title(language()), header.question(language()), _address(query, given))


def _said(query: QueryFile) -> str:
    return " ".join(query.header.told).lower()


def _pairs(text: str) -> set[str]:
    """Chinese as pairs of characters, other words by their beginning: `regret` is in `the regretted works`."""
    found: set[str] = set()
    for word in words_in(text.lower(), most=None):
        if not _ENGLISH_TELLS_NOTHING.fullmatch(word):
            found |= {word[:_STEM]} if word.isascii() else {word[at : at + 2] for at in range(len(word) - 1)}
    return {each for each in found if not each.isdigit() and not _TELLS_NOTHING.search(each)}


def _filled(query: QueryFile, left: str, things: Sequence[Thing]) -> dict[str, str | list[str]]:
    """The things in the parameters that take such, the year that the text has, and the choices whose names it has."""
    waiting = [each for each in things if not each.get("unsure")]
    if any(each.type == "post" for each in query.header.parameters.values()):
        # the unit was named to tell which post is meant
        meant = {each.get("unit") for each in waiting}
        waiting = [each for each in waiting if each["id"] not in meant]
    given: dict[str, str | list[str]] = {}
    for name, parameter in query.header.parameters.items():
        if fitting := next((each for each in waiting if TYPES[each["label"]] == parameter.type), None):
            waiting.remove(fitting)
            given[name] = fitting["id"]
        elif parameter.type == "integer" and name == "year" and (years := _years(left)):
            given[name] = years[0]
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
    pieces = [_KNOWS.sub("", each) for each in re.split(EMPTY, rest) if len(each) > 1]
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
