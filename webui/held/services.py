"""What the pages work with; it belongs to the app, not to a module."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from flask import Flask, current_app

from graph.model.moments import local_day
from graph.settings import Settings
from graph.store.connection import Graph
from queries.imports import running_imports
from webui.held.jobs import Jobs
from webui.held.kept import Kept
from webui.held.pairs import Pairs
from webui.held.runs import Runs
from webui.held.uploads import Uploads

_NAME: Final = "zhishi"


@dataclass(frozen=True)
class Services:
    """Settings, open graph, waiting uploads, running queries and imports, the day, and what was made before."""

    settings: Settings
    graph: Graph
    uploads: Uploads
    runs: Runs
    today: Callable[[], str] = local_day
    pairs: Pairs = field(default_factory=Pairs)
    kept: Kept = field(default_factory=Kept)
    jobs: Jobs = field(default_factory=Jobs)

    def attach(self, app: Flask) -> None:
        """Make these the services of `app`."""
        app.extensions[_NAME] = self


def importing() -> bool:
    """Whether an import is under way, so that a page may show half of it."""
    return bool(running_imports(services().graph))


def services() -> Services:
    """The services of the app that answers the present request."""
    found: Services = current_app.extensions[_NAME]
    return found
