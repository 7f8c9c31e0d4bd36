"""干部任免审批表 as `.lrm` of the 2.0 editor, with its `.pic` (domain.md 1a.5)."""

from __future__ import annotations

from ingest.importers.lrm.importer import Lrm

IMPORTER = Lrm()
