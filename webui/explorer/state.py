"""All that a picture of relations shows, as its address says it: a link is a picture, and a step back is a link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from analysis.network.layouts import layout_names
from analysis.network.ties import MARK, kind_names
from graph.errors import InputError
from graph.model.days import date_asked
from graph.model.values import first_day
from graph.model.words import sayings
from webui.explorer.facets import is_facet
from webui.explorer.span import Span
from webui.frame.past import as_written

_say: Final = sayings("webui")

MOST_STEPS: Final = 400
MOST_SEEDS: Final = 2000
_ID: Final = re.compile(r"[a-z]{3}_[0-9a-f]{20}")
_RELATION: Final = re.compile(r"(?P<type>~?[A-Za-z_]+)(?P<sign>[<>])(?P<label>[A-Za-z]+)")
_SEED: Final = re.compile(r"(query|list|tree):.+", re.DOTALL)
_FIELDS: Final = {"open": 4, "add": 2, "hide": 2, "pin": 4, "unpin": 2, "group": 3, "ungroup": 3}
"""How many parts a step of each kind has."""


@dataclass(frozen=True, slots=True)
class Way:
    """A relation seen from a thing: its type (a derived kind begins with `~`), direction and label of the other end."""

    type: str
    outward: bool
    label: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """From `HELD>Tenure`; raises InputError for what is none."""
        found = _RELATION.fullmatch(text)
        if found is None:
            raise _wrong(text)
        way = cls(found["type"], found["sign"] == ">", found["label"])
        if way.kind is not None and way.kind not in kind_names():
            raise _wrong(text)
        return way

    def __str__(self) -> str:
        """As an address has it."""
        return f"{self.type}{'>' if self.outward else '<'}{self.label}"

    @property
    def kind(self) -> str | None:
        """The derived kind; None for a relation of the graph."""
        return self.type.removeprefix(MARK) if self.type.startswith(MARK) else None


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done to a picture: `open`, `add`, `hide`, `pin`, `unpin`, `group` or `ungroup` of the thing `id`."""

    verb: str
    id: str
    more: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """From `open:cad_…:HELD>Tenure:20`; raises InputError for what is none."""
        verb, *rest = text.split(":")
        if _FIELDS.get(verb) != len(rest) + 1 or not rest or not _ID.fullmatch(rest[0]):
            raise _wrong(text)
        step = cls(verb, rest[0], tuple(rest[1:]))
        if verb in ("open", "group", "ungroup"):
            Way.parse(rest[1])
        if any(not re.fullmatch(r"-?\d{1,6}", each) for each in (rest[1:] if verb == "pin" else rest[2:])):
            raise _wrong(text)
        return step

    def __str__(self) -> str:
        """As an address has it."""
        return ":".join((self.verb, self.id, *self.more))

    @property
    def way(self) -> Way:
        """The relation of a step that has one."""
        return Way.parse(self.more[0])

    @property
    def most(self) -> int:
        """How many things an `open` brings at most."""
        return min(max(int(self.more[1]), 1), 1000)


@dataclass(frozen=True, kw_only=True)
class State:
    """The picture: what it starts with, what was done to it, what of it is shown and how it lies.

    `back` of the steps are undone, the last first; they are kept so that they can be done again. `alone` says that what
    has no link in the time asked for is drawn all the same.
    """

    seeds: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    back: int = 0
    layout: str = "force"
    about: str = ""
    without: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    known: str = ""
    least: int = 0
    alone: bool = False
    find: str = ""
    part: int = 1

    @property
    def day(self) -> str:
        """The one day the picture is of, as `YYYY-MM-DD`; empty where it is of a longer time or of all times."""
        return self.since if Span(self.since, self.until).is_day else ""

    @property
    def done(self) -> tuple[Step, ...]:
        """The steps in force."""
        return self.steps[: len(self.steps) - self.back]

    def doing(self, step: Step, **changes: Any) -> State:  # noqa: ANN401 - as the fields are
        """After one more step; what was undone is gone."""
        return replace(self, steps=(*self.done, step), back=0, **{"part": 1, **changes})

    def undone(self) -> State | None:
        """Before the last step; None where there is none."""
        return replace(self, back=self.back + 1) if self.done else None

    def redone(self) -> State | None:
        """With the step that was undone last; None where there is none."""
        return replace(self, back=self.back - 1) if self.back else None

    def toggled(self, name: str, value: str) -> State:
        """With a value in or out of `without`, `having`, `cut` or `ties`."""
        there: tuple[str, ...] = getattr(self, name)
        now = tuple(each for each in there if each != value) if value in there else (*there, value)
        return replace(self, **{name: now, "part": 1})  # type: ignore[arg-type]  # those four are tuples of texts

    def arguments(self) -> dict[str, Any]:
        """What an address of it carries; nothing for what is as it starts."""
        told = {
            "at": list(self.seeds),
            "do": [str(each) for each in self.steps],
            "back": self.back,
            "by": "" if self.layout == "force" else self.layout,
            "about": self.about,
            "no": list(self.without),
            "cut": list(self.cut),
            "has": list(self.having),
            "ties": list(self.ties),
            "as_of": self.day,
            "from": "" if self.day else self.since,
            "to": "" if self.day else self.until,
            "known_on": self.known,
            "least": self.least,
            "alone": int(self.alone),
            "find": self.find,
            "part": self.part if self.part > 1 else 0,
        }
        return {name: value for name, value in told.items() if value}


