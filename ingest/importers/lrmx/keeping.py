"""What of a form is kept as it stood, so that the same form can be written again: all but what is never stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from graph.model.kept_form import FAMILY, ID_NUMBER, PHOTO, KeptForm, KinRow, Part, element_titles
from ingest.clean.id_number import holds_id_number
from ingest.clean.privacy import hide_private
from ingest.clean.text import strip_invisible, undo_escapes
from ingest.forms.facts import Form
from ingest.forms.family import Withheld
from ingest.importers.lrmx.elements import Elements
from ingest.importers.lrmx.fields import fields, mapped_elements

_NAME: Final = "XingMing"


def is_withheld(name: str, text: str) -> bool:
    """Whether an unknown element holds, or by its name should hold, an ID number."""
    return holds_id_number(text) or any(word in name.lower() for word in fields()["withheld"]["names"])


def kept_form(elements: Elements, form: Form, withheld: Mapping[int, Withheld], photo: str) -> KeptForm:
    """The form in its order; `withheld` tells of which family rows little is kept, `photo` is the picture's name."""
    order = elements.order or _order_of(elements)
    parts: list[Part] = []
    for part in order:
        if part.name != FAMILY:
            parts.append(_kept(part, form, photo))
        elif all(each.name != FAMILY for each in parts):
            parts.append(part)
    rows = (_row(cells, withheld.get(number), form) for number, cells in enumerate(elements.family))
    return KeptForm(tuple(parts), tuple(rows))


def _order_of(elements: Elements) -> Iterator[Part]:
    """The parts of an edition whose fields stand in fixed places."""
    yield from (Part(name, text) for name, text in elements.texts.items())
    yield Part(FAMILY, kind="family")


def _kept(part: Part, form: Form, photo: str) -> Part:
    told = part.text.strip()
    if part.name == PHOTO and told:
        return Part(part.name, photo, "photo")
    if part.name == ID_NUMBER and told:
        return Part(part.name, kind="withheld")
    if told and part.name not in element_titles() and is_withheld(part.name, _plain(part.text)):
        return Part(part.name, kind="withheld")
    text = _harmless(part.text, form, note=part.name not in mapped_elements(), own_name=part.name == _NAME)
    if part.kind == "xml" and text != part.text:
        return Part(part.name, kind="withheld")
    return Part(part.name, text, part.kind)


def _row(cells: Mapping[str, str], withheld: Withheld | None, form: Form) -> KinRow:
    if withheld is None:
        return KinRow({name: _cell(name, text, form) for name, text in cells.items()})
    kept = {"appellation": withheld.appellation, "birth": withheld.birth_year}
    columns = fields()["family"]
    return KinRow({name: kept.get(columns.get(name, "")) or "" for name in cells}, minor=True)


def _cell(name: str, text: str, form: Form) -> str:
    if name not in fields()["family"] and is_withheld(name, _plain(text)):
        return ""
    return _harmless(text, form, note=True)


def _harmless(text: str, form: Form, *, note: bool, own_name: bool = False) -> str:
    """The text as it stands, line ends made one; cleaned and without what is never stored where it holds such."""
    plain = _plain(text)
    hidden = hide_private(plain if own_name else form.hide(plain, note=note))
    return hidden if hidden != plain else text.replace("\r\n", "\n")


def _plain(text: str) -> str:
    """The text in which nothing unseen parts the digits of a number or the characters of a name."""
    return strip_invisible(undo_escapes(text))
