"""Findings: what the importers were not sure of, and what the trajectory itself shows to be unclear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.career.model import CarriedProject, Gap, Head, Held, Judged, Overlap, Remark
from graph.model.dossier import Dossier
from graph.model.postings import posting
from graph.model.records.cadre import Cadre
from graph.model.records.finding import Finding
from graph.model.values import first_day
from graph.model.words import Both

COMPUTED = ("gap", "overlap")
"""Codes of importers that are left out here: over all sources together the trajectory finds them itself."""


def build_findings(
    dossier: Dossier,
    tenures: Sequence[Held],
    gaps: Sequence[Gap],
    overlaps: Sequence[Overlap],
    unplaced: Sequence[CarriedProject],
    head: Head,
    judged: Sequence[Judged],
) -> tuple[Remark, ...]:
    """All findings: gaps and overlaps first, then what is disputed, undated or belongs nowhere, then the importers'."""
    return (
        *(
            Remark("gap", "warning", {"start": each.start, "end": each.end, "months": str(each.months)})
            for each in gaps
        ),
        *(_overlap(each) for each in overlaps),
        *(remark for held in tenures for remark in _of_tenure(held)),
        *(_of_assessment(each) for each in judged if "grade" in each.disputed),
        *_level(dossier.cadre, head),
        *(_unplaced(each) for each in unplaced),
        *_imported(dossier),
    )


def _overlap(each: Overlap) -> Remark:
    values = {
        "start": each.start,
        "end": each.end,
        "months": str(each.months),
        "first": each.first,
        "second": each.second,
    }
    return Remark("overlap", "warning", values)


def _of_tenure(held: Held) -> Iterator[Remark]:
    name = {"post": posting(held.unit, held.post or held.rank)}
    for field in held.disputed:
        yield Remark("disputed", "warning", {**name, "field": field}, sources=held.sources)
    if held.kind == "membership":
        return  # the last paragraph of a résumé names seats by their term, never by dates
    if held.start is None:
        yield Remark("start_unknown", "info", name, sources=held.sources)
    if held.status == "unknown" or (held.status == "ended" and held.end is None):
        yield Remark("end_unknown", "info", name, sources=held.sources)


def _of_assessment(each: Judged) -> Remark:
    return Remark("grade_disputed", "warning", {"year": str(each.year)}, sources=each.sources)


def _level(cadre: Cadre, head: Head) -> Iterator[Remark]:
    """That the particulars give another level than the newest step of the career, which is taken."""
    stated, since = cadre.position_level, cadre.position_level_since
    if not stated or not head.level or stated == head.level or "level" in head.derived:
        return
    if since and head.level_since and first_day(since) <= first_day(head.level_since):
        values = {"stated": stated, "stated_since": since, "level": head.level, "since": head.level_since}
        yield Remark("level_differs", "warning", values, sources=cadre.sources)


def _unplaced(project: CarriedProject) -> Remark:
    values = {"title": project.title, "year": str(project.year), "unit": project.unit or ""}
    return Remark("project_unplaced", "info", values, sources=project.sources)


def _imported(dossier: Dossier) -> Iterator[Remark]:
    """What the importers were not sure of; the same of several documents is one finding with all their places."""
    alike: dict[tuple[str | None, ...], list[Finding]] = defaultdict(list)
    for each in dossier.findings:
        if each.code not in COMPUTED:
            alike[each.code, each.severity, each.value, each.reason].append(each)
    for (code, severity, value, reason), found in alike.items():
        yield Remark(
            code=code or "",
            severity=severity or "info",
            values={"value": value or ""},
            reason=Both(reason, found[0].reason_en or reason) if reason else None,
            place="；".join(dict.fromkeys(each.place for each in found if each.place)) or None,
            sources=tuple(source for each in found for source in each.sources),
        )
