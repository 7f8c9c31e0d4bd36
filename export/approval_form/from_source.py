"""A form that the graph keeps, with a report of what it lost: only what is never stored."""

from __future__ import annotations

from collections.abc import Iterator

from export.approval_form import ApprovalForm, Remark
from graph.model.kept_form import FAMILY, HIDDEN_ID_NUMBER, HIDDEN_MINOR, ID_NUMBER, PHOTO, KeptForm, Part, title_of
from queries.forms import StoredForm

_HIDDEN = {
    HIDDEN_ID_NUMBER: ("id-number", "原文里的身份证号从不保存，此处写作“〔身份证号〕”。"),
    HIDDEN_MINOR: ("minor", "原文里未成年人的姓名从不保存，此处写作“〔未成年人〕”。"),
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
            yield Remark(part.name, "id-number", "身份证号从不保存；需要时用 --id-numbers 提供。")
    elif part.kind == "withheld":
        yield Remark(part.name, "id-number", f"元素 {title_of(part.name)} 含有身份证号或证件号，从不保存。")
    elif part.kind == "photo" and not part.text:
        yield Remark(PHOTO, "photo", "导入时照片不是完整的 JPEG，没有采用。")
    elif part.kind == "photo" and photo is None:
        yield Remark(PHOTO, "photo", "照片文件不在数据目录的 photos 里，没有写入。")
    else:
        yield from (Remark(part.name, *told) for mark, told in _HIDDEN.items() if mark in part.text)


def _family_losses(form: KeptForm) -> Iterator[Remark]:
    for number, row in enumerate(form.family, start=1):
        if row.minor:
            reason = f"第 {number} 行是或可能是未成年人，只保存称谓和出生年份。"
            yield Remark(FAMILY, "minor", reason)
            continue
        for mark, (code, reason) in _HIDDEN.items():
            if any(mark in text for text in row.cells.values()):
                yield Remark(FAMILY, code, f"第 {number} 行：{reason}")
