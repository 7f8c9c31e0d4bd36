"""What there is to import: the files named, those in folders, and those in zips of many files."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Self

from graph.errors import Place
from graph.model.words import sayings
from ingest.bundles import Found, Room, is_bundle, unpack
from ingest.clean.privacy import hide_private
from ingest.errors import SourceError
from ingest.folder import cannot_write
from ingest.limits import limits

_say: Final = sayings("ingest")
_SYSTEM: Final = frozenset({"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin"})
"""What systems put into folders by themselves."""

_PREFIX: Final = "unpacked-"


@contextmanager
def gathered(paths: Sequence[Path], data: Path) -> Iterator[list[Found]]:
    """The files, each once; what had to be unpacked lies in the data folder and is gone afterwards.

    Call it with the right to write held: what a killed import left unpacked is removed first.
    """
    for left in data.glob(f"{_PREFIX}*"):
        shutil.rmtree(left, ignore_errors=True)
    with _Unpacking(data) as unpacking:
        yield [found for path in _files(paths) for found in unpacking.open(Found(path, hide_private(path.name)))]


class _Unpacking:
    """Opens bundles as they are met; makes its folder only when there is one."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._room: Room | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._room is not None:
            shutil.rmtree(self._room.folder, ignore_errors=True)

    def open(self, found: Found, depth: int = 0) -> Iterator[Found]:
        """The file itself, or the files in it."""
        if found.problem is not None or not found.path.is_file() or not is_bundle(found.path):
            yield found
            return
        if depth >= limits()["bundle"]["depth"]:
            problem = SourceError(_say("zips-within-zips"), hint=_say("unpack"))
            yield Found(found.path, found.label, problem)
            return
        try:
            parts = unpack(found.path, found.label, self._room_made())
        except SourceError as error:
            yield Found(found.path, found.label, error)
            return
        for part in parts:
            if not _is_passed_over(part.label.removeprefix(f"{found.label}/").split("/"), part.path):
                yield from self.open(part, depth + 1)

    def _room_made(self) -> Room:
        if self._room is None:
            try:
                self._data.mkdir(parents=True, exist_ok=True)
                self._room = Room(Path(tempfile.mkdtemp(prefix=_PREFIX, dir=self._data)))
            except OSError as error:
                raise cannot_write(self._data, error) from error
        return self._room


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files named, there or not, and those in the folders named by their names, each once.

    Links to folders are not followed, so that none leads round in a circle; a link that leads nowhere is a file that
    cannot be read. What is hidden, or kept by the system beside people's files, is passed over.
    """
    seen: set[Path] = set()
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for each in inside:
            if each is not path and not (_is_file(each) and not _is_passed_over(each.relative_to(path).parts, each)):
                continue
            if each not in seen:
                seen.add(each)
                yield each


def _is_file(path: Path) -> bool:
    return path.is_file() or (path.is_symlink() and not path.is_dir())


def _is_passed_over(parts: Sequence[str], path: Path) -> bool:
    """Whether it is hidden, the system's own, or the picture of a form of 2.0, which is read with the form."""
    if any(part.startswith((".", "~$")) or part.lower() in _SYSTEM for part in parts):
        return True
    forms = (path.with_suffix(ending) for ending in (".lrm", ".LRM"))
    return path.suffix.lower() == ".pic" and any(form.is_file() for form in forms)


def not_a_file(path: Path) -> SourceError:
    """The refusal of what is there and is no file."""
    return SourceError(_say("not-a-file"), hint=_say("not-a-file-hint"), place=Place(file=path.name))
