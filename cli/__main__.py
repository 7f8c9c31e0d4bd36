"""`python -m cli`, and what `zhishi` starts."""

from __future__ import annotations

import sys
from typing import Any, cast

# The Neo4j driver loads pandas wherever it is installed, as beside the tests and the notebook: two seconds of every
# command, and none of them makes a data frame. None among the modules is Python's own way to say that it is not there.
cast("Any", sys.modules)["pandas"] = None

from cli.main import app  # noqa: E402 - the line above has to come first


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
