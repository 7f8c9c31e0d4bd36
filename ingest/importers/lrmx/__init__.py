"""干部任免审批表 as `.lrmx`, 3.0 and 4.0 (domain.md 1a)."""

from __future__ import annotations

from ingest.importers.lrmx.importer import Lrmx

IMPORTER = Lrmx()
