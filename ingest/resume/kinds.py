"""What a stretch was: study, party school, training, waiting; work is decided by the posts found."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.resume.bodies import is_military
from ingest.resume.brackets import peel, split_top, without_brackets
from ingest.resume.lexicon import WORDS, affixes, any_of
from ingest.resume.model import SegmentKind
from ingest.resume.titles import split_title
from ingest.resume.verbs import without_work

_STUDY = WORDS["study"]
_STUDY_END = affixes(_STUDY["endings"])
_STUDENTS = affixes(_STUDY["students"])
_TRAINING_END = affixes(WORDS["training"]["endings"])
_WAITING = frozenset(
    [*WORDS["waiting"]["words"], *(p + w for p in WORDS["waiting"]["prefixes"] for w in WORDS["waiting"]["words"])]
)
_WAITS = tuple(WORDS["waiting"]["contains"])
_WAITING_WORDS = any_of(_WAITS)
_SCHOOLS = any_of(_STUDY["schools"])
_STUDY_WORDS = any_of(_STUDY["words"])
_PARTY_SCHOOLS = any_of(WORDS["party_school"]["words"])
_TRAINING_WORDS = any_of(WORDS["training"]["words"])
_COURSES = any_of([*WORDS["training"]["words"], *WORDS["party_school"]["words"], "中青班", "进修班"])
_SECONDMENT = any_of(WORDS["secondment"]["words"])
_SECONDMENT_NOTE = any_of(WORDS["secondment"]["note_words"])
_SIDE_STUDY = any_of(WORDS["remarks"]["side_study"])
_RETIRED_WORDS = any_of(WORDS["remarks"]["retired"])
_RETIRED = re.compile(
    "(?:{retired_leads})*(?:{retired})(?:{retired_tails})?".format(
        **{name: "|".join(WORDS["remarks"][name]) for name in ("retired_leads", "retired", "retired_tails")}
    )
)
_RETIRED_STAFF = tuple(WORDS["remarks"]["retired_staff"])
_DATED = re.compile(r"^\d{4}[年.]?(?:\d{1,2}月?)?")
_LONGEST = 120


def is_waiting(text: str) -> bool:
    """Whether a phrase says only that the person waited for a post."""
    if len(text) > _LONGEST or not _WAITING_WORDS.search(text):
        return False
    core = peel(text)[0].removeprefix("在家").strip()
    return (
        core in _WAITING
        or text in _WAITING
        or (
            len(core) < 16 and "，" not in core and "、" not in core and core.endswith(_WAITS) and not split_title(core)
        )
    )


def is_retired(text: str) -> bool:
    """Whether a phrase says only that the person had retired or left (`退休`, `办理退休手续`, `2019.03退休`)."""
    if len(text) > _LONGEST or not _RETIRED_WORDS.search(text):
        return False
    phrases = split_top(text, "，；。")
    core = _DATED.sub("", peel(phrases[0][1].strip())[0].strip()) if phrases else ""
    return _RETIRED.fullmatch(core) is not None or core.endswith(_RETIRED_STAFF)


def _is_study(core: str) -> bool:
    if core.endswith(("跟班学习", "挂职学习", "上挂学习")):
        return False
    if _STUDY_END.ending(core):
        return True
    named = split_title(core)
    if named is None:
        return _untitled_study(core)
    school = _SCHOOLS.search(named.unit) is not None
    return school and ("专业" in named.unit or not is_military(named.unit)) and _STUDENTS.ending(core) is not None


def _untitled_study(core: str) -> bool:
    if without_work(core)[1]:
        return False
    if _SCHOOLS.search(core) and _STUDY_WORDS.search(core):
        return True
    return _TRAINING_END.ending(core) is not None and _COURSES.search(core) is not None


def study_kind(text: str) -> SegmentKind | None:
    """The kind of study a stretch tells of by its first phrase, or None where it is no study."""
    phrases = split_top(text, "，；。")
    if not phrases:
        return None
    core = peel(phrases[0][1])[0]
    return _kind_of_study(core) if 0 < len(core) <= _LONGEST else None


@lru_cache(maxsize=65536)
def _kind_of_study(core: str) -> SegmentKind | None:
    if not _is_study(core):
        return None
    if _PARTY_SCHOOLS.search(core):
        return "party_school"
    return "training" if _TRAINING_WORDS.search(core) else "study"


def is_side_study(text: str) -> bool:
    """Whether study went on beside the post (在职, 函授 …)."""
    return _SIDE_STUDY.search(text) is not None


def is_secondment(text: str, *, note: bool) -> bool:
    """Whether the words of a stretch, or of a note within one, say that the person was lent elsewhere."""
    text = without_brackets(text)
    return _SECONDMENT.search(text) is not None or (note and _SECONDMENT_NOTE.search(text) is not None)
