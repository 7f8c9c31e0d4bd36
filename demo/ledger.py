"""The department's ledger of a city: assessments, honours, punishments, petitions, courses, secondments, rulings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from demo.draw import Draw, table
from demo.life import Person
from demo.months import dashed, year_of
from demo.places import City
from demo.projects import Team
from demo.sheets import Book, Rows, filled, who
from demo.talks import Year


def yearly_rows(draw: Draw, rows: Rows, book: Book, about: Year) -> None:
    """A year's assessments of one person besides the annual one, and a course for every other."""
    assessor = f"中共{about.city.full}委组织部"
    if about.months[1] == 12 and draw.hits(0.4):
        grade = draw.weighted({"好": 0.3, "较好": 0.62, "一般": 0.08})
        cells = {"考核种类": "平时考核", "年度": about.year, "时段": "上半年", "等次": grade, "考核单位": assessor}
        rows.add(book, "考核", who(about.person) | cells)
    if about.year == 2021 and about.person.current.level >= 3 and draw.hits(0.4):
        grade = draw.weighted({"优秀": 0.15, "称职": 0.85})
        cells = {"考核种类": "任期考核", "年度": about.year, "时段": "2016—2021", "等次": grade, "考核单位": assessor}
        rows.add(book, "考核", who(about.person) | cells)
    if about.months[1] == 12 and draw.hits(0.45):
        rows.add(book, "培训", _course(draw, about))


def _course(draw: Draw, about: Year) -> dict[str, object]:
    courses = table("merits")["courses"]
    month, first = draw.randint(3, 11), draw.randint(3, 16)
    days = draw.choice((3, 5, 7, 10))
    return who(about.person) | {
        "培训班次": f"{about.year}年{draw.choice(courses['names'])}",
        "主办单位": draw.choice(courses["hosts"]).format(m=about.city.full),
        "开始日期": f"{about.year}-{month:02d}-{first:02d}",
        "结束日期": f"{about.year}-{month:02d}-{first + days:02d}",
        "学时": days * 8,
        "学习鉴定": draw.choice(courses["appraisals"]),
    }


def team_rows(draw: Draw, rows: Rows, book: Book, team: Team, year: int, city: City) -> None:
    """The annual assessment of a unit's leading body."""
    if len(team.members) < 2:
        return
    grade = draw.weighted({"优秀": 0.25, "良好": 0.6, "一般": 0.14, "较差": 0.01})
    comment = draw.choice(
        (
            "班子配合好，重点工作推进有力。",
            "运行平稳，攻坚点位偏少。",
            "分工交叉，有两项工作互相等。",
            "主官抓得紧，副职主动性可再强些。",
        )
    )
    cells = {"班子所在单位": team.unit, "考核种类": "年度考核", "年度": year, "等次": grade, "评语": comment}
    rows.add(book, "考核", cells | {"考核单位": f"中共{city.full}委组织部"})


def file_rows(draw: Draw, rows: Rows, book: Book, person: Person, city: City, as_of: int) -> None:
    """What does not belong to one year: annual grades, honours, punishments, secondments, a petition's result."""
    for year, grade in sorted(person.years.items())[-5:]:
        cells = {"考核种类": "年度考核", "年度": year, "等次": grade, "考核单位": f"中共{city.full}委组织部"}
        rows.add(book, "考核", who(person) | cells)
    for each in person.awards:
        rows.add(book, "奖励", who(person) | _award(draw, each, city))
    for each in person.punishments:
        rows.add(book, "处分", who(person) | _punishment(draw, each, city))
    for spell in person.spells:
        if spell.kind == "secondment":
            rows.add(book, "挂职", who(person) | _secondment(draw, spell.host, spell.title, spell.start, spell.end))
    if draw.hits(0.06):
        rows.add(book, "信访结果", _petition(draw, person, city, as_of))


def _award(draw: Draw, each: Mapping[str, str], city: City) -> dict[str, object]:
    own = not each["authority"].startswith(table("places")["home_province"])
    number = f"{city.name[0]}委发〔{each['date'][:4]}〕{draw.randint(2, 60)}号" if own else None
    return {
        "奖励名称": each["name"],
        "批准日期": each["date"],
        "批准机关": each["authority"],
        "事由": each["cause"],
        "文号": number,
    }


def _punishment(draw: Draw, each: Mapping[str, str], city: City) -> dict[str, object]:
    series = "组函" if each["track"] == "组织处理" else "纪处"
    return {
        "处分名称": each["name"],
        "类别": each["track"],
        "批准日期": each["date"],
        "批准机关": each["authority"],
        "事由": each["cause"],
        "影响期至": each["end"],
        "解除日期": each["lifted"] or None,
        "文号": f"{city.name[0]}{series}〔{each['date'][:4]}〕{draw.randint(2, 60)}号",
    }


def _secondment(draw: Draw, host: str, title: str, start: int, end: int) -> dict[str, object]:
    appraisal = draw.choice(
        (
            "融入快，独立承担两项工作，接收单位评价较好。",
            "牵线协作项目三个，落地一个。",
            "工作踏实，参与调研多，独立分工少。",
        )
    )
    return {
        "挂职单位": host,
        "挂任职务": title or None,
        "开始日期": dashed(start),
        "结束日期": dashed(end),
        "类型": "东西部协作" if host.startswith("霁川") else "上挂",
        "鉴定": appraisal,
    }


def _petition(draw: Draw, person: Person, city: City, as_of: int) -> dict[str, object]:
    petitions = table("merits")["petitions"]
    received = as_of - draw.randint(4, 50)
    result = draw.weighted(petitions["results"])
    closed = None if result == "办理中" else dashed(received + draw.randint(1, 3), draw.randint(2, 27))
    number = f"{city.name[0]}信〔{year_of(received)}〕{draw.randint(100, 9999):04d}号"
    cells: dict[str, object] = {
        "办件编号": number,
        "涉及单位": person.current.unit or None,
        "受理日期": dashed(received, draw.randint(2, 27)),
        "事项类别": draw.choice(petitions["topics"]),
        "核查结论": result,
        "办结日期": closed,
        "结论文号": f"{city.name[0]}信核〔{closed[:4]}〕{draw.randint(10, 400)}号" if closed else None,
    }
    return who(person, "涉及干部") | cells


def ruling_rows(draw: Draw, rows: Rows, book: Book, people: Iterable[Person], city: City, as_of: int) -> None:
    """A shortcoming confirmed, or a strength, for one cadre in thirty: a named person, a date, a reason."""
    for person in people:
        if not draw.hits(0.035) or not person.current.role:
            continue
        bad = draw.hits(0.5)
        skill = person.weakness if bad else person.strengths[0]
        reason = (
            f"两年内{draw.randint(2, 4)}条记录指向同一问题，与{city.full}委组织部回访、项目评估相互印证。"
            if bad
            else "在两个单位、由不同记录人多次反映，与项目评估结果一致。"
        )
        cells = {
            "认定事项": "不足" if bad else "优势",
            "能力项": skill,
            "认定意见": "确认",
            "认定人": filled(draw, draw.choice(("干部一处集体研究，处长签字", "{m}委组织部分管副部长")), city),
            "认定日期": dashed(as_of - draw.randint(1, 10), draw.randint(2, 27)),
            "理由": reason,
        }
        rows.add(book, "认定", who(person) | cells)
