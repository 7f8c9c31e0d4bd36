"""Pictures of relations out, one file a format: `write(picture) -> bytes` and `MEDIA_TYPE`, found by being there.

The name of a format is the module's, with a dot for the underscore (`nodes_csv` writes `nodes.csv`).
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from analysis.drawing.network import Line, Point
from export.formats import no_such_format
from graph.model.words import Language

_ORDER: Final = ("svg", "png", "pdf", "html", "csv.zip", "nodes.csv", "links.csv", "json", "graphml", "gexf")
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Picture:
    """Exactly what is shown: things, links and where they lie, the drawing as SVG, and the lines that mark it.

    `marks` say what it is a picture of, the day, the filters, what was left out and the class of the reader.
    """

    title: str
    marks: tuple[str, ...]
    points: Sequence[Point]
    lines: Sequence[Line]
    places: Mapping[str, tuple[float, float]]
    svg: str
    language: Language


@cache
def formats() -> tuple[str, ...]:
    """The names of the formats, pictures first."""
    named = sorted(_modules())
    return tuple(sorted(named, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER)))


def write(picture: Picture, format: str) -> bytes:  # noqa: A002 - its own word
    """The picture in a format; raises UsageError for a format there is not."""
    content: bytes = _module(format).write(picture)
    return content


def media_type(format: str) -> str:  # noqa: A002 - as above
    """The media type of a format; raises UsageError for a format there is not."""
    kind: str = _module(format).MEDIA_TYPE
    return kind


def plain(text: str) -> str:
    """The text without the characters that no XML can hold."""
    return _FORBIDDEN.sub("", text)


def _modules() -> dict[str, str]:
    return {each.name.strip("_").replace("_", "."): each.name for each in pkgutil.iter_modules(__path__)}


def _module(format: str) -> Any:  # noqa: A002, ANN401 - a module with `write` and `MEDIA_TYPE`
    found = _modules().get(format)
    if found is None:
        raise no_such_format(format[:40], formats())
    return importlib.import_module(f"{__name__}.{found}")
