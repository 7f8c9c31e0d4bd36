"""What is never kept, whatever sheet or cell it stands in: ID numbers, and who wrote a petition.

Rule: of a petition only the handling and the result are kept; who petitions or informs is protected (信访工作条例).
"""

from __future__ import annotations

import re
from typing import Final

from ingest.clean.id_number import hide_id_numbers

HIDDEN_PETITIONER: Final = "〔信访人〕"
HIDDEN_CONTACT: Final = "〔联系方式〕"

_ACTS: Final = ("举报", "检举", "控告", "信访", "上访", "来信", "来访", "反映", "投诉", "写信")
_WORD: Final = f"(?:{'|'.join(_ACTS)})(?:人|者|群众)"
_LIKELY: Final = re.compile(_WORD)
# What may follow the word that is no name: "举报人反映…", "举报人的信息", "举报人对结果不满意".
_NO_NAME: Final = (
    "反映|举报|检举|控告|投诉|接待|代表|员|要求|认为|提出|提供|表示|不服|撤回|满意|信息|身份|姓名|电话|情况|意见|诉求|保护|本人|"
    "对|的|称|说|与|和|及|已|未|在|向|到|来|为|是|应|可|不|无|有|又|也|均|等|曾|将|被|把|就|从|由|于"
)
_SAID: Final = r"(?:姓名|名叫|叫|为|是|系)?\s*[：:（(]?\s*"
_BOUNDARY: Final = (
    r"(?=$|[\s\d,，。;；、：:（）()〔/]"
    "|反映|举报|检举|控告|投诉|来信|来电|来访|提供|要求|认为|表示|不|对|向|因|称|电话|手机|住|系|等|同志|先生|女士)"
)
_AFTER: Final = re.compile(rf"(?<!被)({_WORD}{_SAID})(?!{_NO_NAME})([\u4e00-\u9fff·]{{2,4}}?){_BOUNDARY}")
_BEFORE: Final = re.compile(rf"(?<![\u4e00-\u9fff])([\u4e00-\u9fff·]{{2,4}})(?=\s*[（(](?:实名)?{_WORD})")
_CONTACT: Final = re.compile(
    r"(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)"
    r"|(?<!\d)0\d{2,3}[\s-]\d{7,8}(?!\d)"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)


def hide_private(text: str) -> str:
    """The text with ID numbers, and the names and contacts of petitioners, replaced by a word in 〔〕."""
    text = hide_id_numbers(text)
    # most texts hold none of these, and looking for words is many times faster than the pattern
    if not any(act in text for act in _ACTS) or not _LIKELY.search(text):
        return text
    return hide_contacts(_BEFORE.sub(HIDDEN_PETITIONER, _AFTER.sub(rf"\1{HIDDEN_PETITIONER}", text)))


def hide_contacts(text: str) -> str:
    """The text with telephone numbers and mail addresses replaced; in a petition they are the petitioner's."""
    return _CONTACT.sub(HIDDEN_CONTACT, text)
