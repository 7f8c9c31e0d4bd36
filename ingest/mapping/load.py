"""A mapping file read and held against the model: every fault with its line, before any table is opened."""

from __future__ import annotations

import copy
import hashlib
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ingest.mapping.errors import Fault, MappingError
from ingest.mapping.faults import faults_in
from ingest.mapping.lines import Path as Key
from ingest.mapping.lines import line_numbers, line_of
from ingest.mapping.loaded import LoadedMapping
from ingest.mapping.messages import say
from ingest.mapping.model import MappingSpec
from ingest.mapping.shapes import shape_faults


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
    digest = hashlib.sha256(text.encode()).hexdigest()
    try:
        spec = MappingSpec.model_validate(raw)
    except ValidationError as error:
        shape = list(shape_faults(error, raw))
        wrong = {key for key, _ in shape}
        rest = _without(raw, wrong)
        more = faults_in(rest) if rest is not None else ()
        faults = [*shape, *(each for each in more if not any(each[0][: len(key)] == key for key in wrong))]
    else:
        rest, faults = spec, list(faults_in(spec))
    partial = LoadedMapping(path, rest, lines, digest) if rest is not None else None
    if faults or partial is None:
        found = [Fault(line_of(key, lines), dotted(key), reason) for key, reason in faults]
        raise MappingError(path, found, partial=partial)
    return partial


def _without(raw: dict[str, Any], wrong: Collection[Key]) -> MappingSpec | None:
    """The mapping without the keys that are of no use; None where none is left then."""
    rest = copy.deepcopy(raw)
    for key in sorted(wrong, key=len, reverse=True):
        holder: Any = rest
        for part in key[:-1]:
            holder = holder[part]
        if not key or not isinstance(holder, dict):
            return None
        holder.pop(key[-1], None)
    try:
        return MappingSpec.model_validate(rest)
    except ValidationError:
        return None


def _line_in(message: str) -> int | None:
    words = message.replace(",", "").replace(")", "").split()
    return int(words[words.index("line") + 1]) if "line" in words else None


def dotted(key: Key) -> str:
    """A key as one would say it: `record[2].values.name`."""
    text = ""
    for part in key:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text
