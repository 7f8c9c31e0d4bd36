"""The drawing on one page, then the same as tables, each page marked and numbered."""

from __future__ import annotations

import base64
from typing import Final

from jinja2 import Environment, PackageLoader

from export.graphs import Picture
from export.pdf import write_pdf
from graph.errors import UsageError
from graph.model.words import sayings

_say: Final = sayings("export")

MEDIA_TYPE = "application/pdf"
MOST: Final = 3000
"""Most things on paper."""


def write(picture: Picture) -> bytes:
    """PDF on A4 landscape; raises InputError where none can be written, UsageError for more than `MOST` things."""
    if len(picture.points) > MOST:
        raise UsageError(
            _say("picture_too_large_for_paper", points=len(picture.points), most=MOST),
            hint=_say("picture_too_large_for_paper_hint"),
        )
    names = {each.id: each.name for each in picture.points}
    html = Environment(loader=PackageLoader("export"), autoescape=True).get_template("network_print.html")
    text = html.render(
        picture=picture,
        image="data:image/svg+xml;base64," + base64.b64encode(picture.svg.encode()).decode(),
        lines=[(names[each.start], each.type, names[each.end], each.text) for each in picture.lines],
    )
    return write_pdf(text, _words(picture)).content


def _words(picture: Picture) -> str:
    """All words on the page, without markup: what fonts must be able to draw."""
    heads = picture.title + "".join(picture.marks) + "".join(each.name for each in picture.points)
    return heads + "".join(each.type + each.text for each in picture.lines)
