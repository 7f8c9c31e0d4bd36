"""What one record of a document says twice and differently about one thing: told at import, with every value.

Asked of every record of every importer; the projection keeps all the values and marks the fact as disputed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final

from graph.model.records import record_types
from graph.model.schema import RecordType
from graph.model.words import sayings
from ingest.drafts import Draft, FindingDraft, RecordDraft, Ref
from ingest.election import agree, is_beside
from ingest.records import meaning

_say: Final = sayings("ingest")
_SAYS_NOTHING: Final = (None, "unknown")
"""A résumé that does not tell the end of a post does not contradict a table that does."""


def contradictions(record: RecordDraft) -> Iterator[FindingDraft]:
    """One finding for each property of one thing to which the record gives values that cannot both be true."""
    if len(record.drafts) < 2:
        return
    same: dict[str, list[Draft]] = defaultdict(list)
    for draft in record.drafts:
        same[meaning(draft) if draft.type != "Cadre" else ""].append(draft)
    on = _Continued(record)
    for drafts in same.values():
        if len(drafts) > 1:
            yield from _of_one_thing(record, drafts, on)


class _Continued:
    """How long what a draft tells goes on in others that begin where it ends, as the lines of a résumé do.

    A table gives one row for the post that a résumé tells of in several lines, since another post was added to it.
    """

    def __init__(self, record: RecordDraft) -> None:
        self._record = record

    @cached_property
    def _next(self) -> dict[tuple[str, str], str]:
        """Where a tenure ends that begins at a day; asked only of records whose ends differ, which few do."""
        ends: dict[tuple[str, str], str] = {}
        for draft in self._record.drafts:
            start, end = (draft.values.get(name) for name in ("start", "end"))
            if draft.type == "Tenure" and start and end and start < end:
                here = (_whatever_start(draft), start)
                ends[here] = min(end, ends.get(here, end))
        return ends

    def end(self, draft: Draft) -> str:
        """The end of the last of them."""
        what, end = _whatever_start(draft), draft.values["end"]
        while (later := self._next.get((what, end))) is not None:
            end = later
        return str(end)


def _whatever_start(draft: Draft) -> str:
    values = {name: value for name, value in draft.values.items() if name != "start"}
    return meaning(replace(draft, values=values))


def _of_one_thing(record: RecordDraft, drafts: list[Draft], on: _Continued) -> Iterator[FindingDraft]:
    declared = record_types()[drafts[0].type].TYPE
    for name in sorted({name for draft in drafts for name in draft.values}):
        if name in ("start", "end") and declared.date == "start" and "start" not in declared.key:
            continue  # several lines may each say since when: the first tells it
        told = [each for each in drafts if each.values.get(name) not in _SAYS_NOTHING and name not in each.derived]
        other = next((each for each in told[1:] if not _agree(name, each, told[0], on)), None)
        if other is not None and name in declared.properties and not is_beside(name):
            yield _finding(record, declared, name, told[0], other)


def _agree(name: str, one: Draft, other: Draft, on: _Continued) -> bool:
    if agree(one.values[name], other.values[name]):
        return True
    return name == "end" and one.type == "Tenure" and agree(on.end(one), on.end(other))


def _finding(record: RecordDraft, declared: RecordType, name: str, first: Draft, other: Draft) -> FindingDraft:
    prop = declared.properties[name]
    told = [
        _say("as-told", value=each.values[name], place=each.place.said, quote=each.quote or each.values[name])
        for each in (first, other)
    ]
    reason = _say("contradiction", record=declared, property=prop, first=told[0], other=told[1])
    value = f"{first.values[name]} / {other.values[name]}"
    return FindingDraft(other.place, value, "contradiction", "warning", reason, subject=_person(record))


def _person(record: RecordDraft) -> Ref | None:
    return record.subject if record.subject.type == "Cadre" else None
