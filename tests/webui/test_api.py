"""The JSON API of the saved queries, against its own description."""

from __future__ import annotations

import json
from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from queries.catalogue import catalogue, find_query

API = "/api/v1"
BASE = "http://localhost"


def get(client: FlaskClient, path: str, status: int = 200, **query: Any) -> Any:
    response = client.get(f"{API}{path}", query_string=query, base_url=BASE)
    assert response.status_code == status, response.get_data(as_text=True)
    assert response.content_type == "application/json"
    return response.get_json()


def test_the_catalogue_names_every_query(client: FlaskClient) -> None:
    found = get(client, "/queries")
    assert [(each["topic"], each["name"]) for each in found] == sorted((each["topic"], each["name"]) for each in found)
    topic = found[0]["topic"]
    assert {each["topic"] for each in get(client, "/queries", topic=topic)} == {topic}


def test_a_query_tells_its_text(client: FlaskClient) -> None:
    assert "MATCH" in get(client, "/queries/now_at_unit")["cypher"]


def test_a_row_is_explained_by_what_made_it_match(client: FlaskClient) -> None:
    found = get(client, "/queries/now_at_unit/run", limit=1)
    names = [column["name"] for column in found["columns"]]
    row = dict(zip(names, found["rows"][0], strict=True))
    reason = get(client, "/queries/now_at_unit/why", row=json.dumps(row))
    assert {row["cadre"]["id"], row["unit"]["id"]} <= {node["id"] for node in reason["nodes"]}
    assert {"HELD", "AT_UNIT"} <= {link["type"] for link in reason["links"]}
    assert reason["sources"]


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("/queries/nothing", {}, 404),
        ("/queries", {"topc": "x"}, 400),
        ("/queries/now_at_unit/run", {"unti": "x"}, 400),
        ("/queries/now_at_unit/run", {"limit": "many"}, 400),
        ("/queries/now_at_unit/run", {"limit": "0"}, 400),
        ("/queries/now_at_unit/run", {"unit": "无此单位"}, 404),
        ("/queries/now_at_unit/why", {}, 400),
        ("/queries/now_at_unit/why", {"row": "[1]"}, 400),
        ("/queries/now_at_unit/why", {"row": "[" * 100_000}, 400),
        ("/queries/now_at_unit/why", {"row": "{}"}, 400),
        ("/nothing", {}, 404),
    ],
)
def test_an_error_says_what_and_what_to_do(client: FlaskClient, path: str, query: dict[str, str], status: int) -> None:
    error = get(client, path, status, **query)["error"]
    assert error["message"]
    assert error["status"] == status


def test_nothing_is_written_through_the_api(client: FlaskClient) -> None:
    for method in ("post", "put", "delete", "patch"):
        response = getattr(client, method)(f"{API}/queries/now_at_unit/run", base_url=BASE)
        assert response.status_code in (400, 405)


@pytest.mark.parametrize("path", ["/queries", "/queries/{name}", "/queries/{name}/run", "/queries/{name}/why"])
def test_the_api_keeps_to_its_description(app: Flask, path: str) -> None:
    schema = schemathesis.openapi.from_wsgi(f"{API}/openapi.json", app)

    @settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=schema[path]["GET"].as_strategy())
    def hold(case: schemathesis.Case[Any]) -> None:
        # which parameters and rows a query takes is known of the query, not of the address: 400 tells of the others
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    hold()


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_a_run_of_every_query_keeps_to_the_description(app: Flask, name: str) -> None:
    operation = schemathesis.openapi.from_wsgi(f"{API}/openapi.json", app)["/queries/{name}/run"]["GET"]
    case = operation.Case(path_parameters={"name": name}, query={"limit": 3})
    needs = any(each.required for each in find_query(name).header.parameters.values())
    assert case.call_and_validate().status_code == (400 if needs else 200)


def test_every_address_is_described(app: Flask) -> None:
    described = json.loads(app.test_client().get(f"{API}/openapi.json", base_url=BASE).get_data())["paths"]
    served = {str(rule).replace("<", "{").replace(">", "}") for rule in app.url_map.iter_rules() if API in str(rule)}
    assert {f"{API}{path}" for path in described} == served - {f"{API}/openapi.json"}
