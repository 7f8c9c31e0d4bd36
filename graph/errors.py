"""The one tree of errors a user may be shown.

ZhishiError
├── InputError           a file, form field, parameter or name is wrong      (400, exit 1)
│   ├── UsageError       the command or the address was used wrongly         (400, exit 2)
│   └── WithheldError    what was asked for is above the reader's class      (403, exit 1)
├── NotFoundError        what was asked for does not exist                   (404, exit 1)
├── AmbiguousError       several things answer to the name                   (409, exit 2)
└── StoreError           the graph cannot be reached, read or written        (503, exit 1; see graph.store.errors)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.model.said import said
from graph.model.words import Both, Language


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document something stands; each part is None where it does not apply.

    `row` counts as the spreadsheet shows it (1-based), `line` counts within the résumé text (1-based).
    """

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    line: int | None = None
    column: str | None = None

    @property
    def said(self) -> Both:
        """The place as a reader would say it: `名册.xlsx, A01人员, 第5行, “姓名”`."""
        parts = [Both(part, part) for part in (self.file, self.sheet) if part]
        if self.row is not None:
            parts.append(Both(f"第{self.row}行", f"row {self.row}"))
        if self.line is not None:
            parts.append(Both(f"简历第{self.line}行", f"line {self.line} of the résumé"))
        if self.column:
            parts.append(Both(f"“{self.column}”", f"“{self.column}”"))
        return Both(", ".join(part.zh for part in parts), ", ".join(part.en for part in parts))

    def __str__(self) -> str:
        """The place in Chinese, which is how it is kept."""
        return self.said.zh


class ZhishiError(Exception):
    """Base of every error a user may be shown: a message, where it happened, and what to do next.

    `message` and `hint` are one text for every reader, `said` and `remedy` the same by language.
    """

    http_status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 1

    def __init__(self, message: str | Both, *, hint: str | Both | None = None, place: Place | None = None) -> None:
        super().__init__(str(message))
        self.message = str(message)
        self.hint: str | None = str(hint) if hint is not None else None
        self.place = place
        self._texts = message, hint

    @property
    def said(self) -> Both:
        """The message in each language."""
        return said(self._texts[0])

    @property
    def remedy(self) -> Both:
        """The hint in each language; empty texts where there is none."""
        return said(self._texts[1] or "")

    @property
    def told(self) -> Both:
        """Message and hint in each language."""
        return self.said + self.remedy if self._texts[1] else self.said

    def in_language(self, language: Language) -> str:
        """Place, message and hint in one line, in one language."""
        where = self.place.said.text(language) if self.place else ""
        return f"{where}: {self.told.text(language)}" if where else self.told.text(language)

    def __str__(self) -> str:
        """Place, message and hint in one line."""
        where = f"{self.place}: " if self.place and str(self.place) else ""
        return f"{where}{self.message}" + (f" {self.hint}" if self.hint else "")


class InputError(ZhishiError):
    """A file, a form field, a parameter or a value is wrong."""

    http_status: ClassVar[int] = 400


class UsageError(InputError):
    """The command or the address was used wrongly."""

    exit_code: ClassVar[int] = 2


class WithheldError(InputError):
    """What was asked for is above the reader's class."""

    http_status: ClassVar[int] = 403


class NotFoundError(ZhishiError):
    """What was asked for does not exist."""

    http_status: ClassVar[int] = 404


class AmbiguousError(ZhishiError):
    """Several things answer to the name; `candidates` are lines that tell them apart."""

    http_status: ClassVar[int] = 409
    exit_code: ClassVar[int] = 2

    def __init__(self, message: str | Both, candidates: Sequence[str], *, hint: str | Both | None = None) -> None:
        super().__init__(message, hint=hint)
        self.candidates = tuple(candidates)


class StoreError(ZhishiError):
    """The graph cannot be reached, read or written."""

    http_status: ClassVar[int] = 503
