"""The JSON API of the saved queries: catalogue, one query, a run, why a row is there. `openapi.json` describes it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, Final

from flask import Blueprint, Response, jsonify, request

import webui
from graph.errors import InputError, UsageError
from graph.model.words import sayings
from queries.catalogue import catalogue, find_query
from queries.desk.recent import remember_run
from queries.documents import query_document
from queries.file import QueryFile
from queries.running import run_query
from queries.why import why
from webui.frame.language import language
from webui.held.services import services

_say: Final = sayings("webui")

page = Blueprint("api", __name__, url_prefix="/api/v1")

_LIMIT: Final = "limit"
_ROW: Final = "row"


@page.get("/openapi.json")
def describe() -> Response:
    """The description of this API, OpenAPI 3.1."""
    return jsonify(_description())


@page.get("/queries")
def show_all() -> Response:
    """Every saved query, by topic and name; `topic` narrows."""
    _only("topic")
    topic = request.args.get("topic")
    found = catalogue(services().settings.data).values()
    return jsonify([query_document(each, language()) for each in found if topic in (None, each.topic)])


@page.get("/queries/<name>")
def show(name: str) -> Response:
    """One saved query with its Cypher."""
    _only()
    query = find_query(name, services().settings.data)
    return jsonify(query_document(query, language()) | {"cypher": query.text})


@page.get("/queries/<name>/run")
def run(name: str) -> Response:
    """The rows of a query; every parameter of the address but `limit` is one of the query's."""
    own = services()
    query = find_query(name, own.settings.data)
    limit = None if _LIMIT in query.header.parameters else _limit()
    given, today = _given(query), own.today()
    clearance, data = own.settings.clearance, own.settings.data
    result = own.runs.whole(
        lambda run: run_query(
            own.graph, query, given, clearance=clearance, today=today, limit=limit, data=data, run=run
        )
    )
    remember_run(own.settings.data, name, result.arguments.shown, len(result.rows), result.ms)
    return jsonify(result.as_json())


@page.get("/queries/<name>/why")
def explain(name: str) -> Response:
    """The sub-graph behind one row, which `row` gives as a JSON object: its cells by column name."""
    own = services()
    query = find_query(name, own.settings.data)
    reason = why(
        own.graph,
        query,
        _given(query),
        _row(),
        clearance=own.settings.clearance,
        today=own.today(),
        data=own.settings.data,
    )
    return jsonify(reason.as_json())


def _given(query: QueryFile) -> dict[str, list[str]]:
    """What the address has for the query: a limit too, where that is one of its parameters."""
    own = {_LIMIT, _ROW} - query.header.parameters.keys()
    return {name: values for name, values in request.args.lists() if name not in own}


def _only(*names: str) -> None:
    """Refuse a parameter of the address that nothing reads: it is a slip of the pen."""
    for name in request.args:
        if name not in names:
            raise UsageError(
                _say("no_such_api_parameter", name=name[:60]),
                hint=_say("no_such_api_parameter_hint"),
            )


def _limit() -> int | None:
    text = request.args.get(_LIMIT)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and int(text[:9]) >= 1 and len(text) < 9):
        raise InputError(
            _say("limit_no_number", text=text[:60]),
            hint=_say("limit_no_number_hint"),
        )
    return int(text)


def _row() -> dict[str, Any]:
    try:
        row = json.loads(request.args.get(_ROW, ""))
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise InputError(_say("row_no_object"), hint=_say("row_no_object_hint"))
    return row


@cache
def _description() -> Any:  # noqa: ANN401 - a JSON document
    return json.loads(files(webui).joinpath("api", "openapi.json").read_text("utf-8"))
