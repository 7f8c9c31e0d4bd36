"""The door that every record goes through: nothing that is never kept gets past it, wherever it stands."""

from __future__ import annotations

from graph.errors import Place
from graph.model.words import Both
from ingest.clean.privacy import HIDDEN_CONTACT, HIDDEN_PETITIONER
from ingest.drafts import DocumentDraft, Draft, FindingDraft, LinkDraft, RecordDraft, Ref
from ingest.serial import dump_record
from ingest.withhold import withhold

NUMBER = "110101199003071233"
PHONE = "13800138000"


def _record(draft: Draft, text: str) -> RecordDraft:
    return RecordDraft(Ref("Cadre", {"name": text}), "register", (draft,), author=text, extra={text: {"备注": [text]}})


def test_an_id_number_is_hidden_in_every_part_of_a_record() -> None:
    text = f"张甲 {NUMBER}"
    unit = Ref("Post", {"unit": Ref("Unit", {"name": text}), "title": text})
    place = Place(sheet=text, column=text)
    draft = Draft("Tenure", {"post_text": text}, (LinkDraft("post", unit, {"note": text}),), (), place, text)
    held = withhold(_record(draft, text))
    assert NUMBER not in dump_record(held)
    assert NUMBER not in repr(held)


def test_what_is_no_id_number_though_it_looks_like_one_stays() -> None:
    values = {"name": "甲局", "code": NUMBER}
    record = RecordDraft(Ref("Unit", {"name": "甲局"}), "register", (Draft("Unit", values),))
    assert withhold(record) is record


def test_in_a_petition_every_telephone_number_goes_and_elsewhere_those_of_petitioners() -> None:
    texts = {"topic": f"作风，电话 {PHONE}", "result": "信访人周小五不服"}
    (petition,) = withhold(_record(Draft("Petition", texts), "甲")).drafts
    assert petition.values == {"topic": f"作风，电话 {HIDDEN_CONTACT}", "result": f"信访人{HIDDEN_PETITIONER}不服"}
    (visit,) = withhold(_record(Draft("Visit", texts), "甲")).drafts
    assert visit.values["topic"] == texts["topic"]


def test_findings_and_documents_hide_by_themselves() -> None:
    reason = Both(f"“{NUMBER}”不是日期。", f"{NUMBER!r} is no date.")
    finding = FindingDraft(Place(sheet=NUMBER, column=NUMBER), NUMBER, "bad-date", "error", reason)
    assert NUMBER not in repr(finding)
    assert NUMBER not in repr(DocumentDraft(f"{NUMBER}.xlsx", "lrmx", (), issuer=NUMBER))
