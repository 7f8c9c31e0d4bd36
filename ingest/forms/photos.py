"""The photo of a person: a JPEG, kept outside the graph under the hash of its content."""

from __future__ import annotations

import base64
import binascii
import hashlib
from typing import Final

from ingest.clean.values import ValueProblem, tidy
from ingest.drafts import Photo
from ingest.limits import limits

_START: Final = b"\xff\xd8\xff"
_END: Final = b"\xff\xd9"


def read_photo(text: str) -> Photo | None:
    """The picture; None where the element is empty. Raises ValueProblem for what is no whole JPEG of bearable size."""
    packed = "".join(text.split())
    if not packed or tidy(packed) is None:
        return None
    try:
        content = base64.b64decode(packed, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueProblem("bad-photo", "照片不是完整的 base64 编码，没有采用；请在编辑器里重新插入照片。") from error
    return check_photo(content)


def check_photo(content: bytes) -> Photo:
    """The picture, named by its content; raises ValueProblem for what is no whole JPEG of bearable size."""
    if not content.startswith(_START):
        raise ValueProblem("bad-photo", "照片不是 JPEG，没有采用；请换成 JPEG 照片。")
    if _END not in content[-64:]:
        raise ValueProblem("bad-photo", "照片不完整，没有采用；请重新插入照片。")
    if len(content) > limits()["bytes"]["photo"]:
        raise ValueProblem("bad-photo", f"照片有 {len(content) / 1e6:.1f} MB，太大，没有采用；请缩小后重新插入。")
    return Photo(f"{hashlib.sha256(content).hexdigest()[:32]}.jpg", content)
