"""Family members of any table go the way of the forms: of minors only the appellation and the birth year are kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from graph.errors import Place
from graph.model.kept_form import HIDDEN_MINOR
from ingest.drafts import Draft, FindingDraft, RecordDraft, Ref
from ingest.forms.facts import Form
from ingest.forms.family import Kin, add_family_member
from ingest.mapping.findings import Findings


def add_kin(draft: Draft, cadre: Ref, today: str, as_of: str, place: Place, findings: Findings) -> Form:
    """A form with the relative as it may be kept, and the names that nothing else of the row may show."""
    found: list[FindingDraft] = []
    form = Form(cadre, today, as_of or today, found)
    told = {name: str(value) for name, value in draft.values.items() if value is not None}
    post = told.get("post_text") or ("已去世" if draft.values.get("deceased") else None)
    kin = Kin(told.get("appellation"), told.get("name"), told.get("birth"), told.get("political_status"), post)
    add_family_member(form, kin, place)
    for each in found:
        findings.add(each.place, each.value, each.code, each.reason, each.severity, subject=each.subject)
    return form


def withheld(record: RecordDraft, minors: Collection[str]) -> RecordDraft:
    """The record without the names of minors that its row gives elsewhere."""

    def hide(text: str) -> str:
        for name in minors:
            text = text.replace(name, HIDDEN_MINOR)
        return text

    drafts = tuple(
        replace(
            draft,
            values={name: hide(each) if isinstance(each, str) else each for name, each in draft.values.items()},
            quote=hide(draft.quote),
        )
        for draft in record.drafts
    )
    return replace(record, drafts=drafts)
