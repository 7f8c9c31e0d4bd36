"""Where sources differ about a cadre: shown side by side with the rule, ruled otherwise, taken back."""

from __future__ import annotations

import re
from dataclasses import replace

from flask.testing import FlaskClient

from graph.model.schema import Access
from tests.webui.conftest import City
from webui.app import create_app


def disputed(city: City) -> tuple[str, str, str]:
    """A cadre with a disputed record, that record, and the value of it that does not hold."""
    row = city.graph.read(
        "MATCH (c:Cadre)-[:STUDIED]->(e:Education) WHERE 'end' IN e.disputed "
        "RETURN c.id AS cadre, e.id AS fact, e.end AS end, e.alternatives AS told ORDER BY fact LIMIT 1"
    )[0]
    other = next(each for each in re.findall(r'"value": "([\d-]+)"', row["told"]) if each != row["end"])
    return row["cadre"], row["fact"], other


def token(client: FlaskClient, path: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get(path).text)
    assert found
    return found[1]


def test_every_value_stands_beside_the_others_with_the_rule(client: FlaskClient, city: City) -> None:
    cadre, fact, other = disputed(city)
    page = client.get(f"/cadres/{cadre}/conflicts").text
    assert f'/evidence/{fact}"' in page
    assert f'<input type="radio" name="value" value="{other}">' in page
    assert "取值规则" in page
    claims = page.partition('class="versus"')[2].partition("取值规则")[0]
    sources = re.findall(r'href="(/sources/\w+)"', claims)
    assert len(set(sources)) > 1, "each value leads to what says so"
    assert client.get(sources[0]).status_code == 200
    assert f"/cadres/{cadre}/conflicts" in client.get(f"/cadres/{cadre}").text


def test_a_ruling_is_made_shown_and_taken_back(client: FlaskClient, city: City) -> None:
    cadre, fact, other = disputed(city)
    path = f"/cadres/{cadre}/conflicts"
    before = city.graph.fingerprint(without=["ImportBatch"])
    data = {"fact": fact, "property": "end", "value": other, "ruled_by": "周试", "reason": "以毕业证为准<i>"}
    assert client.post(path, data=data).status_code == 400, "no form token"
    assert client.post(path, data=data | {"csrf_token": token(client, path)}).status_code == 303
    assert city.graph.read("MATCH (e {id: $id}) RETURN e.end AS end", id=fact) == [{"end": other}]
    page = client.get(path).text
    assert "以毕业证为准&lt;i&gt;" in page
    assert "由人认定" in page
    form = re.search(r'action="(/rulings/[^"]+)"', page)
    assert form
    assert client.post(form[1], data={"csrf_token": token(client, path)}).status_code == 303
    assert city.graph.fingerprint(without=["ImportBatch"]) == before


def test_a_ruling_needs_reason_name_and_record(client: FlaskClient, city: City) -> None:
    cadre, fact, other = disputed(city)
    path = f"/cadres/{cadre}/conflicts"
    told = {"fact": fact, "property": "end", "value": other, "ruled_by": "周试", "reason": "x"}
    for missing in ("fact", "reason", "ruled_by", "value"):
        data = told | {missing: "", "csrf_token": token(client, path)}
        assert client.post(path, data=data).status_code == 400, missing


def test_who_may_not_rule_sees_the_values_and_no_form(city: City) -> None:
    cadre, fact, _ = disputed(city)
    reader = create_app(replace(city.settings, clearance=Access.OFFICE), city.graph).test_client()
    page = reader.get(f"/cadres/{cadre}/conflicts").text
    assert f'/evidence/{fact}"' in page
    assert 'name="reason"' not in page
