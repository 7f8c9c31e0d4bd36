"""The viewer keeps to this machine and to itself."""

from __future__ import annotations

import stat
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.store.errors import DataFolderError
from tests.webui.conftest import City
from webui.app import create_app
from webui.frame.secret import FILE, secret_key

PATHS = ("/", "/imports", "/imports/new", "/nowhere", "/healthz", "/palette.css", "/static/style.css")


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_protections(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_personal_pages_are_not_stored(client: FlaskClient, cadre_id: str) -> None:
    assert client.get(f"/cadres/{cadre_id}").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "host", ["evil.example", "under_scored.example", "127.0.0.1.evil.example:8000", "10.0.0.8", "0.0.0.0", ""]
)
def test_another_name_for_this_machine_is_refused(client: FlaskClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert "localhost" in answer.text


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "127.0.0.1"])
def test_loopback_names_are_served(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("path", ["/imports/new", "/uploads/" + "0" * 32])
def test_a_form_without_its_token_does_nothing(client: FlaskClient, city: City, path: str) -> None:
    answer = client.post(path, data={"files": (BytesIO(b"x"), "x.lrmx"), "action": "import"})
    assert answer.status_code == 400
    assert "校验码" in answer.text
    assert not list((city.settings.data / "uploads").glob("*/00000/x.lrmx"))


def test_the_session_cookie_stays_with_this_site(client: FlaskClient) -> None:
    cookie = client.get("/imports/new").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_what_is_too_large_is_answered_with_the_limit(app: Flask, city: City) -> None:
    small = create_app(city.settings, city.graph)
    small.config["MAX_CONTENT_LENGTH"] = 1000
    answer = small.test_client().post("/imports/new", data={"files": (BytesIO(b"x" * 5000), "x.lrmx")})
    assert answer.status_code == 413
    assert "256 MB" in answer.text


def test_the_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    key = secret_key(tmp_path)
    assert secret_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_damaged_key_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"short")
    with pytest.raises(DataFolderError, match="删除"):
        secret_key(tmp_path)


def test_a_folder_that_cannot_be_made_is_an_error_with_its_path(city: City, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(DataFolderError, match="taken"):
        create_app(replace(city.settings, data=tmp_path / "taken"), city.graph)


@pytest.mark.parametrize("name", ["webui.key", "..%2fwebui.key", "%2e%2e/webui.key", "nobody.jpg", "x.svg", ".jpg"])
def test_only_pictures_of_the_photo_folder_are_sent(client: FlaskClient, name: str) -> None:
    assert client.get(f"/photos/{name}").status_code == 404


def test_a_photo_is_sent_as_a_picture(client: FlaskClient, city: City) -> None:
    name = next(path.name for path in sorted((city.settings.data / "photos").iterdir()))
    with client.get(f"/photos/{name}") as answer:
        assert answer.status_code == 200
        assert str(answer.mimetype).startswith("image/")
        assert answer.headers["Cache-Control"] == "no-store"
