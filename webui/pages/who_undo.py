"""A decision about who is who taken back."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from graph.errors import NotFoundError
from graph.model.words import sayings
from ingest.hand.persons import undo_decision
from queries.runner import run_view
from webui.frame.urls import Urls
from webui.held.services import services
from webui.parts.who_waiting import check_clearance

_say: Final = sayings("webui")

page = Blueprint("who_undo", __name__)


@page.post("/who/rulings/<ruling>/undo")
def send(ruling: str) -> Response:
    """Take it back and lead to the pair it was about."""
    check_clearance()
    using = services()
    row = next((row for row in run_view(using.graph, "identity_rulings") if row["id"] == ruling), None)
    if row is None:
        raise NotFoundError(
            _say("no_such_identity_ruling", ruling=ruling),
            hint=_say("no_such_identity_ruling_hint"),
        )
    undo_decision(using.graph, using.settings, ruling, request.form.get("why", "").strip()[:500] or None)
    to = Urls().who_unit_pair if row["kind"] == "Unit" else Urls().who_pair
    return redirect(to(row["one"], row["other"]), 303)
