"""Conditions a cadre meets, does not meet, or of which the records cannot tell: one file each, found by being there.

A file declares what is asked for, how it reads in a sentence, how it is recognised in the search box, and a Cypher
expression over the cadre `c` that is true, false or null; null is *cannot tell*, never a pass and never a fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from pydantic import BaseModel, ConfigDict

from graph.errors import UsageError
from graph.model.codes import code_list
from graph.model.data_files import load_toml
from graph.model.schema import Access
from graph.model.suggestions import there_are
from graph.model.words import Language, sayings
from graph.store.connection import Graph
from queries.arguments import read_value
from queries.file import Parameter, ParameterType, Words

_say: Final = sayings("queries")

MOST: Final = 2000
"""Most cadres of one search."""

_HEAD: Final = (
    "MATCH (c:Cadre)\nWHERE coalesce(c.person_status, '现职') = '现职' AND ($ids IS NULL OR c.id IN $ids)\n"
    "WITH c, [] AS unknown"
)
_TAIL: Final = (
    "RETURN c.id AS id, c.name AS name, c.sex AS sex, c.birth_month AS birth_month, c.position_level AS level, "
    "c.position_level_since AS level_since, c.grade AS grade, c.current_post_text AS post, unknown, "
    "[{shown}] AS shown\n"
    "ORDER BY size(unknown), name, birth_month, id LIMIT $limit"
)


class Condition(BaseModel):
    """One condition as its file declares it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    order: int
    type: ParameterType
    title: Words
    phrase: Words
    help: Words
    cypher: str
    access: int = Access.OFFICE.value
    choices: str | tuple[str, ...] | None = None
    list: str | None = None
    """The code list that has the choices' other language."""
    minimum: int | None = None
    maximum: int | None = None
    shows: str = ""
    """Cypher over `c` for a list of texts that say how the cadre meets it; empty where a result shows that anyway."""
    shows_since: bool = False
    """Whether those are dates since when it holds."""
    worded: tuple[str, ...] = ()
    """The code lists that have the English words of the parts of those texts."""
    column: Words | None = None
    noun: bool = False
    """Whether it names the cadres (县处级副职) instead of telling of them (45岁以下)."""
    typed: tuple[str, ...] = ()
    spelled: Mapping[str, str] = {}
    kinds: Mapping[str, tuple[str, ...]] = {}

    def options(self, language: Language) -> tuple[tuple[str, str], ...]:
        """The values there are to choose from, each as it is shown; empty where any may be written."""
        if isinstance(self.choices, str):
            listed = code_list(self.choices)
            return tuple((each, listed.label(each, language)) for each in listed.names)
        return tuple((each, self.shown(each, language)) for each in self.choices or ())

    def shown(self, value: str, language: Language) -> str:
        """A value as a reader expects it."""
        name = self.choices if isinstance(self.choices, str) else self.list
        return code_list(name).label(value, language) if name else value

    def says(self, value: str, language: Language) -> str:
        """The condition as a part of a sentence."""
        return self.phrase(language).format(value=self.shown(value, language))


@cache
def conditions() -> Mapping[str, Condition]:
    """Every condition by its name, in the order of a sentence."""
    folder = files(__package__)
    read = [
        Condition(name=path.name.removesuffix(".toml"), **load_toml(__package__, path.name))
        for path in folder.iterdir()
        if path.name.endswith(".toml")
    ]
    return {each.name: each for each in sorted(read, key=lambda each: (each.order, each.name))}


def offered(clearance: Access) -> tuple[Condition, ...]:
    """The conditions whose facts this clearance reaches."""
    return tuple(each for each in conditions().values() if each.access <= clearance)


@dataclass(frozen=True, slots=True)
class Matched:
    """One cadre who meets every condition, or of whom some cannot be told: `unknown` names those.

    `shown` says how it meets those conditions that tell it, by their names; each text once, in order.
    """

    id: str
    name: str
    sex: str | None
    birth_month: str | None
    level: str | None
    level_since: str | None
    grade: str | None
    post: str | None
    unknown: tuple[str, ...]
    shown: Mapping[str, tuple[str, ...]]


