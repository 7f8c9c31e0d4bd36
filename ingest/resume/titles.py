"""The title at the end of a text: the longest known one, and what belongs to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.resume.lexicon import (
    BARE_HEADS,
    CALLING_ENDINGS,
    DEPUTY_FIELDS,
    ENDINGS,
    FIELDED,
    FULL,
    GRADE_ENDINGS,
    GRADES,
    NEVER_CALLINGS,
    NEVER_UNITS,
    ORGAN_TITLES,
    ORGANS,
    OVERLAPS,
    OWN_ENDINGS,
    PLACES,
    TITLES,
    WORDS,
    Title,
    TitleGroup,
)
from ingest.resume.places import TERM, bare_lead, locate, without_bare

_BARE_LEVELS = frozenset(PLACES["bare"]["levels"])
_FROM_VERBS: dict[str, str] = WORDS["posts_from_verbs"]
_LONGEST_UNIT = 100
_HEADED_PLACES = tuple(f"{level}长" for level in PLACES["government"])
_CALLING_LENGTHS = range(2, 6)
_BARE_CALLING_LENGTHS = range(3, 5)
_BRACKETED = re.compile("(副?[局处部所站院])（([\u4e00-\u9fff]{1,3})）(长)$")
_LETTERS = re.compile("[A-Za-z]+$")
# What a name may end with before the 室 or 系 that closes it: 气象局室 is none, but 总值班室 is.
_OPEN_ENDS = ("局", "值班", "科社")
_LONGEST_FIELD = 4
_LONGEST_TEXT = 150


@dataclass(frozen=True, slots=True)
class Named:
    """A text split at its title: unit (may be empty), organ of the Party within it, title, grade before the title."""

    unit: str
    organ: str
    title: Title
    grade: str | None
    concluded: bool = False


def _overlapped(unit: str, title: Title) -> str:
    """`公安` + 局长 is the unit 公安局: title and unit share a character where nothing else ends the unit."""
    if not unit or unit.endswith("）") or ENDINGS.ending(unit):
        return unit
    located = locate(unit)
    if title.group in {"government", "assistant"} and title.text.startswith(_HEADED_PLACES):
        whole = locate(unit + title.text[0])  # 麟浦县长助理
        return unit if located.places or not whole.places or whole.rest else unit + title.text[0]
    if title.text not in OVERLAPS:
        return unit
    return unit if located.places and not located.rest else unit + title.text[:-1]


def _split_organ(unit: str, title: Title) -> tuple[str, str]:
    """Cut a Party organ off a unit that is no place: `某学院` and 党总支; a place's committee is a unit itself."""
    if title.base not in ORGAN_TITLES or not (found := ORGANS.ending(unit)):
        return unit, ""
    organ = found[0]
    rest = unit[: -len(organ)]
    longer = [found[0] for table in (ENDINGS, OWN_ENDINGS) if (found := table.ending(unit))]
    if any(len(ending) > len(organ) for ending in longer):
        return unit, ""
    if rest and organ not in NEVER_UNITS and bare_lead(rest)[1] in _BARE_LEVELS:
        return unit, ""
    located = locate(without_bare(unit))
    if organ not in NEVER_UNITS and located.places and TERM.sub("", located.rest) == organ:
        return unit, ""
    return rest, organ


def split_title(text: str) -> Named | None:
    """The unit, organ, title and grade of a text such as `某局党组成员`; None where it ends in no known title."""
    return _split(text) if len(text) <= _LONGEST_TEXT else None


@lru_cache(maxsize=65536)
def _split(text: str) -> Named | None:
    if text in GRADES:
        return Named("", "", Title(text, text, "rank", FULL, acting=False), None)
    if text in BARE_HEADS:
        return Named("", "", Title(text, text, "head", FULL, acting=False), None)
    if bracketed := _BRACKETED.search(text):  # 副局（馆）长
        return _under_two_names(text, bracketed)
    if found := TITLES.ending(text):
        title = found[1]
        unit = text[: -len(found[0])]
        return _with_title(unit, title)
    return _without_title(text)


def _with_field(unit: str, title: Title) -> tuple[str, Title]:
    """`区公所林业` + 助理员: what follows the unit's known ending is the field of the work, and the post's."""
    if not unit or ENDINGS.ending(unit) or GRADE_ENDINGS.ending(unit) or not (located := locate(unit)).rest:
        return unit, title
    if title.text in FIELDED and len(unit) <= _LONGEST_FIELD and not located.places:
        return "", replace(title, text=unit + title.text)
    for length in range(1, min(4, len(located.rest))):
        if len(unit) > length + 1 and (ENDINGS.ending(unit[:-length]) or GRADE_ENDINGS.ending(unit[:-length])):
            return unit[:-length], replace(title, text=unit[-length:] + title.text)
    return unit, title


