"""What a career leaves in the personnel file: yearly grades, honours, punishments, a professional title."""

from __future__ import annotations

from demo.draw import Draw, table
from demo.life import Person
from demo.months import at, dashed, year_of
from demo.places import City

_KEPT_YEARS = 12
_AWARDS = 0.16
_PUNISHED = 0.03


def add_merits(draw: Draw, person: Person, city: City, as_of: int) -> None:
    """Give the person what the forms and the ledgers tell of merits and faults up to the day of the story."""
    first = max(year_of(person.work_start), year_of(as_of) - _KEPT_YEARS)
    person.years = _grades(draw, person, range(first, _last_year(person, as_of) + 1))
    if draw.hits(_PUNISHED):
        person.punishments.append(_punishment(draw, city, as_of))
        person.years[int(person.punishments[0]["date"][:4])] = "称职"
    if _streak(person) or draw.hits(_AWARDS):
        person.awards.append(_award(draw, person, city, as_of))
    person.title = _title(draw, person)


def _last_year(person: Person, as_of: int) -> int:
    last = person.stages[-1]
    return year_of(last.start) - 1 if person.status != "现职" else year_of(as_of) - 1


def _grades(draw: Draw, person: Person, years: range) -> dict[int, str]:
    """Grade by year; the first year in a job is on probation without one."""
    chances = table("merits")["grades"]
    excellent = chances["excellent_often"] if draw.hits(chances["often"]) else chances["excellent_seldom"]
    made: dict[int, str] = {}
    for year in years:
        if year == year_of(person.work_start):
            made[year] = "新录用试用期"
        elif draw.hits(chances["basically"]):
            made[year] = "基本称职"
        else:
            made[year] = "优秀" if draw.hits(excellent) else "称职"
    return made


def _streak(person: Person) -> int | None:
    """The year in which three years of 优秀 in a row were complete, if ever."""
    years = sorted(person.years)
    return next((year for year in years if all(person.years.get(year - back) == "优秀" for back in range(3))), None)


def _award(draw: Draw, person: Person, city: City, as_of: int) -> dict[str, str]:
    awards = table("merits")["awards"]
    streak = _streak(person)
    chosen = awards[0] if streak else draw.choice(awards[1:])
    year = streak + 1 if streak else year_of(as_of) - draw.randint(1, 8)
    when = min(at(year, draw.choice((2, 3, 12))), as_of - 1)
    texts = {key: value.format(m=city.full) for key, value in chosen.items()}
    return texts | {"date": dashed(when)}


def _punishment(draw: Draw, city: City, as_of: int) -> dict[str, str]:
    chosen = draw.choice(table("merits")["punishments"])
    when = as_of - draw.randint(4, 60)
    track = chosen["track"]
    authority = f"{city.full}纪委市监委" if track != "组织处理" else f"中共{city.full}委组织部"
    end = when + chosen["months"]
    return {
        "name": chosen["name"],
        "track": track,
        "date": dashed(when),
        "authority": authority,
        "text": chosen["text"],
        "cause": chosen["cause"],
        "end": dashed(end),
        "lifted": dashed(end) if end <= as_of and track != "组织处理" else "",
    }


def _title(draw: Draw, person: Person) -> str:
    professions = table("people")["professions"]
    first = next((each.post for each in person.stages if each.post in professions), None)
    return str(draw.choice(professions[first])) if first else ""
