"""⑧ 适岗方向: hard facts a post's requirements ask for; no score, no ranking, no forecast."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from analysis.image_tree.growing import BranchGrower
from analysis.image_tree.phrases import Coded, Day, Months, Phrase, Value
from analysis.image_tree.posts import months_together, town_head_spells
from analysis.image_tree.tree import Leaf
from analysis.image_tree.view import View, disputed
from graph.model.records.cadre import Cadre
from graph.model.records.tenure import Tenure
from graph.model.values import months_between


def grow(view: View) -> Iterable[Leaf]:
    """Months as town head, months at the level, two years at the grass roots, and that no post has a model yet."""
    yield from _town_head(view)
    yield from _at_level(view)
    yield from _grassroots(view)
    for leaf in view.leaf("no-post-model", Phrase("no_post_model"), view.looked_in, about_records=True):
        yield replace(leaf, mark="uncollected")


def _town_head(view: View) -> Iterable[Leaf]:
    tenures = [tenure for spell in town_head_spells(view) for tenure in spell]
    if tenures:
        values: dict[str, Value] = {"duration": Months(months_together(view, tenures))}
        first, last = tenures[0].start or "", view.end_of(tenures[-1]) or ""
        phrase = Phrase("town_head_months", values | {"first": Day(first[:7]), "last": Day(last[:7])})
        evidence = [each for tenure in tenures for each in tenure.sources]
        yield from view.leaf("town-head-months", phrase, evidence, state="established")


def _at_level(view: View) -> Iterable[Leaf]:
    cadre = view.cadre
    since = cadre.position_level_since
    if cadre.position_level and since and view.reached(since):
        values: dict[str, Value] = {"level": Coded("position_level", cadre.position_level), "since": Day(since)}
        phrase = Phrase("months_at_level", values | {"duration": Months(months_between(since, view.as_of))})
        state = disputed(cadre, "position_level", "position_level_since")
        yield from view.leaf("months-at-level", phrase, cadre.sources, state=state)


def _grassroots(view: View) -> Iterable[Leaf]:
    has = view.cadre.grassroots_experience
    if has is not None and view.told_by_then(view.cadre):
        phrase = Phrase("grassroots" if has else "no_grassroots")
        state = disputed(view.cadre, "grassroots_experience")
        yield from view.leaf("grassroots", phrase, view.cadre.sources, state=state)


BRANCH = BranchGrower(8, "suitability", (Cadre, Tenure), grow)
