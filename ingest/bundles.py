"""A zip of many files, unpacked beside the graph: names from the archive are shown and never become paths."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from graph.errors import Place, ZhishiError
from graph.model.words import sayings
from ingest.clean.privacy import hide_private
from ingest.errors import SourceError
from ingest.file_names import fit_name
from ingest.folder import cannot_write
from ingest.limits import limits
from ingest.zips import DAMAGED, is_locked, is_zip, plain, real_name, refuse_harm

_say: Final = sayings("ingest")
_PIECE: Final = 1 << 20
# What tells a format that is itself a zip: workbooks and documents of two makes, and the exchange package.
_INDEXES: Final = frozenset({"[content_types].xml", "mimetype", "gwyinfo.xml"})
_LINK: Final = 0o120000
_KIND: Final = 0o170000


@dataclass(frozen=True, slots=True)
class Found:
    """A file to import and its name as the report shows it; `problem` where it could not even be had."""

    path: Path
    label: str
    problem: ZhishiError | None = None


@dataclass(slots=True)
class Room:
    """Where one import may unpack to and how much of it is left; bundles in bundles share it."""

    folder: Path
    left: int = field(default_factory=lambda: limits()["bundle"]["unpacked"])
    _made: int = 0

    def new(self) -> Path:
        """A fresh folder."""
        self._made += 1
        made = self.folder / f"{self._made:06}"
        made.mkdir(parents=True, mode=0o700)
        return made


def is_bundle(path: Path) -> bool:
    """Whether it is a zip that is no format of its own, so that what counts is the files in it."""
    try:
        with path.open("rb") as file:
            head = file.read(4)
        if not is_zip(head):
            return False
        with zipfile.ZipFile(path) as packed:
            return not any(PurePosixPath(plain(name)).name.lower() in _INDEXES for name in packed.namelist())
    except (*DAMAGED, OSError, ValueError):
        return False


def unpack(path: Path, label: str, room: Room) -> list[Found]:
    """The files of a bundle, unpacked.

    Raises SourceError for a bomb or a path that leads out, DataFolderError where there is no room on the disk. A single
    file that cannot be had is given with its problem.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            refuse_harm(path, packed, "bundle")
            parts = [part for part in packed.infolist() if not part.is_dir()]
            room.left -= sum(part.file_size for part in parts)
            if room.left < 0:
                raise SourceError(_say("zip-together-too-large"), hint=_say("zip-distrusted"))
            shelves = _Shelves(room)
            unpacked = [_one(packed, part, label, shelves) for part in parts]
    except DAMAGED as error:
        hint = _say("pack-again-or-unpack")
        raise SourceError(_say("zip-damaged"), hint=hint, place=Place(file=path.name)) from error
    if not unpacked:
        raise SourceError(_say("zip-empty"), hint=_say("pack-again"), place=Place(file=path.name))
    return unpacked


class _Shelves:
    """A folder for each folder of the archive, so that what belongs together lies together and equal names do not."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._folders: dict[PurePosixPath, Path] = {}
        self._taken: set[tuple[Path, str]] = set()

    def place_for(self, name: PurePosixPath) -> Path:
        folder = self._folders.get(name.parent)
        if folder is None:
            folder = self._folders[name.parent] = self._room.new()
        fit = fit_name(name.name)
        if (folder, fit.lower()) in self._taken:
            folder = self._room.new()
        self._taken.add((folder, fit.lower()))
        return folder / fit


def _one(packed: zipfile.ZipFile, part: zipfile.ZipInfo, label: str, shelves: _Shelves) -> Found:
    name = PurePosixPath(plain(real_name(part)))
    shown, target = hide_private(f"{label}/{name}"), shelves.place_for(name)
    if problem := _unfit(part):
        return Found(target, shown, problem)
    try:
        with packed.open(part) as source, target.open("xb") as file:
            shutil.copyfileobj(source, file, _PIECE)
    except (*DAMAGED, RuntimeError) as error:
        target.unlink(missing_ok=True)
        message = _say("part-damaged", why=type(error).__name__)
        problem = SourceError(message, hint=_say("pack-again-or-unpack"))
        return Found(target, shown, problem)
    except OSError as error:
        raise cannot_write(target.parent, error) from error
    return Found(target, shown)


def _unfit(part: zipfile.ZipInfo) -> SourceError | None:
    """Why a part is not unpacked, known before it is opened."""
    if is_locked(part):
        return SourceError(_say("part-locked"), hint=_say("unpack"))
    if part.external_attr >> 16 & _KIND == _LINK:
        return SourceError(_say("part-is-a-link"), hint=_say("pack-the-file"))
    if part.file_size > limits()["bundle"]["part"]:
        message = _say("part-too-large", size=f"{part.file_size / 1e6:,.0f}")
        return SourceError(message, hint=_say("in-several-files"))
    return None
