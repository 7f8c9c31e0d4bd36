"""Whether the server and its graph answer: for whoever keeps it running."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from webui.held.services import services

page = Blueprint("health", __name__)


@page.get("/healthz")
def show() -> Response:
    """`{"status": "ok"}` when the graph answers; else the error and its status."""
    services().graph.facts()
    return jsonify({"status": "ok"})
