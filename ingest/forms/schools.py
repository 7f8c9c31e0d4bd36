"""毕业院校系及专业 as one text: the school and the major."""

from __future__ import annotations

import re
from typing import Final

_SCHOOL: Final = re.compile(
    r"(?P<school>.+?(?:大学|学院(?!大学)|党校|学校|研究院|研究所|研究生院|中学|师范(?!大学|学院|学校|高等|专科)"
    r"|技校|中专|电大|夜大|函授站)"
    r"(?:（[^（）]{1,8}）)?(?:附属[^系专]{1,8}|函授学院|分校)?)(?P<rest>.*)"
)
_DEPARTMENT: Final = re.compile(r"^(?:.*?(?:学院|分院|研究所|研究院|学部|系|部|班)(?!统|列))")


def split_school(text: str) -> tuple[str, str | None]:
    """School and major: `甲大学建筑工程系土木工程专业` -> (甲大学, 土木工程).

    A text without the name of a school is a school as a whole; the major is None where the text names none.
    """
    found = _SCHOOL.fullmatch(text.strip())
    if found is None:
        return text.strip(), None
    rest = found["rest"].strip(" ，,、")
    if not rest.endswith("专业"):
        return found["school"], None
    major = rest.removesuffix("专业")
    return found["school"], (_DEPARTMENT.sub("", major) or major) or None
