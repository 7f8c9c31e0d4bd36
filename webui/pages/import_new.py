"""The form to bring files in: look first, then take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from webui.frame.language import say
from webui.frame.navigation import Nav
from webui.frame.security import UPLOAD_LIMIT, UPLOAD_PARTS
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.held.working import look_at, take

page = Blueprint("import_new", __name__)
NAV = Nav(order=80, word="nav_import_new", endpoint="import_new.show")


@dataclass(frozen=True, kw_only=True)
class ImportNewPage(View):
    """Choose files, look at what they would change, or take them at once."""

    template: ClassVar[str] = "pages/import_new.html"

    limit: Annotated[int, "Most bytes of one upload."]
    parts: Annotated[int, "Most files of one upload."]


@page.get("/imports/new")
def show() -> Response:
    """The form."""
    return render(ImportNewPage(title=say("import_new_title"), limit=UPLOAD_LIMIT, parts=UPLOAD_PARTS))


@page.post("/imports/new")
def send() -> Response:
    """Keep the files, look at them or take them, and lead to what came of it."""
    upload = services().uploads.receive(request.files.getlist("files"))
    work = take if request.form.get("action") == "import" else look_at
    work(upload)
    return redirect(Urls().upload(upload.token), 303)
