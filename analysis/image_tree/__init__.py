"""The image tree (干部形象树): what dated records tell of one cadre, in ten branches, each leaf with its sources."""

from __future__ import annotations

from analysis.image_tree.build import build_image_tree
from analysis.image_tree.tree import Branch, ImageTree, Leaf, LeafError, Summary

__all__ = ["Branch", "ImageTree", "Leaf", "LeafError", "Summary", "build_image_tree"]
