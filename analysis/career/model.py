"""What a career trajectory consists of. Dates are partial (`YYYY[-MM[-DD]]`), intervals half-open, lengths months."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model.schema import Evidence
from graph.model.words import Both

Sources = tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Schooling:
    """One education of the head: the highest of its mode (全日制 or 在职)."""

    mode: str
    level: str | None
    degree: str | None
    school: str | None
    major: str | None
    end: str | None
    sources: Sources


@dataclass(frozen=True, slots=True)
class CurrentPost:
    """A post held on the day; `since` is its start, None where no source tells it."""

    id: str
    unit: str | None
    post: str | None
    rank: str | None
    since: str | None
    concurrent: bool
    unit_now: str | None = None
    """What the unit is called since it was renamed during the tenure; None where no source tells of that."""


@dataclass(frozen=True, slots=True)
class Head:
    """Who it is: the lines at the top of every cadre page. `derived` names the fields that were concluded."""

    id: str
    name: str
    sex: str | None
    photo: str | None
    birth_month: str | None
    age: int | None
    native_place: str | None
    party_text: str | None
    party_join: str | None
    political_status: str | None
    work_start: str | None
    full_time_education: Schooling | None
    in_service_education: Schooling | None
    posts: tuple[CurrentPost, ...]
    post_since: str | None
    level: str | None
    level_since: str | None
    grade: str | None
    grade_since: str | None
    entry_source: str | None
    derived: tuple[str, ...]
    disputed: tuple[str, ...]
    sources: Sources


@dataclass(frozen=True, slots=True)
class StageGrade:
    """The department's grade for a project at one stage (年中, 年底)."""

    id: str
    stage: str | None
    grade: str
    evaluated_on: str | None
    comment: str | None
    reason: str | None
    sources: Sources


@dataclass(frozen=True, slots=True)
class Check:
    """One spot check of a project."""

    id: str
    date: str | None
    mode: str | None
    severity: str | None
    finding: str | None
    sources: Sources


@dataclass(frozen=True, slots=True)
class CarriedProject:
    """A project the cadre answers for; `grade` is the latest known on the day, None where it was not evaluated.

    `satisfied` and `regretted` hold the years of the achievement forms that name it so.
    """

    id: str
    title: str
    year: int
    unit: str | None
    role: str | None
    category: str | None
    start: str
    end: str
    grade: str | None
    grade_stage: str | None
    grades: tuple[StageGrade, ...]
    checks: tuple[Check, ...]
    satisfied: tuple[int, ...]
    regretted: tuple[int, ...]
    sources: Sources


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of a year-end achievement form: what satisfied most or what is regretted."""

    id: str
    year: int
    text: str
    projects: tuple[str, ...]
    sources: Sources


@dataclass(frozen=True, slots=True)
class Judged:
    """One assessment of the cadre, or of a team where `team` names its unit; `disputed` names what differs."""

    id: str
    year: int
    kind: str | None
    period: str | None
    grade: str | None
    score: float | None
    team: str | None
    comment: str | None
    tenures: tuple[str, ...]
    disputed: tuple[str, ...]
    sources: Sources


@dataclass(frozen=True, slots=True)
class Components:
    """What there is to say about somebody in one post: counts and texts side by side, never one number.

    `months` is None where start or end is unknown. `projects_by_grade` counts by 好, 较好, 一般, 差 and 未评;
    `assessments_by_grade` counts the annual assessments.
    """

    months: int | None
    projects_by_grade: Mapping[str, int]
    assessments_by_grade: Mapping[str, int]
    most_satisfying: tuple[Told, ...]
    regretted: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """One tenure: one unit and post over one interval; `end` None means current or unknown, which `status` tells.

    `derived` names the fields, among start, end, unit, post, rank and level, that were concluded and not written;
    `disputed` those in which sources differ. `level` is the leading-post level at the start, `principal` None where
    unit or post is unknown; `principal_rule` says why, by the name of a sentence.
    """

    id: str
    start: str | None
    end: str | None
    status: str
    unit: str | None
    post: str | None
    rank: str | None
    rank_from: str | None
    kind: str
    concurrent: bool
    acting: bool
    derived: tuple[str, ...]
    disputed: tuple[str, ...]
    months: int | None
    level: str | None
    principal: bool | None
    principal_rule: str
    setting: str | None
    change: str | None
    end_change: str | None
    portfolio: str | None
    sources: Sources
    projects: tuple[CarriedProject, ...] = ()
    assessments: tuple[Judged, ...] = ()
    team_assessments: tuple[Judged, ...] = ()
    components: Components | None = None
    unit_now: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One tread of the staircase of leading-post levels; `derived` where it was concluded from unit and post."""

    level: str
    start: str | None
    end: str | None
    derived: bool
    sources: Sources


