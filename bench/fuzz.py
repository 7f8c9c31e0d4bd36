"""Damaged and absurd files of the three formats: no traceback, no hang, no partial write.

`python -m bench.fuzz [--runs FILES] [--seed N] [--engine …]`: each file is read by its importer within a time limit;
one in twenty is imported, and where it is rejected the graph must be as before.
"""

from __future__ import annotations

import random
import signal
import traceback
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from types import FrameType
from typing import Final

from bench.common import Bench, arguments, benches, table
from demo.city import generate
from graph.errors import ZhishiError
from ingest.importers import recognise
from ingest.keyring import open_keyring
from ingest.run import Reading, import_paths

_LIMIT: Final = 20
_IMPORTED: Final = 20
_REFUSALS: Final = (ZhishiError, OSError, ValueError, RecursionError)
"""What the import reports as a rejected file; anything else would end it with a traceback."""
_ABSURD: Final = (
    "",
    "\x00",
    "\ufeff",
    "&#x41;",
    "]]>",
    "<a>",
    "9" * 400,
    "2o19",
    "1990.13",
    "\u202e",
    "𠮷",
    "=1+1",
    "无",
    "\n\n",
    "至今--",
)


def main() -> None:
    """Print how many files were read, refused, and how many failed in another way; failures are printed in full."""
    asked = arguments("fuzz", cadres=6, runs=3000, engine="embedded")
    heads = ("engine", "files", "read", "refused", "imported", "failed", "hung", "partly written")
    table(heads, (_row(bench) for bench in benches(asked)))


def _row(bench: Bench) -> tuple[object, ...]:
    generate(bench.folder / "files", bench.cadres, bench.seed)
    samples = sorted(path for path in (bench.folder / "files").rglob("*.*") if path.is_file())
    by_kind = [[path for path in samples if _kind(path) == kind] for kind in sorted({_kind(path) for path in samples})]
    draw = random.Random(bench.seed)
    counts: Counter[str] = Counter()
    signal.signal(signal.SIGALRM, _too_long)
    for number in range(bench.runs):
        sample = draw.choice(by_kind[number % len(by_kind)])
        path = bench.folder / f"fuzz{number:06}{sample.suffix}"
        path.write_bytes(_damaged(draw, sample))
        counts[_read(bench, path)] += 1
        if number % _IMPORTED == 0:
            counts["imported"] += 1
            counts["partly"] += not _whole(bench, path)
        path.unlink()
    told = (counts[name] for name in ("read", "refused", "imported", "failed", "hung", "partly"))
    return bench.engine, bench.runs, *told


def _kind(path: Path) -> str:
    return recognise(path).name


def _too_long(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - as the signal calls it
    raise KeyboardInterrupt


def _read(bench: Bench, path: Path) -> str:
    """What becomes of reading one file: read, refused, failed or hung."""
    reading = Reading("2026-11-23", open_keyring(bench.settings.data))
    signal.alarm(_LIMIT)
    try:
        list(recognise(path).read(path, reading).records)
    except _REFUSALS:
        return "refused"
    except KeyboardInterrupt:
        print(f"hung: {path.name}")
        return "hung"
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        traceback.print_exc()
        return "failed"
    finally:
        signal.alarm(0)
    return "read"


def _whole(bench: Bench, path: Path) -> bool:
    """Whether the import took the whole file, or left nothing of it."""
    before = bench.graph.fingerprint(without=["ImportBatch", "GraphState", "Finding"])
    report = import_paths(bench.graph, bench.settings, [path])
    if report.files[0].status != "rejected":
        bench.empty()
        return True
    return before == bench.graph.fingerprint(without=["ImportBatch", "GraphState", "Finding"])


def _damaged(draw: random.Random, sample: Path) -> bytes:
    content = sample.read_bytes()
    if sample.suffix == ".xlsx" and draw.random() < 0.8:
        return _damaged_workbook(draw, content)
    return _mutated(draw, content)


def _damaged_workbook(draw: random.Random, content: bytes) -> bytes:
    """A sound archive with one damaged part, so that the damage reaches the reader."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(target, "w") as made:
        names = source.namelist()
        hit = draw.choice([name for name in names if name.endswith(".xml")])
        for name in names:
            part = source.read(name)
            made.writestr(name, _mutated(draw, part) if name == hit else part)
    return target.getvalue()


def _mutated(draw: random.Random, content: bytes) -> bytes:
    """Between one and eight changes: a byte, a stretch gone or doubled, an absurd text put in, the rest cut off."""
    data = bytearray(content)
    for _ in range(draw.randint(1, 8)):
        at = draw.randrange(len(data) + 1)
        match draw.randrange(6):
            case 0 if at < len(data):
                data[at] = draw.randrange(256)
            case 1:
                del data[at : at + draw.randint(1, 60)]
            case 2:
                data[at:at] = data[at : at + draw.randint(1, 200)]
            case 3 if draw.random() < 0.2:
                del data[at:]
            case _:
                data[at:at] = draw.choice(_ABSURD).encode()
    return bytes(data)


if __name__ == "__main__":
    main()
