"""How tables that wait are to be read: a mapping is chosen, suggested, written, and held against the model."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar, Final

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from graph.errors import InputError
from graph.model.words import sayings
from ingest.mapping.errors import MappingError
from ingest.mapping.load import load_mapping
from ingest.mapping.suggest import suggest_mapping
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.mappings import keep_mapping, kept_mappings, read_mapping
from webui.held.services import services
from webui.held.uploads import Upload
from webui.held.working import look_at

_say: Final = sayings("webui")

page = Blueprint("upload_mapping", __name__)


@dataclass(frozen=True, kw_only=True)
class UploadMappingPage(View):
    """A mapping as text, with what is wrong with it."""

    template: ClassVar[str] = "pages/upload_mapping.html"

    token: Annotated[str, "What the upload is known by."]
    text: Annotated[str, "The mapping; empty where none was chosen yet."]
    faults: Annotated[tuple[str, ...], "What is wrong with it, each with its line."]
    kept: Annotated[tuple[tuple[str, str], ...], "Mappings kept before: name and address that chooses it."]
    files: Annotated[tuple[tuple[str, str], ...], "The files: name and address that suggests a mapping for it."]
    keep_as: Annotated[str, "The name under which it shall be kept; empty for not."]


@page.get("/uploads/<token>/mapping")
def show(token: str) -> Response:
    """The mapping in use; with `?use=` one that was kept, with `?suggest=` one made from a file.

    Where there is none yet and one file to make it from, that is done.
    """
    using = services()
    upload = _waiting(token)
    suggest, use = request.args.get("suggest", type=int), request.args.get("use", "")
    if suggest is not None and 0 <= suggest < len(upload.paths()):
        text = suggest_mapping(upload.paths()[suggest], using.today())
    elif use:
        text = read_mapping(using.settings.data, use)
    else:
        text = upload.mapping.read_text("utf-8") if upload.mapping.exists() else _first_draft(upload)
    return render(_view(upload, text))


@page.post("/uploads/<token>/mapping")
def send(token: str) -> Response:
    """Hold the mapping against the model; look at the files by it, or say what is wrong."""
    using, upload = services(), _waiting(token)
    text, keep_as = request.form.get("text", "").replace("\r\n", "\n"), request.form.get("keep_as", "").strip()
    if request.form.get("action") == "without":
        upload.mapping.unlink(missing_ok=True)
        look_at(upload)
        return redirect(Urls().upload(token), 303)
    draft = upload.folder / "draft.toml"
    draft.write_text(text, "utf-8")
    try:
        load_mapping(draft)
        if keep_as:
            keep_mapping(using.settings.data, keep_as, text)
    except MappingError as error:
        return render(_view(upload, text, [each.text(language()) for each in error.faults], keep_as), 400)
    except InputError as error:
        return render(_view(upload, text, [error.said.text(language())], keep_as), 400)
    draft.replace(upload.mapping)
    look_at(upload)
    return redirect(Urls().upload(token), 303)


def _waiting(token: str) -> Upload:
    upload = services().uploads.find(token)
    if not upload.paths():
        raise InputError(_say("upload_taken_before"), hint=_say("upload_taken_before_hint"))
    return upload


def _known(upload: Upload) -> set[str]:
    """The files that are read by their format and need no mapping."""
    report = upload.report() or {"files": ()}
    return {each["file"] for each in report["files"] if each["importer"] not in (None, "", "mapping")}


def _unread(upload: Upload) -> list[tuple[int, Path]]:
    known = _known(upload)
    return [(number, path) for number, path in enumerate(upload.paths()) if path.name not in known]


def _first_draft(upload: Upload) -> str:
    """A mapping suggested for the one file that needs it; empty where several do, or none can be made."""
    unread = _unread(upload)
    if len(unread) != 1 or kept_mappings(services().settings.data):
        return ""
    with suppress(InputError):
        return suggest_mapping(unread[0][1], services().today())
    return ""


def _view(upload: Upload, text: str, faults: Sequence[str] = (), keep_as: str = "") -> UploadMappingPage:
    token = upload.token
    return UploadMappingPage(
        title=say("mapping_title"),
        token=token,
        text=text,
        faults=tuple(faults),
        kept=tuple((name, Urls().upload_mapping(token, use=name)) for name in kept_mappings(services().settings.data)),
        files=tuple((path.name, Urls().upload_mapping(token, suggest=number)) for number, path in _unread(upload)),
        keep_as=keep_as,
    )
