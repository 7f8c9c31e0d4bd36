"""Sequences of posts that many cadres went through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from graph.store.answers import Thing

COLUMNS: Final = ("sequence", "count", "cadres")


def compute(rows: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Sequences of `length` different titles, next to each other in time, with the cadres who went through them.

    A row has the `id` and `name` of a cadre and its `posts`, texts of a start, a space and a title: whole nodes of a
    hundred thousand cadres take longer to be sent than all else together.
    """
    length, least = parameters["length"], parameters["at_least"]
    found: dict[tuple[str, ...], dict[str, Thing]] = {}
    for row in sorted(rows, key=itemgetter("id")):
        cadre = Thing("Cadre", row["id"], {"id": row["id"], "name": row["name"]}, "")
        titles = _changes(row["posts"])
        for start in range(len(titles) - length + 1):
            found.setdefault(tuple(titles[start : start + length]), {})[cadre.id] = cadre
    common = [(" → ".join(titles), len(who), list(who.values())) for titles, who in found.items() if len(who) >= least]
    return sorted(common, key=lambda row: (-row[1], row[0]))


def _changes(posts: Sequence[str]) -> list[str]:
    """The titles in the order of time, one a day, without one that only repeats the one before."""
    by_day: dict[str, str] = {}
    for post in sorted(posts):
        start, _, title = post.partition(" ")
        by_day.setdefault(start, title)
    return [title for title, _ in groupby(by_day.values())]
