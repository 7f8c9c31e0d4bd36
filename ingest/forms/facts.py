"""Facts about one cadre as drafts, and the findings a form gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from graph.errors import Place
from graph.model.records import record_types
from ingest.clean.id_number import hide_id_numbers
from ingest.clean.values import ValueProblem, reader
from ingest.drafts import Draft, FindingDraft, LinkDraft, Ref, Severity
from ingest.resume.places import GOVERNMENTS
from ingest.resume.units import describe

HIDDEN_MINOR: Final = "〔未成年人〕"


@dataclass(slots=True)
class Form:
    """One person's form while it is read: who it is about, as of when, the drafts so far and what was unsure.

    `as_of` is the form's date, else today; ages are counted at it.
    """

    cadre: Ref
    today: str
    as_of: str
    findings: list[FindingDraft]
    drafts: list[Draft] = field(default_factory=list)
    minors: set[str] = field(default_factory=set, repr=False)
    """Names of relatives who are or may be minors: they are hidden in all that is added afterwards."""

    def add(
        self,
        label: str,
        values: Mapping[str, Any],
        place: Place,
        quote: str,
        *,
        links: Sequence[LinkDraft] = (),
        derived: Sequence[str] = (),
    ) -> None:
        """Add a fact about the cadre; what is None is left out, ID numbers and names of minors are hidden."""
        kept = {
            name: self.hide(value) if isinstance(value, str) else value
            for name, value in values.items()
            if value is not None
        }
        own = (LinkDraft("cadre", self.cadre),) if "cadre" in record_types()[label].TYPE.links else ()
        self.drafts.append(Draft(label, kept, (*own, *links), tuple(derived), place, self.hide(quote)))

    def report(self, place: Place, value: str, code: str, reason: str, severity: Severity = "warning") -> None:
        """Add a finding about the cadre; ID numbers and names of minors are hidden."""
        self.findings.append(FindingDraft(place, self.hide(value), code, severity, self.hide(reason), self.cadre))

    def hide(self, text: str) -> str:
        """The text without ID numbers and without the names of the cadre's minor relatives."""
        text = hide_id_numbers(text)
        for name in self.minors:
            text = text.replace(name, HIDDEN_MINOR)
        return text

    def value(self, label: str, name: str, text: str | None, place: Place) -> Any:  # noqa: ANN401 - as the property is
        """The text as a value of that property; None, with a finding, where it is no such value."""
        if text is None:
            return None
        try:
            return reader(label, record_types()[label].TYPE.properties[name], self.today)(text)
        except ValueProblem as problem:
            self.report(place, text, problem.code, f"{problem.reason}这个值没有采用。")
            return None


def government_of(unit: str | None, title: str | None) -> str | None:
    """The government of a place that a 镇长, 副县长 … serves, where the form names the place alone; else None."""
    head = (title or "").removeprefix("代理").removeprefix("代").removeprefix("常务").removeprefix("副")
    if unit and head == f"{unit[-1]}长" and describe(unit).kind == "place" and unit[-1] in GOVERNMENTS:
        return unit + GOVERNMENTS[unit[-1]]
    return None


def unit_links(unit: str | None, title: str | None = None) -> list[LinkDraft]:
    """The relations of a tenure to its unit and post, as far as they are named."""
    if not unit:
        return []
    ref = Ref("Unit", {"name": hide_id_numbers(unit)})
    links = [LinkDraft("unit", ref)]
    if title:
        links.append(LinkDraft("post", Ref("Post", {"unit": ref, "title": hide_id_numbers(title)})))
    return links
