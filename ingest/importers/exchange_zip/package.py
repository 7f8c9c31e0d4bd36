"""An exchange package, opened with distrust: its tables by name as rows of attributes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final

from lxml import etree

from graph.errors import Place
from graph.model.words import Both, sayings
from ingest.errors import SourceError
from ingest.limits import check_size, limits
from ingest.zips import DAMAGED, is_locked, plain, real_name, refuse_harm

INDEX: Final = "gwyinfo.xml"
_say: Final = sayings("ingest.importers.exchange_zip")
_zip_said: Final = sayings("ingest")


def is_package(path: Path) -> bool:
    """Whether the file is a zip that holds the index of an exchange package."""
    try:
        with zipfile.ZipFile(path) as packed:
            return any(PurePosixPath(plain(name)).name.lower() == INDEX for name in packed.namelist())
    except (*DAMAGED, OSError):
        return False


class Package:
    """One open package; nothing of it is ever written to a disk."""

    def __init__(self, path: Path, packed: zipfile.ZipFile) -> None:
        self._path = path
        self._packed = packed
        self._names = {plain(name).lower(): name for name in packed.namelist()}
        index = next(name for name in self._names if PurePosixPath(name).name == INDEX)
        self._root = index.removesuffix(INDEX)

    def tables(self) -> list[str]:
        """The codes of the tables there are, in their order."""
        inside = PurePosixPath(f"{self._root}table")
        paths = (PurePosixPath(name) for name in self._names)
        return sorted(path.stem.upper() for path in paths if path.parent == inside and path.suffix == ".xml")

    def rows(self, code: str) -> Iterator[Mapping[str, str]]:
        """The rows of a table as attributes; raises SourceError where it is no plain XML."""
        name = f"{self._root}table/{code.lower()}.xml"
        for row in self._xml(name).iter("row"):
            yield {str(key).upper(): str(value) for key, value in row.attrib.items()}

    def index(self) -> Mapping[str, str]:
        """What the index tells of the package as a whole, by name."""
        nodes = self._xml(f"{self._root}{INDEX}").iter("node")
        return {str(node.get("name") or "").lower(): str(node.get("value") or "") for node in nodes}

    def _xml(self, name: str) -> etree._Element:
        content = self._bytes(name)
        if b"<!DOCTYPE" in content.upper() or b"<!ENTITY" in content.upper():
            raise _refuse(self._path, _say("entities", part=name), _say("distrusted"))
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            line, column = error.position
            reason = _say("cut-short", part=name, line=line, column=column)
            raise _refuse(self._path, reason, _say("export-again")) from error

    def _bytes(self, name: str) -> bytes:
        """One part, and never more of it than its directory entry admits, which was checked."""
        part = self._packed.getinfo(self._names[name])
        if part.file_size > limits()["bytes"]["workbook"]:
            size = f"{part.file_size / 1e6:,.0f}"
            raise _refuse(self._path, _say("too-large", part=name, size=size), _say("distrusted"))
        with self._packed.open(part) as file:
            return file.read(part.file_size)

    def pictures(self) -> dict[str, str]:
        """The photos of the package: the file name as its writer meant it, and the path of the part."""
        inside = f"{self._root}photos/"
        found = (name for lower, name in self._names.items() if lower.startswith(inside) and not lower.endswith("/"))
        return {PurePosixPath(plain(real_name(self._packed.getinfo(name)))).name: name for name in found}

    def picture(self, part: str) -> bytes:
        """The content of one photo, or of more than a photo may have; raises SourceError where it is damaged."""
        with self._packed.open(part) as file:
            return file.read(limits()["bytes"]["photo"] + 1)


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """The package; raises SourceError for a bomb, names that lead out of it, a password or damage."""
    check_size(path, "workbook")
    try:
        with zipfile.ZipFile(path) as packed:
            _check(path, packed)
            yield Package(path, packed)
    except DAMAGED as error:
        raise _refuse(path, _zip_said("zip-damaged"), _say("export-again")) from error


def _check(path: Path, packed: zipfile.ZipFile) -> None:
    refuse_harm(path, packed, "zip")
    if any(is_locked(part) for part in packed.infolist()):
        raise _refuse(path, _say("locked"), _say("export-unlocked"))


def _refuse(path: Path, message: Both, hint: Both) -> SourceError:
    return SourceError(message, hint=hint, place=Place(file=path.name))
