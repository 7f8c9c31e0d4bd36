"""Ties that no record states but records show: each kind is one file in `kinds/`, found by being there.

A kind module has `KIND`, and `find(facts)` that yields its ties. A tie is never stored: it names the records it
follows from, and is drawn dashed and marked as derived.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final

from analysis.network import kinds
from analysis.network.facts import Facts
from graph.model.stretches import latest, stretches
from graph.model.words import Language, load_words

MARK: Final = "~"
"""Before the name of a kind where it stands beside relations of the graph."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What is declared of a kind: its name, its place among the others, the labels of its ends.

    A `directed` kind reads from start to end, and `back` is the name of reading it from the end.
    """

    name: str
    order: int
    start: str = "Cadre"
    end: str = "Cadre"
    directed: bool = False

    def title(self, language: Language, *, outward: bool = True) -> str:
        """What it is called, seen from its start or from its end."""
        return words()(f"{self.name}_title" if outward or not self.directed else f"{self.name}_back", language)


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason for a tie: the records it follows from, where, and over which half-open interval.

    `since` and `until` are as exact as the records, None where they do not say or where it goes on (`lasts`).
    """

    records: tuple[str, ...]
    place: str = ""
    since: str | None = None
    until: str | None = None
    lasts: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two things and all the grounds on which they are tied in one way; `names` are those of start and end."""

    kind: str
    start: str
    end: str
    names: tuple[str, str]
    grounds: tuple[Ground, ...] = field(default=())


Found = Iterator[tuple[str, str, tuple[str, str], Ground]]
"""What a kind yields: start, end, their names, and one ground; several grounds of one pair make one tie."""


def words() -> Callable[..., str]:
    """The texts of this package."""
    return load_words("analysis.network")


@cache
def kind_names() -> tuple[str, ...]:
    """The names of the kinds, in their order."""
    names = [module.name for module in pkgutil.iter_modules(kinds.__path__)]
    return tuple(sorted(names, key=lambda name: (_module(name).KIND.order, name)))


def kind(name: str) -> Kind:
    """The kind of this name; KeyError where there is none."""
    if name not in kind_names():
        raise KeyError(name)
    declared: Kind = _module(name).KIND
    return declared


def find_ties(facts: Facts, names: Iterable[str]) -> tuple[Tie, ...]:
    """The ties of these kinds that the facts show, by kind, start and end; the grounds newest first."""
    return tuple(each for name in names for each in _ties_of(name, facts))


def sentence(tie: Tie, ground: Ground, language: Language) -> str:
    """One ground as a sentence: `甲与乙都在丁市住建局，2012.11 至 2016.03`."""
    return _said(tie, ground, span_text(ground, language), language)


def _said(tie: Tie, ground: Ground, when: str, language: Language) -> str:
    one, other = tie.names
    said = words()(
        f"{tie.kind}_sentence", language, one=one, other=other, place=ground.place or words()("no_place", language)
    )
    comma = "，" if language == "zh" else ", "
    return comma.join(filter(None, (said, when, ground.detail)))


def sentences(tie: Tie, language: Language) -> tuple[str, ...]:
    """All grounds of a tie, newest first: those at one place as one sentence with all its times."""
    alike: dict[tuple[str, str], list[Ground]] = defaultdict(list)
    for ground in tie.grounds:
        alike[ground.place, ground.detail].append(ground)
    return tuple(_together(tie, some, language) for some in alike.values())


def _together(tie: Tie, grounds: Sequence[Ground], language: Language) -> str:
    *before, last = dict.fromkeys(span_text(each, language) for each in grounds)
    between, finally_ = ("、", "、") if language == "zh" else (", ", " and ")
    return _said(tie, grounds[0], finally_.join(filter(None, (between.join(before), last))), language)


def span_text(ground: Ground, language: Language) -> str:
    """The interval of a ground: `2012.11 至 2016.03`; that it is not known where nothing says."""
    since, until = (date and (date.replace("-", ".") if language == "zh" else date) for date in _ends(ground))
    if ground.lasts and since:
        return words()("span_open", language, since=since)
    if since and until and since != until:
        return words()("span", language, since=since, until=until)
    if since and not until:
        return words()("span_since", language, since=since)
    if until and not since:
        return words()("span_until", language, until=until)
    return str(since or words()("span_now" if ground.lasts else "span_unknown", language))


def _ends(ground: Ground) -> tuple[str | None, str | None]:
    return ground.since, ground.until


def _ties_of(name: str, facts: Facts) -> Iterator[Tie]:
    grounds: dict[tuple[str, str], dict[Ground, tuple[str, ...]]] = defaultdict(dict)
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for start, end, named, ground in _module(name).find(facts):
        # two posts at one unit tell the same of the same time once, with the records of both
        said = replace(ground, records=())
        grounds[start, end][said] = (*grounds[start, end].get(said, ()), *ground.records)
        names[start, end] = named
    for (start, end), some in sorted(grounds.items()):
        told = [replace(each, records=tuple(dict.fromkeys(records))) for each, records in some.items()]
        newest = sorted(_stretches(told), key=lambda each: (each.since or "", each.records), reverse=True)
        yield Tie(name, start, end, names[start, end], tuple(newest))


def _stretches(grounds: Iterable[Ground]) -> Iterator[Ground]:
    """The grounds, those that tell the same of times that overlap or follow at once as one: terms of one office.

    One whose start or end is not known stays as it is: nothing can be concluded of it.
    """
    alike: dict[tuple[str, str], list[Ground]] = defaultdict(list)
    for each in grounds:
        if each.since and (each.until or each.lasts):
            alike[each.place, each.detail].append(each)
        else:
            yield each
    for some in alike.values():
        yield from (_as_one(each) for each in stretches(some, _bounds))


def _bounds(ground: Ground) -> tuple[str, str | None]:
    return ground.since or "", None if ground.lasts else ground.until


def _as_one(grounds: Sequence[Ground]) -> Ground:
    """From the start of the first to the latest end, on the records of all."""
    records = tuple(dict.fromkeys(record for each in grounds for record in each.records))
    until = latest(_bounds(each)[1] for each in grounds)
    return replace(grounds[0], records=records, until=until, lasts=until is None)


def _module(name: str) -> Any:  # noqa: ANN401 - a module with `KIND` and `find`
    return importlib.import_module(f"{kinds.__name__}.{name}")
