"""Formats by name: what is said of one that nobody writes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from graph.errors import UsageError
from graph.model.suggestions import there_are
from graph.model.words import sayings

_say: Final = sayings("export")


def no_such_format(format: str, known: Iterable[str]) -> UsageError:  # noqa: A002 - the word of every other place
    """The error for a format there is not; the hint names those there are."""
    return UsageError(_say("no_such_format", format=format), hint=there_are(known))
