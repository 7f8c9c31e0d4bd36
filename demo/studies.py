"""Schools: before the first job, and beside it."""

from __future__ import annotations

from demo.draw import Draw, table
from demo.life import Degree, Person, Stage
from demo.months import at, year_of


def first_studies(draw: Draw, person: Person, track: str) -> int:
    """Give the person the years before work; returns the month work begins."""
    if track == "demobilised":
        person.work_start = at(year_of(person.birth) + draw.randint(18, 19), 12)
        person.degrees.append(
            Degree("全日制", "大学", "", "陆军某学院", "军事指挥", person.work_start + 12, person.work_start + 48)
        )
        return person.work_start
    level, years = _level(draw, person, track)
    department, major, degree = _major(draw)
    start = at(year_of(person.birth) + (19 if person.birth % 12 >= 8 else 18), 9)
    end = at(year_of(start) + years, 7)
    school = (
        f"澜江{draw.choice(('师范', '农业'))}学校" if level == "中专" else draw.choice(table("places")["universities"])
    )
    person.degrees.append(Degree("全日制", level, degree if level == "大学" else "", school, major, start, end))
    text = f"{school}{major}专业学习" if level != "大学" else f"{school}{department}{major}专业学习"
    person.stages.append(Stage(start, end, "study", 0, text, kind="study"))
    person.work_start = end + draw.choice((0, 1, 1))
    # A month between school and work is the ordinary summer; the segment is made to reach to the job.
    person.stages[-1] = Stage(start, person.work_start, "study", 0, text, kind="study")
    return person.work_start


def _level(draw: Draw, person: Person, track: str) -> tuple[str, int]:
    born = year_of(person.birth)
    modern = min(0.97, max(0.25, (born - 1960) / 25))
    if track in {"selected", "outside", "specialists"} or draw.hits(modern):
        return "大学", 4
    return ("大专", 3) if draw.hits(0.6) else ("中专", 3)


def _major(draw: Draw) -> tuple[str, str, str]:
    chosen = draw.choice(table("people")["majors"])
    return chosen[0], chosen[1], chosen[2]


def later_studies(person: Person) -> None:
    """The diploma of each in-service study that the résumé notes."""
    for spell in person.spells:
        if spell.kind != "study":
            continue
        if "党校" in spell.text:
            level = "省委党校研究生" if "研究生" in spell.text else "省委党校大学"
            major = spell.text.split("党校")[1].split("专业")[0]
            person.degrees.append(Degree("在职", level, "", spell.host, major, spell.start, spell.end))
        else:
            major = spell.text.removeprefix(spell.host).split("专业")[0]
            level = "研究生" if "研究生" in spell.text else "大学"
            degree = f"{major}硕士" if level == "研究生" else ""
            person.degrees.append(Degree("在职", level, degree, spell.host, major, spell.start, spell.end))
