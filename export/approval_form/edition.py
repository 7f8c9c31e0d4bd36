"""The two editions of the form: 4.0 has two elements more (domain.md 1a.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal

from export.approval_form import ApprovalForm, Remark, say
from export.lrmx import ELEMENTS, ONLY_4_0, VERSION_3, VERSION_4
from graph.model.kept_form import KeptForm, Part, title_of

Edition = Literal["3.0", "4.0"]
EDITIONS: Final = ("3.0", "4.0")


def edition_of(form: KeptForm) -> Edition:
    """4.0 where both its elements are there and say something, else 3.0 (domain.md 1a.1)."""
    texts = form.texts()
    return "4.0" if all(texts.get(name, "").strip() for name in ONLY_4_0) else "3.0"


def in_edition(approval: ApprovalForm, edition: Edition, known: Mapping[str, str]) -> ApprovalForm:
    """The form in this edition; `known` are texts for the elements of 4.0 that the form itself lacks.

    What 3.0 has no element for is named among the notes; a form already of this edition stays as it is.
    """
    if edition == edition_of(approval.form):
        return approval
    parts = [part for part in approval.form.parts if part.name not in ONLY_4_0]
    notes = list(approval.notes)
    if edition == "4.0":
        texts = {name: approval.form.texts().get(name, "") or known.get(name, "") for name in ONLY_4_0}
        for name in ONLY_4_0:
            parts.insert(_place(parts, name), Part(name, texts[name]))
            if not texts[name]:
                notes.append(Remark(name, "unknown", say("element_unknown", title=title_of(name))))
    else:
        dropped = [part for part in approval.form.parts if part.name in ONLY_4_0 and part.text]
        notes += [Remark(part.name, "edition", say("not_in_edition", title=title_of(part.name))) for part in dropped]
    version = VERSION_4 if edition == "4.0" else VERSION_3
    parts = [replace(part, text=version) if part.name == "Version" else part for part in parts]
    return replace(approval, form=replace(approval.form, parts=tuple(parts)), notes=tuple(notes))


def _place(parts: list[Part], name: str) -> int:
    """Where the editor writes the element: before the first one there that stands after it."""
    later = set(ELEMENTS[ELEMENTS.index(name) + 1 :])
    return next((index for index, part in enumerate(parts) if part.name in later), len(parts))
