"""The one place where an error becomes a page, or JSON for programs, with its right status and never a traceback."""

from __future__ import annotations

import secrets
import traceback
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, ClassVar, Final

from flask import Flask, Response, current_app, g, jsonify, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError, RequestEntityTooLarge, SecurityError

from graph.errors import AmbiguousError, ZhishiError
from graph.model.words import Both
from webui.frame.language import language, say, words
from webui.frame.security import LOOPBACK_NAMES, UPLOAD_LIMIT, UPLOAD_PARTS
from webui.frame.view import View, render

API: Final = "/api/"
"""Addresses for programs, which are answered in JSON whatever they accept."""


@dataclass(frozen=True, kw_only=True)
class ErrorPage(View):
    """What went wrong, where, and what to do next."""

    template: ClassVar[str] = "error.html"

    status: Annotated[int, "The HTTP status."]
    message: Annotated[str, "What happened, in a sentence."]
    original: Annotated[str, "The Chinese sentence on an English page; empty where there is no other."] = ""
    place: Annotated[str, "Where in a file it happened; empty where that does not apply."] = ""
    hint: Annotated[str, "What to do next."] = ""
    now: Annotated[str, "The address without the days it asks for; empty where it asks for none."] = ""
    candidates: Annotated[tuple[str, ...], "What may have been meant."] = ()


def install_errors(app: Flask) -> None:
    """Answer every error here; pages never catch."""
    app.register_error_handler(ZhishiError, _known)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(SecurityError, _foreign_host)
    app.register_error_handler(Exception, _unknown)


def _known(error: ZhishiError) -> Response:
    return _answer(
        error.http_status,
        error.said,
        hint=error.remedy,
        place=str(error.place or ""),
        candidates=error.candidates if isinstance(error, AmbiguousError) else (),
    )


def _http(error: HTTPException) -> Response | HTTPException:
    status = error.code or 500
    if status < 400:
        return error
    if isinstance(error, InternalServerError):
        return _unknown(error.original_exception or error)
    if isinstance(error, RequestEntityTooLarge):
        size = UPLOAD_LIMIT // 1024**2
        return _answer(status, say("error_413", size=size, files=UPLOAD_PARTS), hint=say("error_413_hint"))
    key = f"error_{status}" if f"error_{status}" in words() else "error_other"
    response = _answer(status, say(key, path=request.path), hint=say(f"{key}_hint"))
    response.headers.extend(header for header in error.get_headers() if header[0] == "Allow")
    return response


def _csrf(error: CSRFError) -> Response:
    return _answer(error.code or 400, say("error_csrf"), hint=say("error_csrf_hint"))


def _foreign_host(error: SecurityError) -> Response:
    # no page: without a trusted host no address can be built
    text = f"本服务只应答本机地址 (this server answers on this machine only): {', '.join(LOOPBACK_NAMES)}\n"
    return Response(text, error.code or 400, content_type="text/plain; charset=utf-8")


def _unknown(error: BaseException) -> Response:
    incident = secrets.token_hex(4)
    # the message of an unforeseen error may hold personal data: only its class and where it arose are logged
    frames = "".join(traceback.format_tb(error.__traceback__))
    current_app.logger.error("incident %s: %s\n%s", incident, type(error).__qualname__, frames)
    return _answer(500, say("error_500"), hint=say("error_500_hint", incident=incident))


def _answer(
    status: int, message: str | Both, *, hint: str | Both = "", place: str = "", candidates: tuple[str, ...] = ()
) -> Response:
    if _wants_json():
        error = {"status": status, "message": str(message), "place": place, "hint": str(hint)}
        response = jsonify({"error": error | {"candidates": list(candidates)}})
        response.status_code = status
        return response
    # what the page had asked may be what failed, and is no help: the page about it must not show it again
    g.asked = ()
    title = say(f"status_{status}") if f"status_{status}" in words() else HTTPStatus(status).phrase
    told = _in_page(message)
    page = ErrorPage(
        title=title,
        status=status,
        message=told,
        original=message.zh if isinstance(message, Both) and told != message.zh else "",
        hint=_in_page(hint),
        place=place,
        candidates=candidates,
        now=request.path if {"as_of", "known_on"} & request.args.keys() and request.method == "GET" else "",
    )
    return render(page, status)


def _in_page(text: str | Both) -> str:
    return text.text(language()) if isinstance(text, Both) else text


def _wants_json() -> bool:
    if request.path.endswith(".json") or request.path.startswith(API):
        return True
    accepted = request.accept_mimetypes
    return accepted["application/json"] > accepted["text/html"]
