"""Rosters, yearly assessment lists and tables of headcounts as offices keep them in Excel (domain.md 1d)."""

from __future__ import annotations

from ingest.importers.xlsx_roster.importer import Roster

IMPORTER = Roster()
