"""One row becomes one draft, or the findings that say why not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from graph.errors import Place
from graph.model.records import record_types
from graph.model.schema import Link
from graph.model.sheets import EXAMPLE_MARK, ID_NUMBER, Cover
from graph.model.words import Both, sayings
from ingest.clean.dates import earlier
from ingest.clean.id_number import is_id_number, normalise_id_number
from ingest.clean.values import Cell, ValueProblem, cell_text, tidy
from ingest.drafts import Draft, FindingDraft, LinkDraft, Ref, RowKey, Severity
from ingest.importers.work_records.plans import LinkPlan, Plan
from ingest.withhold import hider

if TYPE_CHECKING:
    from ingest.importers import Reading

_say: Final = sayings("ingest.importers.work_records")
_NO_PARTS: Mapping[str, Any] = {}
_SPANS = (("start", "end"), ("received_on", "closed_on"))


@dataclass(slots=True)
class ParsedRow:
    """One row with its cells as values, in the order of the plan's columns; None where a cell says nothing.

    `quote` are the cells of the record's own properties as written; `bad` means that a cell has been refused.
    """

    number: int
    cells: list[Any]
    quote: str
    bad: bool


@dataclass(slots=True)
class _Told:
    """What one row tells, by field."""

    number: int
    values: dict[str, Any]
    parts: dict[str, dict[str, Any]]
    edges: dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class RowDraft:
    """A row that was taken: its draft, who says it and when."""

    draft: Draft
    author: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Doubts:
    """What was wrong in the workbook, and of whom the rows speak that were not taken."""

    findings: list[FindingDraft] = field(default_factory=list)
    untaken: dict[RowKey, Ref] = field(default_factory=dict)


class RowReader:
    """Reads the rows of one sheet; what is wrong goes to `doubts`."""

    def __init__(self, plan: Plan, reading: Reading, cover: Cover, doubts: Doubts) -> None:
        self._plan = plan
        self._reading = reading
        self._cover = cover
        self._findings = doubts.findings
        self._untaken = doubts.untaken
        self._columns = [(cell.index, cell.read, cell.column) for cell in plan.cells]
        self._hide = hider(plan.type.label)
        self._required = [cell.column for cell in plan.cells if cell.column.required]

    def parse(self, number: int, cells: Sequence[Cell]) -> ParsedRow | None:
        """The row's values, what is refused being reported; None for an empty row or an example."""
        width, empty, bad = len(cells), True, False
        values: list[Any] = []
        texts: list[str] = []
        for index, read, column in self._columns:
            content = cells[index] if index < width else ""
            text = None if content == "" else tidy(content if isinstance(content, str) else cell_text(content))
            if text is None:
                values.append(None)
                continue
            if empty and text.startswith(EXAMPLE_MARK):
                return None
            empty = False
            if column.role == "property":
                texts.append(text)
            try:
                values.append(read(text))
            except ValueProblem as problem:
                self._report(number, column.heading, text, problem.code, problem.reason)
                values.append(text)
                bad = True
        return None if empty else ParsedRow(number, values, "，".join(texts), bad)

    def key(self, row: ParsedRow) -> tuple[object, ...]:
        """What the record's key says; rows with equal keys are one record, such as a project with several in charge."""
        return tuple(row.cells[index] for index in self._plan.key)

    def read(self, row: ParsedRow) -> RowDraft | None:
        """The row's draft; None for a row with an error, which is reported."""
        errors = len(self._findings)
        told = self._told(row)
        links = self._links(told)
        self._check(told, links)
        if row.bad or any(each.severity == "error" for each in self._findings[errors:]):
            if person := next((link.target for link in links if link.target.type == "Cadre"), None):
                self._untaken[self._plan.sheet.name, row.number] = person
            return None
        place = Place(sheet=self._plan.sheet.name, row=row.number)
        draft = Draft(self._plan.type.label, told.values, tuple(links), (), place, row.quote)
        return RowDraft(draft, self._author(told), self._date(told.values))

    def _told(self, row: ParsedRow) -> _Told:
        told = _Told(row.number, {}, {}, {})
        for (_, _, column), value in zip(self._columns, row.cells, strict=True):
            if value is None:
                continue
            if column.role == "property":
                told.values[column.field] = value
            else:
                side = told.parts if column.role == "key" else told.edges
                side.setdefault(column.field, {})[column.part or ""] = value
        return told

    def _links(self, told: _Told) -> list[LinkDraft]:
        links: list[LinkDraft] = []
        for plan in self._plan.links:
            parts = told.parts.get(plan.link.name)
            edges = told.edges.get(plan.link.name, _NO_PARTS)
            if parts:
                links.extend(LinkDraft(plan.link.name, target, edges) for target in self._targets(plan, parts, told))
            elif edges:
                heading = self._heading(plan.link.name, plan.parts[0])
                self._missing(told.number, heading, "edge-of-nobody", what=plan.link)
        about_cadre = "cadre" in told.parts
        for link in self._plan.implied:
            # A record about a cadre is none about the team, even where it names the unit.
            ref = None if about_cadre and link.target == "LeadershipTeam" else _implied(link, told.values)
            if ref is not None:
                links.append(LinkDraft(link.name, ref))
        return links

    def _targets(self, plan: LinkPlan, parts: dict[str, Any], told: _Told) -> list[Ref]:
        target = plan.link.target
        if target == "Cadre":
            return self._cadre(plan.link, parts, told)
        if plan.parts == ("name",):
            return [Ref(target, {"name": name}) for name in parts["name"] or ()]
        missing = [part for part in plan.parts if part not in parts]
        for part in missing:
            self._missing(told.number, self._heading(plan.link.name, part), "part-missing", what=plan.link)
        return [] if missing else [Ref(target, {part: parts[part] for part in plan.parts})]

    def _cadre(self, link: Link, parts: dict[str, Any], told: _Told) -> list[Ref]:
        values = {name: value for name, value in parts.items() if name != ID_NUMBER and value}
        if "birth_month" in values:
            values["birth_month"] = values["birth_month"][:7]
        if "name" not in values:
            self._missing(told.number, self._heading(link.name, "name"), "no-cadre")
            return []
        if ID_NUMBER in parts:
            number = normalise_id_number(parts[ID_NUMBER])
            id_hash = self._reading.hash_id_number(number) if is_id_number(number) else None
            if id_hash:
                values["id_hash"] = id_hash
            else:
                heading = self._heading(link.name, ID_NUMBER)
                self._report(told.number, heading, "", "bad-id-number", _say("bad-id-number"), severity="warning")
        return [Ref("Cadre", values)]

    def _check(self, told: _Told, links: Sequence[LinkDraft]) -> None:
        for column in self._required:
            side = told.values if column.role == "property" else told.parts.get(column.field, _NO_PARTS)
            if (column.field if column.role == "property" else column.part) not in side:
                self._missing(told.number, column.heading, "required")
        for begins, ends in _SPANS:
            self._check_span(told, begins, ends)
        nobody = self._plan.type.subject and not any(each.target.type == "Cadre" for each in links)
        if nobody and not told.values.get("unit_name"):
            self._missing(told.number, "姓名", "about-nobody")

    def _check_span(self, told: _Told, begins: str, ends: str) -> None:
        start, end = told.values.get(begins), told.values.get(ends)
        if start and end and earlier(end, start):
            heading = next(c.heading for c in self._plan.sheet.columns if c.field == ends)
            reason = _say("end-before-start", start=start, end=end)
            self._report(told.number, heading, str(end), "end-before-start", reason)

    def _author(self, told: _Told) -> str | None:
        values = told.values
        for name in self._plan.authors:
            if values.get(name):
                return str(values[name])
        if self._plan.type.origin == "self_report" and "cadre" in told.parts:
            return str(told.parts["cadre"].get("name"))
        return values.get("unit_name") or self._cover.filled_by or self._cover.issuer

    def _date(self, values: Mapping[str, Any]) -> str | None:
        date = values.get(self._plan.type.date or "")
        return str(date) if date else self._cover.filled_on

    def _heading(self, field: str, part: str) -> str:
        return next(c.heading for c in self._plan.sheet.columns if c.field == field and c.part == part)

    def _missing(self, row: int, heading: str, key: str, **values: object) -> None:
        self._report(row, heading, "", "missing-value", _say(key, heading=heading, **values))

    def _report(
        self, row: int, heading: str, value: str, code: str, reason: Both, *, severity: Severity = "error"
    ) -> None:
        place = Place(sheet=self._plan.sheet.name, row=row, column=heading)
        shown = reason.changed(self._hide)
        whole = shown + _say("row-not-taken") if severity == "error" else shown
        self._findings.append(FindingDraft(place, self._hide(value), code, severity, whole))


def _implied(link: Link, values: Mapping[str, Any]) -> Ref | None:
    """The other end of a link without a column of its own: the unit a row names, its team, or the list of its year."""
    unit = values.get("unit_name") or values.get("host")
    if link.target in ("Unit", "LeadershipTeam"):
        return Ref(link.target, {"name": unit}) if unit else None
    target = record_types()[link.target].TYPE
    key = {name: values.get(name) for name in target.key}
    return Ref(link.target, key) if all(key.values()) else None
