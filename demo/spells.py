"""What happens inside a post while it goes on: in-service study, party school, secondment."""

from __future__ import annotations

from demo.draw import Draw, table
from demo.life import Person, Spell, Stage
from demo.places import any_place


def spells(draw: Draw, person: Person) -> list[Spell]:
    """The spells of a career in order of their start; at most one of each kind."""
    shares = table("people")["shares"]
    found = []
    civil = [each for each in person.stages if each.kind == "work" and each.holdings]
    graduate = person.degrees[0].level == "大学"
    if draw.hits(shares["in_service"] if graduate else 0.85):
        found.append(_study(draw, civil, graduate=graduate))
    if draw.hits(shares["party_class"]):
        found.append(_party_class(draw, civil))
    if draw.hits(shares["secondment"]):
        found.append(_secondment(draw, civil))
    return sorted((each for each in found if each), key=lambda each: each.start)


def _room(draw: Draw, stages: list[Stage], months: int, low: int, high: int) -> int | None:
    """A month from which a spell of that length fits into one stage of those levels; None where none is long enough."""
    fit = [
        each
        for each in stages
        if low <= each.level <= high and each.end is not None and each.end - each.start >= months + 2
    ]
    if not fit:
        return None
    chosen = draw.choice(fit)
    assert chosen.end is not None
    latest = chosen.end - months - 1
    return draw.randint(min(chosen.start + 6, latest), latest)


def _study(draw: Draw, stages: list[Stage], *, graduate: bool) -> Spell | None:
    people, places = table("people"), table("places")
    start = _room(draw, stages, 28, 0, 2)
    if start is None:
        return None
    if graduate and draw.hits(people["shares"]["master"]):
        host, major = draw.choice(places["universities"]), draw.choice(people["masters"])
        text = f"{host}{major}专业在职研究生学习，获{major}硕士学位"
    else:
        host, major = places["party_school"], draw.choice(people["party_school"])
        kind = "在职研究生班" if graduate else "本科班"
        text = f"{host}{major}{kind}学习"
    return Spell("study", start, start + 28, text, host)


def _party_class(draw: Draw, stages: list[Stage]) -> Spell | None:
    months = draw.choice((3, 4))
    start = _room(draw, stages, months, 1, 4)
    if start is None:
        return None
    level = next(each.level for each in stages if each.start <= start < (each.end or start + 1))
    classes = table("people")["provincial_class"]
    host, name = table("places")["party_school"], draw.choice(classes["higher" if level >= 3 else "lower"])
    return Spell("party_school", start, start + months, f"{host}{name}学习", host, name)


def _secondment(draw: Draw, stages: list[Stage]) -> Spell | None:
    start = _room(draw, stages, 12, 1, 3)
    if start is None:
        return None
    stage = next(each for each in stages if each.start <= start < (each.end or start + 1))
    county = f"霁川省{any_place(draw)}县"
    if stage.level >= 3:
        return Spell("secondment", start, start + 12, f"挂任{county}委常委、副县长", f"{county}人民政府", "副县长")
    if stage.level == 2:
        return Spell(
            "secondment", start, start + 12, f"挂任{county}发展和改革局副局长", f"{county}发展和改革局", "副局长"
        )
    host = "沧澜省农业农村厅" if start >= 12 * 2019 else "沧澜省农业厅"
    return Spell("secondment", start, start + 12, f"在{host}综合处挂职", f"{host}综合处", "")
