"""What is wrong with the shape of a mapping file, in our words: unknown keys, missing ones, values of another kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time
from difflib import get_close_matches
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from graph.model.words import Both
from ingest.mapping.lines import Path as Key
from ingest.mapping.messages import said_by, say, say_any
from ingest.mapping.model import MappingSpec

_KINDS: Final = {
    "string_type": "kind-text",
    "list_type": "kind-list",
    "dict_type": "kind-table",
    "model_type": "kind-table",
    "model_attributes_type": "kind-table",
    "bool_type": "kind-yes-no",
    "bool_parsing": "kind-yes-no",
    "int_type": "kind-number",
    "int_parsing": "kind-number",
    "int_from_float": "kind-number",
    "float_type": "kind-number",
    "float_parsing": "kind-number",
    "string_too_long": "kind-character",
    "string_too_short": "kind-character",
    "too_short": "kind-more",
}
"""What stands in its place, by the error of the library that tells it."""


def shape_faults(error: ValidationError, raw: Mapping[str, Any]) -> Iterator[tuple[Key, Both]]:
    """Each fault with the key it is at; a key that may be of several kinds is told once."""
    kinds: dict[Key, tuple[Any, list[tuple[str, Mapping[str, Any]]]]] = {}
    for each in error.errors():
        key = _written(each["loc"], raw)
        said = _said(each)
        if said is not None:
            yield key, said
        else:
            wanted = ("kind-records", {}) if key == ("record",) else _kind(each)
            kinds.setdefault(key, (each["input"], []))[1].append(wanted)
    for key, (given, some) in kinds.items():
        yield key, say("wrong-kind", given=_shown(given), wanted=say_any(some))


def _said(each: ErrorDetails) -> Both | None:
    """The whole sentence, where it is not about the kind of a value."""
    name = str(each["loc"][-1]) if each["loc"] else ""
    if each["type"] == "extra_forbidden":
        return say("unknown-key", name=name, near=_near(name))
    if each["type"] == "missing" and each["loc"] == ("record",):
        return say("no-record-yet")
    if each["type"] == "missing":
        return say("missing-key", name=name)
    if each["type"] == "value_error":
        return said_by(each["ctx"]["error"])
    return None


def sentence_of(each: ErrorDetails) -> Both:
    """What is wrong with a part of a mapping, in our words where we have any, else in the library's."""
    return _said(each) or Both(each["msg"], each["msg"])


def _kind(each: ErrorDetails) -> tuple[str, Mapping[str, Any]]:
    if each["type"] == "literal_error":
        return "kind-one-of", {"some": each["ctx"]["expected"].replace(" or ", ", ")}
    return _KINDS.get(each["type"], "kind-other"), {"why": each["msg"]}


def _shown(given: object) -> str:
    """What stands in the file, as TOML writes it."""
    text = given.isoformat() if isinstance(given, date | time) else repr(given)
    text = {True: "true", False: "false"}.get(given, text) if isinstance(given, bool) else text
    return text if len(text) <= 40 else f"{text[:40]}…"


def _written(loc: Key, raw: Any) -> Key:  # noqa: ANN401 - whatever TOML holds
    """The part of a location that stands in the file: names of models and unions are none of it."""
    key: list[str | int] = []
    for part in loc:
        known = range(len(raw)) if isinstance(raw, list) else raw if isinstance(raw, Mapping) else ()
        if part in known:
            raw = raw[part]
            key.append(part)
    return tuple(key)


def _near(name: str) -> str:
    return ", ".join(get_close_matches(name, list(dict.fromkeys(_names(MappingSpec.model_json_schema()))), n=3)) or "-"


def _names(schema: Mapping[str, Any]) -> Iterator[str]:
    yield from schema.get("properties", {})
    for each in schema.get("$defs", {}).values():
        yield from each.get("properties", {})
