"""What tells one file's content from another's."""

from __future__ import annotations

import hashlib
from pathlib import Path


def content_hash(path: Path) -> str:
    """The SHA-256 of a file's bytes in hexadecimal, read in pieces; raises OSError for a file that cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
