"""Files of every format, damaged by chance, and what becomes of reading them; the same seed gives the same damage."""

from __future__ import annotations

import random
import resource
import signal
import traceback
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import FrameType
from typing import Final

from demo.city import FORM_FOLDER, generate
from graph.errors import ZhishiError
from ingest.gather import gathered
from ingest.importers import recognise
from ingest.importers.lrmx.elements import read_elements
from ingest.keyring import open_keyring
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.reading import Reading
from ingest.serial import dump_record
from tests.support.exchange import INDEX, TABLES
from tests.support.exchange_zip import write_exchange_zip
from tests.support.lrm import write_lrm
from tests.support.mapped import mapping_of, write_tables
from tests.support.rosters import HEADCOUNTS, ROSTER, workbook

SECONDS: Final = 20
"""Of processor time that reading one file may take."""

_REFUSALS: Final = (ZhishiError, OSError, ValueError, RecursionError)
"""What the import reports as a rejected file; anything else would end it with a traceback."""
_ZIPS: Final = frozenset({".xlsx", ".zip"})
_TODAY: Final = "2026-11-23"
_ABSURD: Final = (
    "", "\x00", "\ufeff", "&#x41;", "]]>", "<a>", "9" * 400, "2o19", "1990.13", "\u202e", "𠮷", "=1+1", "无", "\n\n",
    "至今--",
    "（" * 300, "、" * 200, "，；" * 100, "1998.07--2001.05", "兼" * 80, "110101199003070011", '","', "@@@",
    "1E309", "-0", "\ud7ff",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: `read`, `refused`, `failed` or `hung`, and the traceback where it failed."""

    what: str
    trace: str = ""


def samples(folder: Path, seed: int) -> dict[str, list[Path]]:
    """Sound files of every format by its name, written into `folder`."""
    generate(folder / "city", 6, seed)
    forms = sorted((folder / "city" / FORM_FOLDER).rglob("*.lrmx"))
    found: dict[str, list[Path]] = {"lrmx": forms}
    for path in sorted((folder / "city").rglob("*.xlsx")):
        found.setdefault(recognise(path).name, []).append(path)
    for number, form in enumerate(forms):
        elements = read_elements(form)
        write_lrm(folder / f"{number}.lrm", elements.texts, elements.family)
    found["lrm"] = sorted(folder.glob("*.lrm"))
    write_exchange_zip(folder / "包.zip", TABLES, INDEX, photos={"g2.jpg": b"\xff\xd8\xff\xe0 a picture \xff\xd9"})
    found["exchange_zip"] = [folder / "包.zip"]
    with zipfile.ZipFile(folder / "多.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for form in forms[:3]:
            packed.write(form, f"甲县/{form.name}")
    found["bundle"] = [folder / "多.zip"]
    found["roster"] = [workbook(folder / "名册.xlsx", ROSTER), workbook(folder / "编制.xlsx", HEADCOUNTS)]
    return found | {kind: [path] for kind, path in write_tables(folder).items()}


def damaged(draw: random.Random, sample: Path) -> bytes:
    """The file with between one and eight changes, in zips mostly of one part, so that it reaches the reader."""
    content = sample.read_bytes()
    if sample.suffix in _ZIPS and draw.random() < 0.85:
        return _damaged_zip(draw, content)
    return _mutated(draw, content)


def _damaged_zip(draw: random.Random, content: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(target, "w") as made:
        hit = draw.choice([name for name in source.namelist() if not name.endswith(".rels")])
        for name in source.namelist():
            part = source.read(name)
            made.writestr(name, _mutated(draw, part) if name == hit else part)
    return target.getvalue()


def _mutated(draw: random.Random, content: bytes) -> bytes:
    """A byte changed, a stretch gone or doubled, an absurd text put in, mostly between tags, the rest cut off."""
    data = bytearray(content)
    for _ in range(draw.randint(1, 8)):
        at = draw.randrange(len(data) + 1)
        match draw.randrange(7):
            case 0 if at < len(data):
                data[at] = draw.randrange(256)
            case 1:
                del data[at : at + draw.randint(1, 60)]
            case 2:
                data[at:at] = data[at : at + draw.randint(1, 200)]
            case 3 if draw.random() < 0.2:
                del data[at:]
            case 4 | 5:
                tag = data.find(b">", at)
                at = tag + 1 if tag >= 0 else at
                data[at:at] = draw.choice(_ABSURD).encode()
            case _:
                data[at:at] = draw.choice(_ABSURD).encode()
    return bytes(data)


def outcome(path: Path, data: Path, mapping: Path | None = None, *, seconds: int = SECONDS) -> Outcome:
    """Read the file as an import does, to the last record in the form in which it would be kept; `data` is a folder.

    A table is read by its `mapping`, everything else by the importer that knows it.
    """
    reading = Reading(_TODAY, open_keyring(data))
    signal.signal(signal.SIGPROF, _too_long)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        return Outcome("read" if _read_all(path, data, reading, mapping) else "refused")
    except _REFUSALS:
        return Outcome("refused")
    except KeyboardInterrupt:
        return Outcome("hung", traceback.format_exc())
    except BaseException:  # noqa: BLE001 - whatever it is, a panic of a library too, it is what we look for
        return Outcome("failed", traceback.format_exc())
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _read_all(path: Path, data: Path, reading: Reading, mapping: Path | None) -> bool:
    """Whether anything could be read."""
    any_read = False
    importer = MappingImporter(load_mapping(mapping)) if mapping else None
    with gathered([path], data) as found:
        for each in found:
            if each.problem is None:
                any_read = _read_one(each.path, reading, importer) or any_read
    return any_read


def _read_one(path: Path, reading: Reading, importer: MappingImporter | None) -> bool:
    try:
        document = (importer or recognise(path)).read(path, reading)
        for record in document.records:
            dump_record(record)
        list(document.photos)
    except _REFUSALS:
        return False
    return True


def _too_long(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def bound_memory(most: int) -> None:
    """From now on this process may not map more than `most` bytes."""
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def fuzz(
    kinds: Mapping[str, Sequence[Path]],
    folder: Path,
    numbers: range,
    seed: int,
    tell: Callable[[str, int, Outcome], None],
) -> None:
    """Read a damaged file of each kind for each of the numbers; `tell` gets kind, number and what became of it."""
    for number in numbers:
        for kind, paths in kinds.items():
            draw = random.Random(f"{seed}/{kind}/{number}")
            sample = draw.choice(paths)
            path = folder / f"fuzz{sample.suffix}"
            path.write_bytes(damaged(draw, sample))
            mapping = mapping_of(sample)
            tell(kind, number, outcome(path, folder, mapping if mapping.exists() else None))
            path.unlink()
