"""A folder of compressed CSV that `neo4j-admin database import full` reads as it is, and a file that tells how.

Values stand as they are, or the graph would not be the same: a spreadsheet might take one for a formula, and opens
none of these files by itself, because they are compressed.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from export.graph_files import Counts, types_of
from export.marking import Marking
from queries.whole_graph import WholeGraph

_ARRAY: Final = "\x1f"
"""Between the values of a list: a character that no text has, which `import.args` names."""
_ARGUMENTS: Final = ("--multiline-fields=true", "--array-delimiter=U+001F", "--id-type=string")
_READ_ME: Final = """{line}

整个图库，供 Neo4j 离线导入：{nodes} 个节点，{relations} 条关系。
先停数据库，在本目录下运行：

    neo4j-admin database import full neo4j @import.args

目标库里已有内容的，加 --overwrite-destination=true，原内容随之清除。再启动数据库，
用 `zhishi schema --apply` 建立约束和索引。要接着导入材料，须把原数据目录的 identity.key 一并移去。
不要用电子表格打开：单元格照原样写出，没有为电子表格改动。

The whole graph for the offline import of Neo4j: {nodes} nodes, {relations} relations.
Stop the database; in this folder run

    neo4j-admin database import full neo4j @import.args

Where the database holds something already, add --overwrite-destination=true; what it holds is then gone. Start the
database and let `zhishi schema --apply` make the constraints and indexes. To go on importing records, take
identity.key of the data folder along. Open no file in a spreadsheet: cells stand as they are, and were not made safe.
"""


def write(source: WholeGraph, folder: Path, marking: Marking) -> Counts:
    """Write the folder; one file for each label and for each type of relation."""
    folder.mkdir()
    counts = Counts()
    arguments = list(_ARGUMENTS)
    for label in source.labels:
        types = types_of(node.properties for node in source.nodes(label))
        heads = [f"{name}:ID" if name == "id" else f"{name}:{types[name]}" for name in types]
        rows = (_cells(node.properties, types) for node in source.nodes(label))
        counts.nodes[label] = _write(folder / f"nodes_{label}.csv.gz", heads, rows)
        arguments.append(f"--nodes={label}=nodes_{label}.csv.gz")
    for kind in source.types:
        types = types_of(each.properties for each in source.relations(kind))
        heads = [":START_ID", ":END_ID", *(f"{name}:{types[name]}" for name in types)]
        rows = (
            [_quoted(each.start), _quoted(each.end), *_cells(each.properties, types)] for each in source.relations(kind)
        )
        counts.relations[kind] = _write(folder / f"relations_{kind}.csv.gz", heads, rows)
        arguments.append(f"--relationships={kind}=relations_{kind}.csv.gz")
    (folder / "import.args").write_text("\n".join(arguments) + "\n", "utf-8")
    told = {"line": marking.line(), "nodes": sum(counts.nodes.values()), "relations": sum(counts.relations.values())}
    (folder / "README.txt").write_text(_READ_ME.format(**told), "utf-8")
    return counts


def _write(path: Path, heads: Iterable[str], rows: Iterator[list[str]]) -> int:
    """Heads and rows; the same rows give the same bytes. Returns the number of rows."""
    number = 0
    with (
        path.open("wb") as raw,
        gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed,
        io.TextIOWrapper(packed, "utf-8", newline="") as text,
    ):
        text.write(",".join(heads) + "\n")
        for row in rows:
            text.write(",".join(row) + "\n")
            number += 1
    return number


def _cells(properties: Mapping[str, Any], types: Mapping[str, str]) -> list[str]:
    return [_cell(properties.get(name)) for name in types]


def _cell(value: object) -> str:
    """A value as the importer reads it: nothing at all is no property, an empty text is one."""
    if value is None:
        return ""
    if isinstance(value, list):
        return _quoted(_ARRAY.join(_plain(each) for each in value))
    return _quoted(value) if isinstance(value, str) else _plain(value)


def _plain(value: object) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
