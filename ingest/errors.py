"""What can be wrong with a file that comes in."""

from __future__ import annotations

from graph.errors import InputError


class SourceError(InputError):
    """A file cannot be taken as a whole; the message says why and what to do."""
