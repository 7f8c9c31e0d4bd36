"""The cadre whose life is told in full, from showcase.toml: the same for every seed, up to the day of the story."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from demo.draw import drawing, table
from demo.idnumbers import id_number
from demo.life import Degree, Holding, Person, Rank, Relative, Spell, Stage
from demo.months import at, dashed, month
from demo.places import City
from demo.projects import Project
from demo.sheets import Book, Rows, who
from demo.work import project_rows

POST = "county_head"
SLOT = "showcase"
_LEDGER = ("考核", "奖励", "处分", "挂职", "信访结果", "认定")
_DATES = ("日期", "开始日期", "提出日期", "收回日期", "考察日期", "受理日期", "认定日期")


def showcase(as_of: int) -> Person:
    """The person as things stood in that month."""
    told = table("showcase")
    each = told["person"]
    birth = month(each["birth"])
    number = id_number(drawing("showcase"), birth, each["sex"])
    return Person(
        name=each["name"],
        sex=each["sex"],
        birth=birth,
        ethnicity=each["ethnicity"],
        native=each["native"],
        id_number=number,
        track=each["track"],
        source=each["source"],
        work_start=month(each["work_start"]),
        party_join=month(each["party_join"]),
        other_party="",
        slot=SLOT,
        stages=_stages(told["stages"], as_of),
        spells=[Spell(**_months(one)) for one in told["spells"] if month(one["end"]) <= as_of],
        degrees=[Degree(**_months(one)) for one in told["degrees"]],
        family=[Relative(**one | {"birth": month(one["birth"])}) for one in told["family"]],
        ranks=[_rank(one, as_of) for one in told["ranks"] if month(one["start"]) < as_of],
        years={int(year): grade for year, grade in told["years"].items() if at(int(year), 12) < as_of},
        awards=[one for one in told["awards"] if month(one["date"]) < as_of],
        punishments=[one for one in told["punishments"] if month(one["date"]) < as_of],
        memberships=list(each["memberships"]),
        strengths=tuple(each["strengths"]),
        weakness=each["weakness"],
        expertise=each["expertise"],
        form_id=number,
        book_id=number,
        picture=3,
    )


def _months(each: dict[str, Any]) -> dict[str, Any]:
    return each | {"start": month(each["start"]), "end": month(each["end"])}


def _rank(each: dict[str, str], as_of: int) -> Rank:
    end = month(each["end"]) if "end" in each else None
    return Rank(each["kind"], each["rank"], month(each["start"]), end if end is None or end <= as_of else None)


def _stages(told: list[dict[str, Any]], as_of: int) -> list[Stage]:
    stages = [_stage(each) for each in told if month(each["start"]) < as_of]
    last = stages[-1]
    return [*stages[:-1], replace(last, end=None) if last.end and last.end > as_of else last]


def _stage(each: dict[str, Any]) -> Stage:
    held = tuple(Holding(unit, title, bool(rest)) for unit, title, *rest in each.get("holdings", ()))
    own = [one for one in held if not one.concurrent]
    return Stage(
        start=month(each["start"]),
        end=month(each["end"]) if "end" in each else None,
        post=each.get("post", ""),
        level=each.get("level", 0),
        text=each.get("now", each["text"]),
        holdings=held,
        unit=own[-1].unit if own else "",
        role=each.get("role", ""),
        fields=tuple(each.get("fields", ())),
        about=each.get("about", ""),
        kind=each.get("kind", "work"),
        told=each["text"],
        group=each.get("group", ""),
    )


def has_own_form(person: Person, year: int) -> bool:
    """Whether the story tells itself what the person wrote at the end of a year, so that no other form is made up."""
    return person.slot == SLOT and any(each["year"] == year for each in table("showcase")["forms"])


def showcase_rows(rows: Rows, person: Person, city: City, first_year: int, as_of: int) -> None:
    """The showcase's projects, forms and records, in the workbooks of their years; older ones in one entered later."""
    evaluator = f"中共{city.full}委组织部"
    books = _Books(rows, city, first_year, as_of, evaluator)
    projects: dict[tuple[int, str], Project] = {}
    for each in table("showcase")["projects"]:
        if at(each["year"], 12) < as_of:
            project = projects[each["year"], each["title"]] = _project(each, person)
            project_rows(rows, books.work(project.year), project)
            _evaluations(rows, books.own(project.year), each, evaluator)
    for each in table("showcase")["forms"]:
        if at(each["year"], 12) < as_of:
            rows.add(books.work(each["year"]), "业绩信息采集表", who(person) | _form(each, projects))
    for each in table("showcase")["rows"]:
        _row(rows, books, person, each["sheet"], each["cells"], as_of)


