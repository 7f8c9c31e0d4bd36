"""What every export says of itself: its day, its source and its marking (密级/限定)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graph.errors import InputError
from graph.model.refused import refused_because
from graph.model.schema import Access
from graph.model.words import Language, load_words, sayings

_say: Final = sayings("export")

_LINE: Final = 80
_LONGEST: Final = 40
_SEPARATORS: Final = re.compile(r'[\\/:*?"<>|\s]+')
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


@dataclass(frozen=True, slots=True)
class Marking:
    """The day of the export, what it was made from, and who may see it."""

    day: str
    source: str
    marking: str

    def line(self) -> str:
        """All of it on one line."""
        told = f"密级/限定：{shortened(self.marking)}　导出日期：{self.day}　来源：{shortened(self.source)}"
        return "".join(each for each in told if each.isprintable() or each == "\u3000")

    def as_json(self) -> dict[str, str]:
        """The same for programs."""
        return {"date": self.day, "source": self.source, "marking": self.marking}


def shortened(text: str, most: int = _LINE) -> str:
    """A text that fits a line."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def usual_marking(access: Access, language: Language = "zh") -> str:
    """The marking of what is of this access class, where the user gives none."""
    return load_words(__package__)(f"marking_{min(access, Access.RESTRICTED).value}", language)


def safe_name(text: str, ending: str = "") -> str:
    """A file name of this text on every system: no folder, no control character, no reserved word, not too long."""
    plain = "".join(each for each in unicodedata.normalize("NFC", text) if unicodedata.category(each)[0] != "C")
    name = _SEPARATORS.sub("_", plain).strip("._ ")[:_LONGEST].rstrip("._ ")
    if not name or _RESERVED.fullmatch(name):
        name = f"导出_{name}".rstrip("_")
    return name.lstrip("-=+@＝＋－＠") + ending if name.lstrip("-=+@＝＋－＠") else f"导出{ending}"


def refuse_to_overwrite(path: Path) -> Path:
    """The path; raises InputError where there is something already."""
    if path.exists() or path.is_symlink():
        raise InputError(_say("export_file_exists", path=path.name), hint=_say("export_file_exists_hint"))
    return path


def unwritable(path: Path, error: OSError) -> InputError:
    """The error for a file that the system does not let be written."""
    return InputError(
        _say("export_file_unwritable", path=path, strerror=refused_because(error)),
        hint=_say("export_file_unwritable_hint"),
    )
