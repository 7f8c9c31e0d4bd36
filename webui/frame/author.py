"""Who signs what is decided on pages: asked once a session, then proposed."""

from __future__ import annotations

from typing import Final

from flask import request, session

_KEY: Final = "author"
_LONGEST: Final = 100


def proposed_author() -> str:
    """The name this browser signed with last; empty at first."""
    return str(session.get(_KEY, ""))


def signed_by(field: str = "ruled_by") -> str:
    """The name in this field of the form that was sent, remembered for the next one."""
    name = request.form.get(field, "").strip()
    if name:
        session[_KEY] = name[:_LONGEST]
    return name
