"""What can go wrong between this program and the graph: says what, where and what to do next.

StoreError
├── EngineUnavailable    no engine answers                                   (503)
├── EngineAuthFailed     the engine refuses user or password                 (503)
├── EngineMissing        the embedded engine is not installed or cannot run  (503)
├── EngineBusy           another process is writing                          (409)
├── DataFolderError      the data folder is full, missing or forbidden       (507)
├── QueryTimeout         the engine ended a query that took too long         (504)
├── QueryCancelled       somebody ended the query                            (409)
├── ReadOnlyViolation    a read session was asked to write                   (403)
├── ConstraintViolated   a key that must be unique exists already            (409)
└── QueryError           the engine refuses the query's text or parameters   (400)
"""

from __future__ import annotations

from typing import ClassVar

from graph.errors import StoreError


class EngineUnavailable(StoreError):  # noqa: N818 - a state of the world, named as it is
    """No engine answers at the address."""


class EngineAuthFailed(StoreError):  # noqa: N818
    """The engine refuses the user name or the password."""


class EngineMissing(StoreError):  # noqa: N818
    """The embedded engine is not installed, or this system cannot run it."""


class EngineBusy(StoreError):  # noqa: N818
    """Another process holds the one right to write."""

    http_status: ClassVar[int] = 409


class DataFolderError(StoreError):
    """The data folder cannot be made, read or written, or its disk is full."""

    http_status: ClassVar[int] = 507


class QueryTimeout(StoreError):  # noqa: N818
    """The engine ended a query because it took longer than ZHISHI_QUERY_TIMEOUT."""

    http_status: ClassVar[int] = 504


class QueryCancelled(StoreError):  # noqa: N818
    """Somebody asked for the end of the query while it was running."""

    http_status: ClassVar[int] = 409


class ReadOnlyViolation(StoreError):  # noqa: N818
    """A read session was asked to change the graph, its schema or the server."""

    http_status: ClassVar[int] = 403


class ConstraintViolated(StoreError):  # noqa: N818
    """A value that must be unique exists already."""

    http_status: ClassVar[int] = 409


class QueryError(StoreError):
    """The engine refuses the text or the parameters of a query."""

    http_status: ClassVar[int] = 400
