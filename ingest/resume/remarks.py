"""What stands in brackets after a post: ranks, 兼, 主持工作, dates, secondments, new names of the unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.clean.dates import DateError, parse_date, pattern
from ingest.resume.brackets import split_top
from ingest.resume.lexicon import ENDINGS, GRADES, RANK_WORDS, WORDS, affixes, any_of
from ingest.resume.places import locate
from ingest.resume.stretches import RANGE
from ingest.resume.titles import split_title

_REMARKS = WORDS["remarks"]
_DATE = re.compile(rf"({pattern(2)})\s*(?:起|后|始|开始|以后|以来)?\s*(?:，)?")
_UNTIL = re.compile(
    rf"(?:兼任?|任|任职)?(?:至|到)\s*({pattern(2)})(?:止|为止)?$|^({pattern(4)})\s*(?:止|免|免去|免职|卸任)$"
)
_RANGE_ONLY = re.compile(rf"{RANGE.pattern}\s*(?:任|任职|在任)?$")
_RENAMED = re.compile(rf"(?:[^（）]{{0,16}}?(?:{any_of(_REMARKS['renamed']).pattern})|现更?名?为?(?=\S{{3}}))\s*")
_MEANWHILE = re.compile(r"^(?:其间|期间)[：，]?\s*")
_ACTING = re.compile(
    r"(?:全面|临时|负责)?主持.{0,12}工作$|(?:临时|牵头)?负责.{0,4}(?:全面|日常)工作$|代?行使?.{0,8}职[责权]$"
)
_RANK_VERBS = affixes(_REMARKS["rank_verbs"])
_RANK_TAILS = affixes(_REMARKS["rank_tails"])
_LONGEST_RANK = 30
_RANK_DATED = frozenset(_REMARKS["rank_dated"])
_CONCURRENT = frozenset(_REMARKS["concurrent"])
ACTING_WORDS = frozenset(_REMARKS["acting"])
_RETIRED = frozenset(_REMARKS["retired"])
_REMOVED = affixes(_REMARKS["removed"])
_REMOVED_TAILS = affixes(_REMARKS["removed_tails"])
_SECONDED = frozenset(WORDS["secondment"]["brackets"])
_SENT = tuple(WORDS["secondment"]["bracket_endings"])
ALL_CONCURRENT = frozenset(_REMARKS["concurrent_all"])
PREFIXES = tuple(_REMARKS["prefixes"])


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark; only the fields that it speaks of are set. `rest` is what is left to read after its date."""

    date: str | None = None
    until: str | None = None
    rank: str | None = None
    renamed: str | None = None
    concurrent: bool = False
    acting: bool = False
    seconded: bool = False
    taken: bool = False
    dates_rank: bool = False
    retired: bool = False
    removed: str = ""
    """The post that ended at the date (`免去纪检组组长`)."""
    rest: str = ""


def leading_date(text: str) -> tuple[str | None, str]:
    """The date a text begins with and what follows it; (None, text) where there is none or it is impossible."""
    if not text[:1].isdigit() or not (found := _DATE.match(text)):
        return None, text
    try:
        return parse_date(found[1]), text[found.end() :].strip()
    except DateError:
        return None, text


def rank_in(text: str) -> str | None:
    """The rank a remark states (`明确为正处级`, `正处级`, `晋升四级调研员`), as written; None where it states none."""
    core = text if len(text) <= _LONGEST_RANK else ""
    for _ in range(3):
        if core in RANK_WORDS:
            return core
        core = core.removeprefix("，")
        if verb := _RANK_VERBS.beginning(core):
            core = core[len(verb[0]) :]
        elif tail := _RANK_TAILS.ending(core):
            core = core[: -len(tail[0])]
        else:
            return _before_insignia(core)
    return core if core in RANK_WORDS else _before_insignia(core)


def _before_insignia(text: str) -> str | None:
    """The grade that stands before a rank worn on the shoulder (`正营职少校`); None where the text is no such pair."""
    pairs = ((text[:cut], text[cut:]) for cut in range(2, len(text) - 1))
    return next((grade for grade, worn in pairs if grade in GRADES and worn in RANK_WORDS and worn not in GRADES), None)


def _new_name(text: str) -> str:
    """A unit's new name, without the post that may be repeated after it; empty where the text is no unit."""
    named = split_title(text.strip(" ，"))
    name = named.unit if named else text.strip(" ，")
    return name if ENDINGS.ending(name) or locate(name).places else ""


def read(text: str) -> Remark:
    """What one remark says; a Remark with only `rest` where it says nothing known."""
    text = _MEANWHILE.sub("", text.strip())
    if found := _UNTIL.search(text):
        date, _ = leading_date(found[1] or found[3] or "")
        if found.start() == 0 and date:
            return Remark(until=date, taken=True, concurrent=text.startswith("兼"))
    if found := _RANGE_ONLY.match(text):
        start, _ = leading_date(found[1])
        end, _ = leading_date(found[3] or "")
        return Remark(date=start, until=end, taken=True)
    date, rest = leading_date(text)
    if rest in _RETIRED:
        return Remark(until=date, taken=True, retired=True)
    return _plain(date, rest)


def _renamed(date: str | None, rest: str) -> str:
    """The new name a remark tells (`更名为…`, `2019.02起为…`); empty where it tells none."""
    if found := _RENAMED.match(rest):
        return _new_name(rest[found.end() :])
    since = date is not None and rest.startswith("为") and split_title(rest) is None
    return _new_name(rest[1:]) if since else ""


def _removed(rest: str) -> str:
    """The post that a remark says was given up (`免去市财政局局长职务`); empty where it says no such thing."""
    found = _REMOVED.beginning(rest)
    if found is None:
        return ""
    post = rest[len(found[0]) :]
    tail = _REMOVED_TAILS.ending(post)
    post = post.removesuffix(tail[0]) if tail else post
    return post if split_title(post) else ""


def _plain(date: str | None, rest: str) -> Remark:
    name, post = _renamed(date, rest), _removed(rest)
    if name or post:
        return Remark(date=date, renamed=name or None, removed=post, taken=True)
    concurrent, seconded = rest in _CONCURRENT, rest in _SECONDED or rest.endswith(_SENT)
    acting = rest in ACTING_WORDS or _ACTING.match(rest) is not None
    if concurrent or seconded or acting:
        return Remark(date=date, concurrent=concurrent, acting=acting, seconded=seconded, taken=True)
    if rank := rank_in(rest):
        return Remark(date=date, rank=rank, taken=True)
    if date and rest in _RANK_DATED:
        return Remark(date=date, taken=True, dates_rank=True)
    if date and rest in {"", "任", "任职", "任现职", "任现职务", "到任", "起任", "起任职"}:
        return Remark(date=date, taken=True)
    return Remark(date=date, rest=rest)


def is_aside(content: str) -> bool:
    """Whether a bracket within a name is no part of it: a known remark, dated news about the unit, its former name."""
    former = content.startswith("原") and ENDINGS.ending(content) is not None  # 某集团公司（原某矿务局）
    return former or content[:4].isdigit() or any(read(item).taken for _, item in split_top(content, "，；"))


def is_grade(rank: str) -> bool:
    """Whether a rank is a grade (正处级) and no personal rank (主任科员)."""
    return rank in GRADES
