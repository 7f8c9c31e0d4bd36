"""What the rule tests share: the tree of a few records, and the leaves of one rule."""

from __future__ import annotations

from typing import Any

from analysis.image_tree import ImageTree, Leaf, build_image_tree
from graph.model.records.observation_note import ObservationNote
from graph.model.records.project_evaluation import ProjectEvaluation
from graph.model.records.ruling import Ruling
from graph.model.records.spot_check import SpotCheck
from graph.model.records.tenure import Tenure
from graph.model.schema import Record
from tests.builders import competency, dossier, edge, made

DAY = "2024-03-01"


def tree_of(*records: Record, as_of: str = DAY, **more: Any) -> ImageTree:
    """The tree of those records as of a day."""
    return build_image_tree(dossier(*records, **more), as_of, today=DAY)


def leaves(tree: ImageTree, rule: str) -> list[Leaf]:
    """The leaves one rule made."""
    return [leaf for leaf in tree.leaves if leaf.rule == rule]


def only(tree: ImageTree, rule: str) -> Leaf:
    """The one leaf a rule made."""
    (leaf,) = leaves(tree, rule)
    return leaf


def kinds(tree: ImageTree, rule: str) -> list[str]:
    """The branches in which a rule's leaves stand."""
    return [branch.kind for branch in tree.branches for leaf in branch.leaves if leaf.rule == rule]


def grade(of: Record, word: str, on: str | None = None, **values: Any) -> ProjectEvaluation:
    """The department's year-end grade for a project."""
    day = on or f"{getattr(of, 'year', 2020)}-12-28"
    stage = values.pop("stage", "年底")
    return made(ProjectEvaluation, by=None, project=(edge(of),), stage=stage, grade=word, evaluated_on=day, **values)


def check(of: Record, severity: str | None, on: str = "2023-09-10") -> SpotCheck:
    """A spot check of a project."""
    return made(SpotCheck, by="考核办乙", date=on, severity=severity, project=(edge(of),))


def note(date: str, author: str, sign: str = "正面", **values: Any) -> ObservationNote:
    """What somebody noted about 基层治理."""
    skill = values.pop("skill", "基层治理")
    text = values.pop("text", "三个月跑遍19个村，硬骨头自己上门")
    unit = values.pop("unit_name", "青屿区水利局")
    about = (competency(skill),)
    return made(
        ObservationNote,
        by=author,
        date=date,
        author=author,
        polarity=sign,
        text=text,
        unit_name=unit,
        competency=about,
        **values,
    )


def ruling(on: str, matter: str = "不足", decision: str = "确认", skill: str = "基层治理") -> Ruling:
    """A named person's ruling."""
    about = (competency(skill),)
    return made(
        Ruling,
        matter=matter,
        competency=about,
        decision=decision,
        ruled_by="部长某",
        ruled_on=on,
        reason="两名评价人所述一致",
    )


def tenure(unit: str, title: str, start: str | None, end: str | None = None, **values: Any) -> Tenure:
    """A post held; current where it has no end."""
    status = values.pop("end_status", "ended" if end else "current")
    kind = values.pop("kind", "post")
    return made(Tenure, unit_name=unit, title=title, start=start, end=end, end_status=status, kind=kind, **values)
