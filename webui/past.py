"""A cadre's dossier as it is, or as it was known on the day the address names."""

from __future__ import annotations

from datetime import date

from flask import request

from graph.errors import UsageError
from graph.model.dossier import Dossier
from graph.model.values import first_day, is_partial_date
from ingest.known_on import known_on
from queries.dossier import make_dossier, read_dossier
from webui.services import services


def known_day() -> str:
    """The day of `?known_on=` as `YYYY-MM-DD`; empty where none is asked for. Raises UsageError for what is no day."""
    text = request.args.get("known_on", "").strip()
    if not text:
        return ""
    try:
        return date.fromisoformat(first_day(text) if is_partial_date(text) else "").isoformat()
    except ValueError as error:
        raise UsageError(f"{text!r} 不是日期 (not a date)。", hint="请写成 2024、2024-03 或 2024-03-15。") from error


def dossier_on(cadre_id: str, day: str) -> Dossier:
    """The dossier as known at the end of a day, or as it is where the day is empty."""
    using = services()
    if day:
        return make_dossier(known_on(using.graph, using.settings, cadre_id, day), using.settings.clearance)
    return read_dossier(using.graph, cadre_id, using.settings.clearance)
