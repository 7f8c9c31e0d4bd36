"""A folder of `.lrmx` forms: our reading against bare lxml parsing of the same, and the share of each step.

`python -m bench.lrmx_folder [--cadres FILES] [--runs N]`: no graph; the engine does not matter.
"""

from __future__ import annotations

import cProfile
import hashlib
import pstats
import tempfile
from pathlib import Path

from lxml import etree

from bench.common import alternate, arguments, table, timed
from demo.city import FORM_FOLDER, generate
from ingest.importers import recognise
from ingest.keyring import open_keyring
from ingest.reading import Reading

_STEPS = {
    "XML to elements": ("elements.py", "read_elements"),
    "résumé": ("parse.py", "parse_resume"),
    "mapping, with the résumé": ("mapping.py", "map"),
}


def main() -> None:
    """Print the figures."""
    asked = arguments("lrmx_folder", cadres=2000)
    with tempfile.TemporaryDirectory(prefix="zhishi-bench-") as name:
        folder = Path(name)
        generate(folder, round(asked.cadres * 1.06) + 1, asked.seed)
        files = sorted((folder / FORM_FOLDER).rglob("*.lrmx"))[: asked.cadres]
        reading = Reading("2026-11-23", open_keyring(folder))
        ours, bare = alternate(
            asked.runs, lambda: timed(lambda: _ours(files, reading))[0], lambda: timed(lambda: _bare(files))[0]
        )
        table(
            ("files", "our reading s", "bare lxml s", "times", "ms a file"),
            [(len(files), ours, bare, ours / bare, ours / len(files) * 1000)],
        )
        print()
        table(("step", "share of our reading"), _shares(files, reading))


def _ours(files: list[Path], reading: Reading) -> int:
    """Recognise, hash, read and draft each file, as an import does; returns the number of drafts."""
    drafts = 0
    for path in files:
        hashlib.sha256(path.read_bytes()).hexdigest()
        drafts += sum(len(record.drafts) for record in recognise(path).read(path, reading).records)
    return drafts


def _bare(files: list[Path]) -> None:
    for path in files:
        etree.parse(path)


def _shares(files: list[Path], reading: Reading) -> list[tuple[str, str]]:
    """By the profiler, which makes Python code look slower than C code."""
    profile = cProfile.Profile()
    profile.runcall(_ours, files, reading)
    stats = pstats.Stats(profile)
    rows = stats.stats.items()  # type: ignore[attr-defined]
    whole = next(told[3] for (_, _, name), told in rows if name == "_ours")
    found = []
    for step, (file, function) in _STEPS.items():
        took = sum(told[3] for (path, _, name), told in rows if name == function and path.endswith(file))
        found.append((step, f"{took / whole:.0%}"))
    return found


if __name__ == "__main__":
    main()
