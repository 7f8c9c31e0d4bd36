"""The official Excel collection workbook 信息采集表 (domain.md 1b)."""

from __future__ import annotations

from ingest.importers.collection_workbook.importer import CollectionWorkbook

IMPORTER = CollectionWorkbook()
