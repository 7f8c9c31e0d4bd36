"""The photo of a person: a JPEG, kept outside the graph under the hash of its content."""

from __future__ import annotations

import base64
import binascii
import hashlib
from typing import Final

from graph.model.words import sayings
from ingest.clean.values import ValueProblem, tidy
from ingest.drafts import Photo
from ingest.limits import limits

_say: Final = sayings("ingest.forms")
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
        raise ValueProblem("bad-photo", _say("photo-not-base64")) from error
    return check_photo(content)


def check_photo(content: bytes) -> Photo:
    """The picture, named by its content; raises ValueProblem for what is no whole JPEG of bearable size."""
    if not content.startswith(_START):
        raise ValueProblem("bad-photo", _say("photo-not-jpeg"))
    if _END not in content[-64:]:
        raise ValueProblem("bad-photo", _say("photo-not-whole"))
    if len(content) > limits()["bytes"]["photo"]:
        raise ValueProblem("bad-photo", _say("photo-too-large", size=f"{len(content) / 1e6:.1f}"))
    return Photo(f"{hashlib.sha256(content).hexdigest()[:32]}.jpg", content)
