"""Every error is a page, or JSON for programs, with its status, a remedy and no traceback."""

from __future__ import annotations

import logging

import pytest
from flask import Flask, abort, g
from flask.testing import FlaskClient

from graph.errors import AmbiguousError, InputError, Place, ZhishiError
from graph.store.errors import EngineBusy, EngineUnavailable, QueryTimeout
from tests.webui.conftest import TODAY, City
from webui.app import create_app

SECRET = "张三的身份证号"


def failing(city: City, error: Exception) -> FlaskClient:
    """A viewer with one more address, at which `error` arises."""
    app: Flask = create_app(city.settings, city.graph, today=lambda: TODAY)

    @app.get("/fails")
    def fails() -> str:
        raise error

    return app.test_client()


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (InputError("甲"), 400),
        (AmbiguousError("甲", ["乙 1979"]), 409),
        (EngineBusy("甲"), 409),
        (EngineUnavailable("甲"), 503),
        (QueryTimeout("甲"), 504),
    ],
)
def test_an_error_has_the_status_of_its_class(city: City, error: ZhishiError, status: int) -> None:
    assert failing(city, error).get("/fails").status_code == status


def test_an_error_page_says_what_where_and_what_next(city: City) -> None:
    error = InputError("'2o19' 不是日期。", hint="请写成 2019-03。", place=Place("名册.xlsx", "A01人员", row=5))
    text = failing(city, error).get("/fails").text
    assert "“2o19”不是日期。" in text
    assert "请写成 2019-03。" in text
    assert "名册.xlsx, A01人员, 第5行" in text


def test_candidates_are_listed(city: City) -> None:
    assert "<li>乙 1979</li>" in failing(city, AmbiguousError("甲", ["乙 1979"])).get("/fails").text


def test_a_program_gets_json(city: City) -> None:
    answer = failing(city, InputError("甲", hint="乙")).get("/fails", headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert answer.json == {"error": {"status": 400, "message": "甲", "place": "", "hint": "乙", "candidates": []}}


def test_the_unforeseen_shows_and_logs_no_data(city: City, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        answer = failing(city, RuntimeError(SECRET)).get("/fails")
    assert answer.status_code == 500
    assert "Traceback" not in answer.text
    assert SECRET not in answer.text
    assert SECRET not in caplog.text
    assert "RuntimeError" in caplog.text
    incident = caplog.records[-1].getMessage().split()[1].rstrip(":")
    assert incident in answer.text


def test_what_a_page_had_asked_cannot_spoil_the_page_about_its_error(city: City) -> None:
    app: Flask = create_app(city.settings, city.graph, today=lambda: TODAY)

    @app.get("/fails")
    def fails() -> str:
        g.asked = [("no_such_view", {})]
        raise InputError("甲")

    answer = app.test_client().get("/fails")
    assert answer.status_code == 400
    assert "no_such_view" not in answer.text
    assert "<h1" in answer.text


def test_an_error_page_does_not_show_what_the_page_had_asked(client: FlaskClient) -> None:
    answer = client.get("/cadres/nobody")
    assert answer.status_code == 404
    assert "背后的查询" not in answer.text


def test_what_to_do_next_speaks_the_language_of_the_page(client: FlaskClient, cadre_id: str) -> None:
    text = client.get(f"/cadres/{cadre_id}?as_of=zzzz&lang=en").text
    assert "Write it as 2024, 2024-03 or 2024-03-15" in text
    assert "请写成" not in text


def test_an_unknown_address_speaks_the_language_asked_for(client: FlaskClient) -> None:
    assert "没有地址为 /nowhere 的页面" in client.get("/nowhere").text
    assert "There is no page at /nowhere" in client.get("/nowhere?lang=en").text


def test_what_is_forbidden_is_not_called_a_request_to_try_again(city: City) -> None:
    app = create_app(city.settings, city.graph)
    app.add_url_rule("/kept", "kept", lambda: abort(403))
    client = app.test_client()
    assert "这里不允许使用 /kept" in client.get("/kept").text
    assert "/kept may not be used from here" in client.get("/kept?lang=en").text


def test_a_wrong_method_says_which_are_right(client: FlaskClient) -> None:
    answer = client.delete("/imports")
    assert answer.status_code in (400, 405)
    assert client.open("/imports", method="OPTIONS").status_code == 200


@pytest.mark.parametrize(
    ("language", "shown", "not_shown"),
    [
        ("zh", "材料里还没有这名干部。", "no document told"),
        ("en", "No document told of this cadre by 1990.01.01.", "(no doc"),
    ],
)
def test_an_error_speaks_the_language_of_the_page_and_leads_to_now(
    client: FlaskClient, cadre_id: str, language: str, shown: str, not_shown: str
) -> None:
    answer = client.get(f"/cadres/{cadre_id}", query_string={"known_on": "1990-01-01", "lang": language})
    assert answer.status_code == 404
    assert shown in answer.text
    assert not_shown not in answer.text
    assert f'href="/cadres/{cadre_id}"' in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/imports?part={0}",
        "/who?part={0}",
        "/search?q=局&kind=Cadre&part={0}",
        '/queries/regrets/why?row={{"year":{0}}}',
    ],
)
def test_a_number_beyond_all_counting_breaks_nothing(client: FlaskClient, address: str) -> None:
    assert client.get(address.format(9 * 10**19)).status_code in (200, 400)
