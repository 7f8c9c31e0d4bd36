"""The trajectory as JSON values: the contract of `zhishi career --format json` (`docs/schemas/career.json`)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from analysis.career.model import Career, Held, Remark
from analysis.career.phrases import remark_text
from analysis.evidence_json import evidence_json
from graph.model.schema import Evidence


def to_json(career: Career) -> dict[str, Any]:
    """The career as dicts and lists, ready for `json.dumps`; every key is always there.

    `end` is null for what is current or unknown, which `status` tells; the fields are those of `analysis.career.model`.
    """
    return {
        "cadre": {"id": career.head.id, "name": career.head.name},
        "as_of": career.as_of,
        "head": plain(career.head),
        "tenures": [_tenure(each) for each in career.tenures],
        "levels": plain(career.staircase),
        "grades": plain(career.grades),
        "segments": plain(career.segments),
        "assessments": plain(career.assessments),
        "team_assessments": plain(career.team_assessments),
        "most_satisfying": plain(career.told),
        "regretted": plain(career.regretted),
        "unplaced_projects": plain(career.unplaced_projects),
        "markers": plain(career.markers),
        "gaps": plain(career.gaps),
        "overlaps": plain(career.overlaps),
        "stages": plain(career.stages),
        "findings": [_finding(each) for each in career.findings],
        "withheld": list(career.withheld),
    }


def plain(value: object) -> object:
    """A dataclass, mapping or tuple as dicts and lists all the way down."""
    if isinstance(value, Evidence):
        return evidence_json(value)
    if dataclasses.is_dataclass(value):
        return _fields(value)
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, tuple) else value


def _fields(value: object) -> dict[str, Any]:
    assert dataclasses.is_dataclass(value)
    return {each.name: plain(getattr(value, each.name)) for each in dataclasses.fields(value)}


def _tenure(held: Held) -> dict[str, Any]:
    return _fields(held) | {
        "assessments": [each.id for each in held.assessments],
        "team_assessments": [each.id for each in held.team_assessments],
    }


def _finding(remark: Remark) -> dict[str, Any]:
    return _fields(remark) | {"reason": remark_text(remark, "zh"), "reason_en": remark_text(remark, "en")}
