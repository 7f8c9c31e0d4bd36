"""Words around a unit and its posts: 任, 历任, 借调到, 兼, 工作."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.resume.bodies import describe
from ingest.resume.brackets import peel
from ingest.resume.lexicon import ENDINGS, TITLES, WORDS, affixes
from ingest.resume.places import locate
from ingest.resume.titles import split_title

_MOVES = (move + where for move in WORDS["verbs"]["moves"] for where in WORDS["verbs"]["directions"])
_TAKE = affixes((*WORDS["verbs"]["take"], *_MOVES))
_NOT_TAKE = affixes(WORDS["verbs"]["except"])
_REPLACE = frozenset(WORDS["verbs"]["replace"])
_SEQUENCE = frozenset(WORDS["verbs"]["sequence"])
_WORK = affixes(WORDS["verbs"]["work"])
_SECOND = tuple(WORDS["secondment"]["words"])
_CONCURRENT = re.compile(r"(?:并|并且|同时)?兼任|(?:并|同时)?兼(?![职管顾并任）])")
# "在石泉县挂职任县委常委" says two things; a comma makes them two phrases.
_JOINED = re.compile(
    r"(?<=[\u4e00-\u9fff）])(?:(挂职锻炼|挂职|借调)(?:并?(?:担任|任)|(?=副))|(?<=[县区市镇乡村旗])(挂任)|(?<!不再)(先后担任|先后任|历任|担任)|(?<=[县区市镇乡村旗道])(任)(?=[县区市镇乡村党副第书常支主])|(?<=[院校司局委厅团处所办])(任)(?=副))"
)
# "在石泉县挂职乡长助理", "…挂职（任局长助理）": where, and as what.
_POSTED = re.compile(
    "(?<=[\u4e00-\u9fff）])(?:(挂职锻炼|挂职|借调)([^，；。、（）任]{2,12})(?=[，、；。（]|$)"
    "|(挂职锻炼|挂职|借调|工作)（任([^（）]+)）)"
)
# "某局借调某委办公室工作": who lends, and where to.
_LENT = re.compile(
    "(?<=[局委办室院校部厅司科股处员长])(借调|抽调)(?=(?:到|至|在)?[^，；。、（）任]{2,20}(?:工作|帮忙)(?:[，；。（]|$))"
)
# "某局派驻某村任第一书记": the home bureau sends, the village is where the post is.
_SENT = re.compile(
    r"(?:选派|下派|派)(?:驻|往|到|至)(?=[^，；。、]{2,24}?(?:村|社区|嘎查)[^，；。、]{0,14}(?:第一书记|书记|队长|队员))"
)
# "某局选派到某镇任镇长助理": who sends is no unit of the person's.
_SENT_BY = re.compile("(?<=[部局委厅办院])(?:统一)?(?:选派|下派|派)(?=[到往至][^，；。、]{2,24}?任)")
# "、2013.03副镇长": the date opens a further statement.
_DATED_STEP = re.compile(r"、(?=(?:19|20)\d\d[.年]\d{1,2}月?(?!\d))")
_SENT_AS = re.compile(
    r"作为[^，；。、]{0,14}?(?:援藏|援疆|援青|挂职|下派|选派)[^，；。、]{0,4}?(?:干部|队员|成员)，?(?=担?任|到|赴|在)"
)
# 任 as a verb of its own, in no word such as 主任, 担任 or 任务.
_TAKE_UP = "(?<![主责专历担现曾续调改转出升接兼聘信胜连放委常上就初])任(?![务免职期教何选命])"
_TAKES = re.compile(f"(?<=[\u4e00-\u9fff）]){_TAKE_UP}")
_TAKEN = re.compile(f"([^，、；。（）]{{3,40}}){_TAKE_UP}([^，、；。（）]{{2,12}})(?=[，、；。（]|$)")
_LONGEST = 300
_LONGEST_STRETCH = 5_000  # no line of a résumé; to look for verbs between units in it would take half a minute
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Opened:
    """A text without its leading verbs, and what these said."""

    text: str
    sequence: bool = False
    seconded: bool = False
    concurrent: bool = False
    replaces: bool = False


def separate(text: str) -> str:
    """The text with a comma before a verb that opens a second statement, odd spaces removed or read as 、."""
    if " " in text:
        text = _close_spaces(text)
    text = _DATED_STEP.sub("，", text)
    if "派" in text or "作为" in text:
        text = _SENT_BY.sub("，选派", _SENT_AS.sub("挂职", _SENT.sub("，选派到", text))).removeprefix("，")
    if "职" in text or "调" in text or "（任" in text:
        text = _LENT.sub(r"，\1", _POSTED.sub(_comma_behind, text))
    if "任" not in text or len(text) > _LONGEST_STRETCH:
        return text
    joined = _JOINED.sub(lambda found: f"{found[1] or ('挂职' if found[2] else '')}，{_verb(found)}", text)
    return _TAKEN.sub(_comma_before, joined) if _TAKES.search(joined) else joined


def _comma_behind(found: re.Match[str]) -> str:
    """`在某局挂职局长助理` in two: where, and a post without a unit."""
    if found[3]:
        return f"{found[3]}，任{found[4]}"
    named = split_title(found[2])
    own = named and (not named.unit or describe(named.unit).kind == "division")
    return f"{found[1]}，任{found[2]}" if own else found[0]


def _comma_before(found: re.Match[str]) -> str:
    """`某供销社任会计` in two: a unit before 任 and a post without one after it."""
    named = split_title(peel(found[2])[0])
    unit = ENDINGS.ending(found[1]) or ((located := locate(found[1])).places and not located.rest)
    return f"{found[1]}，任{found[2]}" if unit and named and not named.unit else found[0]


def _verb(found: re.Match[str]) -> str:
    if found[3]:
        return "担任" if found[3] == "担任" else "历任"
    return "任"


def _close_spaces(text: str) -> str:
    words = _SPACES.split(text.strip())
    joined = [words[0]]
    for before, word in pairwise(words):
        ends = TITLES.ending(peel(before[-120:])[0]) is not None
        joined.append(f"、{word}" if ends and word[:1] not in "（、，；。" else word)
    return "".join(joined)


def open_phrase(text: str) -> Opened:
    """Strip the verbs a phrase begins with (at most four), noting 历任, 挂职 and 兼."""
    sequence = seconded = concurrent = replaces = False
    for _ in range(4):
        found = _TAKE.beginning(text)
        excepted = _NOT_TAKE.beginning(text)
        if not found or (excepted and len(excepted[0]) > len(found[0])):
            break
        sequence = sequence or found[0] in _SEQUENCE
        seconded = seconded or found[0].startswith(_SECOND)
        concurrent = concurrent or found[0] in {"兼", "兼任"}
        replaces = replaces or found[0] in _REPLACE
        text = text[len(found[0]) :].lstrip(" ，：")
    return Opened(text, sequence, seconded, concurrent, replaces)


def without_work(text: str) -> tuple[str, bool, bool]:
    """A text without a closing 工作, 挂职锻炼 …; whether there was one, and whether it says secondment."""
    found = _WORK.ending(text)
    if not found:
        return text, False, False
    return text[: -len(found[0])], True, found[0].startswith((*_SECOND, "帮", "协"))


def split_concurrent(part: str) -> Iterator[tuple[str, bool]]:
    """`副局长兼办公室主任` as two posts, the second marked concurrent."""
    concurrent = False
    while "兼" in part and len(part) <= _LONGEST:
        cut = next((at for at in _CONCURRENT.finditer(part) if _between_posts(part[: at.start()])), None)
        if cut is None:
            break
        if cut.start():
            yield part[: cut.start()], concurrent
        part, concurrent = part[cut.end() :], True
    yield part, concurrent


def _between_posts(before: str) -> bool:
    if before.count("（") != before.count("）"):
        return False
    return not before or TITLES.ending(peel(before)[0]) is not None
