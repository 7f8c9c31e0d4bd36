"""The form of one cadre: the one the graph keeps, else one filled from its facts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final, Literal

from export.approval_form import ApprovalForm, Remark, say
from export.approval_form.edition import Edition, in_edition
from export.approval_form.from_facts import extras_of_4_0, from_facts
from export.approval_form.from_source import from_source
from graph.errors import NotFoundError
from graph.model.dossier import Dossier
from graph.model.kept_form import KeptForm
from graph.model.words import listed, sayings
from queries.forms import StoredForm

_say: Final = sayings("export")

Origin = Literal["auto", "form", "facts"]
ORIGINS: Final = ("auto", "form", "facts")


def make_form(
    dossier: Dossier,
    stored: StoredForm | None,
    *,
    today: str,
    photos: Path,
    filled_from: Origin = "auto",
    edition: Edition | None = None,
    id_number: str = "",
) -> ApprovalForm:
    """The form of the dossier's cadre in this edition, or in that of its source.

    `stored` is the form the graph keeps, `photos` the folder of the pictures. Raises NotFoundError where the form
    itself is asked for and none is kept.
    """
    if filled_from == "form" and stored is None:
        raise NotFoundError(
            _say("form_not_kept", cadre=dossier.cadre.name),
            hint=_say("form_not_kept_hint"),
        )
    if stored is None or filled_from == "facts":
        made = from_facts(dossier, today, read_photo(photos, dossier.cadre.photo), id_number)
    else:
        made = from_source(stored, read_photo(photos, _photo_name(stored.form)), id_number)
        made = replace(made, notes=(*made.notes, *_newer(dossier, stored)))
    return in_edition(made, edition, extras_of_4_0(dossier)) if edition else made


def read_photo(folder: Path, name: str | None) -> bytes | None:
    """The picture of this name; None where it is not in the folder."""
    if not name or Path(name).name != name or not (folder / name).is_file():
        return None
    return (folder / name).read_bytes()


def _photo_name(form: KeptForm) -> str | None:
    return next((part.text for part in form.parts if part.kind == "photo" and part.text), None)


def _newer(dossier: Dossier, stored: StoredForm) -> tuple[Remark, ...]:
    """That newer documents speak of the cadre, which a form written again as it stood does not know of."""
    newer = [each for each in dossier.looked_in if each.date and stored.date and each.date > stored.date]
    if not newer:
        return ()
    documents = listed(dict.fromkeys(f"{each.document}（{each.date}）" for each in newer[:5]))
    return (Remark("", "newer", say("newer_material", documents=documents)),)
