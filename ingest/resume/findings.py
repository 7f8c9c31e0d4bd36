"""Findings: their severity and wording, kept in `data/findings.toml`."""

from __future__ import annotations

from graph.model.data_files import load_toml
from ingest.resume.model import ResumeFinding

_KINDS = load_toml(__package__, "data/findings.toml")
_LONGEST_VALUE = 200


def finding(code: str, line: int, value: str, *, column: int | None = None, **words: str) -> ResumeFinding:
    """A finding of a known code; `words` fill the places of its sentence, a long value is shown by its beginning."""
    kind = _KINDS[code]
    shown = value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}…"
    reason: str = kind["reason"].format(value=shown, **words)
    return ResumeFinding(line, column, shown, code, kind["severity"], reason)
