"""The years in uniform of those who came to the city as demobilised officers."""

from __future__ import annotations

from demo.draw import Draw
from demo.life import Holding, Stage

_RANKS = ("正排职", "副连职", "正连职", "副营职", "正营职")


def service(draw: Draw, start: int, end: int) -> list[Stage]:
    """The stages of [start, end): soldier, cadet, then officer up to battalion level, and waiting for a civil post.

    Two in three résumés only mention the waiting at the end of the last line in uniform.
    """
    brigade = draw.choice(("陆军某旅", "武警霁川总队某支队", "陆军某边防团", "陆军某部"))
    written = draw.hits(0.65)
    waiting = 0 if written else draw.randint(2, 4)
    jobs = _jobs(draw, brigade)
    stages = [
        _stage(start, start + 12, f"{brigade}战士", brigade, "战士"),
        Stage(
            start + 12,
            start + 48,
            "army",
            0,
            f"陆军某学院{draw.choice(('步兵指挥', '通信工程', '炮兵指挥'))}专业学员",
            kind="study",
        ),
    ]
    first, last = start + 48, end - waiting
    step = max(10, (last - first) // len(jobs))
    for number, (title, rank) in enumerate(jobs):
        begin = first + number * step
        final = number == len(jobs) - 1
        text = f"{brigade}{title}（{rank}）" + ("，转业待安置" if final and written else "")
        stages.append(_stage(begin, last if final else begin + step, text, brigade, title, rank))
    if waiting:
        stages.append(Stage(last, end, "army", 0, "转业待安置", kind="waiting"))
    return stages


def _jobs(draw: Draw, brigade: str) -> list[tuple[str, str]]:
    battalion = draw.choice(("一营", "二营", "三大队" if "武警" in brigade else "三营"))
    titles = (
        f"{battalion}二连排长",
        f"{battalion}二连副连长",
        draw.choice((f"{battalion}四连连长", f"{battalion}四连指导员", "政治部组织干事", "司令部作训参谋")),
        draw.choice((f"{battalion}副营长", f"{battalion}副教导员", "后勤部财务助理员")),
        draw.choice((f"{battalion}营长", f"{battalion}教导员")),
    )
    return list(zip(titles, _RANKS, strict=True))


def _stage(start: int, end: int, text: str, unit: str, title: str, rank: str = "") -> Stage:
    return Stage(start, end, "army", 0, text, (Holding(unit, title),), unit, rank=rank, kind="military")
