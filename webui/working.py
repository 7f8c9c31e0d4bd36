"""Looking at uploads and taking them: the viewer's only way to write, through `ingest`."""

from __future__ import annotations

from ingest.run import import_paths
from webui.services import services
from webui.uploads import Upload
from webui.urls import Urls


def look_at(upload: Upload) -> None:
    """Find out what the files would change, without writing; the report is kept with the upload."""
    upload.keep_report(_run(upload, dry_run=True))


def take(upload: Upload) -> str:
    """Import the files; returns the address of the report, which outlives them by a day."""
    upload.keep_report(_run(upload, dry_run=False))
    upload.drop_files()
    return Urls().upload(upload.token)


def _run(upload: Upload, *, dry_run: bool) -> dict[str, object]:
    using = services()
    return import_paths(using.graph, using.settings, upload.paths(), dry_run=dry_run).as_json()
