"""Which language a page speaks, and the texts in it."""

from __future__ import annotations

import re
import unicodedata
from contextvars import ContextVar
from typing import Final, cast

from flask import Flask, Response, request

from graph.model.words import Language, Words, load_words
from graph.settings import LANGUAGES
from webui.held.services import services

_TURNING: Final = frozenset({"R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI"})
"""Kinds of characters that turn the direction of what follows."""
_MAY_TURN: Final = re.compile("[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufeff\U00010800-\U0001efff]")
"""Where those stand, and few others: most texts hold none."""
COOKIE: Final = "zhishi_lang"
_YEAR: Final = 365 * 24 * 3600
_spoken: Final[ContextVar[Language]] = ContextVar("language")
"""Asked some thousand times a page, which Flask's `g` is slow for."""


def words() -> Words:
    """The texts of the viewer."""
    return load_words("webui", "words")


def language() -> Language:
    """The language of the present request: `?lang=`, else the cookie, else the setting."""
    return _spoken.get()


def speak(chosen: Language) -> None:
    """Have the present request speak a language."""
    _spoken.set(chosen)


def other_language() -> Language:
    """The one that is a click away."""
    return "en" if language() == "zh" else "zh"


def say(key: str, /, **values: object) -> str:
    """The text for `key` in the language of the present request."""
    return words()(key, language(), **{name: _isolated(value) for name, value in values.items()})


def _isolated(value: object) -> object:
    """A value as it stands in a sentence: one that runs from right to left does not turn the words around it.

    Marks of its own kind (U+2068, U+2069) do so in text, titles and drawings alike, where `<bdi>` cannot stand.
    """
    if not isinstance(value, str) or not _MAY_TURN.search(value):
        return value
    if any(unicodedata.bidirectional(each) in _TURNING for each in value):
        return f"\u2068{value}\u2069"
    return value


def install_language(app: Flask) -> None:
    """Choose a language for each request and remember the choice; templates say texts with `t`."""
    app.before_request(_choose)
    app.after_request(_remember)
    app.add_template_global(say, "t")


def _choose() -> None:
    asked = (request.args.get("lang"), request.cookies.get(COOKIE), services().settings.language)
    speak(cast("Language", next((each for each in asked if each in LANGUAGES), "zh")))


def _remember(response: Response) -> Response:
    if request.args.get("lang") in LANGUAGES and request.cookies.get(COOKIE) != language():
        response.set_cookie(COOKIE, language(), max_age=_YEAR, httponly=True, samesite="Lax")
    return response
