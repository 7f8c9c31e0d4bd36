"""Who is who on an invented set with known duplicates: precision, recall and time of the candidates.

`python -m bench.whois --persons 10000`. One person in twenty has a second record, spoilt in the ways sources spoil one.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from pypinyin import lazy_pinyin

from analysis.who.candidates import find_candidates
from analysis.who.model import Held, Person, Study

_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏傅方邹熊白孟秦邱侯江尹薛闫段雷"
    "龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤"
)
_GIVEN: Final = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉力健世广志义兴良海山仁波宁贵福生龙元全国胜学祥才发武新利清飞彬富顺信子昌成康星光天达安岩中茂进林有坚和彪博诚先"
    "敬震振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以建家致树炎德行时泰盛雄琛钧冠策腾榕风航弘"
)
_TRADITIONAL: Final = str.maketrans(
    "张刘陈杨赵吴孙马罗郑谢许邓韩冯肖国华军强丽杰义兴龙学庆伟",
    "張劉陳楊趙吳孫馬羅鄭謝許鄧韓馮蕭國華軍強麗傑義興龍學慶偉",
)
_UNITS: Final = tuple(f"第{number}局" for number in range(300))
_SCHOOLS: Final = tuple(f"第{number}大学" for number in range(120))
_TITLES: Final = ("局长", "副局长", "处长", "副处长", "科长", "副科长", "科员")


def made(count: int, draw: random.Random) -> tuple[list[Person], set[tuple[str, str]]]:
    """So many records, and the pairs among them that are one person."""
    singles = int(count / 1.05)
    persons = [_person(draw, f"p{number:07d}") for number in range(singles)]
    twins = [_spoilt(draw, each, f"q{each.id}") for each in draw.sample(persons, count - singles)]
    return persons + twins, {(twin.id[1:], twin.id) for twin in twins}


def _person(draw: random.Random, own: str) -> Person:
    born = draw.randrange(1963, 2000)
    name = _common(draw, _SURNAMES) + "".join(_common(draw, _GIVEN) for _ in range(draw.choice((1, 2, 2, 2))))
    left = born + draw.randrange(21, 25)
    joined = f"{draw.randrange(born + 19, born + 30)}-{draw.randrange(1, 13):02d}" if draw.random() < 0.8 else None
    posts = tuple(
        Held(draw.choice(_UNITS), draw.choice(_TITLES), f"{year}-{draw.randrange(1, 13):02d}", f"{year + 5}-01")
        for year in range(left + 1, 2024, 5)
    )
    return Person(
        own,
        name,
        draw.choice("男男男女"),
        f"{born}-{draw.randrange(1, 13):02d}",
        f"{left}-{draw.choice((7, 8, 8, 8, 9, 12)):02d}",
        joined,
        "".join(lazy_pinyin(name)),
        studies=(Study(draw.choice(_SCHOOLS), f"{left}-07"),),
        posts=posts,
    )


def _common(draw: random.Random, characters: str) -> str:
    """A character, those in front far more often: as few surnames and given names are borne by most people."""
    return characters[int(len(characters) * draw.random() ** 3)]


def _spoilt(draw: random.Random, person: Person, own: str) -> Person:
    """A second record of a person: one or two of its values as another source has them, and some left out."""
    twin = replace(person, id=own, party_join=person.party_join if draw.random() < 0.6 else None)
    if draw.random() < 0.4:
        twin = replace(twin, posts=person.posts[-1:])
    if draw.random() < 0.3:
        twin = replace(twin, studies=())
    if draw.random() < 0.2:
        twin = replace(twin, work_start=None)
    for spoil in draw.sample(_SPOILS, draw.choice((1, 1, 2))):
        twin = spoil(draw, twin)
    return twin


def _other_name(draw: random.Random, person: Person) -> Person:
    name = person.name
    written = draw.choice(
        (
            name.translate(_TRADITIONAL),
            " ".join(name),
            name[:-1] + "?",
            name[:-1] + draw.choice(_GIVEN),
            f"{draw.choice(_SURNAMES)}{draw.choice(_GIVEN)}（曾用名：{name}）",
            "".join(lazy_pinyin(name)).title(),
        )
    )
    return replace(person, name=written, pinyin="".join(lazy_pinyin(written.split("（")[0])).replace(" ", "").lower())


def _other_birth(draw: random.Random, person: Person) -> Person:
    year, month = map(int, (person.birth_month or "1970-01").split("-"))
    if draw.random() < 0.5:
        return replace(person, birth_month=f"{year}-{month % 12 + 1:02d}")
    return replace(person, birth_month=f"{year + draw.choice((-1, 1))}-{month:02d}")


def _other_start(draw: random.Random, person: Person) -> Person:
    year = int((person.work_start or "1995")[:4])
    return replace(person, work_start=f"{year + draw.choice((-1, 0, 1))}-{draw.randrange(1, 13):02d}")


_SPOILS: Final[tuple[Callable[[random.Random, Person], Person], ...]] = (_other_name, _other_birth, _other_start)


def main() -> None:
    """Print one line of the table in `bench/README.md`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    persons, known = made(given.persons, random.Random(given.seed))
    begun = time.perf_counter()
    found = find_candidates(persons)
    seconds = time.perf_counter() - begun
    pairs = {each.pair for each in found.candidates}
    right = len(pairs & known)
    print(
        f"| {given.persons:,} | {len(known):,} | {len(pairs):,} | {right / max(1, len(pairs)):.3f} "
        f"| {right / len(known):.3f} | {found.left_out} | {seconds:.1f} |"
    )


if __name__ == "__main__":
    main()
