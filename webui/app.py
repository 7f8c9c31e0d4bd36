"""The viewer as a Flask app: this module only wires."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask
from jinja2 import StrictUndefined

from graph.model.moments import local_day
from graph.settings import Settings
from graph.store.connection import Graph
from webui.frame.errors import install_errors
from webui.frame.language import install_language, language, other_language
from webui.frame.security import protect
from webui.frame.urls import Urls
from webui.held.runs import Runs
from webui.held.services import Services, importing
from webui.held.uploads import Uploads
from webui.pages import blueprints, navigation
from webui.parts.asked import install_asked
from webui.parts.formats import install_formats
from webui.parts.team_parts import group_name


def create_app(settings: Settings, graph: Graph, *, today: Callable[[], str] = local_day) -> Flask:
    """The viewer of one graph. Raises `DataFolderError` when the data folder cannot keep its key.

    `today` gives the day that ages and months in post are counted to, `YYYY-MM-DD`.
    """
    app = Flask(__name__)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # Flask's own provider has it
    Services(settings, graph, Uploads(settings.data / "uploads"), Runs(), today).attach(app)
    # first of all: whatever goes wrong is said in the reader's language
    install_language(app)
    protect(app, settings)
    install_errors(app)
    install_formats(app)
    install_asked(app)
    app.jinja_env.globals["urls"] = Urls()
    app.jinja_env.globals["navigation"] = navigation()
    app.add_template_global(zip, "zip")
    app.add_template_global(language, "language")
    app.add_template_global(importing, "importing")
    app.add_template_global(other_language, "other_language")
    app.add_template_global(group_name, "group_name")
    for blueprint in blueprints():
        app.register_blueprint(blueprint)
    return app
