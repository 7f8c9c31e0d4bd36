"""Third-party scripts of the pages: fetched from their packages and held to the checksums of their manifest.

`python -m webui.vendoring` fetches all anew by npm and writes the checksums; `--check` only compares.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "static" / "vendor"
MANIFEST: Final = FOLDER / "manifest.toml"


def manifest() -> Mapping[str, Mapping[str, str]]:
    """By file name: `from`, `path`, `version`, `licence` and `sha256`."""
    return tomllib.loads(MANIFEST.read_text("utf-8"))


def faults() -> Iterator[str]:
    """Each file that is missing, is not what the manifest says, or stands in no manifest."""
    told = manifest()
    for name, each in told.items():
        path = FOLDER / name
        if not path.is_file():
            yield f"{name}: missing"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != each["sha256"]:
            yield f"{name}: not the file of {each['from']}"
    yield from (f"{path.name}: in no manifest" for path in FOLDER.glob("*.js") if path.name not in told)


def fetch(source: str, path: str) -> bytes:
    """One file of a package: `npm:NAME@VERSION`, or `python:NAME` for one that is installed."""
    kind, _, name = source.partition(":")
    if kind == "python":
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None:
            raise FileNotFoundError(f"{name} is not installed")
        return (Path(spec.origin).parent / path).read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True)  # noqa: S603, S607 - the manifest is ours
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as packed:
            member = packed.extractfile(f"package/{path}")
            if member is None:
                raise FileNotFoundError(f"{path} is not in {name}")
            return member.read()


def refresh() -> None:
    """Fetch every file of the manifest and write the checksums into it."""
    text = MANIFEST.read_text("utf-8")
    for name, each in manifest().items():
        content = fetch(each["from"], each["path"])
        (FOLDER / name).write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        text = re.sub(rf'(\["{re.escape(name)}"\][^\[]*sha256 = ")[^"]*', rf"\g<1>{digest}", text)
    MANIFEST.write_text(text, "utf-8")


def main() -> int:
    """Exit 1 where `--check` finds a fault."""
    if sys.argv[1:] != ["--check"]:
        refresh()
    found = list(faults())
    sys.stdout.writelines(f"{each}\n" for each in found or ["all as the manifest says"])
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
