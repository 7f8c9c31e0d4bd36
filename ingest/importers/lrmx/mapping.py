"""The elements of one form as drafts about one cadre."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from graph.errors import Place
from graph.model.kept_form import FAMILY, ID_NUMBER, PHOTO, KeptForm
from graph.model.words import sayings
from ingest.clean.text import undo_escapes
from ingest.clean.values import ValueProblem, tidy
from ingest.drafts import FindingDraft, Photo
from ingest.forms.career import Career, add_career, report_no_career
from ingest.forms.education import Schooling, add_education
from ingest.forms.facts import Form
from ingest.forms.family import Kin, Withheld, add_family_member, note_minors
from ingest.forms.identity import cadre_values, identify
from ingest.forms.photos import read_photo
from ingest.forms.stated_posts import add_stated_posts
from ingest.forms.texts import add_grades, add_honours
from ingest.importers.lrmx.elements import Elements
from ingest.importers.lrmx.fields import fields, mapped_elements, place_of
from ingest.importers.lrmx.keeping import is_withheld, kept_form

if TYPE_CHECKING:
    from ingest.importers import Reading

_say: Final = sayings("ingest.importers.lrmx")
ORIGIN: Final = "personnel_form"
_RESUME: Final = "JianLi"
_SCHOOL: Final = "_BiYeYuanXiaoXi"


class Mapper:
    """Maps one file; `form` holds the drafts, `career` the résumé and `photo` the picture, where there are any."""

    def __init__(
        self, elements: Elements, reading: Reading, form_date: str | None, findings: list[FindingDraft]
    ) -> None:
        self._elements = elements
        self._reading = reading
        self._texts = {name: text for name, raw in elements.texts.items() if (text := tidy(raw)) and name != PHOTO}
        cadre = identify(
            {name: self._texts.get(element) for element, name in fields()["cadre"].items()},
            self._texts.get(ID_NUMBER),
            reading,
            place_of(ID_NUMBER),
            findings,
        )
        self.form = Form(cadre, reading.today, form_date or reading.today, findings)
        self._form_date = form_date
        self.career: Career | None = None
        self.photo: Photo | None = None
        self._withheld: dict[int, Withheld] = {}

    def map(self) -> None:
        """Read everything the form says."""
        # The family first: it tells which names of minors the rest must not show.
        self._add_family()
        self._report_oddities()
        self.photo = self._read_photo()
        values = self._cadre_values()
        if self._texts.get(_RESUME):
            self.career = add_career(
                self.form,
                undo_escapes(self._elements.texts[_RESUME]),
                place_of(_RESUME),
                values.get("work_start"),
                values.get("current_post_text"),
            )
            values["membership_note"] = self.career.resume.membership_note
        else:
            report_no_career(self.form, place_of(_RESUME))
        stated = self._texts.get("XianRenZhiWu")
        add_stated_posts(self.form, stated, place_of("XianRenZhiWu"), self.career)
        self._add_cadre(values)
        self._add_health()
        self._add_education()
        add_honours(self.form, self._texts.get("JiangChengQingKuang"), place_of("JiangChengQingKuang"))
        add_grades(self.form, self._texts.get("NianDuKaoHeJieGuo"), place_of("NianDuKaoHeJieGuo"))

    def kept(self) -> KeptForm:
        """The whole form as it is kept, once `map` has told whose names it must not show."""
        return kept_form(self._elements, self.form, self._withheld, self.photo.name if self.photo else "")

    def _report_oddities(self) -> None:
        for name in self._elements.doubled:
            self.form.report(place_of(name), "", "doubled-element", _say("doubled-element", name=name))
        if self._elements.encoding == "gb18030":
            self.form.report(Place(), "", "declared-encoding", _say("declared-gbk"), "info")
        if claimed := self._elements.misdeclared.upper():
            self.form.report(Place(), "", "declared-encoding", _say("declared-wrongly", encoding=claimed))
        known = mapped_elements() | set(fields()["kept"]["elements"])
        for name in sorted(set(self._texts) - known):
            key = "unknown-element-withheld" if is_withheld(name, self._texts[name]) else "unknown-element"
            self.form.report(place_of(name), "", "unknown-element", _say(key, name=name), "info")

    def _read_photo(self) -> Photo | None:
        try:
            return read_photo(self._elements.texts.get(PHOTO, ""))
        except ValueProblem as problem:
            self.form.report(place_of(PHOTO), "", problem.code, problem.reason)
            return None

    def _cadre_values(self) -> dict[str, Any]:
        read = {name: (self._texts.get(element), element) for element, name in fields()["cadre"].items()}
        return cadre_values(self.form, {name: (text, place_of(at)) for name, (text, at) in read.items()})

    def _add_cadre(self, values: Mapping[str, Any]) -> None:
        photo = self.photo.name if self.photo else None
        shown = ("XingMing", "XingBie", "ChuShengNianYue", "MinZu", "JiGuan", "XianRenZhiWu")
        quote = "，".join(self._texts[name] for name in shown if name in self._texts)
        self.form.add("Cadre", {**values, "photo": photo}, Place(), quote)

    def _add_health(self) -> None:
        element = "JianKangZhuangKuang"
        text = self._texts.get(element)
        place = place_of(element)
        if category := self.form.value("HealthRecord", "category", text, place):
            self.form.add("HealthRecord", {"category": category, "as_of": self._form_date}, place, text or "")

    def _add_education(self) -> None:
        for prefix, mode in fields()["education"].items():
            level, degree = (self._texts.get(f"{prefix}_{kind}") for kind in ("XueLi", "XueWei"))
            level_school, degree_school = (self._texts.get(f"{prefix}_{kind}{_SCHOOL}") for kind in ("XueLi", "XueWei"))
            schooling = Schooling(mode, level, degree, level_school, degree_school)
            add_education(self.form, schooling, place_of(f"{prefix}_XueLi"), self.career)

    def _add_family(self) -> None:
        family = list(self._family())
        note_minors(self.form, (kin for _, kin in family))
        for number, kin in family:
            if withheld := add_family_member(self.form, kin, place_of(FAMILY, row=number)):
                self._withheld[number - 1] = withheld

    def _family(self) -> Iterator[tuple[int, Kin]]:
        """The rows that say something, by their number."""
        names = fields()["family"]
        for number, item in enumerate(self._elements.family, start=1):
            cells = {names[tag]: tidy(text) for tag, text in item.items() if tag in names}
            if any(cells.values()):
                yield number, Kin(**{name: cells.get(name) for name in names.values()})
