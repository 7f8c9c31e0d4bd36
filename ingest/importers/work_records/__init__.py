"""The work-record workbook of our own (`graph.model.sheets`): what no official format carries."""

from __future__ import annotations

from ingest.importers.work_records.importer import WorkRecords

IMPORTER = WorkRecords()
