"""A scene as a drawing whose things lead on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from analysis.drawing.network import Laid, draw_network
from webui.explorer.scene import Scene, with_links
from webui.explorer.state import State
from webui.explorer.tables import summary
from webui.frame.language import language
from webui.frame.urls import Urls
from webui.parts.components import Picture


def to(state: State | None) -> str:
    """The page of a picture; empty where there is none."""
    return Urls().graph(state.arguments()) if state else ""


def linked(scene: Scene) -> Scene:
    """The scene in which each thing leads to itself at the side, and a group to its parts."""
    state = scene.state
    return with_links(
        scene,
        {each.id: to(replace(state, about=each.id)) for each in scene.points if each.id not in scene.groups},
    )


def drawing(scene: Scene, title: str, *, standalone: bool = False, notes: Sequence[str] = ()) -> str:
    """The scene as SVG text."""
    return draw_network(
        scene.points,
        scene.lines,
        title=title,
        description=summary(scene),
        language=language(),
        standalone=standalone,
        laid=Laid(scene.places, scene.layout == "tree", scene.guides, tuple(notes)),
    )


def picture_of(scene: Scene, title: str) -> Picture:
    """The scene as pages show it."""
    svg = Markup(drawing(scene, title))  # noqa: S704 - our own SVG, escaped by its builder
    return Picture(svg, summary(scene), Urls().graph_file("svg", scene.state.arguments()))
