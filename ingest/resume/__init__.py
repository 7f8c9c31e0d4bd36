"""The résumé reader: the text of 简历 in, dated segments with units, posts and ranks out."""

from __future__ import annotations

from ingest.resume.model import Holding, Resume, ResumeFinding, Segment
from ingest.resume.parse import parse_resume

__all__ = ["Holding", "Resume", "ResumeFinding", "Segment", "parse_resume"]
