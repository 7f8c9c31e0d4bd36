"""Looks at people on urgent work, and the material of an inspection before an appointment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from demo.draw import Draw, drawing, table
from demo.life import Person, Stage
from demo.months import at, dashed
from demo.places import City
from demo.sheets import Book, Rows, filled, who
from demo.talks import Year, praise


@dataclass(frozen=True, slots=True)
class Inspected:
    """Who was inspected for which post, before the stage that followed."""

    person: Person
    stage: Stage
    post: str
    day: date


def urgent_rows(draw: Draw, rows: Rows, book: Book, about: Year) -> None:
    """One cadre in ten stood on the front line of each year's urgent tasks."""
    merits = table("merits")
    for task in merits["urgent"]:
        if about.months[1] < 12 or not draw.hits(0.1):
            continue
        bad = draw.hits(0.35 if task["skill"] == about.person.weakness else 0.06)
        cells = {
            "专项主题": task["theme"].format(year=about.year),
            "开始日期": _shifted(about, task["theme"], task["start"]),
            "结束日期": _shifted(about, task["theme"], task["end"]),
            "考察方式": "、".join(draw.several(merits["methods"]["names"], 2)),
            "任务性质": task["kind"],
            "承担角色": draw.choice(task["roles"]),
            "现实表现": filled(draw, task["bad" if bad else "good"], about.city),
            "评价倾向": "负面" if bad else "正面",
            "考察组": f"第{draw.choice('一二三')}专项考察组",
            "能力项": task["skill"],
        }
        rows.add(book, "专项考察", who(about.person) | cells)


def _shifted(about: Year, theme: str, day: str) -> str:
    """The day in that city and year: an urgent task does not come on the same day every year."""
    days = drawing(about.city.number, about.year, theme).randint(-14, 12)
    return (date.fromisoformat(f"{about.year}{day}") + timedelta(days)).isoformat()


def material_rows(draw: Draw, rows: Rows, book: Book, person: Person, stage: Stage, city: City) -> Inspected:
    """The material of the inspection one or two months before a stage in a leading post began."""
    material = table("merits")["material"]
    expected = draw.randint(28, 72)
    against, abstained = draw.choice((0, 0, 0, 1, 2, 3)), draw.choice((0, 0, 1, 1, 2))
    about = Year(person, stage, stage.start // 12, (1, 12), [], city)
    achievements = [
        draw.choice(material["opening"]).format(skill=person.strengths[0]),
        praise(draw, about),
        draw.choice(material["second"]).format(skill=person.strengths[1]),
        draw.choice(material["people"]),
    ]
    post = stage.text.partition("（2019")[0]
    day = dashed(stage.start - draw.choice((1, 2)), draw.randint(3, 27))
    cells = {
        "考察日期": day,
        "考察职位": post,
        "谈话人数": draw.randint(16, 42),
        "应到票数": expected,
        "赞成票": expected - against - abstained,
        "反对票": against,
        "弃权票": abstained,
        "主要表现": "".join(achievements),
        "主要不足": draw.choice(material["shortcomings"]),
        "廉洁自律": material["integrity"],
        "考察结论": material["conclusion"].format(post=post),
        "考察组": f"第{draw.choice('一二三四五')}考察组",
    }
    rows.add(book, "考察材料", who(person) | cells)
    return Inspected(person, stage, post, date.fromisoformat(day))


def promotions(person: Person, year: int) -> list[Stage]:
    """The stages in leading posts that began that year or right after it."""
    first, last = at(year, 3), at(year + 1, 2)
    return [each for each in person.stages if each.kind == "work" and each.role and first <= each.start <= last]
