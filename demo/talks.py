"""What people say of a cadre and what the department's officers see, over one year."""

from __future__ import annotations

from dataclasses import dataclass

from demo.draw import Draw, table
from demo.life import Person, Stage
from demo.places import City
from demo.projects import Project
from demo.sheets import Book, Rows, filled, who

_BLAND = 0.14
_CONTRADICTS = 0.08


@dataclass(frozen=True, slots=True)
class Year:
    """One person's year as the department looks at it."""

    person: Person
    stage: Stage
    year: int
    months: tuple[int, int]
    projects: list[Project]
    city: City

    def day(self, draw: Draw) -> str:
        """A working day of the part of the year that is over."""
        return f"{self.year}-{draw.randint(*self.months):02d}-{draw.randint(2, 28):02d}"


def talk_rows(draw: Draw, rows: Rows, book: Book, about: Year, officers: list[str]) -> None:
    """A talk with the cadre in most years, and with one or two others in many."""
    if draw.hits(0.7):
        rows.add(book, "谈话", _own_words(draw, about, draw.choice(officers)))
    for _ in range(draw.choice((0, 0, 1, 1, 2))):
        rows.add(book, "谈话", _others_words(draw, about, draw.choice(officers)))


def _own_words(draw: Draw, about: Year, officer: str) -> dict[str, object]:
    texts = draw.several(table("talks")["self"]["say"], draw.choice((1, 2)))
    work = draw.choice(about.projects).title if about.projects else "日常工作"
    said = "".join(each.format(weakness=about.person.weakness, work=work) for each in texts)
    kind = draw.choice(("走访谈话", "固定谈话日", "重点约谈", "主动约谈", "走访谈话"))
    return who(about.person) | _talk(about.day(draw), kind, "本人", officer, said)


def _others_words(draw: Draw, about: Year, officer: str) -> dict[str, object]:
    respondent = draw.weighted(table("talks")["respondents"])
    said = impression(draw, about)
    return who(about.person) | _talk(about.day(draw), "走访谈话", respondent, officer, said)


def _talk(day: str, kind: str, respondent: str, officer: str, said: str) -> dict[str, object]:
    return {"日期": day, "谈话类型": kind, "谈话对象类别": respondent, "谈话人": officer, "谈话摘要": said}


def impression(draw: Draw, about: Year) -> str:
    """One or two things somebody noticed, with a flaw after them now and then; some people say little."""
    talks = table("talks")
    if draw.hits(_BLAND):
        return str(draw.choice(talks["bland"]))
    strengths = draw.several(list(about.person.strengths), draw.choice((1, 1, 2)))
    parts = [filled(draw, draw.choice(talks["good"][each]), about.city) for each in strengths]
    if draw.hits(0.3):
        parts.append(filled(draw, draw.choice(talks["bad"][about.person.weakness]), about.city))
    elif draw.hits(0.4):
        parts.append(draw.choice(talks["flaws"]))
    return "；".join(part.rstrip("。") for part in parts) + "。"


def praise(draw: Draw, about: Year) -> str:
    """Only what speaks for somebody, with a matter to each strength."""
    good = table("talks")["good"]
    parts = [filled(draw, draw.choice(good[each]), about.city) for each in about.person.strengths]
    return "；".join(part.rstrip("。") for part in parts) + "。"


def note_rows(draw: Draw, rows: Rows, book: Book, about: Year, officers: list[str]) -> None:
    """Notes on single abilities: mostly the person's strengths, the weakness now and then, sometimes the contrary."""
    for _ in range(draw.choice((0, 1, 1, 2, 2, 3))):
        rows.add(book, "日常了解", _note(draw, about, draw.choice(officers)))


def _note(draw: Draw, about: Year, officer: str) -> dict[str, object]:
    talks = table("talks")
    skill = draw.choice(
        (
            *about.person.strengths,
            *about.person.strengths,
            about.person.weakness,
            draw.choice(table("competencies")["suits"]),
        )
    )
    good = skill != about.person.weakness
    if draw.hits(_CONTRADICTS):
        good = not good
    text = filled(draw, draw.choice(talks["good" if good else "bad"][skill]), about.city)
    cells: dict[str, object] = {
        "日期": about.day(draw),
        "了解方式": draw.choice(("跟班学习", "专项调研", "列席民主生活会", "谈话", "走访")),
        "记录人": officer,
        "反映人类别": draw.weighted(talks["respondents"]),
        "所在单位": about.stage.unit,
        "评价倾向": "正面" if good else "负面",
        "内容": text,
        "能力项": skill,
    }
    matching = [each for each in about.projects if skill in each.skills]
    if matching and draw.hits(0.6):
        project = draw.choice(matching)
        cells |= {"项目单位": project.unit, "项目年度": project.year, "项目名称": project.title}
    return who(about.person) | cells


def heart_rows(draw: Draw, rows: Rows, book: Book, about: Year) -> None:
    """The yearly round of 向组织说说心里话, which one in three uses; a few ask for something."""
    talks = table("talks")
    if draw.hits(0.34) and about.months[1] >= 6:
        text = filled(draw, draw.choice(talks["heart"]["texts"]), about.city)
        day = f"{about.year}-06-{draw.randint(10, 28):02d}"
        cells = {"轮次": f"{about.year}年", "收回日期": day, "内容": text}
        rows.add(book, "心里话", who(about.person) | cells)
    if draw.hits(0.06):
        topic, wish = draw.choice(
            talks["appeals"]["late_topics" if about.year - about.person.birth // 12 > 53 else "topics"]
        )
        state = draw.choice(("待办", "办理中", "已答复", "已办结"))
        answer = draw.choice(talks["appeals"]["responses"]) if state.startswith("已") else None
        cells = {"诉求事项": topic, "意愿": filled(draw, wish, about.city), "提出日期": about.day(draw)}
        rows.add(book, "个人诉求", who(about.person) | cells | {"办理状态": state, "答复": answer})


def visit_rows(draw: Draw, rows: Rows, book: Book, about: Year, officers: list[str]) -> None:
    """Somebody of the department comes by: two cadres in five meet one each year."""
    if not draw.hits(0.4):
        return
    campaigns = table("talks")["campaigns"]
    where = "towns" if about.stage.post.startswith("town") else "offices"
    work = draw.choice(about.projects).title if about.projects else "当前工作"
    cells = {
        "日期": about.day(draw),
        "走访单位": about.stage.unit,
        "走访行动": draw.choice(campaigns[where]),
        "走访人": draw.choice(officers),
        "情况": filled(draw, draw.choice(campaigns[f"in_{where}"]), about.city, work=work),
    }
    rows.add(book, "走访", cells | who(about.person, "见面干部"))
