"""Files to take away, each with the day and its marking in its name: a CSV has no other place for them."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Final

from flask import Response, send_file

from export.marking import safe_name, usual_marking
from graph.errors import NotFoundError
from graph.model.schema import Access
from graph.model.suggestions import there_are
from graph.model.words import sayings
from webui.frame.language import language, say
from webui.held.services import services
from webui.parts.formats import date_text

_say: Final = sayings("webui")


def day_and_marking(access: Access) -> str:
    """The line that says of which day a file is and who may see it."""
    return say("file_day", day=date_text(services().today()), marking=usual_marking(access, language()))


def attached(content: bytes | str, media_type: str, stem: str, ending: str, access: Access) -> Response:
    """The answer that saves `content` as `stem-day-marking.ending`; `access` is the class of what is in it."""
    return marked_file(content, media_type, stem, ending, usual_marking(access, language()))


def marked_file(content: bytes | str, media_type: str, stem: str, ending: str, marking: str) -> Response:
    """The same with a marking that is known already."""
    return plain_file(content, media_type, f"{safe_name(stem)}-{services().today()}-{safe_name(marking)}.{ending}")


def plain_file(content: bytes | str, media_type: str, name: str) -> Response:
    """The answer that saves `content` under a name that other programs, or this one, know the file by again."""
    data = content.encode() if isinstance(content, str) else content
    return send_file(BytesIO(data), mimetype=media_type, as_attachment=True, download_name=name, max_age=0)


def no_such_file(name: str, files: Iterable[str]) -> NotFoundError:
    """The error for a file that a page does not give; the hint names those it gives."""
    return NotFoundError(_say("no_such_download", name=name), hint=there_are(files))
