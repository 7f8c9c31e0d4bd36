"""Files to take away, each with the day and its marking in its name: a CSV has no other place for them."""

from __future__ import annotations

from io import BytesIO

from flask import Response, send_file

from export.marking import safe_name, usual_marking
from graph.model.schema import Access
from webui.frame.language import say
from webui.held.services import services
from webui.parts.formats import date_text


def day_and_marking(access: Access) -> str:
    """The line that says of which day a file is and who may see it."""
    return say("file_day", day=date_text(services().today()), marking=usual_marking(access))


def attached(content: bytes, media_type: str, stem: str, ending: str, access: Access) -> Response:
    """The answer that saves `content` as `stem-day-marking.ending`; `access` is the class of what is in it."""
    name = f"{safe_name(stem)}-{services().today()}-{safe_name(usual_marking(access))}.{ending}"
    return send_file(BytesIO(content), mimetype=media_type, as_attachment=True, download_name=name, max_age=0)
