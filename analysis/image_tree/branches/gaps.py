"""⑩ 信息缺口: what is not known, not verified, disputed, never collected or stale for its kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from analysis.career.posts import nearness
from analysis.image_tree.growing import BranchGrower
from analysis.image_tree.notes import unverified, years_of
from analysis.image_tree.phrases import Day, Items, Months, Phrase, Value, Worded, Years
from analysis.image_tree.rules import Staleness, rules
from analysis.image_tree.tree import Leaf
from analysis.image_tree.view import View, happened
from analysis.rules.punishment import effect_of
from graph.model.records import record_types
from graph.model.records.education import Education
from graph.model.records.observation_note import ObservationNote
from graph.model.records.project_evaluation import ProjectEvaluation
from graph.model.records.punishment import Punishment
from graph.model.records.tenure import Tenure
from graph.model.records.work_project import WorkProject
from graph.model.schema import Evidence, Kind, Record
from graph.model.values import add_months, first_day


def grow(view: View) -> Iterable[Leaf]:
    """What is not known; a new post silences the gaps of that post."""
    new = new_post(view)
    if new:
        yield from _new_in_post(view, new)
    yield from _unverified(view)
    yield from _unknown_effect(view)
    yield from _disputed(view)
    if new is None:
        yield from _not_since_appointment(view)
    yield from _stale(view)
    yield from _never_collected(view)


def new_post(view: View) -> Tenure | None:
    """The present post where it is held for less than half a year and nothing of it was evaluated."""
    post = _post(view)
    if post is None or not post.start:
        return None
    grown = add_months(first_day(post.start), rules()["new-in-post"].number("months"))
    return None if view.reached(grown) or _evaluated_in(view, post) else post


def _post(view: View) -> Tenure | None:
    return next(iter(view.current_tenures), None)


def _evaluated_in(view: View, post: Tenure) -> bool:
    """Whether the department evaluated anything of the post; the last grade of work left behind is none."""
    left = {each.id for each in view.dossier.of(WorkProject) if not nearness(post.unit_name, each.unit_name)}
    kinds = [record_types()[label] for label in sorted(rules()["new-in-post"].words("evaluations"))]
    found = (record for kind in kinds for record in view.of(kind) if _since(record, post.start or ""))
    return any(not (isinstance(each, ProjectEvaluation) and _names_only(each, left)) for each in found)


def _names_only(evaluation: ProjectEvaluation, left: set[str]) -> bool:
    return bool(evaluation.project) and {edge.id for edge in evaluation.project} <= left


def _since(record: Record, start: str) -> bool:
    date = happened(record)
    return date is not None and first_day(date) >= first_day(start)


def _new_in_post(view: View, post: Tenure) -> Iterable[Leaf]:
    values: dict[str, Value] = {
        "unit": view.unit_called(post),
        "title": post.title or "",
        "since": Day(post.start or ""),
    }
    yield from view.leaf("new-in-post", Phrase("new_in_post", values), post.sources, state="established")


def _unverified(view: View) -> Iterable[Leaf]:
    notes = unverified(view)
    if notes:
        phrase = Phrase("unverified", {"count": len(notes), "years": Years(years_of(notes))})
        yield from view.leaf(
            "unverified-notes", phrase, [_closed(each) for note in notes for each in note.sources], about_records=True
        )


def _closed(evidence: Evidence) -> Evidence:
    """The place without what stands there and who said it: the content is not shown before it is verified."""
    return replace(evidence, quote="", author=None)


def _unknown_effect(view: View) -> Iterable[Leaf]:
    for each in view.of(Punishment):
        if effect_of(each, view.as_of).state(view.as_of) == "unknown":
            phrase = Phrase(
                "unknown_effect", {"name": Worded("punishment_name", each.name or ""), "day": Day(each.date or "")}
            )
            yield from view.leaf("unknown-effect", phrase, each.sources, about_records=True)


def _disputed(view: View) -> Iterable[Leaf]:
    records: list[Record] = [view.cadre, *view.of(Tenure), *view.of(Education)]
    found = [(each, name) for each in records for name in each.disputed if _disputed_by_then(view, each, name)]
    names = dict.fromkeys((each.TYPE.label, name) for each, name in found)
    if names:
        told = Items(tuple(Phrase("property", _both_names(record_types()[label], name)) for label, name in names))
        phrase = Phrase("disputed", {"count": len(found), "names": told})
        yield from view.leaf(
            "disputed", phrase, [source for each, _ in found for source in each.sources], about_records=True
        )


def _disputed_by_then(view: View, record: Record, name: str) -> bool:
    """Whether sources disagree about something that had come to pass by the day."""
    if name not in record.TYPE.properties:
        return False
    if record.TYPE.properties[name].kind is Kind.DATE:
        date = getattr(record, name)
        return date is None or view.reached(date)
    since = getattr(record, f"{name}_since", None)
    return view.reached(since) if since else record is not view.cadre or view.told_by_then(record)


def _both_names(kind: type[Record], name: str) -> dict[str, Value]:
    declared = kind.TYPE.properties[name]
    return {"zh": declared.zh, "en": declared.en}


def _kinds(view: View) -> Iterable[tuple[Staleness, type[Record]]]:
    for each in rules().staleness:
        kind = record_types()[each.label]
        if not view.withheld(kind):
            yield each, kind


def _named(kinds: Iterable[type[Record]]) -> Items:
    return Items(tuple(Phrase("property", {"zh": kind.TYPE.zh, "en": kind.TYPE.en}) for kind in kinds))


def _not_since_appointment(view: View) -> Iterable[Leaf]:
    post = _post(view)
    if post is None or not post.start:
        return
    start = post.start
    had = [(kind, view.of(kind)) for each, kind in _kinds(view) if each.per_post]
    missing = [kind for kind, found in had if found and not any(_since(record, start) for record in found)]
    if missing:
        values: dict[str, Value] = {"title": post.title or "", "since": Day(start), "kinds": _named(missing)}
        yield from view.leaf(
            "not-since-appointment",
            Phrase("not_since", values),
            view.looked_in,
            state="established",
            about_records=True,
        )


def _stale(view: View) -> Iterable[Leaf]:
    for each, kind in _kinds(view):
        dated = [(happened(record) or "", record) for record in view.of(kind) if happened(record)]
        if dated:
            newest, record = dated[-1]
            last_day = f"{newest}-12-31" if len(newest) == 4 else first_day(newest)
            if view.reached(add_months(last_day, each.months)) and add_months(last_day, each.months) != view.as_of:
                values: dict[str, Value] = {"kind": _named([kind]), "day": Day(newest), "limit": Months(each.months)}
                yield from view.leaf(
                    "stale",
                    Phrase("stale", values),
                    [_closed(source) for source in record.sources],
                    state="established",
                    about_records=True,
                )


def _never_collected(view: View) -> Iterable[Leaf]:
    missing = [kind for _, kind in _kinds(view) if not view.of(kind)]
    if missing:
        yield from view.leaf(
            "never-collected",
            Phrase("never", {"kinds": _named(missing)}),
            view.looked_in,
            state="established",
            about_records=True,
        )


BRANCH = BranchGrower(10, "gaps", (ObservationNote,), grow)
