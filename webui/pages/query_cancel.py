"""Ending a query that runs, in the engine too."""

from __future__ import annotations

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from queries.catalogue import find_query
from webui.pages.query import given_values
from webui.services import services
from webui.urls import Urls

page = Blueprint("query_cancel", __name__)


@page.post("/queries/<name>/cancel")
def cancel(name: str) -> Response:
    """End the query of the token in the form, and show the query's form again, filled as it was."""
    own = services()
    query = find_query(name, own.settings.data)
    own.runs.cancel(request.form.get("token", ""))
    return redirect(Urls().query(query.name, {**given_values(), "stopped": ["1"]}), 303)
