"""What is said to the embedded server over HTTP, as Bolt cannot say it: databases, users, groups, full-text indexes."""

from __future__ import annotations

import base64
import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

DATABASE: Final = "graph"
READER: Final = "reader"
ROOT: Final = "root"

_READ_ONLY_GROUP: Final = {
    "database": DATABASE,
    "name": READER,
    "access": [],
    # a limit here would silently cut inner scans and falsify counts
    "resultSetLimit": -1,
    "readTimeout": -1,
    "types": {"*": {"access": ["readRecord"]}},
}


class AdminError(Exception):
    """The server refused an administrative request."""


@dataclass(frozen=True, slots=True)
class Admin:
    """The server's HTTP interface on the loopback address, as root."""

    port: int
    password: str = field(repr=False)

    def is_ready(self) -> bool:
        """Whether the server takes requests."""
        try:
            status, _ = self._request("GET", "/api/v1/ready", None)
        except OSError:
            return False
        return status == http.HTTPStatus.NO_CONTENT

    def set_up(self, reader_password: str) -> None:
        """Make the database, the group that may only read, and its one user; nothing changes where they are."""
        if DATABASE not in self._post("/api/v1/server", {"command": "list databases"}):
            self._post("/api/v1/server", {"command": f"create database {DATABASE}"})
        # the group before the user: a user of a group that is not there may do nothing at all
        self._post("/api/v1/server/groups", _READ_ONLY_GROUP)
        user = {"name": READER, "password": reader_password, "databases": {DATABASE: [READER]}}
        self._post("/api/v1/server", {"command": f"create user {json.dumps(user)}"})

    def sql(self, command: str) -> Any:  # noqa: ANN401 - JSON
        """Run one statement of the server's own SQL; raises `AdminError` with the server's words."""
        return self._post(f"/api/v1/command/{DATABASE}", {"language": "sql", "command": command})

    def end_queries(self, beginning: str) -> None:
        """End every running query whose text begins so."""
        for query in self._post("/api/v1/server", {"command": f"list queries database {DATABASE}"}):
            if str(query.get("text", "")).startswith(beginning):
                self._post("/api/v1/server", {"command": f"terminate query {query['id']}"})

    def version(self) -> str:
        """The server's version, such as `26.10.2`."""
        _, body = self._request("GET", "/api/v1/server?mode=basic", None)
        return str(body.get("version", "?")).split(" ")[0]

    def _post(self, path: str, body: Mapping[str, object]) -> Any:  # noqa: ANN401 - JSON
        status, answer = self._request("POST", path, body)
        if status != http.HTTPStatus.OK:
            raise AdminError(f"{path}: {status} {answer.get('detail') or answer.get('error')}")
        return answer.get("result")

    def _request(self, method: str, path: str, body: Mapping[str, object] | None) -> tuple[int, dict[str, Any]]:
        login = base64.b64encode(f"{ROOT}:{self.password}".encode()).decode()
        headers = {"Authorization": f"Basic {login}", "Content-Type": "application/json"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, None if body is None else json.dumps(body), headers)
            response = connection.getresponse()
            text = response.read()
            return response.status, json.loads(text) if text else {}
        finally:
            connection.close()
