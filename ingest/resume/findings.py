"""Findings: their severity and wording, kept in `data/findings.toml`."""

from __future__ import annotations

from typing import Final

from graph.model.data_files import load_toml
from graph.model.words import sayings
from ingest.resume.model import ResumeFinding

_KINDS: Final = "data/findings.toml"
_LONGEST_VALUE: Final = 200
_say: Final = sayings("ingest.resume", _KINDS)


def finding(code: str, line: int, value: str, *, column: int | None = None, **words: str) -> ResumeFinding:
    """A finding of a known code; `words` fill the places of its sentence, a long value is shown by its beginning."""
    severity = load_toml("ingest.resume", _KINDS)[code]["severity"]
    shown = value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}…"
    return ResumeFinding(line, column, shown, code, severity, _say(code, value=shown, **words))
