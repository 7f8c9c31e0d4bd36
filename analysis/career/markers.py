"""What happened beside the posts: study, training, secondments, awards, punishments, petitions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.career.day import Day
from analysis.career.model import Marker, Sources
from analysis.career.posts import nearness
from analysis.career.work import shared_months
from analysis.rules.punishment import effect_of, is_measure
from graph.model.dossier import Dossier
from graph.model.records.award import Award
from graph.model.records.career_segment import CareerSegment
from graph.model.records.petition import Petition
from graph.model.records.punishment import Punishment
from graph.model.records.secondment import Secondment
from graph.model.records.tenure import Tenure
from graph.model.records.training import Training
from graph.model.schema import Access, Evidence
from graph.model.values import first_day

COUNTED = ("属实", "部分属实")
"""Results of petitions that may be counted once the case is closed (信访工作条例; domain.md 6)."""

_STUDY = {"study": "study", "party_school": "training", "training": "training"}


def build_markers(dossier: Dossier, day: Day) -> tuple[Marker, ...]:
    """All markers that had begun by the day, by start and kind."""
    found = [
        *_study(dossier, day),
        *_training(dossier, day),
        *_secondments(dossier, day),
        *_awards(dossier, day),
        *_punishments(dossier, day),
        *_petitions(dossier, day),
    ]
    begun = (each for each in found if day.began(each.start))
    return tuple(sorted(begun, key=lambda each: (first_day(each.start or "9999"), each.kind, each.id)))


def _marker(
    id: str,  # noqa: A002 - the record's own word for it
    kind: str,
    title: str | None,
    span: tuple[str | None, str | None],
    sources: Sources,
    day: Day,
    *,
    detail: str | None = None,
    status: str | None = None,
) -> Marker:
    end, state = day.state(span[1], status)
    return Marker(
        id=id, kind=kind, title=title or "", start=span[0], end=end, status=state, detail=detail, sources=sources
    )


def _study(dossier: Dossier, day: Day) -> Iterator[Marker]:
    for each in dossier.of(CareerSegment):
        kind = _STUDY.get(each.kind or "")
        if kind:
            status = "current" if each.open else "ended"
            yield _marker(each.id, kind, each.text, (each.start, each.end), each.sources, day, status=status)


def _training(dossier: Dossier, day: Day) -> Iterator[Marker]:
    for each in dossier.of(Training):
        detail = each.appraisal or each.organizer
        yield _marker(each.id, "training", each.programme, (each.start, each.end), each.sources, day, detail=detail)


def _secondments(dossier: Dossier, day: Day) -> Iterator[Marker]:
    """Each spell once: a tenure of the résumé and a secondment of the register are one spell with both sources."""
    records = list(dossier.of(Secondment))
    for tenure in dossier.of(Tenure):
        if tenure.kind != "secondment":
            continue
        same = [each for each in records if _same_spell(tenure, each)]
        records = [each for each in records if each not in same]
        sources = tenure.sources + tuple(place for each in same for place in each.sources)
        detail = next((each.appraisal for each in same if each.appraisal), None)
        title = " ".join(part for part in (tenure.unit_name, tenure.title) if part)
        span = (tenure.start, tenure.end)
        yield _marker(tenure.id, "secondment", title, span, sources, day, detail=detail, status=tenure.end_status)
    for each in records:
        title = " ".join(part for part in (each.host, each.title) if part)
        yield _marker(each.id, "secondment", title, (each.start, each.end), each.sources, day, detail=each.appraisal)


def _same_spell(tenure: Tenure, record: Secondment) -> bool:
    near = nearness(tenure.unit_name, record.host)
    return bool(near and shared_months(tenure.start, tenure.end, record.start, record.end))


def _awards(dossier: Dossier, day: Day) -> Iterator[Marker]:
    for each in dossier.of(Award):
        detail = each.cause or each.authority
        yield _marker(each.id, "award", each.name, (each.date, None), each.sources, day, detail=detail, status="ended")


def _punishments(dossier: Dossier, day: Day) -> Iterator[Marker]:
    for each in dossier.of(Punishment):
        effect = effect_of(each, day.text)
        state = effect.state(day.text)
        yield Marker(
            id=each.id,
            kind="measure" if is_measure(each) else "punishment",
            title=_punishment_name(each),
            start=each.date,
            end=effect.end,
            latest_end=effect.latest_end,
            status={"running": "current", "over": "ended"}.get(state, "unknown"),
            detail=each.cause,
            derived=("end",) if effect.rule and effect.end else (),
            in_effect={"running": True, "over": False}.get(state),
            basis=f"{effect.rule.title}：{effect.rule.source}" if effect.rule else None,
            sources=each.sources,
        )


def _punishment_name(record: Punishment) -> str:
    name, track = record.name or "", record.track or ""
    told = name.startswith(("党内", track)) or track in ("", "其他") or is_measure(record)
    return name if told else f"{track}{name}"


def _petitions(dossier: Dossier, day: Day) -> Iterator[Marker]:
    """How many petitions were closed and found true: a number for readers of class 4, never a matter or a text."""
    if dossier.clearance < Access.RESTRICTED:
        return
    found = [
        each
        for each in dossier.of(Petition)
        if each.result in COUNTED and each.closed_on is not None and day.ended(each.closed_on)
    ]
    if found:
        last = max(found, key=lambda each: (first_day(each.closed_on or "0000"), each.id))
        sources = tuple(_without_quote(place) for each in found for place in each.sources)
        yield Marker(
            id=last.id,
            kind="petition",
            title="",
            start=last.closed_on,
            end=None,
            status="ended",
            count=len(found),
            sources=sources,
        )


def _without_quote(place: Evidence) -> Evidence:
    return replace(place, quote="", author=None)
