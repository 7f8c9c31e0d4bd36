"""ID numbers for an export: never from the graph, only from a file of the user's own.

Any text or CSV file that has one number a line, alone or among other cells. A number finds its cadre by its keyed
hash; where no source of the cadre gave a number, by a name in the same line that only one of the cadres bears, and
only where birth month and sex agree.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from graph.errors import InputError, Place
from graph.model.records.cadre import Cadre
from graph.model.refused import refused_because
from graph.model.words import sayings
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.clean.id_number import birth_month_of, is_id_number, normalise_id_number, sex_of
from ingest.keyring import keyring_of
from ingest.resolve import ID_NUMBER
from queries.runner import run_view

_say: Final = sayings("cli")


@dataclass(frozen=True, slots=True)
class Given:
    """The numbers by cadre; the lines that name nobody among the cadres, by their number."""

    numbers: Mapping[str, str] = field(default_factory=dict, repr=False)
    unused: tuple[int, ...] = ()


def read_id_numbers(path: Path, graph: Graph, chosen: Settings, cadres: Sequence[Cadre]) -> Given:
    """The numbers of these cadres; raises InputError, without the number, where a line has none or a wrong one."""
    lines = list(_lines(path))
    keyring = keyring_of(graph, chosen.data)
    hashes = {keyring.hash(ID_NUMBER, number): number for _, number, _ in lines}
    found = run_view(graph, "cadres_identified", scheme=ID_NUMBER, values=list(hashes))
    owners = {hashes[row["value"]]: row["cadre"] for row in found}
    known = {each.id for each in cadres}
    numbers: dict[str, str] = {}
    unused: list[int] = []
    for line, number, words in lines:
        cadre = owners.get(number) or _by_name(number, words, cadres)
        if cadre in known:
            numbers[str(cadre)] = number
        else:
            unused.append(line)
    return Given(numbers, tuple(unused))


def _lines(path: Path) -> Iterator[tuple[int, str, list[str]]]:
    """Line, number and other cells of every line that has any; the first line may be headings."""
    for line, cells in enumerate(csv.reader(io.StringIO(_text(path))), start=1):
        words = [
            word for cell in cells for word in cell.replace("\t", " ").replace("；", " ").replace(";", " ").split()
        ]
        numbers = [plain for word in words if is_id_number(plain := normalise_id_number(word))]
        if len(numbers) == 1:
            yield line, numbers[0], words
        elif any(words) and line > 1:
            cause = _say("line_has_several_id_numbers" if numbers else "line_has_no_id_number")
            raise InputError(
                _say("line_without_id_number", line=line, cause=cause),
                hint=_say("line_without_id_number_hint"),
                place=Place(file=path.name),
            )


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            _say("id_file_unreadable", path=path.name, strerror=refused_because(error)),
            hint=_say("id_file_unreadable_hint"),
        ) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", errors="replace")


def _by_name(number: str, words: Sequence[str], cadres: Sequence[Cadre]) -> str | None:
    alike = [
        each.id
        for each in cadres
        if each.name in words
        and (each.birth_month or "")[:7] in ("", birth_month_of(number))
        and each.sex in (None, sex_of(number))
    ]
    return alike[0] if len(alike) == 1 else None
