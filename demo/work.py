"""A year's work as rows: lists, projects, the department's grades, the cadres' own forms, looks at the sites."""

from __future__ import annotations

from demo.draw import Draw, table
from demo.life import Person
from demo.places import City
from demo.projects import Project
from demo.sheets import Book, Rows, filled, who

_STEPS = ("好", "较好", "一般", "差")
_MISMATCH = 0.1


def list_rows(draw: Draw, rows: Rows, book: Book, unit: str, year: int, filler: str) -> None:
    """The list a unit hands in at the beginning of a year."""
    day = f"{year}-{draw.choice(('01', '02'))}-{draw.randint(8, 26):02d}"
    cells = {"单位": unit, "年度": year, "提交日期": day, "填报人": filler, "状态": "已审定"}
    rows.add(book, "项目清单", cells)


def project_rows(rows: Rows, book: Book, project: Project) -> None:
    """One row for each person who answers for it."""
    cells = {
        "单位": project.unit,
        "年度": project.year,
        "项目名称": project.title,
        "项目类别": project.category,
        "目标任务": project.goal,
        "完成时限": project.deadline,
        "难点": project.obstacle,
        "完成情况": project.result or None,
        "能力项": "、".join(project.skills),
    }
    for person, role in project.people:
        rows.add(book, "重点工作项目", cells | who(person, "责任人") | {"角色": role})


def evaluation_rows(draw: Draw, rows: Rows, book: Book, project: Project, evaluator: str) -> None:
    """The year-end grade, and for most projects one at mid-year that may differ by a step."""
    if not project.grade:
        return
    key = {"项目单位": project.unit, "项目年度": project.year, "项目名称": project.title, "评估单位": evaluator}
    if draw.hits(0.55):
        at = _STEPS.index(project.grade) + draw.choice((-1, 0, 0, 0, 1))
        day = f"{project.year}-07-{draw.randint(3, 25):02d}"
        rows.add(book, "项目评估", key | {"评估阶段": "年中", "评估等次": _STEPS[min(3, max(0, at))], "评估日期": day})
    comment = draw.choice(table("projects")["comments"][project.grade])
    final = {"评估阶段": "年底", "评估等次": project.grade, "评估日期": f"{project.year}-12-{draw.randint(18, 30):02d}"}
    rows.add(book, "项目评估", key | final | {"评语": comment, "原因": project.cause or None})


def check_rows(draw: Draw, rows: Rows, book: Book, project: Project, city: City, inspector: str) -> None:
    """For three projects in ten a look at the site; what is found goes with the grade, mostly."""
    if not project.grade or not draw.hits(0.3):
        return
    checks = table("merits")["checks"]
    at = {"好": 0, "较好": 0, "一般": 1, "差": 3}[project.grade] + draw.choice((0, 0, 0, 1))
    chosen = checks[min(at, 3)]
    place = draw.choice(table("places")["projects"]) + "工地" if project.site else project.unit
    cells = {
        "日期": f"{project.year}-{draw.randint(4, 11):02d}-{draw.randint(2, 27):02d}",
        "地点": place,
        "被查单位": project.unit,
        "方式": draw.choice(("明查", "暗访", "暗访")),
        "检查人": inspector,
        "发现情况": filled(
            draw, draw.choice(chosen["site" if project.site else "desk"]), city, p=place.removesuffix("工地")
        ),
        "程度": chosen["result"],
        "项目单位": project.unit,
        "项目年度": project.year,
        "项目名称": project.title,
    }
    rows.add(book, "抽查暗访", cells | who(project.owner, "涉及干部"))


def form_rows(draw: Draw, rows: Rows, book: Book, person: Person, projects: list[Project]) -> None:
    """What a person tells at year end: one in ten is proudest of what the department thought little of."""
    done = sorted((each for each in projects if each.grade), key=lambda each: _STEPS.index(each.grade))
    if not done or draw.hits(0.08):
        return
    poor = [each for each in done if each.grade in _STEPS[2:]]
    best = draw.choice(poor) if poor and draw.hits(_MISMATCH * 2) else done[0]
    worst = done[-1] if done[-1] is not best else None
    cells: dict[str, object] = {
        "年度": best.year,
        "填表日期": f"{best.year}-12-{draw.randint(5, 17):02d}",
        "最满意的业绩": f"{best.title}。{_proud(draw, best)}",
    }
    cells |= _named("最满意项目", best)
    if worst:
        cells |= _named("遗憾项目", worst) | {"不满意或比较遗憾的工作": f"{worst.title}：{_sorry(draw, worst)}"}
        cells["改进打算"] = draw.choice(
            (
                "明年提前进场，先把地块理清。",
                "一周一调度，责任到人。",
                "补专业人手，向先进地区学。",
                "早做群众工作，不等文件。",
            )
        )
    rows.add(book, "业绩信息采集表", who(person) | cells)


def _named(prefix: str, project: Project) -> dict[str, object]:
    return {f"{prefix}单位": project.unit, f"{prefix}年度": project.year, f"{prefix}名称": project.title}


def _proud(draw: Draw, project: Project) -> str:
    told = project.result if project.grade in _STEPS[:2] else "过程很难，能推到这一步不容易。"
    return f"难在{project.obstacle}。{told}" if draw.hits(0.6) else told


def _sorry(draw: Draw, project: Project) -> str:
    cause = project.cause or project.obstacle
    return draw.choice((f"{cause}，自己盯得也不够。", f"主要是{cause}。", f"{cause}，留了尾巴。"))
