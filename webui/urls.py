"""Every address of the viewer, built in one place."""

from __future__ import annotations

from flask import request, url_for


class Urls:
    """Addresses by what they lead to; templates know them as `urls`."""

    def home(self, q: str | None = None) -> str:
        """The search page, with a search where `q` is given."""
        return url_for("home.show", q=q or None)

    def cadre(self, cadre_id: str, *, as_of: str | None = None, anchor: str | None = None) -> str:
        """One cadre's page, as of a day, at one of its parts."""
        return url_for("cadre.show", cadre_id=cadre_id, as_of=as_of or None, _anchor=anchor)

    def drawing(self, cadre_id: str, name: str, *, as_of: str | None = None) -> str:
        """One of a cadre's files: `trajectory.svg`, `image-tree.svg`, `career.json` or `image-tree.json`."""
        return url_for("drawing.show", cadre_id=cadre_id, name=name, as_of=as_of or None)

    def evidence(self, fact_id: str) -> str:
        """What states a fact."""
        return url_for("evidence.show", fact_id=fact_id)

    def source(self, record_id: str) -> str:
        """What one document says about one subject."""
        return url_for("source.show", source_id=record_id)

    def photo(self, name: str) -> str:
        """A cadre's picture."""
        return url_for("photo.show", name=name)

    def imports(self, part: int = 1) -> str:
        """All import batches, part by part."""
        return url_for("imports.show", part=part if part > 1 else None)

    def import_new(self) -> str:
        """The form to bring files in."""
        return url_for("import_new.show")

    def upload(self, token: str) -> str:
        """What came of files that were sent: a preview, or why nothing was taken."""
        return url_for("upload.show", token=token)

    def import_batch(
        self, batch_id: str, *, severity: str | None = None, code: str | None = None, part: int = 1
    ) -> str:
        """One import batch; its findings by severity and code, page by page."""
        return url_for(
            "import_batch.show",
            batch_id=batch_id,
            severity=severity or None,
            code=code or None,
            part=part if part > 1 else None,
            _anchor="findings" if severity or code or part > 1 else None,
        )

    def palette(self) -> str:
        """The colours as a style sheet."""
        return url_for("palette.show")

    def static(self, name: str) -> str:
        """A file of the program itself: style, script or picture."""
        return url_for("static", filename=name)

    def in_language(self, code: str) -> str:
        """The present page in another language; after a form was sent, the start page."""
        if request.endpoint is None or request.method != "GET":
            return url_for("home.show", lang=code)
        arguments = {**request.args.to_dict(), **(request.view_args or {}), "lang": code}
        return url_for(request.endpoint, **arguments)
