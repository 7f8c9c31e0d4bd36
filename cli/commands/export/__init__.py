"""`zhishi export`: forms, rosters, workbooks and the whole graph out, one file a command in this package."""

from __future__ import annotations

from cli.groups import group_of

app = group_of(__name__, __path__, "导出: 任免审批表、名册、信息采集表、整个图库 (forms, rosters and the graph out).")
