"""What was known of a cadre on an earlier day: the records that had come by then and still held, projected again.

Nothing is written, and who is who is judged as today. What an undone batch said is gone and counts for no day.
"""

from __future__ import annotations

from typing import Final

from graph.errors import NotFoundError
from graph.model.dossier import DossierRows
from graph.settings import Settings
from graph.store.connection import Graph
from graph.store.facts import link_of
from ingest.past import past_on
from ingest.projected import name_of

_BESIDE: Final = "MATCH (c:Cadre {id: $cadre})--(f) WHERE f.subject IS NOT NULL RETURN DISTINCT f.subject AS subject"
_BESIDE_PROJECTS: Final = (
    "MATCH (p)--(n) WHERE (p:WorkProject OR p:AchievementForm) AND p.id IN $ids AND n.subject IS NOT NULL "
    "AND (n:WorkProject OR n:ProjectEvaluation OR n:SpotCheck OR n:KeyTaskList) RETURN DISTINCT n.subject AS subject"
)
_TEAMS: Final = (
    "MATCH (u:Unit)<-[:LEADS]-(:LeadershipTeam)<-[:OF_TEAM]-(n:Assessment) "
    "WHERE u.id IN $ids AND n.subject IS NOT NULL RETURN DISTINCT n.subject AS subject"
)
_ABOUT_PROJECTS: Final = frozenset({"WorkProject", "ProjectEvaluation", "SpotCheck", "KeyTaskList"})


def known_on(graph: Graph, settings: Settings, cadre: str, day: str) -> DossierRows:
    """All that was known of a cadre at the end of a day (`YYYY-MM-DD`, where the office is).

    Raises NotFoundError where the cadre was not known then.
    """
    past = past_on(graph, settings, day)
    name = graph.read("MATCH (c:Cadre {id: $cadre}) RETURN c.name AS name", cadre=cadre)
    past.add({cadre} | past.asked(_BESIDE, cadre=cadre), [row["name"] for row in name])
    if cadre not in past.facts:
        raise NotFoundError(
            f"到 {day} 为止, 库中还没有编号为 {cadre!r} 的干部 (not known on that day)。",
            hint="请换一个较晚的日期, 或不写日期查看现在的记录。",
        )
    own = past.tied_to(cadre)
    works = [fact for fact in own if fact.label in ("WorkProject", "AchievementForm")]
    past.add(past.asked(_BESIDE_PROJECTS, ids=[fact.id for fact in works]), [name_of(fact.values) for fact in works])
    named = {
        other for fact in works for link, other in fact.edges if link_of(fact.label, link).target in _ABOUT_PROJECTS
    }
    near = {fact.id for fact in works}
    beside = [
        fact
        for fact in past.facts.values()
        if fact.label in _ABOUT_PROJECTS and (fact.id in named or any(other in near for _, other in fact.edges))
    ]
    units = [other for fact in own if fact.label == "Tenure" for link, other in fact.edges if link == "unit"]
    teams = past.asked(_TEAMS, ids=units)
    past.add(teams, [])
    judged = [fact for fact in past.facts.values() if fact.label == "Assessment" and fact.values["subject"] in teams]
    return DossierRows(
        cadre=past.row(past.facts[cadre]),
        facts=tuple(past.row(fact) for fact in {fact.id: fact for fact in (*own, *beside)}.values()),
        teams=tuple(past.row(fact) for fact in judged),
        documents=past.documents_about(cadre),
    )
