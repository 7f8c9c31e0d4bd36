"""Which characters no font of this machine can draw: a PDF must never lose one silently.

Asks fontconfig itself, which WeasyPrint's text layout (Pango) asks too.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Callable, Collection
from functools import cache
from typing import Any, Final

MISSING: Final = "〓"
"""What printers set in the place of a character they have no type for."""

REMEDY: Final = "请安装中文字体, 如 Debian/Ubuntu: apt install fonts-noto-cjk; Windows 自带宋体。"

_SAMPLE: Final = "干部任免审批表"
_CHARSET: Final = b"charset"


def can_draw_chinese() -> bool | None:
    """Whether a font for Chinese is installed; None where fontconfig cannot be asked."""
    missing = missing_characters(_SAMPLE)
    return None if missing is None else not missing


def missing_characters(text: str) -> frozenset[str] | None:
    """The characters of the text that no installed font has; None where fontconfig cannot be asked."""
    library = _fontconfig()
    if library is None:
        return None
    asked = {character for character in text if character.isprintable() and not character.isspace()}
    if _has_font(library, asked):
        return frozenset()
    return frozenset(character for character in asked if not _drawn(character))


@cache
def _drawn(character: str) -> bool:
    library = _fontconfig()
    return library is None or _has_font(library, {character})


@cache
def _fontconfig() -> Any:  # noqa: ANN401 - a C library has no type
    """The library; None where the system has none."""
    for name in ("fontconfig", "fontconfig-1", "libfontconfig-1"):
        path = ctypes.util.find_library(name)
        if path is None:
            continue
        library = ctypes.CDLL(path)
        for function in ("FcCharSetCreate", "FcPatternCreate", "FcObjectSetCreate", "FcFontList"):
            getattr(library, function).restype = ctypes.c_void_p
        return library
    return None


def _has_font(library: Any, characters: Collection[str]) -> bool:  # noqa: ANN401
    """Whether one scalable font has all of these characters."""
    held: list[tuple[Callable[[ctypes.c_void_p], object], ctypes.c_void_p]] = []

    def keep(pointer: int | None, destroy: str) -> ctypes.c_void_p:
        held.append((getattr(library, destroy), ctypes.c_void_p(pointer)))
        return held[-1][1]

    try:
        charset = keep(library.FcCharSetCreate(), "FcCharSetDestroy")
        for character in characters:
            library.FcCharSetAddChar(charset, ctypes.c_uint32(ord(character)))
        pattern = keep(library.FcPatternCreate(), "FcPatternDestroy")
        library.FcPatternAddCharSet(pattern, _CHARSET, charset)
        library.FcPatternAddBool(pattern, b"scalable", 1)
        objects = keep(library.FcObjectSetCreate(), "FcObjectSetDestroy")
        library.FcObjectSetAdd(objects, b"family")
        found = keep(library.FcFontList(None, pattern, objects), "FcFontSetDestroy")
        return bool(found.value and ctypes.cast(found, ctypes.POINTER(ctypes.c_int))[0])
    finally:
        for destroy, pointer in reversed(held):
            if pointer.value:
                destroy(pointer)
