"""Which columns of a mapping a table lacks, and which of the table's nobody reads."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from graph.errors import Place
from graph.model.words import Both, listed
from ingest.mapping.errors import Line
from ingest.mapping.findings import Findings
from ingest.mapping.loaded import LoadedMapping
from ingest.mapping.messages import say, tell
from ingest.mapping.model import Each, RecordSpec
from ingest.mapping.named import all_named, record_columns, unused_compute
from ingest.mapping.readers.base import OpenTable
from ingest.mapping.scope import DEPTH, GIVEN, UP, climbed, paths_in
from ingest.mapping.together import are_read
from ingest.mapping.values import TEXT


class Columns:
    """Watches over the columns of one file."""

    def __init__(self, mapping: LoadedMapping) -> None:
        self._mapping = mapping
        self._filled: dict[str, Any] = {}

    def missing(self, table: OpenTable, records: Mapping[int, RecordSpec]) -> list[Line]:
        """A line for each column the mapping needs and the table lacks; objects of JSON need have none."""
        if table.columns is None:
            return []
        found: list[Line] = []
        for each in all_named(self._mapping, records.items()):
            name = each.name
            if each.optional or each.paths is None or any(path in table.columns for path in each.paths):
                continue
            line = self._mapping.line(*each.key)
            at = f"  {self._mapping.path.name}:{line or '?'}: "
            found.append((at, _no_such_column(name, table.columns)))
        return list(dict.fromkeys(found))

    def _parts(self) -> set[tuple[str | None, str | None]]:
        return {(each.rows, each.sheet) for each in self._mapping.spec.record}

    def see(self, data: Mapping[str, Any], columns: tuple[str, ...] | None) -> None:
        """Notice what the row holds."""
        filled = self._filled
        if columns is None:
            for path in paths_in(data):
                if path not in filled:
                    filled[path] = None
        elif len(filled) < len(columns):
            for name, cell in data.items():
                if name not in filled and cell not in ("", None):
                    filled[name] = None

    def unread(self, records: Iterable[RecordSpec]) -> list[str]:
        """Columns that hold something, and that the mapping neither reads nor ignores."""
        named = [path for each in all_named(self._mapping, enumerate(records)) for path in each.paths or ()]
        patterns = [each.each.columns for each in self._mapping.spec.record if each.each and _is_pattern(each.each)]
        matched = [path for path in self._filled if any(re.fullmatch(str(each), path) for each in patterns)]
        read = {part for name in (*named, *matched) for part in _read_by(name)} | _looked_at(self._mapping)
        read = read.union(*(are_read(self._filled, each.each) for each in self._mapping.spec.record))
        ignored = {_bare(name) for name in self._mapping.spec.ignore}
        # keys of an object whose values are items are no columns
        ignored |= {_bare(name.split(".*", maxsplit=1)[0]) for name in named if ".*" in name}
        return [
            path
            for path in self._filled
            if not _is_read(path.removesuffix(f".{TEXT}"), read | ignored) and not _is_ignored(path, ignored)
        ]

    def tell_unused(self, findings: Findings) -> None:
        """One finding for each column that is computed and that nothing reads."""
        for key in unused_compute(self._mapping):
            reason = tell("unused-compute", name=key[-1])
            findings.add(Place(), "", "unused-compute", reason, line=self._mapping.line(*key))

    def report(self, table: OpenTable, findings: Findings, records: Collection[RecordSpec]) -> None:
        """One finding for each column nobody reads; the next part starts anew."""
        unread = self.unread(records)
        shown = [path for path in unread if not any(path.startswith(f"{other}.") for other in unread)]
        row = table.header_rows[0] if table.header_rows else None
        for path in shown:
            findings.add(
                Place(sheet=table.sheet, row=row, column=path), "", "unread-column", tell("unread-column", name=path)
            )
        if table.columns is None and self._filled:
            self._report_empty(table, findings, records)
        if table.columns is not None:
            for name in self._mapping.spec.ignore:
                if name not in table.columns and len(self._parts()) == 1:
                    line = self._mapping.line("ignore", name)
                    findings.add(
                        Place(column=name), "", "ignored-absent", tell("ignored-absent", name=name), "info", line=line
                    )
        self._filled = {}

    def _report_empty(self, table: OpenTable, findings: Findings, records: Collection[RecordSpec]) -> None:
        """One remark for each path of objects that never led to anything: it may be written wrongly."""
        for number, record in enumerate(self._mapping.spec.record):
            if record not in records:
                continue
            for each in record_columns(record, ("record", number)):
                known = each.paths is None or each.is_among(self._mapping.spec.compute)
                if each.optional or known or any(map(self._may_hold, each.paths or ())):
                    continue
                shown = _bare(each.paths[0]) if each.paths else each.name
                near = get_close_matches(shown, self._filled, n=3, cutoff=0.6)
                reason = tell("never-there", name=shown, near=listed(near))
                line = self._mapping.line(*each.key)
                findings.add(Place(sheet=table.sheet, column=shown), "", "never-there", reason, "info", line=line)

    def _may_hold(self, path: str) -> bool:
        """Whether a path held something, or cannot be followed as it is written."""
        bare = _bare(path)
        followed = "*" not in bare and bare.count(".") <= DEPTH and path not in GIVEN
        return not followed or bare in self._filled


def _no_such_column(name: str, columns: Sequence[str]) -> Both:
    """What is wrong with the name of a column that leads to none: often one of the row, looked for inside an item."""
    bare = climbed(name)[1]
    if bare in columns:
        return say("column-of-the-row", name=name, wanted=f"{UP}{bare}" if bare == name else bare)
    near = get_close_matches(bare, columns, n=3, cutoff=0.5)
    return say("no-such-column", name=name, there=listed(near or columns, 12))


def _is_pattern(each: Each) -> bool:
    return isinstance(each.columns, str)


def _bare(path: str) -> str:
    """A path without what picks items of lists."""
    return re.sub(r"\[[^\]]*\]", "", path)


def _read_by(path: str) -> Iterator[str]:
    """What a path reads: where it leads to, and what it picks items of lists by (`a[scheme=x].b` reads `a.scheme`)."""
    yield _bare(path)
    for found in re.finditer(r"\[([^\]=]+)=[^\]]*\]", path):
        yield f"{_bare(path[: found.start()])}.{found[1]}"


def _is_read(path: str, read: Collection[str]) -> bool:
    """Whether a path is read, or leads to one that is."""
    return path in read or any(each.startswith(f"{path}.") for each in read)


def _is_ignored(path: str, ignored: Collection[str]) -> bool:
    """Whether a path, or one that it leads through, is ignored."""
    parts = path.split(".")
    return any(".".join(parts[:length]) in ignored for length in range(1, len(parts) + 1))


def _looked_at(mapping: LoadedMapping) -> set[str]:
    """Columns of a file's own table that a lookup reads: the key, and what is taken of the row that is found."""
    own = {name for name, each in mapping.spec.lookup.items() if each.file is None and each.records is None}
    taken = (take for name, take in _takes(mapping.spec.model_dump(include={"record", "compute"})) if name in own)
    return {mapping.spec.lookup[name].key for name in own} | set(map(_bare, taken))


def _takes(said: object) -> Iterator[tuple[str, str]]:
    """The lookups that a mapping makes use of, anywhere in it, each with what it takes there."""
    if isinstance(said, Mapping):
        if said.get("lookup") and said.get("take"):
            yield said["lookup"], said["take"]
        said = list(said.values())
    for each in said if isinstance(said, list) else ():
        yield from _takes(each)