NAMES: Final = (
    *("at", "do", "back", "by", "about", "no", "has", "cut", "ties"),
    *("as_of", "from", "to", "known_on", "least", "alone", "find", "part"),
)
"""The names in an address that are the picture's."""


def read_state(given: Mapping[str, Sequence[str]]) -> State:
    """The state an address holds, by name and values; raises InputError for what cannot be meant."""
    seeds = tuple(dict.fromkeys(each.strip() for each in given.get("at", ()) if each.strip()))
    steps = tuple(Step.parse(each) for each in given.get("do", ()) if each)
    if len(seeds) > MOST_SEEDS or len(steps) > MOST_STEPS:
        raise InputError(
            _say("picture_address_too_long"),
            hint=_say("picture_address_too_long_hint"),
        )
    for each in seeds:
        if not _ID.fullmatch(each) and not _SEED.fullmatch(each):
            raise _wrong(each)
    since, until = _day(given, "from"), _day(given, "to")
    if not (since or until) and (day := _day(given, "as_of")):
        since = until = first_day(day)
    return State(
        seeds=seeds,
        steps=steps,
        back=min(_number(given, "back"), len(steps)),
        layout=_one_of(_text(given, "by"), layout_names(), "force"),
        about=_id(_text(given, "about")),
        without=_names(given.get("no", ())),
        having=_facets(given.get("has", ())),
        cut=_names(given.get("cut", ())),
        ties=tuple(each for each in kind_names() if each in given.get("ties", ())),
        since=since,
        until=until,
        known=first_day(known) if (known := _day(given, "known_on")) else "",
        least=min(_number(given, "least"), 1000),
        alone=_text(given, "alone") == "1",
        find=_text(given, "find")[:60],
        part=max(_number(given, "part"), 1),
    )


def kept(state: State, *without: str) -> Iterator[tuple[str, str]]:
    """What a form keeps of the address of a picture, name by name and value by value."""
    for name, value in state.arguments().items():
        if name not in without:
            yield from ((name, str(each)) for each in (value if isinstance(value, list) else [value]))


def is_id(text: str) -> bool:
    """Whether a text has the shape of an id."""
    return _ID.fullmatch(text) is not None


def _text(given: Mapping[str, Sequence[str]], name: str) -> str:
    return next((each.strip() for each in given.get(name, ()) if each.strip()), "")


def _number(given: Mapping[str, Sequence[str]], name: str) -> int:
    text = _text(given, name)
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else 0


def _id(text: str) -> str:
    if text and not _ID.fullmatch(text):
        raise _wrong(text)
    return text


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in values if re.fullmatch(r"~?[A-Za-z_]{1,40}", each)))


def _facets(values: Iterable[str]) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(each for each in values if each))
    for each in chosen:
        if not is_facet(each):
            raise _wrong(each)
    return chosen


def _one_of(text: str, names: Sequence[str], otherwise: str) -> str:
    if text and text not in names:
        raise _wrong(text)
    return text or otherwise


def _day(given: Mapping[str, Sequence[str]], name: str) -> str:
    text = as_written(_text(given, name))
    return date_asked(text) if text else ""


def _wrong(text: str) -> InputError:
    return InputError(
        _say("picture_address_bad", text=text[:80]),
        hint=_say("picture_address_bad_hint"),
    )
