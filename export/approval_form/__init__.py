"""干部任免审批表 of one cadre, ready to be written: as a `.lrmx`, in Word or in PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from graph.model.kept_form import ID_NUMBER, KeptForm
from graph.model.words import Both, sayings

say: Final = sayings(__name__)
"""What is told of a form, by its key in `messages.toml`."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader of the export should know: of which element (empty for the whole form), a code and a sentence."""

    element: str
    code: str
    reason: Both


@dataclass(frozen=True, slots=True)
class ApprovalForm:
    """One form.

    `filled_from` is `form` where the graph keeps the form itself, `facts` where it was filled from the graph's facts;
    `source` says from what in words. `losses` name what is not in it because it is never stored, or not within the
    reader's clearance; `notes` are what else should be known. `id_number` is only what the user supplied.
    """

    form: KeptForm
    filled_from: str
    source: str
    photo: bytes = b""
    id_number: str = ""
    losses: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()

    def texts(self) -> dict[str, str]:
        """Texts by element, the supplied ID number among them."""
        given = {ID_NUMBER: self.id_number} if self.id_number else {}
        return self.form.texts() | given
