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
    department, major, degree, school = _major(draw, person, level)
    start = at(year_of(person.birth) + (19 if person.birth % 12 >= 8 else 18), 9)
    end = at(year_of(start) + years, 7)
    person.degrees.append(Degree("全日制", level, degree, school, major, start, end))
    # The summer between school and work belongs to the study, as forms write it.
    person.work_start = end + draw.choice((0, 1, 1))
    text = f"{school}{department}{major}专业学习"
    person.stages.append(Stage(start, person.work_start, "study", 0, text, kind="study"))
    return person.work_start


def _level(draw: Draw, person: Person, track: str) -> tuple[str, int]:
    born = year_of(person.birth)
    modern = min(0.97, max(0.25, (born - 1960) / 25))
    if person.line or track == "selected" or draw.hits(modern):
        return "大学", 4
    return ("大专", 3) if draw.hits(0.6) else ("中专", 3)


def _major(draw: Draw, person: Person, level: str) -> tuple[str, str, str, str]:
    """Department (of a university only), major, degree and school; those with a profession studied for it."""
    people = table("people")
    if level == "中专":
        school, major = draw.choice(people["vocational"])
        return "", major, "", school
    majors = [each for each in people["majors"] if person.line in each[4]] if person.line else people["majors"][:-1]
    department, major, degree, schools, _ = draw.choice(majors)
    return (
        (department, major, degree, draw.choice(schools)) if level == "大学" else ("", major, "", draw.choice(schools))
    )


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
