"""The career trajectory drawn: time is width, level is height, what happened in a post stands under it."""

from __future__ import annotations

from analysis.drawing.trajectory.draw import (
    LANES,
    PAGE_HEIGHT,
    Drawn,
    draw_trajectory,
    draw_trajectory_pages,
    draw_with_names,
)
from analysis.drawing.trajectory.frame import Frame
from analysis.drawing.trajectory.side_by_side import draw_side_by_side, draw_side_by_side_strips

__all__ = [
    "LANES",
    "PAGE_HEIGHT",
    "Drawn",
    "Frame",
    "draw_side_by_side",
    "draw_side_by_side_strips",
    "draw_trajectory",
    "draw_trajectory_pages",
    "draw_with_names",
]
