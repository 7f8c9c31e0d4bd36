"""What tells things of one name apart in a picture: a birth month, a unit, a place, a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from graph.model.values import is_partial_date
from queries.parts import Node
from queries.runner import run_view
from webui.frame.language import say
from webui.held.services import services
from webui.parts.formats import date_text
from webui.parts.names import thing_name

_TELLING: Final = ("birth_month", "region", "unit_name", "year", "date", "start", "number", "native_place", "code")
"""Properties in the order in which they are tried; the first that differs among namesakes is told."""


def names_apart(things: Iterable[Node]) -> dict[str, str]:
    """What each thing is called, by its id; namesakes of one kind with what tells them apart in brackets."""
    alike: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for each in things:
        alike[each.label, thing_name(each.label, each.name)].append(each)
    names = {each.id: name for (_, name), some in alike.items() for each in some}
    namesakes = [some for some in alike.values() if len(some) > 1]
    units = _units(each.id for some in namesakes for each in some if each.label == "Post")
    for some in namesakes:
        names |= {ident: say("in_brackets", text=names[ident], more=text) for ident, text in _told(some, units).items()}
    return names


def _told(namesakes: list[Node], units: Mapping[str, str]) -> Mapping[str, str]:
    """What is told of each, by id: of those of whom there is nothing to tell the end of the id, so that they differ."""
    for texts in _offered(namesakes, units):
        if len(set(texts.values())) == len(namesakes):
            return texts
    first = next((texts for texts in _offered(namesakes, units) if len(set(texts.values())) > 1), {})
    return {each.id: " ".join(filter(None, (first.get(each.id), each.id[-4:]))) for each in namesakes}


def _offered(namesakes: list[Node], units: Mapping[str, str]) -> Iterator[dict[str, str]]:
    if any(each.id in units for each in namesakes):
        yield {each.id: units.get(each.id, "") for each in namesakes}
    for name in _TELLING:
        yield {each.id: _text(each.properties.get(name)) for each in namesakes if each.properties.get(name)}


def _text(value: object) -> str:
    text = str(value)
    return date_text(text) if is_partial_date(text) else text


def _units(ids: Iterable[str]) -> dict[str, str]:
    asked = list(ids)
    rows = run_view(services().graph, "graph_post_units", ids=asked) if asked else []
    return {row["id"]: row["unit"] for row in rows}
