"""What stands beside a cadre's own records is declared with the relations of the record types."""

from __future__ import annotations

from graph.model.dossier import beside
from graph.model.records import record_types


def test_a_record_stands_beside_what_its_relation_says() -> None:
    assert {"WorkProject", "AchievementForm", "SelectionCase"} == beside().by
    assert beside().shown == {
        "WorkProject",
        "ProjectEvaluation",
        "SpotCheck",
        "KeyTaskList",
        "StageRecord",
        "AgendaItem",
    }


def test_what_is_about_one_cadre_never_stands_beside_another() -> None:
    """A case has several candidates: what is said of one of them is not shown with the others."""
    about = {
        label for label, cls in record_types().items() if any(tie.target == "Cadre" for tie in cls.TYPE.links.values())
    }
    assert not beside().shown & about - {"WorkProject", "SpotCheck"}
