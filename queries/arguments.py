"""What a reader gives for the parameters of a query, turned into what the engine is sent."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from graph.errors import AmbiguousError, InputError, NotFoundError, UsageError
from graph.model.codes import code_list
from graph.model.schema import Access
from graph.model.suggestions import did_you_mean
from graph.model.values import first_day, is_partial_date, last_day
from graph.model.words import Both, listed, sayings
from graph.store.connection import Graph
from queries.catalogue import find_query
from queries.clearance import may_run
from queries.contract import columns_returned
from queries.desk.lists import PREFIX, named_list
from queries.file import ChoicesByQuery, Parameter, QueryFile
from queries.record_named import record_named
from queries.runner import run_view
from queries.search import cadre_named
from queries.units import units_called

_say: Final = sayings("queries")

Given = Mapping[str, str | Sequence[str]]
"""Texts as they stand on a command line, in an address or in a form; several values of one name as a sequence."""

BELOW: Final = "_below"
"""Ending of the name that says whether what is below a unit counts: `unit=青屿区`, `unit_below=no`."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_MOST_CHOICES: Final = 500
_MOST_MEANT: Final = 5

_YES: Final = {"yes", "y", "true", "1", "是", "on"}
_NO: Final = {"no", "n", "false", "0", "否", "off"}


