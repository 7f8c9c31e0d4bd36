"""Drawings as SVG text: one hand for pages, terminal and exports. Pure: no file is written, nothing is fetched."""
