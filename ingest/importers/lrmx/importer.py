"""A `.lrmx` file as a document: one record about one cadre."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.model.words import sayings
from ingest.clean.values import ValueProblem, read_past_date, tidy
from ingest.drafts import DocumentDraft, FindingDraft, RecordDraft
from ingest.errors import SourceError
from ingest.forms.career import renamed_units
from ingest.importers.lrmx.elements import Elements, read_elements
from ingest.importers.lrmx.fields import place_of
from ingest.importers.lrmx.mapping import ORIGIN, Mapper

if TYPE_CHECKING:
    from ingest.importers import Reading

_say: Final = sayings("ingest.importers.lrmx")
_shared: Final = sayings("ingest.importers")


class Lrmx:
    """Reads 干部任免审批表 of the editors 3.0 and 4.0."""

    name = "lrmx"
    title = _say("title")
    introduces = True

    def recognise(self, path: Path, head: bytes) -> bool:
        """Whether the file is called `.lrmx`, or its root is `<Person>`."""
        return path.suffix.lower() == ".lrmx" or (
            head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and b"<Person" in head
        )

    def read(self, path: Path, reading: Reading) -> DocumentDraft:
        """The document; raises SourceError where the file is no such form or names nobody."""
        return document_of(path, read_elements(path), reading, self.name)


def document_of(path: Path, elements: Elements, reading: Reading, importer: str) -> DocumentDraft:
    """The document that a form's elements make, whichever edition's file they stood in."""
    if tidy(elements.texts.get("XingMing", "")) is None:
        raise SourceError(
            _say("nobody"),
            hint=_say("nobody-hint"),
            place=replace(place_of("XingMing"), file=path.name),
        )
    findings: list[FindingDraft] = []
    form_date = _form_date(elements, reading, findings)
    mapper = Mapper(elements, reading, form_date, findings)
    mapper.map()
    issuer = _known(elements, "ChengBaoDanWei")
    author = _known(elements, "TianBiaoRen") or issuer
    form = mapper.form
    record = RecordDraft(form.cadre, ORIGIN, tuple(form.drafts), author, form_date, form=mapper.kept())
    changes = renamed_units(form, mapper.career, ORIGIN, author) if mapper.career else ()
    return DocumentDraft(
        title=path.name,
        importer=importer,
        records=(record, *changes),
        findings=findings,
        form_date=form_date,
        issuer=issuer,
        photos=(mapper.photo,) if mapper.photo else (),
    )


def _known(elements: Elements, name: str) -> str | None:
    return tidy(elements.texts.get(name, ""))


def _form_date(elements: Elements, reading: Reading, findings: list[FindingDraft]) -> str | None:
    """填表时间, else 计算年龄时间; a date after today is reported and not used, or it would outdo every later form."""
    told = {name: tidy(elements.texts.get(name, "")) for name in ("TianBiaoShiJian", "JiSuanNianLingShiJian")}
    if not any(told.values()):
        findings.append(FindingDraft(place_of("TianBiaoShiJian"), "", "no-form-date", "warning", _say("no-date")))
    for name, text in told.items():
        if text is None:
            continue
        try:
            return read_past_date(text, reading.today)
        except ValueProblem as problem:
            reason = problem.reason + _shared("no-form-date")
            findings.append(FindingDraft(place_of(name), text, problem.code, "warning", reason))
    return None
