"""② 经历轨迹: town heads, the longest unit, secondments, breadth."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.image_tree.growing import BranchGrower
from analysis.image_tree.phrases import Day, Months, Phrase, Value
from analysis.image_tree.posts import months_together, town_head_spells
from analysis.image_tree.rules import rules
from analysis.image_tree.tree import Leaf
from analysis.image_tree.view import View
from graph.model.postings import posting
from graph.model.records.secondment import Secondment
from graph.model.records.tenure import Tenure
from graph.model.schema import Evidence
from graph.model.unit_names import usual_name


def grow(view: View) -> Iterable[Leaf]:
    """Where the person has been, in months; every leaf is neutral."""
    yield from _town_head(view)
    yield from _longest_unit(view)
    yield from _seconded(view)
    yield from _breadth(view)


def _town_head(view: View) -> Iterable[Leaf]:
    spells = town_head_spells(view)
    months = months_together(view, [tenure for spell in spells for tenure in spell])
    if months < rules()["town-head"].number("months"):
        return
    values: dict[str, Value] = {"count": len(spells), "duration": Months(months)}
    posts = "、".join(posting(spell[0].unit_name, spell[-1].title) for spell in spells)
    phrase = Phrase("town_head", values | {"posts": posts})
    evidence = tuple(each for spell in spells for tenure in spell for each in tenure.sources)
    yield from view.leaf("town-head", phrase, evidence, state="established", short=Phrase("town_head_short", values))


def _longest_unit(view: View) -> Iterable[Leaf]:
    units: dict[str, list[Tenure]] = {}
    for tenure in view.of(Tenure):
        if tenure.kind in (None, "post", "rank") and tenure.unit_name:
            units.setdefault(usual_name(tenure.unit_name), []).append(tenure)
    served = sorted((-months_together(view, held), unit) for unit, held in units.items())
    if served and -served[0][0] >= rules()["longest-unit"].number("months"):
        months, unit = -served[0][0], served[0][1]
        last = units[unit][-1]
        values: dict[str, Value] = {"unit": view.unit_called(last), "duration": Months(months)}
        years = {"first": min(_starts(units[unit]))[:4]}
        phrase = Phrase("longest_unit", values | years)
        evidence = _sources(units[unit])
        short = Phrase("longest_unit_short", values)
        yield from view.leaf("longest-unit", phrase, evidence, short=short)


def _starts(tenures: Iterable[Tenure]) -> list[str]:
    return [tenure.start for tenure in tenures if tenure.start]


def _sources(tenures: Iterable[Tenure]) -> tuple[Evidence, ...]:
    return tuple(each for tenure in tenures for each in tenure.sources)


def _seconded(view: View) -> Iterable[Leaf]:
    for each in reversed(view.of(Secondment)):
        if each.host and each.start:
            end = each.end if each.end and view.reached(each.end) else None
            key = "seconded" if end else "seconded_since"
            title = each.title or ""
            values: dict[str, Value] = {
                "host": each.host,
                "title": title,
                "start": Day(each.start),
                "end": Day(end or ""),
            }
            yield from view.leaf("seconded", Phrase(key, values), each.sources)


def _breadth(view: View) -> Iterable[Leaf]:
    posts = [each for each in view.of(Tenure) if each.kind in (None, "post") and each.title and each.start]
    units = {usual_name(each.unit_name) for each in posts if each.unit_name}
    if len(posts) >= rules()["breadth"].number("least"):
        first = min(_starts(posts))[:4]
        key = "breadth" if len(units) > 1 else "breadth_one_unit"
        phrase = Phrase(key, {"first": first, "posts": len(posts), "units": len(units)})
        yield from view.leaf("breadth", phrase, _sources(posts))


BRANCH = BranchGrower(2, "career", (Tenure, Secondment), grow)
