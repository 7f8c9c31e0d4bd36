"""What a source record said, as canonical JSON and back: kept as it was said, so that it can be projected again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from graph.errors import Place
from ingest.drafts import Draft, LinkDraft, RecordDraft, Ref


def dump_record(record: RecordDraft) -> str:
    """Canonical JSON: the same record gives the same text."""
    content = {
        "subject": dump_ref(record.subject),
        "drafts": [_dump_draft(draft) for draft in record.drafts],
        "extra": dict(record.extra),
        **({"form": record.form.as_json()} if record.form else {}),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def load_record(content: str) -> tuple[Ref, tuple[Draft, ...]]:
    """The subject and the drafts that `dump_record` wrote; what is only kept has its readers elsewhere."""
    data = json.loads(content)
    return load_ref(data["subject"]), tuple(_load_draft(each) for each in data["drafts"])


def dump_ref(ref: Ref) -> dict[str, Any]:
    """A reference as JSON can hold it; `load_ref` reads it."""
    values = {name: dump_ref(value) if isinstance(value, Ref) else value for name, value in ref.values.items()}
    return {"@": ref.type, **values}


def load_ref(data: Mapping[str, Any]) -> Ref:
    """The reference that `dump_ref` wrote."""
    values = {
        name: load_ref(value) if isinstance(value, dict) else value for name, value in data.items() if name != "@"
    }
    return Ref(data["@"], values)


def _dump_draft(draft: Draft) -> dict[str, Any]:
    place = draft.place
    return {
        "type": draft.type,
        "values": dict(draft.values),
        "links": [[link.name, dump_ref(link.target), dict(link.values)] for link in draft.links],
        "derived": list(draft.derived),
        "place": [place.sheet, place.row, place.line, place.column],
        "quote": draft.quote,
    }


def _load_draft(data: Mapping[str, Any]) -> Draft:
    sheet, row, line, column = data["place"]
    return Draft(
        data["type"],
        data["values"],
        tuple(LinkDraft(name, load_ref(ref), values) for name, ref, values in data["links"]),
        tuple(data["derived"]),
        Place(sheet=sheet, row=row, line=line, column=column),
        data["quote"],
    )
