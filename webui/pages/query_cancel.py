"""A query that runs: whether it still does, and ending it, in the engine too."""

from __future__ import annotations

from flask import Blueprint, jsonify, redirect, request
from werkzeug.wrappers import Response

from queries.desk.drafts import find_query_or_draft
from webui.frame.urls import Urls
from webui.held.services import services
from webui.parts.fields import given_values

page = Blueprint("query_cancel", __name__)


@page.post("/queries/<name>/cancel")
def cancel(name: str) -> Response:
    """End the query of the token in the form, and show the query's form again, filled as it was."""
    own = services()
    query = find_query_or_draft(name, own.settings.data)
    own.runs.cancel(request.form.get("token", ""))
    return redirect(Urls().query(query.name, {**given_values(), "stopped": ["1"]}), 303)


@page.get("/queries/waiting/<token>")
def waiting(token: str) -> Response:
    """Waits a while for the query; `{"running": true, "seconds": 5}`, or false when the page can be asked for again."""
    pending = services().runs.wait(token)
    return jsonify({"running": pending is not None, "seconds": pending.seconds if pending else None})
