"""The unencrypted exchange package of the civil-servant system (通用格式 .zip, domain.md 1b)."""

from __future__ import annotations

from ingest.importers.exchange_zip.importer import ExchangeZip

IMPORTER = ExchangeZip()
