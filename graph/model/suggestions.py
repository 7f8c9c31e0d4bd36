"""What is said where a name is not known: what may be meant, and what there is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from graph.model.words import Both, listed, sayings

_say: Final = sayings("graph.model")


def did_you_mean(near: Iterable[object]) -> Both:
    """A question for the names that are near to what was written."""
    return _say("did_you_mean", near=listed(near))


def there_are(known: Iterable[object]) -> Both:
    """The names there are, all of them."""
    return _say("there_are", known=listed(known))
