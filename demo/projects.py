"""The key projects of a unit in a year: who answers for them, and how they went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from demo.draw import Draw, table
from demo.life import Person, Stage
from demo.months import at
from demo.places import City
from demo.sheets import filled

# Chances of 好, 较好, 一般, 差 where the work suits the person, does not, or is neither: together 25, 50, 20, 5 %.
_GRADES = ("好", "较好", "一般", "差")
_SUITED = (0.46, 0.42, 0.10, 0.02)
_UNSUITED = (0.07, 0.40, 0.39, 0.14)
_ORDINARY = (0.22, 0.54, 0.195, 0.045)


@dataclass(slots=True)
class Project:
    """One project of one year; `grade` is the department's at year end, empty while the year runs."""

    unit: str
    group: str
    year: int
    title: str
    category: str
    goal: str
    deadline: str
    obstacle: str
    skills: tuple[str, ...]
    owner: Person
    people: list[tuple[Person, str]]
    grade: str = ""
    result: str = ""
    cause: str = ""
    template: str = ""
    site: bool = True


@dataclass(slots=True)
class Team:
    """Who leads a unit in a year, each with the stage in which."""

    unit: str
    group: str
    members: list[tuple[Person, Stage]] = field(default_factory=list)


def teams(people: Iterable[Person], year: int, as_of: int) -> list[Team]:
    """The teams of July of that year, or of the day of the story where July is yet to come."""
    when = min(at(year, 7), as_of)
    found: dict[str, Team] = {}
    for person in people:
        stage = person.stage_at(when)
        if stage and stage.role and stage.fields:
            found.setdefault(stage.unit, Team(stage.unit, stage.group)).members.append((person, stage))
    return list(found.values())


@dataclass(slots=True)
class Workshop:
    """Makes the projects of a city year by year and remembers what was regretted, so that some of it is mended."""

    draw: Draw
    city: City
    as_of_year: int
    owed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def year(self, team: Team, year: int) -> list[Project]:
        """The projects of a team in a year; no two have one title."""
        count = max(2, min(10, round(len(team.members) * 1.4) + self.draw.randint(0, 2)))
        owners = [each for each in team.members if each[1].role != "参与"] or team.members
        made: dict[str, Project] = {}
        for number in range(count):
            owner, stage = owners[number % len(owners)]
            if project := self._project(team, year, owner, stage, {each.template for each in made.values()}):
                made.setdefault(project.title, project)
        return list(made.values())

    def _project(self, team: Team, year: int, owner: Person, stage: Stage, used: set[str]) -> Project | None:
        owed = [each for each in self._fit(stage, used) if each["title"] in self.owed[owner.id_number]]
        again = bool(owed) and self.draw.hits(0.7)
        fit = owed if again else self._fit(stage, used)
        if not fit:
            return None
        template = self.draw.choice(fit)
        if again:
            self.owed[owner.id_number].remove(template["title"])
        number = self.draw.randint(*template["n"])
        due = self.draw.choice((6, 9, 10, 11, 12, 12))
        general = table("projects")["site_obstacles" if template.get("site") else "obstacles"]
        project = Project(
            unit=team.unit,
            group=team.group,
            year=year,
            title=filled(self.draw, template["title"], self.city, n=number),
            category=template["category"],
            goal=template["goal"].format(n=number),
            deadline=f"{year}-{due:02d}",
            obstacle=filled(
                self.draw, self.draw.choice([*template["obstacles"], self.draw.choice(general)]), self.city
            ),
            skills=tuple(template["skills"]),
            owner=owner,
            people=self._people(team, owner, stage),
            template=template["title"],
            site=template.get("site", False),
        )
        if year < self.as_of_year:
            self._judge(project, due, mended=again)
        return project

    def _fit(self, stage: Stage, used: set[str]) -> list[dict[str, Any]]:
        return [
            each
            for each in table("projects")["project"]
            if set(each["fields"]) & set(stage.fields) and each["title"] not in used
        ]

    def _people(self, team: Team, owner: Person, stage: Stage) -> list[tuple[Person, str]]:
        heads = [person for person, each in team.members if each.role == "牵头" and person is not owner]
        people = [(owner, "牵头" if stage.role == "参与" else stage.role)]
        if heads and self.draw.hits(0.35):
            people = [(heads[0], "牵头"), (owner, "分管")]
        others = [each for each in team.members if all(each[0] is not one for one, _ in people)]
        helpers = [person for person, each in others if each.role == "参与"] or [person for person, _ in others]
        if helpers and self.draw.hits(0.3):
            people.append((self.draw.choice(helpers), "参与"))
        return people

    def _judge(self, project: Project, due: int, *, mended: bool) -> None:
        owner, texts = project.owner, table("projects")
        if owner.weakness in project.skills:
            chances = _UNSUITED
        else:
            chances = _SUITED if set(owner.strengths) & set(project.skills) else _ORDINARY
        project.grade = self.draw.choice(_GRADES[:2]) if mended else self.draw.choices(_GRADES, chances)[0]
        project.result = filled(self.draw, self.draw.choice(texts["results"][project.grade]), self.city, month=due - 1)
        if project.grade in _GRADES[2:]:
            project.cause = self.draw.choice(texts["site_causes" if project.site else "causes"])
            if self.draw.hits(0.45):
                self.owed[owner.id_number].append(project.template)
