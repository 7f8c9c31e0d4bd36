"""Evidence as it stands in every JSON document of a trajectory or an image tree (`docs/schemas/`)."""

from __future__ import annotations

from operator import attrgetter
from typing import Any, Final

from graph.model.schema import Evidence

_KEYS: Final = ("document", "locator", "date", "quote", "document_id", "record_id", "origin", "author")


def evidence_json(evidence: Evidence) -> dict[str, Any]:
    """Where a statement stands, as a dict; every key is always there, `null` where there is nothing."""
    return dict(zip(_KEYS, attrgetter(*_KEYS)(evidence), strict=True))
