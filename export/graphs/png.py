"""The drawing as pixels, twice as fine as on the page, at most `_MOST` wide or high."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import resvg_py

from export.fonts import REMEDY
from export.graphs import Picture
from graph.errors import UsageError
from graph.model.words import sayings

_say: Final = sayings("export")

MEDIA_TYPE = "image/png"
_MOST: Final = 8000.0
_SIZE: Final = re.compile(r'width="([\d.]+)" height="([\d.]+)"')


def write(picture: Picture) -> bytes:
    """PNG; raises UsageError where the machine has no font for Chinese, rather than leave the names out."""
    if not has_chinese():
        raise UsageError(
            _say("png_needs_chinese_font"),
            hint=REMEDY,
        )
    found = _SIZE.search(picture.svg)
    longest = max(map(float, found.groups())) if found else _MOST
    zoom = max(min(2.0, _MOST / longest), 0.05)
    size = round(float(found[1]) * zoom) if found else None
    return bytes(resvg_py.svg_to_bytes(svg_string=picture.svg, width=size, background="#ffffff"))


@cache
def has_chinese() -> bool:
    """Whether a Chinese character leaves a trace when it is drawn."""
    frame = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{}</svg>'
    text = '<text y="16" font-family="Noto Sans CJK SC, sans-serif" font-size="16">永</text>'
    blank, drawn = (bytes(resvg_py.svg_to_bytes(svg_string=frame.format(each))) for each in ("", text))
    return blank != drawn
