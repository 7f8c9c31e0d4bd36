"""What the source records say about one subject, ready to be projected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.store.facts import EdgeKey
from ingest.drafts import Draft, Ref


@dataclass(frozen=True, slots=True)
class Source:
    """A source record in force, ready to be projected."""

    id: str
    document: str
    origin: str
    author: str | None
    form_date: str | None
    drafts: tuple[Draft, ...]
    about: Ref | None = None
    """How the record itself calls the cadre it makes known: who that is needs no identifier."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One draft with its source and its relations resolved."""

    source: Source
    draft: Draft
    edges: Mapping[EdgeKey, Mapping[str, Any]]
