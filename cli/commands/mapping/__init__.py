"""`zhishi mapping`: mapping files for tables of any form, one file a command in this package."""

from __future__ import annotations

from cli.groups import group_of

app = group_of(__name__, __path__)
