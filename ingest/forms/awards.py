"""Awards that a piece of a sentence tells, each on each of its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from ingest.forms.dated import Piece, honour_words

_EACH: Final = re.compile("各|分别|均|都|每年")
_RUNNING: Final = re.compile(r"连续[两二三四五六七八九十\d]+(?:个?年度?|次)")
_TIMES: Final = re.compile(r"各?(?<=[功奖各])(?P<times>[一两二三四五1-5])次$")
"""记三等功一次 is 记三等功; so is 记三等功2次 where both dates are told."""
_DIGITS: Final = str.maketrans("一两二三四五", "122345")
_GROUND: Final = re.compile("考核|经|因")
"""In what leads to an award and is none where one follows: 年度考核优秀，记三等功."""
_MONEY: Final = re.compile(r"奖金|奖励\d")
_BRACKET: Final = re.compile(r"\s*[（(](?P<told>[^（()）]*)[）)]$")
_DOCUMENT: Final = re.compile(r"[〔\[【]\d{4}[〕\]】].*号")
_BODY: Final = re.compile("(?:[委厅局部会院室府]|党组|法院|集团|公司|司令部|政治部)$")
_QUOTES: Final = str.maketrans("", "", "“”\"'")


def awards(piece: Piece) -> tuple[list[dict[str, Any]], list[str]]:
    """The values of every award of the piece, and what of it is none; what leads to an award is told with it."""
    found: list[dict[str, Any]] = []
    unread: list[str] = []
    before = ""
    parts = _and_then().split(_RUNNING.sub("", piece.rest, count=1).strip("，, "))
    dates = _dates(piece)
    for number, part in enumerate(parts, start=1):
        leads_on = number < len(parts) and _GROUND.search(part) and not _introduced(part)
        name = None if leads_on or _MONEY.search(part) else _name(part)
        if name is None:
            before += f"{part}，"
            continue
        found += _given(name, before + part, dates)
        before = ""
    if before:
        unread.append(before.rstrip("，"))
    return found, unread


def _given(name: str, told: str, dates: tuple[str | None, ...]) -> Iterator[dict[str, Any]]:
    """The award or, of a row of them (`优秀共产党员、先进工作者`), each, on each date."""
    values: dict[str, Any] = {}
    if found := _by().search(told):
        values["authority"] = found["authority"].strip()
    while bracket := _BRACKET.search(name):
        name = name[: bracket.start()]
        if _DOCUMENT.search(bracket["told"]):
            values["document_number"] = bracket["told"]
        elif _BODY.search(bracket["told"]):
            values.setdefault("authority", bracket["told"])
    if giver := _giver().match(name):
        values.setdefault("authority", giver["authority"])
        name = name[giver.end() :]
    names = name.translate(_QUOTES).split("、")
    each = names if all(one.endswith(tuple(honour_words("award_ends"))) for one in names) else ["、".join(names)]
    for one in each:
        for date in dates:
            yield ({"date": date} if date else {}) | values | {"name": _once(one, len(dates))}


def _dates(piece: Piece) -> tuple[str | None, ...]:
    """The dates on which something was given: all, or the last, where several years are what it was given for.

    `连续三年获嘉奖` is one a year, `连续三年考核优秀，记三等功` is one.
    """
    if len(piece.dates) < 2 or _EACH.search(piece.rest) or any(len(date) > 4 for date in piece.dates):
        return piece.dates or (None,)
    given = re.search("|".join(_introductions()), piece.rest)
    for_years = "考核" in piece.rest[: given.start() if given else 0]
    is_each = not for_years and (not piece.is_span or bool(_RUNNING.match(piece.rest)))
    return piece.dates if is_each else piece.dates[-1:]


def _once(name: str, dates: int) -> str:
    """The name without how often it was given, where that is once on each date, or as often as there are dates."""
    times = _TIMES.search(name)
    if times and int(times["times"].translate(_DIGITS)) in (1, dates):
        return name[: times.start()]
    return name


def _introduced(part: str) -> str | None:
    """The name of an award after a word that introduces one: 获, 被评为, 记."""
    found = re.search(rf"(?:{'|'.join(_introductions())})(?P<name>.+)$", part)
    if found is None or len(found["name"].translate(_QUOTES).strip()) < 2:
        return None
    before = "记" if found.group().startswith(("记", "被记")) and "功" in found["name"] else ""
    return before + found["name"].strip()


def _name(part: str) -> str | None:
    """What the award of a part is called; None where the part tells none."""
    rest = _led_to().sub("", part.strip(), count=1)
    bare = rest if any(word in rest for word in honour_words("award_words")) else None
    return _introduced(rest) or bare


@cache
def _and_then() -> re.Pattern[str]:
    """Before a further award of the same date: `获嘉奖，并被评为先进个人`, `荣获称号并授予奖章`, `优秀公务员，嘉奖`."""
    given = f"(?:{'|'.join(_introductions())}|{'|'.join(honour_words('bare_awards'))}|奖励)"
    return re.compile(rf"[，,](?=(?:并|同时|还|又|再次)*{given})|(?<=.)(?=并{given})")


@cache
def _led_to() -> re.Pattern[str]:
    """Who gave an award and why, before its name: `由某部队司令部嘉奖`, `因…被县委通报表扬`, `经…批准，`."""
    bare = "|".join(honour_words("bare_awards"))
    return re.compile(rf"^(?:经|由)[^，,。；]+?(?:批准|决定)[，,]?|^(?:因[^，,]*?)?(?:受到|受|被|由)[^，,]*?(?={bare})")


@cache
def _giver() -> re.Pattern[str]:
    """Who gave an award, right before a name that needs no word: `县政府嘉奖`, `省委、省政府“劳动模范”称号`."""
    bare = "|".join(honour_words("bare_awards"))
    return re.compile(
        rf"(?P<authority>[^，,“]*?(?:[委厅局部会院]|政府))(?=“|(?:{bare}|[一二三]等功)(?:[各一两二三四五1-5]+次)?$)"
    )


@cache
def _by() -> re.Pattern[str]:
    given = "|".join(["批准", "决定", "研究决定", "授予", "评为", "表彰", "记", "给予", *honour_words("bare_awards")])
    return re.compile(rf"(?:经|由|被|受到)(?P<authority>[^，,。；]+?)(?:{given})")


@cache
def _introductions() -> list[str]:
    return sorted(honour_words("awarded"), key=len, reverse=True)
