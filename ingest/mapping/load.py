"""A mapping file read and held against the model: every fault with its line, before any table is opened."""

from __future__ import annotations

import copy
import hashlib
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ingest.mapping.errors import Fault, MappingError
from ingest.mapping.faults import faults_in
from ingest.mapping.lines import Path as Key
from ingest.mapping.lines import line_numbers, line_of
from ingest.mapping.messages import say
from ingest.mapping.model import MappingSpec
from ingest.mapping.shapes import shape_faults


@dataclass(frozen=True, slots=True)
class LoadedMapping:
    """A mapping that can be used: what it says, and where it says it."""

    path: Path
    spec: MappingSpec
    lines: Mapping[Key, int]
    digest: str

    @property
    def name(self) -> str:
        """What tells this table from others of the same issuer: `source.name`, else the name of the file."""
        return self.spec.source.name or self.path.stem

    def line(self, *key: str | int) -> int | None:
        """The line in which a key stands."""
        return line_of(key, self.lines)


def load_mapping(path: Path) -> LoadedMapping:
    """The mapping of a file; raises MappingError with every fault that is found."""
    try:
        text = path.read_text("utf-8-sig")
        raw = tomllib.loads(text)
    except UnicodeDecodeError:
        raise MappingError(path, [Fault(None, "", say("mapping-not-utf8"))]) from None
    except tomllib.TOMLDecodeError as error:
        raise MappingError(path, [Fault(_line_in(str(error)), "", say("bad-toml", error=error))]) from None
    lines = line_numbers(text)
    try:
        spec = MappingSpec.model_validate(raw)
    except ValidationError as error:
        found = list(shape_faults(error, raw))
        known = {key for key, _ in found}
        found += [each for each in _faults_of_rest(raw, known) if each[0] not in known]
        raise MappingError(path, [Fault(line_of(key, lines), dotted(key), reason) for key, reason in found]) from None
    faults = [Fault(line_of(key, lines), dotted(key), reason) for key, reason in faults_in(spec)]
    if faults:
        raise MappingError(path, faults)
    return LoadedMapping(path, spec, lines, hashlib.sha256(text.encode()).hexdigest())


def _faults_of_rest(raw: dict[str, Any], wrong: Collection[Key]) -> list[tuple[Key, str]]:
    """What else is wrong, looked for without the keys that are of no use; nothing where no mapping is left then."""
    rest = copy.deepcopy(raw)
    for key in sorted(wrong, key=len, reverse=True):
        holder: Any = rest
        for part in key[:-1]:
            holder = holder[part]
        if not key or not isinstance(holder, dict):
            return []
        holder.pop(key[-1], None)
    try:
        spec = MappingSpec.model_validate(rest)
    except ValidationError:
        return []
    return [(key, reason) for key, reason in faults_in(spec) if not any(each[: len(key)] == key for each in wrong)]


def _line_in(message: str) -> int | None:
    words = message.replace(",", "").replace(")", "").split()
    return int(words[words.index("line") + 1]) if "line" in words else None


def dotted(key: Key) -> str:
    """A key as one would say it: `record[2].values.name`."""
    text = ""
    for part in key:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text
