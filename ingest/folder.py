"""What an import writes beside the graph, and why it could not."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

from graph.model.refused import refused_because
from graph.model.words import sayings
from graph.store.errors import DataFolderError
from ingest.drafts import DocumentDraft

_say: Final = sayings("ingest")
_FULL: Final = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})


def cannot_write(folder: Path, error: OSError) -> DataFolderError:
    """The error that says why nothing could be written there, and what to do."""
    why = _say("disk-full") if error.errno in _FULL else refused_because(error)
    return DataFolderError(_say("cannot-write", folder=folder, why=why), hint=_say("make-room"))


def keep_photos(folder: Path, draft: DocumentDraft) -> None:
    """Pictures stand beside the graph, never in it; the same picture is written once."""
    folder.mkdir(parents=True, exist_ok=True)
    for photo in draft.photos:
        target = folder / Path(photo.name).name
        if not target.exists():
            _write_whole(target, photo.content)


def _write_whole(target: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all; raises DataFolderError where it cannot be written."""
    part = target.with_suffix(".part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise cannot_write(target.parent, error) from error