@dataclass(frozen=True, slots=True)
class GradeSpell:
    """A civil-service grade (职级) over [start, end): the lane beside the staircase."""

    id: str
    grade: str
    start: str | None
    end: str | None
    sources: Sources


@dataclass(frozen=True, slots=True)
class Stretch:
    """One line of the résumé, as it was written."""

    id: str
    start: str | None
    end: str | None
    status: str
    kind: str | None
    text: str
    line: int | None
    within: bool
    sources: Sources


@dataclass(frozen=True, slots=True)
class Marker:
    """Something that happened beside the posts: study, training, secondment, award, punishment, measure or petition.

    A measure (组织处理) is no punishment (处分). For both [start, end) is the time of effect and `in_effect` says
    whether the day lies in it (None: unknown); `latest_end` differs from `end` where only a range of ends is known;
    `basis` is the rule that gave the end where no source did. For petitions `count` is all there is: how many were
    closed and found true, at least in part. An award and a petition are a moment: a start without an end; so is a
    measure without a time of effect, which ends when it starts.
    """

    id: str
    kind: str
    title: str
    start: str | None
    end: str | None
    status: str
    sources: Sources
    detail: str | None = None
    derived: tuple[str, ...] = ()
    latest_end: str | None = None
    in_effect: bool | None = None
    basis: str | None = None
    count: int | None = None

    @property
    def moment(self) -> bool:
        """Whether it happened on one day, so that it has no end."""
        of_a_day = self.kind in ("award", "petition") or (self.kind == "measure" and self.end == self.start)
        return of_a_day and self.start is not None

    @property
    def takes_effect(self) -> bool:
        """Whether it is a punishment or a measure with a time of effect."""
        return self.kind in ("punishment", "measure") and not self.moment


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch [start, end) of which no source tells anything."""

    start: str
    end: str
    months: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two stretches that claim the same months although neither is concurrent, a secondment or a membership."""

    start: str
    end: str
    months: int
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class GrowthStage:
    """A stage of growth over [start, end), with the tenures that make it."""

    name: str
    start: str | None
    end: str | None
    tenures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something an officer should look at: the words for `code` with `values`, or the importer's own sentence."""

    code: str
    severity: str
    values: Mapping[str, str] = field(default_factory=dict)
    reason: Both | None = None
    place: str | None = None
    sources: Sources = ()


@dataclass(frozen=True)
class Career:
    """One cadre's trajectory as of a day; `withheld` are the kinds of record the reader's clearance does not reach."""

    head: Head
    as_of: str
    tenures: tuple[Held, ...]
    staircase: tuple[Step, ...]
    grades: tuple[GradeSpell, ...]
    segments: tuple[Stretch, ...]
    assessments: tuple[Judged, ...]
    team_assessments: tuple[Judged, ...]
    told: tuple[Told, ...]
    regretted: tuple[Told, ...]
    unplaced_projects: tuple[CarriedProject, ...]
    markers: tuple[Marker, ...]
    gaps: tuple[Gap, ...]
    overlaps: tuple[Overlap, ...]
    stages: tuple[GrowthStage, ...]
    findings: tuple[Remark, ...]
    withheld: tuple[str, ...]
