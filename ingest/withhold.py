"""The door every record goes through before it is stored or shown: what is never kept is taken out of all its texts.

Importers, mappings and what is written by hand need not think of it; findings and documents see to it themselves
(`ingest.drafts`). Text that is cut short or taken apart by an importer is hidden there first, with `hider`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final

from graph.model.records import record_types
from ingest.clean.privacy import hide_contacts, hide_private
from ingest.drafts import Draft, LinkDraft, RecordDraft, Ref, hidden_place

Hide = Callable[[str], str]

_IDENTIFIERS: Final = frozenset({"id", "id_hash", "keys", "hints", "row", "code", "tree_code"})
"""Values that may look like an ID number and are none: hashes, keys that were looked at, codes of units."""


@cache
def hider(label: str) -> Hide:
    """What hides in a text of that record type; in a petition every telephone number is the petitioner's."""
    return _of_petition if record_types()[label].TYPE.origin == "petition" else hide_private


def _of_petition(text: str) -> str:
    return hide_contacts(hide_private(text))


def withhold(record: RecordDraft) -> RecordDraft:
    """The record without ID numbers, and without the names and contacts of petitioners; the same one if it has none."""
    hide = _of_petition if any(hider(draft.type) is _of_petition for draft in record.drafts) else hide_private
    whole = "\n".join(_texts_of(record))
    if hide(whole) == whole:
        return record
    return replace(
        record,
        subject=_hidden(record.subject, hide),
        drafts=tuple(_draft(draft, hide) for draft in record.drafts),
        author=_hidden(record.author, hide),
        extra=_hidden(record.extra, hide),
    )


def _texts_of(record: RecordDraft) -> list[str]:
    """Every text of a record but identifiers; this is asked of each record there is, so it makes no detours."""
    texts = [record.author or ""]
    _add_texts(record.subject.values, texts)
    for draft in record.drafts:
        texts += (draft.quote, draft.place.sheet or "", draft.place.column or "")
        _add_texts(draft.values, texts)
        for link in draft.links:
            _add_texts(link.target.values, texts)
            _add_texts(link.values, texts)
    if record.extra:
        texts.append(repr(record.extra))
    return texts


def _add_texts(values: Mapping[str, Any], texts: list[str]) -> None:
    for name, value in values.items():
        if isinstance(value, str):
            if name not in _IDENTIFIERS:
                texts.append(value)
        elif isinstance(value, Ref):
            _add_texts(value.values, texts)
        elif isinstance(value, list | tuple) and name not in _IDENTIFIERS:
            texts += map(str, value)


def _draft(draft: Draft, hide: Hide) -> Draft:
    links = tuple(LinkDraft(each.name, _hidden(each.target, hide), _hidden(each.values, hide)) for each in draft.links)
    values, place = _values(draft.values, hide), hidden_place(draft.place)
    return replace(draft, values=values, links=links, place=place, quote=hide(draft.quote))


def _values(values: Mapping[str, Any], hide: Hide) -> dict[str, Any]:
    return {name: value if name in _IDENTIFIERS else _hidden(value, hide) for name, value in values.items()}


def _hidden(value: Any, hide: Hide) -> Any:  # noqa: ANN401 - the same kind of value as it was given
    if isinstance(value, str):
        return hide(value)
    if isinstance(value, Ref):
        return Ref(value.type, _values(value.values, hide))
    if isinstance(value, Mapping):
        return {hide(name): _hidden(each, hide) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_hidden(each, hide) for each in value)
    return value
