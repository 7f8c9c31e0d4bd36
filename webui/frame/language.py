"""Which language a page speaks, and the texts in it."""

from __future__ import annotations

import unicodedata
from typing import Final, cast

from flask import Flask, Response, g, request

from graph.model.words import Language, Words, load_words
from graph.settings import LANGUAGES
from webui.held.services import services

_TURNING: Final = frozenset({"R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI"})
"""Kinds of characters that turn the direction of what follows."""
COOKIE: Final = "zhishi_lang"
_YEAR: Final = 365 * 24 * 3600


def words() -> Words:
    """The texts of the viewer."""
    return load_words("webui", "words")


def language() -> Language:
    """The language of the present request: `?lang=`, else the cookie, else the setting."""
    return cast("Language", g.language)


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
    if isinstance(value, str) and any(unicodedata.bidirectional(each) in _TURNING for each in value):
        return f"\u2068{value}\u2069"
    return value


def install_language(app: Flask) -> None:
    """Choose a language for each request and remember the choice; templates say texts with `t`."""
    app.before_request(_choose)
    app.after_request(_remember)
    app.add_template_global(say, "t")


def _choose() -> None:
    asked = (request.args.get("lang"), request.cookies.get(COOKIE), services().settings.language)
    g.language = next((each for each in asked if each in LANGUAGES), "zh")


def _remember(response: Response) -> Response:
    if request.args.get("lang") in LANGUAGES and request.cookies.get(COOKIE) != g.language:
        response.set_cookie(COOKIE, g.language, max_age=_YEAR, httponly=True, samesite="Lax")
    return response
