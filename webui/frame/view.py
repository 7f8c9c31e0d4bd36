"""What a template is given: one typed, documented context, under the name `view`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from flask import make_response, render_template
from flask.wrappers import Response


@dataclass(frozen=True, kw_only=True)
class View:
    """The context of one page, or of a section of one; `template` is the file it is for.

    Every field is `Annotated` with the sentence that tells a template's author what it holds.
    """

    template: ClassVar[str]

    title: Annotated[str, "What the page is called; stands in the head of the browser's window."]


def render(view: View, status: int = 200) -> Response:
    """The page that `view` makes."""
    return make_response(render_template(view.template, view=view), status)
