"""Posts as principal of a town, and months served without counting a month twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from analysis.career.posts import body
from analysis.image_tree.rules import rules
from analysis.image_tree.view import View
from graph.model.records.tenure import Tenure
from graph.model.values import first_day, months_between


def months_together(view: View, tenures: Iterable[Tenure]) -> int:
    """Whole months in which at least one of the tenures ran; those whose start or end is not known are left out."""
    ends = [(tenure.start, view.end_of(tenure)) for tenure in tenures]
    stretches: list[tuple[str, str]] = []
    for start, end in sorted((first_day(start), first_day(end)) for start, end in ends if start and end):
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], end))
        else:
            stretches.append((start, end))
    return sum(months_between(start, end) for start, end in stretches)


def town_head_spells(view: View) -> list[list[Tenure]]:
    """The tenures as Party or government head of a town, oldest first; acting and full are one spell.

    A town is one however its body is written: 甲渡镇, 甲渡镇人民政府, 石泉县甲渡镇人民政府.
    """
    spells: list[list[Tenure]] = []
    for tenure in view.of(Tenure):
        if is_town_head(tenure) and view.months_held(tenure) is not None:
            same = next((spell for spell in spells if _same_post(spell[0], tenure)), None)
            if same is None:
                spells.append([tenure])
            else:
                same.append(tenure)
    return spells


def _same_post(one: Tenure, other: Tenure) -> bool:
    town, another = body(one.unit_name or ""), body(other.unit_name or "")
    return (town.endswith(another) or another.endswith(town)) and _full_title(one) == _full_title(other)


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
