"""What the ways between the things of a picture are called in the language of the page."""

from __future__ import annotations

from analysis.network.ties import kind
from webui.explorer.state import Way
from webui.frame.language import language
from webui.parts.names import relation_name


def way_name(way: Way) -> str:
    """What a relation or derived kind is called, seen from a thing."""
    if way.kind:
        return kind(way.kind).title(language(), outward=way.outward)
    return relation_name(way.type, outward=way.outward)
