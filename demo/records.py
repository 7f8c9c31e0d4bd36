"""All work-record rows of one city, laid out in the workbooks an office would have."""

from __future__ import annotations

from collections.abc import Sequence

from demo.draw import drawing
from demo.inspections import Inspected, material_rows, promotions, urgent_rows
from demo.ledger import file_rows, ruling_rows, team_rows, yearly_rows
from demo.liaison import liaison_rows
from demo.life import Person
from demo.months import at, dashed, year_of
from demo.naming import full_name
from demo.places import City
from demo.projects import Project, Team, Workshop, teams
from demo.selection import case_rows
from demo.sheets import Book, Rows
from demo.showcase import has_own_form, showcase_rows
from demo.talks import Year, heart_rows, note_rows, talk_rows, visit_rows
from demo.work import check_rows, evaluation_rows, form_rows, list_rows, project_rows

YEARS = 3
_OFFICERS = 8


def officers(seed: int, city: City) -> list[str]:
    """The names of the department's own people, who talk, visit and note."""
    draw = drawing(seed, city.number, "officers")
    return [full_name(draw, draw.choice("男男女")) for _ in range(_OFFICERS)]


def records(seed: int, city: City, people: Sequence[Person], as_of: int) -> Rows:
    """The rows of the last three full years, of the year that runs, and of the ledger."""
    rows = Rows()
    draw = drawing(seed, city.number, "work")
    names = officers(seed, city)
    workshop = Workshop(draw, city, year_of(as_of))
    for year in range(year_of(as_of) - YEARS, year_of(as_of) + 1):
        _year(seed, rows, workshop, people, year, as_of, names)
    ledger = _book(city, "干部人事台账", f"{year_of(as_of) - 5}—{year_of(as_of)}", dashed(as_of, 1), names[0])
    for person in people:
        file_rows(draw, rows, ledger, person, city, as_of)
    ruling_rows(draw, rows, ledger, people, city, as_of)
    liaison_rows(drawing(seed, city.number, "liaison"), rows, ledger, people, names, as_of)
    if city.number == 0:
        showcase_rows(rows, people[0], city, year_of(as_of) - YEARS, as_of)
    return rows


def _book(city: City, kind: str, period: str, filled_on: str, filled_by: str) -> Book:
    name = f"{city.full}{kind}" if "台账" in kind else f"{city.full}{period}年{kind}"
    return Book(name, f"中共{city.full}委组织部", period, filled_on, filled_by)


def _year(
    seed: int, rows: Rows, workshop: Workshop, people: Sequence[Person], year: int, as_of: int, names: list[str]
) -> None:
    city, draw = workshop.city, workshop.draw
    done = year < year_of(as_of)
    filled_on = f"{year}-12-31" if done else dashed(as_of, 1)
    own = _book(city, "干部工作纪实", str(year), filled_on, names[year % _OFFICERS])
    of_person: dict[int, list[Project]] = {}
    for team in teams(people, year, as_of):
        filler = full_name(drawing(seed, team.unit, year), "女")
        issuer = f"{city.full}{team.group}"  # several cities have bureaus: a list replaces those of its issuer and year
        reported = Book(f"{city.full}{year}年重点工作（{team.group}）", issuer, str(year), filled_on, filler)
        for project in _team(rows, workshop, team, year, reported, filler):
            evaluation_rows(draw, rows, own, project, own.issuer)
            check_rows(draw, rows, own, project, city, names[draw.randrange(_OFFICERS)])
            for person, role in project.people:
                if role != "参与":
                    of_person.setdefault(id(person), []).append(project)
        if done:
            team_rows(draw, rows, own, team, year, city)
        for person, _ in team.members:
            if done:
                kept = Rows() if has_own_form(person, year) else rows  # the same draws either way
                form_rows(draw, kept, reported, person, of_person.get(id(person), []))
    inspected: list[Inspected] = []
    for person in people:
        inspected += _person_year(rows, workshop, person, year, as_of, own, of_person.get(id(person), []), names)
    case_rows(drawing(seed, city.number, "selection", year), rows, own, inspected, people, city)


def _team(rows: Rows, workshop: Workshop, team: Team, year: int, book: Book, filler: str) -> list[Project]:
    made = workshop.year(team, year)
    list_rows(workshop.draw, rows, book, team.unit, year, filler)
    for project in made:
        project_rows(rows, book, project)
    return made


def _person_year(
    rows: Rows,
    workshop: Workshop,
    person: Person,
    year: int,
    as_of: int,
    book: Book,
    projects: list[Project],
    names: list[str],
) -> list[Inspected]:
    """What is noted of one cadre in a year, nothing of those who had left; who was inspected for a post."""
    done = year < year_of(as_of)
    stage = person.stage_at(at(year, 7) if done else as_of)
    last = 12 if done else as_of % 12
    if not stage or not stage.role or last < 1:
        return []
    draw, city = workshop.draw, workshop.city
    about = Year(person, stage, year, (1 if not done else 2, last), projects, city)
    talk_rows(draw, rows, book, about, names)
    note_rows(draw, rows, book, about, names)
    visit_rows(draw, rows, book, about, names)
    heart_rows(draw, rows, book, about)
    urgent_rows(draw, rows, book, about)
    yearly_rows(draw, rows, book, about)
    began = [each for each in promotions(person, year) if done and each.start <= as_of]
    return [material_rows(draw, rows, book, person, each, city) for each in began]
