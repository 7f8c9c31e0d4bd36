"""The form in its three formats: `.lrmx`, Word and PDF."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from typing import Final

from export.approval_form import ApprovalForm, Remark, say
from export.approval_form.printed import printed
from export.approval_pdf import render_pdf
from export.approval_word import render_word
from export.grid import Grid
from export.lrmx import render_form
from export.marking import Marking
from graph.model.words import listed

Written = tuple[bytes, tuple[Remark, ...]]
"""A file's bytes, and what else must be said of them."""

Writer = Callable[[ApprovalForm, Marking], Written]


def as_lrmx(approval: ApprovalForm, marking: Marking) -> Written:
    """The form as `.lrmx`; the marking stands in a comment at its end."""
    photo = base64.b64encode(approval.photo).decode("ascii")
    return render_form(approval.form, photo=photo, id_number=approval.id_number, note=marking.line()), ()


def as_word(approval: ApprovalForm, marking: Marking) -> Written:
    """The form as a Word document."""
    grid = printed(approval, marking.day)
    return render_word(grid, marking, photo=approval.photo), _cut(grid)


def as_pdf(approval: ApprovalForm, marking: Marking) -> Written:
    """The form as PDF; characters no font has are named."""
    grid = printed(approval, marking.day)
    made = render_pdf(grid, marking, photo=approval.photo)
    missing = listed(f"{each} (U+{ord(each):04X})" for each in sorted(made.missing))
    lacking = (Remark("", "no-glyph", say("no_glyph", missing=missing)),) if made.missing else ()
    return made.content, (*_cut(grid), *lacking)


def _cut(grid: Grid) -> tuple[Remark, ...]:
    return (Remark("", "cut", say("text_cut")),) if grid.cut() else ()


WRITERS: Final[Mapping[str, tuple[Writer, str]]] = {
    "lrmx": (as_lrmx, "application/xml"),
    "docx": (as_word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": (as_pdf, "application/pdf"),
}
"""Writer and media type by the ending of the file."""