class _Books:
    """The workbooks the rows go into; those the city already has are used as they are."""

    def __init__(self, rows: Rows, city: City, first_year: int, as_of: int, issuer: str) -> None:
        self._rows, self._city, self._first_year, self._issuer = rows, city, first_year, issuer
        self._filled_on = dashed(as_of, 1)

    def work(self, year: int) -> Book:
        """The workbook of a year's projects."""
        return self._old() if year < self._first_year else self._book(f"{year}年重点工作（青屿区）", str(year))

    def own(self, year: int) -> Book:
        """The department's workbook of a year."""
        return self._old() if year < self._first_year else self._book(f"{year}年干部工作纪实", str(year))

    def ledger(self) -> Book:
        """The department's ledger."""
        return self._book("干部人事台账", "")

    def _old(self) -> Book:
        years = f"2012—{self._first_year - 1}"
        return self._book(f"{years}年干部工作纪实（补录）", f"{years}（补录）")

    def _book(self, name: str, period: str) -> Book:
        full = f"{self._city.full}{name}"
        return self._rows.books.get(full) or Book(full, self._issuer, period, self._filled_on, "蒯彦屿")


def _project(each: dict[str, Any], person: Person) -> Project:
    return Project(
        unit=each["unit"],
        group="",
        year=each["year"],
        title=each["title"],
        category=each["category"],
        goal=each["goal"],
        deadline=each["deadline"],
        obstacle=each["obstacle"],
        skills=tuple(each["skills"]),
        owner=person,
        people=[(person, each["role"])],
        grade=each["grade"],
        result=each["result"],
        cause=each.get("cause", ""),
    )


def _evaluations(rows: Rows, book: Book, each: dict[str, Any], evaluator: str) -> None:
    key = {"项目单位": each["unit"], "项目年度": each["year"], "项目名称": each["title"], "评估单位": evaluator}
    if "mid" in each:
        mid = {"评估阶段": "年中", "评估等次": each["mid"], "评估日期": f"{each['year']}-07-15"}
        rows.add(book, "项目评估", key | mid)
    final = {"评估阶段": "年底", "评估等次": each["grade"], "评估日期": f"{each['year']}-12-26"}
    rows.add(book, "项目评估", key | final | {"评语": each["comment"], "原因": each.get("cause")})


def _form(each: dict[str, Any], projects: dict[tuple[int, str], Project]) -> dict[str, object]:
    year = each["year"]
    cells: dict[str, object] = {"年度": year, "填表日期": f"{year}-12-15", "最满意的业绩": each["told"]}
    cells["改进打算"] = each["improvement"]
    for field, prefix in (("satisfied", "最满意项目"), ("regretted", "遗憾项目")):
        if field in each:
            project = projects[year, each[field]]
            cells |= {f"{prefix}单位": project.unit, f"{prefix}年度": year, f"{prefix}名称": project.title}
    if "sorry" in each:
        cells["不满意或比较遗憾的工作"] = each["sorry"]
    return cells


def _row(rows: Rows, books: _Books, person: Person, sheet: str, cells: dict[str, str], as_of: int) -> None:
    day = next((cells[name] for name in _DATES if name in cells), "") or f"{cells.get('年度', '')}-12"
    if month(day[:7]) >= as_of:
        return
    prefix = {"抽查暗访": "涉及干部", "走访": "见面干部", "信访结果": "涉及干部"}.get(sheet, "")
    book = books.ledger() if sheet in _LEDGER else books.own(int(day[:4]))
    rows.add(book, sheet, cells | who(person, prefix))
