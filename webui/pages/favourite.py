"""Making a query a favourite, or one no more."""

from __future__ import annotations

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from queries.catalogue import find_query
from queries.desk.recent import set_favourite
from webui.frame.urls import Urls
from webui.held.services import services

page = Blueprint("favourite", __name__)


@page.post("/queries/<name>/favourite")
def change(name: str) -> Response:
    """Add the query to the favourites, or with an empty `wanted` take it out; `back` leads to the catalogue again."""
    data = services().settings.data
    query = find_query(name, data)
    set_favourite(data, query.name, wanted=bool(request.form.get("wanted")))
    form = request.form
    there = Urls().queries(form.get("q"), at=query.name) if form.get("back") else Urls().query(query.name)
    return redirect(there, 303)