@dataclass(frozen=True, slots=True)
class Arguments:
    """Values for one run: what the engine is sent, what was asked for in words, and what ids and short names mean."""

    bound: Mapping[str, Any]
    shown: Mapping[str, Any]
    names: Mapping[str, str]
    chosen: frozenset[str]
    """The parameters that have another value than they have by themselves."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """What reading one value needs."""

    graph: Graph
    today: str
    name: str
    parameter: Parameter
    below: bool
    data: Path | None
    access: Access = Access.PUBLIC
    """What the query may read, and so what a record may be told by, and which queries may tell its choices."""
    names: dict[str, str] = field(default_factory=dict)
    """What was found to be meant, by the text that was given for it."""


def read_arguments(graph: Graph, query: QueryFile, given: Given, today: str, data: Path | None = None) -> Arguments:
    """The arguments of a run, each declared parameter bound, null where it was left out; named lists are in `data`.

    Raises UsageError for a name the query does not take, InputError for a value that is not of the parameter's type,
    NotFoundError and AmbiguousError for a cadre, unit, post or record that is not there or not the only one.
    """
    declared = query.header.parameters
    _refuse_unknown(query, given)
    bound: dict[str, Any] = {}
    shown: dict[str, Any] = {}
    names: dict[str, str] = {}
    chosen: set[str] = set()
    for name, parameter in declared.items():
        below = _below(name, parameter, given)
        default = _default(parameter)
        texts = _texts(given.get(name)) or default
        if not texts and parameter.required:
            raise InputError(
                _say("parameter_needs_value", name=name, help=Both(parameter.help.zh, parameter.help.en)),
                hint=_say("parameter_needs_value_hint", name=name),
            )
        reader = _Reader(graph, today, name, parameter, below, data, query.access, names)
        bound[name] = _READERS[parameter.type](reader, texts) if texts else None
        shown[name] = _shown(parameter, texts)
        if texts != default:
            chosen.add(name)
        if parameter.type == "unit" and texts and below != parameter.below:
            shown[name + BELOW] = "yes" if below else "no"
    return Arguments(bound, shown, names | _names(graph, query, bound, shown), frozenset(chosen))


def _names(graph: Graph, query: QueryFile, bound: Mapping[str, Any], shown: Mapping[str, Any]) -> dict[str, str]:
    """The names of cadres that were given by id."""
    ids: dict[str, None] = {}
    for name, parameter in query.header.parameters.items():
        if parameter.type in ("cadre", "cadres") and bound[name] is not None:
            sent = {bound[name]} if parameter.type == "cadre" else set(bound[name])
            ids.update(dict.fromkeys(each for each in _split(_texts(shown[name])) if each in sent))
    if not ids:
        return {}
    return {row["id"]: row["name"] for row in run_view(graph, "cadres_by_id", ids=list(ids))}


def read_value(graph: Graph, name: str, parameter: Parameter, text: str, today: str) -> Any:  # noqa: ANN401 - by its type
    """One value as the engine is sent it; raises as `read_arguments` does."""
    return _READERS[parameter.type](_Reader(graph, today, name, parameter, parameter.below, None), [text])


def _shown(parameter: Parameter, texts: Sequence[str]) -> str | list[str] | None:
    if not texts:
        return None
    return list(texts) if parameter.type in ("several_of", "texts", "cadres") else texts[0]


def _texts(value: str | Sequence[str] | None) -> list[str]:
    """The values that are not blank, one character invisible or not."""
    values = [value] if isinstance(value, str) else list(value or ())
    if any(_SURROGATE.search(text) for text in values):
        raise InputError(_say("half_character"), hint=_say("half_character_hint"))
    return [text.strip() for text in values if text.strip()]


def _default(parameter: Parameter) -> list[str]:
    default = parameter.default
    if default is None:
        return []
    if isinstance(default, bool):
        return ["yes" if default else "no"]
    return [str(default)] if not isinstance(default, list) else list(default)


def _refuse_unknown(query: QueryFile, given: Given) -> None:
    declared = query.header.parameters
    known = [*declared, *(name + BELOW for name, each in declared.items() if each.type == "unit")]
    for name in given:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
            takes = listed(known) if known else _say("no_parameters")
            raise UsageError(
                _say("no_such_parameter", query=query.name, name=name),
                hint=did_you_mean(near) if near else _say("parameters_listed", takes=takes),
            )


def _below(name: str, parameter: Parameter, given: Given) -> bool:
    texts = _texts(given.get(name + BELOW))
    return _yes_no_of(name + BELOW, texts[0]) if texts else parameter.below


def _one(reader: _Reader, texts: Sequence[str]) -> str:
    if len(texts) > 1:
        raise InputError(_say("one_value_only", reader=reader.name, texts=len(texts)), hint=_say("one_value_only_hint"))
    return texts[0]


def _wrong(reader: _Reader, text: str, wants: Both) -> InputError:
    return InputError(_say("value_refused", reader=reader.name, text=text[:80]), hint=wants)


def _text(reader: _Reader, texts: Sequence[str]) -> str:
    return _one(reader, texts)


def _integer(reader: _Reader, texts: Sequence[str]) -> int:
    text = _one(reader, texts)
    low, high = reader.parameter.minimum, reader.parameter.maximum
    try:
        number = int(text)
    except ValueError:
        raise _wrong(reader, text, _say("value_wants_number")) from None
    if (low is not None and number < low) or (high is not None and number > high) or abs(number) >= 2**63:
        raise _wrong(
            reader,
            text,
            _say("value_wants_number_between", low="…" if low is None else low, high="…" if high is None else high),
        )
    return number


def _date(reader: _Reader, texts: Sequence[str]) -> str:
    text = _one(reader, texts)
    if text == "today":
        return reader.today
    if not is_partial_date(text):
        raise _wrong(reader, text, _say("value_wants_date"))
    day = last_day(text) if reader.parameter.last_day else first_day(text)
    try:
        date.fromisoformat(day)
    except ValueError:
        raise _wrong(reader, text, _say("value_no_such_day")) from None
    return day


def _month(reader: _Reader, texts: Sequence[str]) -> str:
    return _date(reader, texts)[:7]


def _yes_no(reader: _Reader, texts: Sequence[str]) -> bool:
    return _yes_no_of(reader.name, _one(reader, texts))


def _yes_no_of(name: str, text: str) -> bool:
    if text.lower() in _YES:
        return True
    if text.lower() in _NO:
        return False
    raise InputError(_say("value_not_yes_or_no", name=name, text=text[:80]), hint=_say("value_not_yes_or_no_hint"))


def choices_found(
    graph: Graph, choices: ChoicesByQuery, today: str, clearance: Access, data: Path | None = None
) -> tuple[str, ...]:
    """The values that another saved query returns in one of its columns, each once, in their order.

    Raises WithheldError where that query is above the class: a refusal would tell its values.
    """
    query = find_query(choices.query, data)
    may_run(query, clearance)
    bound = read_arguments(graph, query, {}, today, data).bound
    answer = graph.run(query.cypher, bound, most=_MOST_CHOICES, seconds=query.header.seconds)
    columns = answer.columns or columns_returned(query.cypher)
    at = columns.index(choices.column)
    return tuple(dict.fromkeys(str(row[at]) for row in answer.rows if row[at] is not None))


def _choice(reader: _Reader, text: str) -> str:
    choices = reader.parameter.choices
    if isinstance(choices, ChoicesByQuery):
        found_there = choices_found(reader.graph, choices, reader.today, reader.access, reader.data)
        if text not in found_there:
            raise _not_among(reader, text, found_there)
        return text
    if isinstance(choices, str):
        found = code_list(choices).find(text)
        if found is None and not code_list(choices).open:
            raise _not_among(reader, text, code_list(choices).names)
        return found or text
    if isinstance(choices, tuple) and text not in choices:
        raise _not_among(reader, text, choices)
    return text


def _not_among(reader: _Reader, text: str, names: Sequence[str]) -> InputError:
    near = difflib.get_close_matches(text, names, n=1, cutoff=0.5)
    found = _say("value_one_of", names=listed(names[:30]))
    return _wrong(reader, text, did_you_mean(near) + found if near else found)


def _one_of(reader: _Reader, texts: Sequence[str]) -> str:
    return _choice(reader, _one(reader, texts))


def _several_of(reader: _Reader, texts: Sequence[str]) -> list[str]:
    return [_choice(reader, text) for text in _split(texts)]


def _several_texts(reader: _Reader, texts: Sequence[str]) -> list[str]:  # noqa: ARG001 - as the others take it
    return _split(texts)


def _level(reader: _Reader, texts: Sequence[str]) -> str:
    text = _one(reader, texts)
    levels = code_list("position_level")
    found = levels.find(text)
    if found is None:
        raise _not_among(reader, text, levels.names)
    return found


def _cadre(reader: _Reader, texts: Sequence[str]) -> str:
    return cadre_named(reader.graph, _one(reader, texts))


def _cadres(reader: _Reader, texts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(cadre for text in _split(texts) for cadre in _listed(reader, text)))


def _listed(reader: _Reader, text: str) -> Sequence[str]:
    """The cadres of a named list, or the one cadre of this id or name."""
    if text.startswith(PREFIX) and reader.data is not None:
        return named_list(reader.data, text.removeprefix(PREFIX).strip()).cadres
    return [cadre_named(reader.graph, text)]


def _split(texts: Sequence[str]) -> list[str]:
    """Several values, given one by one or in one text with commas."""
    return [part.strip() for text in texts for part in text.replace("，", ",").split(",") if part.strip()]


def _unit(reader: _Reader, texts: Sequence[str]) -> list[str]:
    """Ids of the unit, and of what is below it where that counts."""
    text = _one(reader, texts)
    rows = units_called(reader.graph, text)
    if not rows:
        near = [row["name"] for row in run_view(reader.graph, "units_like", text=text, limit=_MOST_MEANT)]
        raise NotFoundError(_say("no_unit_of_text", text=text), hint=_meant(near, "no_unit_of_text_hint"))
    if len(rows) > 1:
        raise AmbiguousError(
            _say("several_units_of_name", rows=len(rows), text=text), [f"{r['id']}  {r['name']}" for r in rows]
        )
    reader.names[text] = rows[0]["name"]
    if not reader.below:
        return [rows[0]["id"]]
    return [row["id"] for row in run_view(reader.graph, "units_below", unit=rows[0]["id"])]


def _meant(names: Sequence[str], else_: str) -> Both:
    """A question for names that hold what was written; what to write where there are none."""
    return did_you_mean(names) if names else _say(else_)


def _post(reader: _Reader, texts: Sequence[str]) -> list[str]:
    """Ids of the posts of this id, of this title, or of this unit and title written together."""
    text = _one(reader, texts)
    rows = run_view(reader.graph, "posts_named", text="".join(text.split()))
    if not rows:
        like = run_view(reader.graph, "posts_like", text=text, limit=_MOST_MEANT)
        near = [f"{row['unit']}{row['title']}" for row in like]
        raise NotFoundError(
            _say("no_post_of_text", text=text),
            hint=_meant(near, "no_post_of_text_hint"),
        )
    if len(rows) == 1:
        reader.names[text] = f"{rows[0]['unit']}{rows[0]['title']}"
    return [row["id"] for row in rows]


def _record(reader: _Reader, texts: Sequence[str]) -> str:
    assert reader.parameter.of is not None
    text = _one(reader, texts)
    found = record_named(reader.graph, reader.parameter.of, text, reader.access)
    reader.names[text] = found.name
    return found.id


_READERS: Final[Mapping[str, Callable[[_Reader, Sequence[str]], Any]]] = {
    "text": _text,
    "integer": _integer,
    "month": _month,
    "day": _date,
    "yes_no": _yes_no,
    "one_of": _one_of,
    "several_of": _several_of,
    "texts": _several_texts,
    "level": _level,
    "cadre": _cadre,
    "cadres": _cadres,
    "unit": _unit,
    "post": _post,
    "record": _record,
}
