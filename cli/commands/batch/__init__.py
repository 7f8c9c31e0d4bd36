"""`zhishi batch`: what came in, import by import, and the way back; one file a command in this package."""

from __future__ import annotations

from cli.groups import group_of

app = group_of(__name__, __path__, "导入批次: 查看、撤销 (import batches: look at them, take them back).")
