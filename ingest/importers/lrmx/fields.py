"""What the elements of `.lrmx` fill and what the printed form calls them, from `fields.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from graph.errors import Place
from graph.model.data_files import load_toml
from graph.model.kept_form import FAMILY, ID_NUMBER, PHOTO, title_of


def fields() -> Mapping[str, Mapping[str, Any]]:
    """The tables of `fields.toml`."""
    return load_toml(__package__, "fields.toml")


def place_of(element: str, *, row: int | None = None) -> Place:
    """Where an element stands, by the form's own name for it; an element the form does not have by its XML name."""
    return Place(row=row, column=title_of(element))


@cache
def mapped_elements() -> frozenset[str]:
    """The elements that are read; all others are only kept."""
    education = {
        f"{prefix}_{kind}{school}"
        for prefix in fields()["education"]
        for kind in ("XueLi", "XueWei")
        for school in ("", "_BiYeYuanXiaoXi")
    }
    return frozenset({*fields()["cadre"], *education, *fields()["read"]["elements"], FAMILY, PHOTO, ID_NUMBER})
