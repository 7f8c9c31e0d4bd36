"""Posts as principal of a town, and months served without counting a month twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from analysis.image_tree.rules import rules
from analysis.image_tree.view import View
from graph.model.records.tenure import Tenure
from graph.model.values import month_index


def months_together(view: View, tenures: Iterable[Tenure]) -> int:
    """Months in which at least one of the tenures ran; those whose start or end is not known are left out."""
    months: set[int] = set()
    for tenure in tenures:
        end = view.end_of(tenure)
        if tenure.start and end:
            months.update(range(month_index(tenure.start), month_index(end)))
    return len(months)


def town_head_spells(view: View) -> list[list[Tenure]]:
    """The tenures as Party or government head of a town, oldest first; acting and full are one spell."""
    spells: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in view.of(Tenure):
        if is_town_head(tenure) and view.months_held(tenure) is not None:
            spells.setdefault((tenure.unit_name or "", _full_title(tenure)), []).append(tenure)
    return list(spells.values())


def is_town_head(tenure: Tenure) -> bool:
    """Whether the post is the head of a town's Party committee or government."""
    if tenure.kind not in (None, "post"):
        return False
    posts = rules()["town-head"].measures["posts"]
    return any(
        re.search(each["unit"], tenure.unit_name or "") and _full_title(tenure) in each["titles"] for each in posts
    )


def _full_title(tenure: Tenure) -> str:
    return (tenure.title or "").removeprefix("代").removesuffix("（代）").removesuffix("（主持工作）")
