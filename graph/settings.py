"""Every setting there is: name, default, environment variable and a sentence. Nothing else reads the environment."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final

import platformdirs

from graph.errors import UsageError
from graph.model.schema import Access
from graph.model.words import sayings

LANGUAGES: Final = ("zh", "en")
_say: Final = sayings("graph")


def _setting(variable: str, sentence: str, *, default: object = None, secret: bool = False) -> Any:  # noqa: ANN401 - as dataclasses.field
    """A field of `Settings`; a secret one is kept out of its repr."""
    return field(default=default, repr=not secret, metadata={"variable": variable, "sentence": sentence})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the person running the program may choose; see `Settings.from_env`."""

    data: Path = _setting(  # noqa: RUF009 - a field, as `dataclasses.field` makes it; so are those below
        "ZHISHI_DATA",
        "Folder of the embedded graph, the key of the identifiers and the photos; the platform's data folder if unset.",
        default=Path(platformdirs.user_data_dir("zhishi", appauthor=False)),
    )
    neo4j_uri: str | None = _setting(
        "NEO4J_URI", "Address of a Neo4j server, for example neo4j://host:7687; the embedded engine if unset."
    )
    neo4j_username: str = _setting("NEO4J_USERNAME", "User of the Neo4j server.", default="neo4j")
    neo4j_password: str = _setting("NEO4J_PASSWORD", "Password of that user.", default="", secret=True)
    neo4j_database: str | None = _setting(
        "NEO4J_DATABASE", "Database on the Neo4j server; the user's home database if unset."
    )
    heap: str = _setting(
        "ZHISHI_HEAP", "Most memory the embedded engine may take for its heap: 512m, 2g.", default="1536m"
    )
    query_timeout: float = _setting(
        "ZHISHI_QUERY_TIMEOUT",
        "Seconds after which the engine ends a query; the embedded engine takes the value of whoever started it.",
        default=120.0,
    )
    clearance: Access = _setting(  # noqa: RUF009
        "ZHISHI_CLEARANCE",
        "Highest access class that pages and commands show, 1 (public) to 4 (integrity, petitions, family).",
        default=Access.RESTRICTED,
    )
    language: str = _setting("ZHISHI_LANG", "Language of pages and printed tables: zh or en.", default="zh")

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Settings:
        """The settings `environ` gives; an empty variable counts as unset. Raises `UsageError` naming the variable."""
        given = {one.name: environ.get(one.metadata["variable"], "").strip() for one in fields(cls)}
        return cls(**{name: _READERS.get(name, str)(text) for name, text in given.items() if text})


def _folder(text: str) -> Path:
    return Path(text).expanduser().absolute()


def _heap(text: str) -> str:
    if not re.fullmatch(r"[1-9]\d*[mgMG]", text):
        raise UsageError(_say("not_a_memory_size", text=text), hint=_say("not_a_memory_size_hint"))
    return text.lower()


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 1 <= seconds <= 86_400:
        raise UsageError(_say("not_a_number_of_seconds", text=text), hint=_say("not_a_number_of_seconds_hint"))
    return seconds


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise UsageError(_say("not_a_language", text=text), hint=_say("not_a_language_hint"))
    return text


def _clearance(text: str) -> Access:
    if text not in {"1", "2", "3", "4"}:
        raise UsageError(_say("not_an_access_class", text=text), hint=_say("not_an_access_class_hint"))
    return Access(int(text))


_READERS: Final[dict[str, Callable[[str], Any]]] = {
    "data": _folder,
    "heap": _heap,
    "query_timeout": _seconds,
    "clearance": _clearance,
    "language": _language,
}
