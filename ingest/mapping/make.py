"""One `[[record]]` of a mapping, made ready for one table: rows become drafts, or findings that say why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from graph.errors import Place
from graph.model.keys import make_key
from graph.model.schema import Kind, Link, Property, RecordType
from ingest.clean.values import ValueProblem, value_not_taken
from ingest.drafts import Draft, LinkDraft, RecordDraft, Ref, Severity
from ingest.mapping.expand import conditions_hold
from ingest.mapping.implied import complete, implied_links
from ingest.mapping.job import Job
from ingest.mapping.kin import add_kin
from ingest.mapping.links import LinkMaker
from ingest.mapping.messages import tell
from ingest.mapping.model import RecordSpec, Value
from ingest.mapping.named import columns_behind, value_columns
from ingest.mapping.own import Own, RowKey
from ingest.mapping.persons import TELLING, Scheme, person_ref
from ingest.mapping.ranges import hold_both, is_side, side_reader
from ingest.mapping.reading import NOW, Read, day_reader, value_reader
from ingest.mapping.scope import Scope, places_above, shown_at
from ingest.mapping.spans import end_before_start, without_dates
from ingest.mapping.targets import targets
from ingest.mapping.values import Raw, column, raw_value
from ingest.records import meaning
from ingest.withhold import hider

if TYPE_CHECKING:
    pass

REGISTER: Final = "register"
"""Origin of what no record type gives an origin of its own: a register or table from elsewhere."""

_QUOTE: Final = 300


@dataclass(frozen=True, slots=True)
class _Field:
    """One property: where its text comes from and how it is read."""

    prop: Property
    spec: Value
    raw: Raw
    read: Read
    label: str
    line: int | None
    essential: bool


class Maker:
    """Makes the records of one `[[record]]`."""

    def __init__(self, number: int, spec: RecordSpec, job: Job, person: str | None) -> None:
        self.spec = spec
        self.declared: RecordType = targets()[spec.type]
        self._hide = hider(spec.type)
        self._job = job
        self._number = number
        computed = dict(job.sources.computed)
        self._sources = replace(job.sources, computed=computed)
        for name, each in spec.compute.items():
            computed[name] = raw_value(each, self._sources)
        self._fields = [self._field(name, each) for name, each in spec.values.items()]
        self._schemes = tuple(
            Scheme(name, raw_value(each, self._sources), each) for name, each in spec.identify.items()
        )
        self._key = RowKey(spec, self._sources, job.reading, job.content)
        self._own = self._own_identity() if spec.introduces else None
        self._date = self._of_record(spec.date)
        self._author = self._of_record(spec.author)
        self._links = [
            LinkMaker(self.declared.links[name], each, self._sources, job.reading, job.line("record", number, "links"))
            for name, each in spec.links.items()
        ]
        self._person = person if "cadre" not in spec.links and "cadre" in self.declared.links else None
        self._conditions = [
            (column(path, self._sources), wanted, holds)
            for conditions, holds in ((spec.when, True), (spec.unless, False))
            for path, wanted in conditions.items()
        ]

    def _own_identity(self) -> Own:
        line = self._job.line("record", self._number)

        def same_name(scope: Scope, name: str) -> None:
            place = self.place(scope, self._label("name"))
            self._job.findings.add(place, name, "same-name", tell("same-name"), line=line)

        return Own(self.spec, self._key, (*self._job.lineage, self.spec.alias), same_name)

    def _of_record(self, spec: Value | None) -> tuple[Raw, Read] | None:
        if spec is None:
            return None
        read = day_reader(spec, self._sources.read, self._job.reading.today) if spec is self.spec.date else str
        return raw_value(spec, self._sources), read

    def _field(self, name: str, spec: Value) -> _Field:
        prop = self.declared.properties[name]
        read = value_reader(prop, spec, self._sources.read, self._job.reading.today)
        if is_side(name) and hold_both(self.spec.values):
            read = side_reader(read, name, open_end=NOW if spec.empty == "current" else "")
        label = "、".join(dict.fromkeys(each for each, _ in value_columns(spec))) or name
        line = self._job.line("record", self._number, "values", name)
        return _Field(prop, spec, raw_value(spec, self._sources), read, label, line, prop.required)

    def make(self, scope: Scope, made: dict[str, Ref]) -> Iterator[RecordDraft]:
        """The record of one row or item, none where it is not meant, not whole or was said before."""
        if not conditions_hold(self._conditions, scope):
            return
        if self._job.refused and self._without_person(scope):
            self._job.findings.add(self.place(scope), "", "without-person", tell("without-person"), "info")
            return
        before = self._job.findings.errors
        texts: list[str] = []
        values = self._values(scope, texts)
        if not values and not self.spec.introduces:
            return
        ref, links = self._ends(values, scope, made)
        self._check(values, links, scope, before)
        if self._is_of_nothing(values, links, scope):
            return
        if self._job.findings.errors > before:
            self._job.findings.refuse(self.place(scope), links)
            if self.spec.introduces:
                self._job.refused.add(places_above(scope)[-1])
            return
        yield from self._records(values, ref, links, scope, made, texts)

    def leave_out(self, row: Scope, problem: ValueProblem) -> None:
        """Tell why no record was made of what the row holds."""
        reason = problem.reason + tell("row-not-taken")
        line = self._job.line("record", self._number, "each")
        self._job.findings.add(self.place(row), "", problem.code, reason, "error", line=line)

    def _values(self, scope: Scope, texts: list[str]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        refused: set[str] = set()
        for each in self._fields:
            try:
                found = each.raw(scope)
                if found is None:
                    if each.spec.empty and not values.get("end_status"):
                        self._leave_open(values, each.spec.empty)
                    continue
                self._take(each, found, values, texts)
            except ValueProblem as problem:
                self._tell(each, scope, problem)
                if problem.value is None:
                    refused.add(each.prop.name)
                else:
                    values[each.prop.name] = problem.value
                    texts.append(self._shown(each.raw, scope))
        without_dates(self.declared, values, refused)
        return values

    def _take(self, each: _Field, found: str | list[str], values: dict[str, Any], texts: list[str]) -> None:
        if each.prop.kind is Kind.TEXTS:
            parts = found if isinstance(found, list) else [found]
            values[each.prop.name] = list(parts)
            texts += parts
            return
        text = "、".join(found) if isinstance(found, list) else found
        value = each.read(text)
        if each.spec.constant is None:
            texts.append(text)
        if value == "":
            if each.essential:
                raise ValueProblem("missing-value", tell("not-known-here", value=text, what=each.prop))
            if each.prop.name == "end":
                self._leave_open(values, "unknown")
        elif value == NOW:
            if each.prop.name != "end":
                raise ValueProblem("bad-date", tell("no-date", value=text))
            self._leave_open(values, "current")
        else:
            values[each.prop.name] = value

    def _leave_open(self, values: dict[str, Any], status: str) -> None:
        """No end: that is current, or unknown; said in the words of the record type."""
        if "end_status" in self.declared.properties:
            values.setdefault("end_status", status)
        elif "open" in self.declared.properties and status == "current":
            values.setdefault("open", True)

    def _tell(self, each: _Field, scope: Scope, problem: ValueProblem) -> None:
        """A finding of a value that was not taken, or was although the text does not say just that."""
        severity: Severity = "error" if each.essential else "warning"
        reason, text = problem.reason.changed(self._hide), self._hide(self._shown(each.raw, scope))
        if problem.value is not None:
            severity = "info"
        else:
            reason += tell("row-not-taken") if each.essential else value_not_taken()
        self._job.findings.add(self.place(scope, each.label), text, problem.code, reason, severity, line=each.line)

    @staticmethod
    def _shown(raw: Raw, scope: Scope) -> str:
        try:
            found = raw(scope)
        except ValueProblem:
            return ""
        return "、".join(found) if isinstance(found, list) else found or ""

    def place(self, scope: Scope, label: str | None = None) -> Place:
        """Where in the table a value stands."""
        return Place(sheet=self._job.sheet, row=scope.row, column=shown_at(scope, label) or None)

    def _ends(
        self, values: dict[str, Any], scope: Scope, made: Mapping[str, Ref]
    ) -> tuple[Ref | None, list[LinkDraft]]:
        """The cadre a Cadre record is, and the relations of any other."""
        if self.declared.label == "Cadre":
            return self._cadre(values, scope), []
        links: list[LinkDraft] = []
        if self._person is not None and self._person in made:
            links.append(LinkDraft("cadre", made[self._person]))
        for each in self._links:
            links += each.make(scope, made, self._report(scope, each.line))
        links += implied_links(self.declared, values, {link.name for link in links} | self.spec.links.keys())
        return None, links

    def _report(self, scope: Scope, line: int | None) -> Callable[[str, str, ValueProblem], None]:
        def report(name: str, text: str, problem: ValueProblem) -> None:
            self._job.findings.add(self.place(scope, name), text, problem.code, problem.reason, line=line)

        return report

    def _cadre(self, values: dict[str, Any], scope: Scope) -> Ref | None:
        line = self._job.line("record", self._number, "identify")
        told = {name: values.get(name) for name in TELLING}
        report = self._report(scope, line)
        return person_ref(told, self._schemes, scope, self._job.reading, report, self.spec.find, self._own)

    def _check(self, values: dict[str, Any], links: Sequence[LinkDraft], scope: Scope, before: int) -> None:
        """What the model requires is there, and no end comes before its start."""
        if self._job.findings.errors > before:
            return
        line = self._job.line("record", self._number)
        linked = {link.name for link in links}
        for prop in self.declared.properties.values():
            given = prop.name in values or (self.spec.known and self.declared.label == "Cadre")
            if prop.required and not given:
                self._missing(scope, self._label(prop.name), prop, line, self._cells(prop.name, scope))
        for link in self.declared.links.values():
            if link.required and link.name not in linked:
                self._missing(scope, link.name, link, line)
        if refused := end_before_start(self.declared, values):
            end, reason, severity = refused
            self._job.findings.add(
                self.place(scope, self._label("end")), end, "end-before-start", reason, severity, line=line
            )

    def _is_of_nothing(self, values: Mapping[str, Any], links: Sequence[LinkDraft], scope: Scope) -> bool:
        """Whether a tenure says neither where nor what, which is told: nobody could say what was held."""
        named = {*values, *(link.name for link in links)}
        if self.declared.label != "Tenure" or not named.isdisjoint(("unit_name", "title", "rank", "unit", "post")):
            return False
        reason = tell("tenure-of-nothing") + tell("row-not-taken")
        line = self._job.line("record", self._number)
        self._job.findings.add(self.place(scope), "", "tenure-of-nothing", reason, line=line)
        return True

    def _label(self, name: str) -> str:
        return next((each.label for each in self._fields if each.prop.name == name), name)

    def _without_person(self, scope: Scope) -> bool:
        """Whether the person of the row was refused, which was told; then what else the row says is only mentioned."""
        return self._person is not None and not self._job.refused.isdisjoint(places_above(scope))

    def _cells(self, name: str, scope: Scope) -> str:
        """What stands in the columns that a property is made of, where nothing of it was left for a value."""
        spec = self.spec.values.get(name)
        computed = {**self._job.computed, **self.spec.compute}
        named = [each for each, _ in value_columns(spec)] if spec else []
        paths = dict.fromkeys(path for each in named for path in columns_behind(each, computed))
        cells = (self._shown(column(path, self._sources), scope) for path in paths if path not in computed)
        return "、".join(filter(None, cells))

    def _missing(self, scope: Scope, label: str, what: Property | Link, line: int | None, value: str = "") -> None:
        reason = tell("missing-value", what=what) + tell("row-not-taken")
        self._job.findings.add(self.place(scope, label), value, "missing-value", reason, "error", line=line)

    def _records(
        self,
        values: dict[str, Any],
        ref: Ref | None,
        links: list[LinkDraft],
        scope: Scope,
        made: dict[str, Ref],
        texts: Iterable[str],
    ) -> Iterator[RecordDraft]:
        quote = self._hide("，".join(texts))[:_QUOTE]
        complete(self.declared.label, values, self._job.date or self._job.reading.today, known=self.spec.known)
        draft = Draft(self.declared.label, values, tuple(links), (), self.place(scope), quote)
        subject = ref or self._subject(values, links)
        made[self.spec.alias] = subject
        drafts = self._family(draft, subject, scope) if self.declared.label == "FamilyMember" else (draft,)
        for each in drafts:
            record = self._record(each, subject, scope)
            if record is not None:
                self._job.tally.add(self.spec.alias, record)
                yield record

    def _family(self, draft: Draft, subject: Ref, scope: Scope) -> tuple[Draft, ...]:
        form = add_kin(draft, subject, self._job.reading.today, self._job.as_of, self.place(scope), self._job.findings)
        self._job.minors |= form.minors
        return tuple(form.drafts)

    def _subject(self, values: Mapping[str, Any], links: Sequence[LinkDraft]) -> Ref:
        linked = {link.name: link.target for link in reversed(links)}
        if self.declared.subject == "Cadre" and "cadre" in linked:
            return linked["cadre"]
        key = {name: linked.get(name, values.get(name)) for name in self.declared.key}
        return Ref(self.declared.label, {name: each for name, each in key.items() if each is not None})

    def _record(self, draft: Draft, subject: Ref, scope: Scope) -> RecordDraft | None:
        """The record, if the file has not said the same lately."""
        job = self._job
        what = self._meaning(draft, subject, scope)
        date = self._told(self._date, scope, "date")
        if job.said.again((what, date, repr((subject, draft.values, draft.links)))):
            return None
        if draft.type != "Cadre":
            self._compare((self.spec.alias, what, date, repr(subject)), draft, scope)
        elif _is_known_for_sure(subject) or self._key.text(scope) is not None:
            self._compare_person((self.spec.alias, what, date), draft, scope)
        return RecordDraft(
            subject,
            self.spec.origin or job.origin or self.declared.origin or REGISTER,
            (draft,),
            self._told(self._author, scope, "author") or job.author,
            date,
            make_key("lin", *job.lineage, self.spec.alias, what),
            keyed=bool(self.spec.key) and not self.spec.introduces,
        )

    def _compare(self, which: tuple[object, ...], draft: Draft, scope: Scope) -> None:
        """Tell of a record that an earlier row told with other values: only one of the two will hold."""
        place = self.place(scope)
        before = self._job.said.otherwise(which, repr(sorted(draft.values.items())), scope.row)
        if before is not None:
            line = self._job.line("record", self._number)
            reason = tell("told-otherwise", before=before, type=self.declared)
            self._job.findings.add(place, "", "told-otherwise", reason, line=line)

    def _compare_person(self, who: tuple[object, ...], draft: Draft, scope: Scope) -> None:
        """Tell of what an earlier row says of a person in other words, where neither is only less exact."""
        for name in self.spec.values.keys() & draft.values.keys():
            value = draft.values[name]
            before = self._job.said_of_people.differs((*who, name), value, scope.row)
            if before is not None:
                reason = tell("person-told-otherwise", before=before, what=self.declared.properties[name])
                line = self._job.line("record", self._number, "values", name)
                place = self.place(scope, self._label(name))
                self._job.findings.add(place, self._hide(str(value)), "person-told-otherwise", reason, line=line)

    def _meaning(self, draft: Draft, subject: Ref, scope: Scope) -> str:
        """What tells this record from others of the table: its key columns, the cadre's identifiers, or its key."""
        key = self._key.text(scope)
        if key is not None:
            return key
        if self.declared.label == "Cadre":
            told = subject.values
            strong = told.get("id_hash") or told.get("keys")
            return repr(strong or sorted((name, str(each)) for name, each in told.items()))
        return meaning(draft)

    def _told(self, own: tuple[Raw, Read] | None, scope: Scope, name: str) -> str | None:
        if own is None:
            return None
        raw, read = own
        try:
            found = raw(scope)
            value = None if found is None else read(found if isinstance(found, str) else "、".join(found))
        except ValueProblem as problem:
            self._report(scope, self._job.line("record", self._number, name))(name, self._shown(raw, scope), problem)
            value = problem.value
        return value if value and value != NOW else None


def _is_known_for_sure(person: Ref) -> bool:
    """Whether a person is known by an identifier, and not by what is told of them."""
    return bool(person.values.get("id_hash") or person.values.get("keys"))
