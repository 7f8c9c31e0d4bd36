"""A form that the graph keeps, with a report of what it lost: only what is never stored."""

from __future__ import annotations

from collections.abc import Iterator

from export.approval_form import ApprovalForm, Remark, say
from graph.model.kept_form import FAMILY, HIDDEN_ID_NUMBER, HIDDEN_MINOR, ID_NUMBER, PHOTO, KeptForm, Part, title_of
from queries.forms import StoredForm

_HIDDEN = {
    HIDDEN_ID_NUMBER: ("id-number", "id_number_hidden"),
    HIDDEN_MINOR: ("minor", "minor_hidden"),
}


def from_source(stored: StoredForm, photo: bytes | None, id_number: str = "") -> ApprovalForm:
    """The form as it stood; `photo` is the picture it names, None where the picture is not there."""
    losses = [loss for part in stored.form.parts for loss in _losses(part, photo, id_number)]
    losses += _family_losses(stored.form)
    dated = f"（{stored.date}）" if stored.date else ""
    return ApprovalForm(stored.form, "form", f"{stored.document}{dated}", photo or b"", id_number, tuple(losses))


def _losses(part: Part, photo: bytes | None, id_number: str) -> Iterator[Remark]:
    if part.name == ID_NUMBER and part.kind == "withheld":
        if not id_number:
            yield Remark(part.name, "id-number", say("id_number_left_out"))
    elif part.kind == "withheld":
        yield Remark(part.name, "id-number", say("element_withheld", title=title_of(part.name)))
    elif part.kind == "photo" and not part.text:
        yield Remark(PHOTO, "photo", say("photo_not_whole"))
    elif part.kind == "photo" and photo is None:
        yield Remark(PHOTO, "photo", say("photo_missing"))
    else:
        yield from (Remark(part.name, code, say(key)) for mark, (code, key) in _HIDDEN.items() if mark in part.text)


def _family_losses(form: KeptForm) -> Iterator[Remark]:
    for number, row in enumerate(form.family, start=1):
        if row.minor:
            yield Remark(FAMILY, "minor", say("minor_in_row", number=number))
            continue
        for mark, (code, key) in _HIDDEN.items():
            if any(mark in text for text in row.cells.values()):
                yield Remark(FAMILY, code, say("in_row", number=number, said=say(key)))
