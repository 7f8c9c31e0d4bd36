"""What keeps the viewer to this machine and to itself: host check, form tokens, headers, limits."""

from __future__ import annotations

import hashlib
from typing import Final

from flask import Flask, Response, request
from flask_wtf.csrf import CSRFProtect

from graph.settings import Settings
from webui.frame.secret import secret_key

LOOPBACK_NAMES: Final = ("localhost", "127.0.0.1")
"""The only names this server answers to: another name that leads here is a DNS rebinding attack."""

UPLOAD_LIMIT: Final = 256 * 1024 * 1024
"""Most bytes of one upload, all files together."""

UPLOAD_PARTS: Final = 5000
"""Most files of one upload."""

_OURS: Final = ("static", "palette.show")
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def protect(app: Flask, settings: Settings) -> None:
    """Set up every protection; raises `DataFolderError` when the key cannot be kept."""
    key = secret_key(settings.data)
    app.config.update(
        SECRET_KEY=key,
        TRUSTED_HOSTS=list(LOOPBACK_NAMES),
        # browsers share the cookies of a host among its ports: two data folders must not take each other's
        SESSION_COOKIE_NAME=f"zhishi_{hashlib.sha256(key).hexdigest()[:8]}",
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_HTTPONLY=True,
        WTF_CSRF_TIME_LIMIT=None,
        MAX_CONTENT_LENGTH=UPLOAD_LIMIT,
        MAX_FORM_PARTS=UPLOAD_PARTS,
    )
    CSRFProtect(app)
    app.after_request(_add_headers)


def _add_headers(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    # what is shown is personal: no copy stays in the browser; only the files of the program itself may
    response.headers["Cache-Control"] = "no-cache" if request.endpoint in _OURS else "no-store"
    return response
