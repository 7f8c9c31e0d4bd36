"""One address of each page of the viewer, by name: what every page must keep is tested over all of them."""

from __future__ import annotations

from urllib.parse import quote

from queries.catalogue import find_query
from queries.desk.drafts import own_queries, save
from queries.desk.lists import all_lists, keep_list
from tests.webui.conftest import ODD_NAME, City, id_of

LIST = "干部<b>名单"
DRAFT = "places_draft"


def one(city: City, cypher: str, **params: object) -> str:
    """The id of the first row."""
    return str(city.graph.read(cypher, **params)[0]["id"])


def places(city: City, cadre_id: str) -> dict[str, str]:
    """One address of each page, some in more than one state; with the oddest cadre and unit."""
    _fill_desk(city, cadre_id)
    odd = id_of(city.graph, ODD_NAME)
    tenure = one(city, "MATCH (:Cadre {id: $id})-[:HELD]->(t:Tenure) RETURN t.id AS id ORDER BY id", id=cadre_id)
    record = one(city, "MATCH (r:SourceRecord {subject: $id}) RETURN r.id AS id ORDER BY id", id=cadre_id)
    unit = one(city, "MATCH (u:Unit)<-[:AT_UNIT]-(t) WITH u.id AS id, count(t) AS n RETURN id ORDER BY n DESC, id")
    odd_unit = one(city, "MATCH (u:Unit) WHERE u.name CONTAINS '野局' RETURN u.id AS id ORDER BY id")
    post = one(city, "MATCH (p:Post)<-[:OF_POST]-(t) WITH p.id AS id, count(t) AS n RETURN id ORDER BY n DESC, id")
    case = one(city, "MATCH (k:SelectionCase)<-[:CHECKED_FOR]-() RETURN k.id AS id ORDER BY id")
    return {
        "home": "/",
        "found": "/search?q=局",
        "kind": "/search?q=局&kind=CareerSegment",
        "nothing": "/search?q=zzzz",
        "blank": "/search",
        "conditions": "/search?age_to=60&in_post=1&experience=局",
        "nobody": "/search?age_to=16",
        "odd search": f"/search?q={quote(ODD_NAME)}",
        "cadre": f"/cadres/{cadre_id}",
        "cadre then": f"/cadres/{cadre_id}?as_of=2012-01",
        "odd cadre": f"/cadres/{odd}",
        "trajectory": f"/cadres/{cadre_id}/trajectory",
        "conflicts": f"/cadres/{cadre_id}/conflicts",
        "records then and now": f"/cadres/{cadre_id}/difference?known_from=2026-01-01",
        "compare": f"/compare?cadre={cadre_id}&cadre={odd}",
        "unit": f"/units/{unit}",
        "unit then": f"/units/{unit}?as_of=2012-01-01",
        "odd unit": f"/units/{odd_unit}",
        "difference": f"/units/{unit}/difference?from=2010-01&known_from=2001-01-01",
        "post": f"/posts/{post}",
        "post then": f"/posts/{post}?as_of=2012-01-01&known_on=2030-01-01",
        "evidence": f"/evidence/{tenure}",
        "case": f"/cases/{case}",
        "source": f"/sources/{record}",
        "imports": "/imports",
        "new import": "/imports/new",
        "batch": f"/imports/{city.batch}",
        "undo": f"/imports/{city.batch}/undo",
        "queries": "/queries",
        "query": "/queries/by_level",
        "result": "/queries/by_level?run=1",
        "lists": "/lists",
        "list": f"/lists/{quote(LIST)}",
        "own queries": "/own-queries",
        "new query": "/own-queries/new",
        "own query": f"/own-queries/{DRAFT}",
        "who": "/who",
        "who units": "/who/units",
        "graph": f"/graph?at={cadre_id}&about={cadre_id}&do=open:{cadre_id}:~colleague%3ECadre:10",
        "graph of a day": f"/graph?at={cadre_id}&do=open:{cadre_id}:HELD%3ETenure:20&as_of=2012-01-01",
        "graph difference": f"/graph/difference?at={cadre_id}&do=open:{cadre_id}:~colleague%3ECadre:10"
        "&from=2001-01-01&known_from=2001-01-01",
        "paths": "/graph/paths",
        "stories": "/stories",
        "keys": "/keys",
        "styleguide": "/styleguide",
    }


def _fill_desk(city: City, cadre_id: str) -> None:
    """A named list and a query of one's own, once."""
    data = city.settings.data
    if LIST not in {each.name for each in all_lists(data)}:
        keep_list(data, LIST, [cadre_id, id_of(city.graph, ODD_NAME)], "<i>注")
    if DRAFT not in {each.name for each in own_queries(data)}:
        text = find_query("by_level", data).text
        save(data, DRAFT, "people", text, "甲某")
