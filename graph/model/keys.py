"""Stable ids, made from meaning in one place."""

from __future__ import annotations

from hashlib import blake2b

_SEPARATOR = "\x1f"


def make_key(prefix: str, *parts: object) -> str:
    """An id such as `ten_9f86d081884c7d65`, the same for the same meaning; None counts as its own value.

    80 bits of BLAKE2b: among a billion records the chance that any two share an id is below one in a million.
    """
    text = _SEPARATOR.join("\x00" if part is None else str(part) for part in parts)
    return f"{prefix}_{blake2b(text.encode(), digest_size=10).hexdigest()}"
