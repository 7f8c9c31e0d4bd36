"""How long a text may be by which things are known and found: longer ones no engine's index takes, and no person reads.

Asked of every record of every importer before it is stored: what is too long is left out with a finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final

from graph.model.records import record_types
from graph.model.words import sayings
from ingest.drafts import Draft, FindingDraft, RecordDraft, Ref
from ingest.limits import limits

_say: Final = sayings("ingest")
_SPELLED: Final = frozenset({"pinyin", "initials"})
"""What the program makes of a name: longer than the name is, and nothing that stands in the file."""
_LETTERS: Final = 7
_SHOWN: Final = 40


def of_fit_length(record: RecordDraft, findings: list[FindingDraft]) -> RecordDraft | None:
    """The record without drafts by whose names and keys nothing could be found; None where nothing of it is left."""
    found = {number: long for number, draft in enumerate(record.drafts) if (long := _too_long(record, draft, number))}
    for number, (name, text) in found.items():
        findings.append(_finding(record.drafts[number], name, text))
    if not found:
        return record
    if any(record.drafts[number].type == record.subject.type for number in found):
        return None
    kept = tuple(draft for number, draft in enumerate(record.drafts) if number not in found)
    return replace(record, drafts=kept) if kept else None


def fits(label: str, name: str, text: str) -> bool:
    """Whether a text may be the value of a property: of any length, unless the record type is found by it."""
    return name not in _found_by(label) or _fits(name, text)


def _too_long(record: RecordDraft, draft: Draft, number: int) -> tuple[str, str] | None:
    """The first text of a draft that is too long, with the property it is for; who a record is about counts once."""
    texts = [
        *((name, draft.values.get(name)) for name in _found_by(draft.type)),
        *(each for link in draft.links for each in _texts_of(link.target)),
        *(_texts_of(record.subject) if number == 0 else ()),
    ]
    return next(((name, text) for name, text in texts if isinstance(text, str) and not _fits(name, text)), None)


def _fits(name: str, text: str) -> bool:
    """Whether an index takes the text: of a name, so many characters; of what is spelled from it, as many letters."""
    most: int = limits()["text"]["indexed"]
    return len(text.encode()) <= _LETTERS * most if name in _SPELLED else len(text) <= most


@cache
def _found_by(label: str) -> tuple[str, ...]:
    """The properties of a record type that are indexed."""
    return tuple(each.name for each in record_types()[label].TYPE.properties.values() if each.index)


def _texts_of(ref: Ref) -> Iterator[tuple[str, Any]]:
    """The texts of a reference, with those of the references and identifiers inside of it."""
    values: Mapping[str, Any] = ref.values
    for name, value in values.items():
        if isinstance(value, Ref):
            yield from _texts_of(value)
        elif name in ("keys", "hints"):
            yield from ((scheme, text) for scheme, text in value)
        elif name in _found_by(ref.type):
            yield name, value


def _finding(draft: Draft, name: str, text: str) -> FindingDraft:
    declared = record_types()[draft.type].TYPE
    count, most = f"{len(text):,}", f"{limits()['text']['indexed']:,}"
    named = declared.properties.get(name, name)
    reason = _say("too-long", name=named, count=count, most=most, record=declared)
    return FindingDraft(draft.place, f"{text[:_SHOWN]}…", "too-long", "error", reason)
