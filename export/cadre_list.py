"""Cadres in a list, with unit and rank of each post as the career has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from analysis.career.build import held_on
from analysis.career.model import Held
from graph.model.dossier import Dossier
from queries.search import CadreRow, CurrentPost


def as_in_careers(rows: Iterable[CadreRow], careers: Mapping[str, Dossier], day: str) -> list[CadreRow]:
    """The rows with units by their name of the day, and the level where no rank is told; `careers` by id."""
    return [_as_in_career(row, held_on(careers[row.id], day)) for row in rows]


def _as_in_career(row: CadreRow, held: Mapping[str, Held]) -> CadreRow:
    posts = (_known(each, held.get(each.tenure)) for each in row.current_posts)
    return replace(row, current_posts=tuple(dict.fromkeys(posts)))


def _known(post: CurrentPost, held: Held | None) -> CurrentPost:
    if held is None:
        return post
    derived = tuple(name for name in ("unit", "post") if name in held.derived)
    if post.rank is None and held.level:
        return replace(post, unit=held.unit_now or post.unit, rank=held.level, derived=(*derived, "rank"))
    return replace(post, unit=held.unit_now or post.unit, derived=derived)
