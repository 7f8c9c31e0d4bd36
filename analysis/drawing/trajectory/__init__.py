"""The career trajectory drawn: time is width, level is height, what happened in a post stands under it."""

from __future__ import annotations

from analysis.drawing.trajectory.draw import draw_lane_names, draw_trajectory

__all__ = ["draw_lane_names", "draw_trajectory"]