def cadres_meeting(
    graph: Graph, asked: Mapping[str, str], today: str, clearance: Access, ids: Sequence[str] | None = None
) -> list[Matched]:
    """The serving cadres (of `ids`, where given) whom no condition rules out, at most `MOST` + 1; known ones first.

    Raises InputError for a value a condition does not take, UsageError for a condition there is not or that asks what
    the clearance does not reach.
    """
    chosen = {name: _known(name, clearance) for name in asked}
    bound = {name: _value(graph, each, asked[name], today) for name, each in chosen.items()}
    rows = graph.read(cypher_of(chosen.values()), **bound, as_of=today, ids=ids, limit=MOST + 1)
    telling = [name for name, each in chosen.items() if each.shows]
    return [_matched(row, telling) for row in rows]


def _matched(row: Mapping[str, Any], telling: Sequence[str]) -> Matched:
    told = ((name, tuple(sorted(set(some)))) for name, some in zip(telling, row["shown"], strict=True))
    return Matched(**{**row, "unknown": tuple(row["unknown"]), "shown": dict(told)})


def cypher_of(chosen: Iterable[Condition]) -> str:
    """The Cypher that holds cadres against these conditions: nothing is asked that no condition needs."""
    chosen = tuple(chosen)
    tail = _TAIL.replace("{shown}", ", ".join(each.shows for each in chosen if each.shows))
    steps = (
        f"WITH c, unknown, ({each.cypher.strip()}) AS verdict WHERE coalesce(verdict, true)\n"
        f"WITH c, unknown + CASE WHEN verdict IS NULL THEN ['{each.name}'] ELSE [] END AS unknown"
        for each in chosen
    )
    return "\n".join((_HEAD, *steps, tail))


def _known(name: str, clearance: Access) -> Condition:
    found = next((each for each in offered(clearance) if each.name == name), None)
    if found is None:
        raise UsageError(
            _say("no_such_condition", name=name),
            hint=there_are(each.name for each in offered(clearance)),
        )
    return found


def _value(graph: Graph, condition: Condition, text: str, today: str) -> Any:  # noqa: ANN401 - as its Cypher takes it
    asked = Parameter(
        type=condition.type,
        help=condition.help,
        choices=condition.choices,
        minimum=condition.minimum,
        maximum=condition.maximum,
    )
    value = read_value(graph, condition.name, asked, text, today)
    return list(condition.kinds.get(text, (text,))) if condition.kinds else value


_BETWEEN: Final = re.compile(
    r"[\s,，、;；。?？的和且并了]+|有?哪些|干部|\b(?:which|who|all|the|cadres?|people|of|levels?|are|is|and|with|that|ha(?:s|ve)|been)\b",
    re.IGNORECASE,
)


def recognised(text: str, clearance: Access) -> tuple[dict[str, str], str]:
    """The conditions that a typed sentence holds, and the words that are left: `45岁以下的县处级副职` leaves none."""
    asked: dict[str, str] = {}
    rest = text
    # What is taken out sets its neighbours free: in 女党外县处级正职 the level first, then 党外, then 女.
    while found := _next(rest, asked, clearance):
        condition, match = found
        value = match["value"]
        asked[condition.name] = condition.spelled.get(value.lower(), _named(condition, value))
        rest = rest[: match.start()] + " " + rest[match.end() :]
    return asked, " ".join(_BETWEEN.sub(" ", rest).split()) if asked else text


def _next(text: str, asked: Mapping[str, str], clearance: Access) -> tuple[Condition, re.Match[str]] | None:
    for condition in offered(clearance):
        if condition.name not in asked:
            for pattern in _patterns(condition):
                if found := re.search(pattern, text):
                    return condition, found
    return None


def _patterns(condition: Condition) -> Iterator[str]:
    yield from condition.typed
    if condition.noun and isinstance(condition.choices, str):
        words = {word for code in code_list(condition.choices).items for word in (code.name, *code.aliases)}
        # 科员 and 办事员 stand in many posts: only what says that it is a level is taken for one
        spellings = {word for word in words if "级" in word} | _english(condition.choices).keys()
        longest = sorted(spellings, key=lambda word: (-len(word), word))
        yield f"(?i:(?P<value>{'|'.join(map(re.escape, longest))}))"


@cache
def _english(choices: str) -> Mapping[str, str]:
    """The levels by their English words in any order: `county level, deputy`, `county, deputy`, `deputy county`."""
    found: dict[str, str] = {}
    for code in code_list(choices).items:
        if "level" in code.en:
            for words in (code.en, code.en.replace(" level", "")):
                found |= {words: code.name, " ".join(reversed(words.split(", "))): code.name}
    return found


def _named(condition: Condition, value: str) -> str:
    if not isinstance(condition.choices, str):
        return value
    return code_list(condition.choices).find(value) or _english(condition.choices).get(value.lower(), value)
