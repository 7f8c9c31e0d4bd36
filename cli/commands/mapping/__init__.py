"""`zhishi mapping`: mapping files for tables of any form, one file a command in this package."""

from __future__ import annotations

from cli.groups import group_of

app = group_of(__name__, __path__, "映射文件: 让任意表格能导入 (mapping files: any table by configuration).")
