"""Why the operating system refused something, in both languages: its own text is in whatever language it speaks."""

from __future__ import annotations

import errno
from typing import Final

from graph.model.words import Both, load_words

_OTHER: Final = "other"


def refused_because(error: OSError) -> Both:
    """The reason by the error's number, to stand within a sentence; the number itself where no words are known."""
    words = load_words(__package__, "refused.toml")
    name = errno.errorcode.get(error.errno or 0, _OTHER)
    said = error.strerror or type(error).__name__
    return words.both(name if name in words else _OTHER, number=error.errno or type(error).__name__, said=said)
