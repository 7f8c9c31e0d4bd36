"""What a person ruled where sources differ: the value that holds all the same, and records that are not accepted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from graph.model.schema import Property, RecordType
from ingest.clean.values import ValueProblem, reader
from ingest.election import agree
from ingest.spans import Span
from ingest.statements import Statement

WHOLE: Final = "整条记录"
"""The matter of a ruling about a record as a whole."""

ACCEPTED: Final = "采信"
REFUSED: Final = "不予采信"

_BAR: Final = "|"


@dataclass(frozen=True, slots=True)
class Choice:
    """The value a person chose for a property, and the source record in which that is written."""

    value: Any
    record: str
    date: str | None


@dataclass(frozen=True, slots=True)
class _Ruling:
    matter: str
    choice: Choice
    refused: bool
    anchor: str


class Rulings:
    """The rulings about one cadre, by the record they are about; of two about the same matter the later holds."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._about: dict[tuple[str, ...], list[_Ruling]] = defaultdict(list)
        for each in sorted(statements, key=_order):
            values = each.draft.values
            refused = values.get("decision") == REFUSED and values.get("matter") == WHOLE
            if refused or (values.get("decision") == ACCEPTED and values.get("value") is not None):
                key, anchor = _split(str(values.get("fact") or ""))
                choice = Choice(values.get("value"), each.source.id, values.get("ruled_on"))
                self._about[key].append(_Ruling(str(values.get("matter")), choice, refused, anchor))

    def chosen(self, declared: RecordType, key: Sequence[object], group: Sequence[Statement]) -> dict[str, Choice]:
        """The choices about the fact that a group of statements means, by property; `key` is the fact's."""
        names = {each.zh: name for name, each in declared.properties.items()}
        found: dict[str, Choice] = {}
        for each in self._of(declared, key, group):
            name = names.get(each.matter, each.matter)
            if not each.refused and rulable(declared, name):
                value = _typed(declared.properties[name], each.choice.value)
                found |= {name: replace(each.choice, value=value)} if value is not None else {}
        return found

    def refuses(self, declared: RecordType, key: Sequence[object], group: Sequence[Statement]) -> bool:
        """Whether the fact is not accepted; a cadre as such always is."""
        return declared.label != "Cadre" and any(each.refused for each in self._of(declared, key, group))

    def _of(self, declared: RecordType, key: Sequence[object], group: Sequence[Statement]) -> list[_Ruling]:
        if not self._about:
            return []
        if declared.label == "Cadre":
            return self._about.get((), [])
        mine, _ = _split(fact_name(declared, key))
        return [each for each in self._about.get(mine, []) if not declared.interval or _meant(each.anchor, group)]


def fact_name(declared: RecordType, key: Sequence[object]) -> str:
    """What a ruling calls a fact: its kind and key but for the cadre; when it began stands last."""
    told = [
        (name, part)
        for name, part in zip(declared.key, key, strict=True)
        if not (name in declared.links and declared.links[name].target == "Cadre")
    ]
    parts = [str(part or "").replace(_BAR, "/") for name, part in told if name != "start"]
    start = next((str(part or "") for name, part in told if name == "start"), "")
    return _BAR.join((declared.zh, *parts, start))


def _split(name: str) -> tuple[tuple[str, ...], str]:
    """The kind and key of a fact's name, and when it began."""
    if not name:
        return (), ""
    *key, anchor = name.split(_BAR)
    return tuple(key), anchor


def _order(each: Statement) -> tuple[str, str]:
    return str(each.draft.values.get("ruled_on")), each.source.id


def _meant(anchor: str, group: Sequence[Statement]) -> bool:
    """Whether a stretch that began then is among those that the group tells of."""
    begun = Span(anchor or None, anchor or None, [])
    for values in (each.draft.values for each in group):
        if agree(values.get("start"), anchor or None) or begun.overlaps(
            Span(values.get("start"), values.get("end"), [])
        ):
            return True
    return False


def rulable(declared: RecordType, name: str) -> bool:
    """Whether a property may be chosen: one that is not what tells the record from others, but for its start."""
    return name in declared.properties and (name == "start" or name not in declared.key)


def _typed(declared: Property, value: object) -> object:
    """A ruling's text as a value of the property; None where it is none."""
    try:
        return reader(declared, "9999-12-31")(str(value))
    except ValueProblem:
        return None
