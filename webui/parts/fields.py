"""The form of a saved query: one field for each of its parameters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from flask import request

from graph.model.codes import code_list
from queries.arguments import BELOW, choices_found
from queries.catalogue import find_query
from queries.file import OF_THE_PAGE, ChoicesByQuery, Parameter, QueryFile, described
from queries.fulltext import search_labels
from queries.in_words import coded
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.held.services import services
from webui.parts.meant import meant
from webui.parts.names import kind_name

Given = Mapping[str, Sequence[str]]

PROPOSED: Final = ("cadre", "unit", "post", "thing")
"""Types of parameters whose values are proposed while one types."""

_SEVERAL: Final = ("cadres", "texts")
"""Types whose several values stand in one field, with commas."""


@dataclass(frozen=True)
class Field:
    """One parameter in the form: a text, a number or, with choices, a list to choose from."""

    name: str
    label: str
    keys: str
    """Which keys a telephone shows: numeric or text."""
    value: str
    values: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    several: bool
    required: bool
    suggest: str
    """Where a script asks what the typed text may mean; empty for a value that is no thing of the graph."""
    below: bool | None
    """For a unit: whether what is below it counts; None for anything else."""
    wanted: str
    """What stands in the empty field: what it takes where it must be filled, that anything goes where not."""
    stands_for: str
    """What the value means where it was given as an id: the name, and what tells it from its namesakes."""


def given_values() -> dict[str, list[str]]:
    """The query's own parameters in the address."""
    return {name: values for name, values in request.args.lists() if name not in OF_THE_PAGE}


def fields_of(query: QueryFile, given: Given) -> tuple[Field, ...]:
    """The fields, filled with what was given, else with the defaults."""
    return tuple(_field(name, each, given) for name, each in query.header.parameters.items())


def _field(name: str, parameter: Parameter, given: Given) -> Field:
    default = parameter.default
    defaults = tuple(default) if isinstance(default, list) else (described(default),) if default is not None else ()
    values = tuple(text for text in given.get(name, ()) if text.strip()) or defaults
    if parameter.type == "day":
        values = tuple(services().today() if text == "today" else text for text in values)
    texts = [text for each in values for text in (each.split(",") if parameter.type in _SEVERAL else [each])]
    found = [(text, meant(parameter, text)) for text in texts]
    below = None
    if parameter.type == "unit":
        below = (given.get(name + BELOW) or ["yes" if parameter.below else "no"])[0] == "yes"
    return Field(
        name=name,
        label=parameter.help(language()),
        # a day may be as short as a year, and "today" is a day: a plain text takes them all
        keys="numeric" if parameter.type == "integer" else "text",
        value=", ".join(
            each.value if each else text for text, each in found[: None if parameter.type in _SEVERAL else 1]
        ),
        values=values,
        choices=_choices(parameter),
        several=parameter.type == "several_of",
        required=parameter.required,
        suggest=_suggested(parameter),
        below=below,
        wanted=_wanted(parameter),
        stands_for=say("list_semicolon").join(each.told for _, each in found if each and each.told != each.value),
    )


def _wanted(parameter: Parameter) -> str:
    if not parameter.required:
        return say("query_any")
    kind = parameter.type if parameter.type in (*PROPOSED, "cadres") else "record" if parameter.of else "other"
    return say(f"query_wanted_{kind}")


def _suggested(parameter: Parameter) -> str:
    """Where a script asks; of a record only where its label is searched, for it is proposed by its words."""
    if parameter.of:
        searched = parameter.of in search_labels(services().settings.clearance)
        return Urls().suggest(parameter.of) if searched else ""
    return Urls().suggest(parameter.type) if parameter.type in PROPOSED else ""


def _choices(parameter: Parameter) -> tuple[tuple[str, str], ...]:
    """Stored value and shown name of each choice; none where the value is free."""
    if parameter.type == "yes_no":
        return (("yes", say("yes")), ("no", say("no")))
    choices = "position_level" if parameter.type == "level" else parameter.choices
    if isinstance(choices, str):
        listed = code_list(choices)
        return tuple((each, listed.label(each, language())) for each in listed.names)
    if isinstance(choices, tuple):
        return tuple((each, coded(choices, kind_name(each), language())) for each in choices)
    if isinstance(choices, ChoicesByQuery):
        own = services()
        clearance, data = own.settings.clearance, own.settings.data
        may_see = find_query(choices.query, data).access <= clearance
        choices = choices_found(own.graph, choices, own.today(), clearance, data) if may_see else ()
    return tuple((each, kind_name(each)) for each in choices or ())
