"""The career trajectory of one cadre as of a day in the world, as JSON, text, rows and a drawing."""

from __future__ import annotations

from analysis.career.build import build_career
from analysis.career.model import Career

__all__ = ["Career", "build_career"]
