"""Which of the department's officers looks after which units: by area, by line, and a few young cadres one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from demo.draw import Draw, table
from demo.life import Person, Stage
from demo.months import at, dashed, year_of
from demo.sheets import Book, Cells, Rows, who

_YOUNG = 40


def liaison_rows(
    draw: Draw, rows: Rows, book: Book, people: Sequence[Person], officers: Sequence[str], as_of: int
) -> None:
    """One row an area and officer since the start of last year; where an officer changed, the earlier one as well."""
    since = at(year_of(as_of) - 1, 1)
    for number, (area, units) in enumerate(sorted(_areas(people).items())):
        cells: Cells = {"条线或片区": area, "联系方式": _kind(area), "联系单位": "、".join(units)}
        before, now = officers[-1 - number % len(officers)], officers[number % len(officers)]
        if draw.hits(0.5):
            rows.add(
                book, "联系分工", {**cells, "联系人": before, "联系起": dashed(since - 24), "联系止": dashed(since)}
            )
        end = dashed(as_of - 2) if area == f"{table('liaison')['left']}片" else None
        rows.add(book, "联系分工", {**cells, "联系人": now, "联系起": dashed(since), "联系止": end})
    for person in draw.several(_young(people, as_of), table("liaison")["pairs"]):
        pair = {"条线或片区": table("liaison")["pair_area"], "联系方式": "专人", "联系人": officers[0]}
        rows.add(book, "联系分工", pair | {"联系起": dashed(since)} | who(person, "联系干部"))


def _areas(people: Iterable[Person]) -> Mapping[str, list[str]]:
    """The units where somebody serves now, by the area they belong to."""
    areas: dict[str, set[str]] = defaultdict(set)
    for person in people:
        if person.current.unit and person.current.group and person.current.end is None:
            stage = person.current
            areas[_area(stage)] |= {stage.unit, *(each.unit for each in stage.holdings if each.unit)}
    return {area: sorted(units) for area, units in areas.items()}


def _area(stage: Stage) -> str:
    if stage.group != "市直单位":
        return f"{stage.group}片"
    lines = table("liaison")["lines"]
    return next((str(each["area"]) for each in lines if stage.unit.endswith(tuple(each["holds"]))), "党群综合线")


def _kind(area: str) -> str:
    return "条线" if area.endswith("线") else "分片"


def _young(people: Iterable[Person], as_of: int) -> list[Person]:
    return [each for each in people if each.current.end is None and as_of - each.birth < _YOUNG * 12]
