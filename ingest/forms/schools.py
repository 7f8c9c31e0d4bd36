"""毕业院校系及专业 as one text: the school and the major."""

from __future__ import annotations

import re
from typing import Final

_SCHOOL: Final = re.compile(
    r"(?P<school>.+?(?:大学|学院(?!大学)|党校|学校|研究院|研究所|研究生院|中学|师范(?!大学|学院|学校|高等|专科)"
    r"|科学院(?!大学)|技校|中专|电大|夜大|函授站|[卫农财林水商工体艺警干团护粮供]校)"
    r"(?:（[^（）]{1,8}）|\([^()]{1,8}\))?(?:附属[^系专]{1,8}|函授学院|研究生院|分校)?)(?P<rest>.*)"
)
_DEPARTMENT: Final = re.compile(r"^(?:.*?(?:学院|分院|研究所|研究院|学部|系|部|班)(?!统|列))")
# What stands after a school and is no major: a way of studying, a part of the school.
_NO_MAJOR: Final = re.compile(
    "(?:.*(?:学院|分院|学部|系|部|班|中心|分校|校区))?(?:函授|自考|自学考试|成人教育|成教|网络教育|远程教育|继续教育|夜大|进修|在职|全日制"
    "|本科|专科|大专|研究生|硕士|博士|学位|毕业|肄业|学习|班)*"
)


def split_school(text: str) -> tuple[str, str | None]:
    """School and major: `甲大学建筑工程系土木工程专业` -> (甲大学, 土木工程); 专业 may be left out after the major.

    A text without the name of a school is a school as a whole; the major is None where the text names none.
    """
    told = _joined(text)
    found = _SCHOOL.fullmatch(told)
    if found is None:
        return told, None
    rest = found["rest"].strip(" ，,、")
    if not rest.endswith("专业") and _NO_MAJOR.fullmatch(rest):
        return found["school"], None
    major = rest.removesuffix("专业")
    return found["school"], (_DEPARTMENT.sub("", major) or major) or None


def _joined(text: str) -> str:
    """The text in one line; Chinese that a line break parted is one word."""
    return re.sub(r"(?<=[\u4e00-\u9fff（）])\s+(?=[\u4e00-\u9fff（）])", "", " ".join(text.split()))