def _with_deputys_field(unit: str, title: Title) -> tuple[str, Title]:
    """`某矿安全` + 副矿长: what the deputy looks after is the post's, where it ends no unit's name."""
    if title.grade or ENDINGS.ending(unit) or not (field := DEPUTY_FIELDS.ending(unit)):
        return unit, title
    return unit.removesuffix(field[0]), replace(title, text=field[0] + title.text)


def _under_two_names(text: str, bracketed: re.Match[str]) -> Named:
    deputy = bracketed[1].startswith("副")
    title = Title(
        bracketed[0], bracketed[1].removeprefix("副") + bracketed[3], "head", 0 if deputy else FULL, acting=False
    )
    return Named(text[: bracketed.start()], "", title, None)


def _with_title(unit: str, title: Title) -> Named | None:
    if letters := _LETTERS.search(unit):  # HR主管
        unit, title = unit[: letters.start()], replace(title, text=letters[0] + title.text)
    if title.group == "part" and unit and (unit.endswith(_OPEN_ENDS) or not ENDINGS.ending(unit)):
        part = title.base.removesuffix("主任").removesuffix("副")
        title = TITLES.entries[title.text.replace(part, "")]
        unit += part
    if title.text.startswith("工作队") and unit and not ENDINGS.ending(unit):  # 援建工作队队员
        unit, title = f"{unit}工作队", TITLES.entries.get(title.text.removeprefix("工作队"), title)
    if title.text.startswith("村") and unit and not ENDINGS.ending(unit):  # 石门村主任, not 石门 + 村主任
        unit, title = f"{unit}村", TITLES.entries.get(title.text[1:], title)
    if title.group in {"staff", "official"} or title.text in FIELDED:
        unit, title = _with_field(unit, title)
    if title.group == "head":
        unit, title = _with_deputys_field(unit, title)
    grade = None
    if (cut := GRADE_ENDINGS.ending(unit)) and title.group != "rank":
        unit, grade = unit[: -len(cut[0])], cut[0]
    if len(unit) > _LONGEST_UNIT:
        return None
    unit, organ = _split_organ(_overlapped(unit, title), title)
    return Named(unit, organ, title, grade)


def _without_title(text: str) -> Named | None:
    if len(text) > _LONGEST_UNIT:
        return None
    for verb, post in _FROM_VERBS.items():
        if text.endswith(verb):
            title = replace(TITLES.entries[post], text=post)
            return Named(text[: -len(verb)].removesuffix("从事"), "", title, None, concluded=True)
    if (cut := GRADE_ENDINGS.ending(text)) and ENDINGS.ending(text[: -len(cut[0])]):
        return Named(text[: -len(cut[0])], "", Title(cut[0], cut[0], "rank", FULL, acting=False), None)
    return _calling(text)


def of_same_part(named: Named, before: Title | None) -> Named:
    """`某厂车间副主任、主任`: a head named alone after the deputy of an unnamed part is the head of that part."""
    if before is None or before.group != "part" or named.unit or named.organ or named.title.group != "head":
        return named
    part = before.base.removesuffix("主任").removesuffix("副")
    title = TITLES.entries.get(part + named.title.text)
    return replace(named, title=title, concluded=True) if title and title.group == "part" else named


def _is_unit(name: str) -> bool:
    found = ENDINGS.ending(name)
    return found is not None and found[1] != "military"


def _calling(text: str) -> Named | None:
    """A calling that stands in no list (`车务段值班员`): what the last known ending of a unit leaves of the text."""
    if not text.endswith(CALLING_ENDINGS) or text.endswith(NEVER_CALLINGS):
        return None
    if len(text) in _BARE_CALLING_LENGTHS and not _is_unit(text):
        return Named("", "", _title_of_calling(text), None)
    for length in _CALLING_LENGTHS:
        unit, name = text[:-length], text[-length:]
        if len(unit) > 1 and (found := ENDINGS.ending(unit)) and found[1] != "military" and not _is_unit(name):
            return Named(unit, "", _title_of_calling(name), None)
    return None


def _title_of_calling(name: str) -> Title:
    base = name.removeprefix("副") if len(name) > 2 else name
    group: TitleGroup = "head" if name.endswith("长") else "calling"
    return Title(name, base, group, FULL if base == name else 0, acting=False)
