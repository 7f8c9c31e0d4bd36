"""`zhishi query`: the saved queries, one file a command in this package."""

from __future__ import annotations

from cli.groups import group_of

app = group_of(__name__, __path__, "保存的查询: 查看、运行、检查、新建 (saved Cypher queries).")
