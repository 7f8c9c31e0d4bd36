"""The photos of a package: which picture is whose, and the pictures one at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from graph.errors import Place
from graph.model.words import listed, sayings
from ingest.clean.values import ValueProblem
from ingest.drafts import FindingDraft, Photo
from ingest.forms.photos import check_photo
from ingest.importers.exchange_zip.package import Package, open_package
from ingest.zips import DAMAGED

_say: Final = sayings("ingest.importers.exchange_zip")
_PERSONS: Final = "A01"
PICTURES: Final = "A57"
_KEY: Final = "A0000"
_FOLDER: Final = Place(sheet="Photos")
_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Pictures:
    """`names` of the kept pictures by the number of the person's row in A01; `parts` where each lies in the package."""

    names: Mapping[int, str]
    parts: Mapping[str, str]

    def kept(self, path: Path) -> Iterator[Photo]:
        """The pictures themselves, read again one at a time, so that memory does not grow with the package."""
        if self.parts:
            with open_package(path) as package:
                for part in self.parts.values():
                    yield check_photo(package.picture(part))


def read_pictures(package: Package, findings: list[FindingDraft]) -> Pictures:
    """Find each person's picture; a picture that is nobody's, or no whole JPEG, becomes a finding."""
    there = package.pictures()
    if not there or _PERSONS not in package.tables():
        return Pictures({}, {})
    people = list(package.rows(_PERSONS))
    named = {row.get(_KEY, ""): row.get("A5714", "") for row in package.rows(PICTURES)} if _has(package) else {}
    owners = _owners(people, named, there)
    names, parts = {}, {}
    for file, part in there.items():
        if file in owners and (photo := _photo(package, file, part, findings)):
            names[owners[file]] = photo.name
            parts[photo.name] = part
    _tell_unowned([file for file in there if file not in owners], findings)
    return Pictures(names, parts)


def _has(package: Package) -> bool:
    return PICTURES in package.tables()


def _owners(people: Sequence[Mapping[str, str]], named: Mapping[str, str], files: Mapping[str, str]) -> dict[str, int]:
    """The row of each file's person: named in A57 or A01, else called by internal id, ID number or a name held once."""
    by_name = {PurePosixPath(file).name.lower(): file for file in files}
    by_stem = {PurePosixPath(file).stem.lower(): file for file in files}
    held = Counter(person.get("A0101", "") for person in people)
    owners: dict[str, int] = {}
    for number, person in enumerate(people, start=1):
        key, name = person.get(_KEY, ""), person.get("A0101", "")
        told = (_last(text) for text in (named.get(key, ""), person.get("A0198", "")))
        called = [key, person.get("A0184", ""), *([name] if held[name] == 1 else []), name + person.get("A0184", "")]
        found = [by_name[text] for text in told if text in by_name]
        found += [by_stem[text] for each in called if (text := each.strip().lower()) in by_stem]
        if found:
            owners.setdefault(found[0], number)
    return owners


def _last(path: str) -> str:
    return PurePosixPath(path.strip().replace("\\", "/")).name.lower()


def _photo(package: Package, file: str, part: str, findings: list[FindingDraft]) -> Photo | None:
    try:
        return check_photo(package.picture(part))
    except ValueProblem as problem:
        code, reason = problem.code, problem.reason
    except DAMAGED:
        code, reason = "bad-photo", _say("damaged-photo")
    findings.append(FindingDraft(_FOLDER, file, code, "warning", _say("of-photo", file=file) + reason))
    return None


def _tell_unowned(files: Sequence[str], findings: list[FindingDraft]) -> None:
    if files:
        reason = _say("unowned-photos", count=len(files), names=listed(files, _SHOWN))
        findings.append(FindingDraft(_FOLDER, "", "unowned-photos", "warning", reason))
