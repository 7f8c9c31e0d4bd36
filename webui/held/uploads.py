"""Files that were sent but not yet taken: kept apart until they are imported, discarded or a day old."""

from __future__ import annotations

import json
import re
import secrets
import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from werkzeug.datastructures import FileStorage

from graph.errors import InputError, NotFoundError
from graph.model.refused import refused_because
from graph.model.words import sayings
from graph.store.errors import DataFolderError
from ingest.file_names import fit_name

_say: Final = sayings("webui")

_TOKEN: Final = re.compile(r"^[0-9a-f]{32}$")
_REPORT: Final = "report.json"
PREVIEW: Final = "preview.db"
MAPPING: Final = "mapping.toml"
_DAY: Final = 24 * 3600


@dataclass(frozen=True)
class Upload:
    """The files of one form, each in a folder of its own so that equal names do not meet."""

    token: str
    folder: Path

    def paths(self) -> tuple[Path, ...]:
        """The files, in the order they were sent; none after they were imported."""
        return tuple(sorted(self.folder.glob("[0-9]*/*")))

    def keep_report(self, report: dict[str, Any]) -> None:
        """Write down what came of the files."""
        (self.folder / _REPORT).write_text(json.dumps(report, ensure_ascii=False), "utf-8")

    def report(self) -> dict[str, Any] | None:
        """What came of the files, in the form of `zhishi import --json`; None before they were looked at."""
        path = self.folder / _REPORT
        if not path.exists():
            return None
        report: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return report

    @property
    def preview(self) -> Path:
        """Where what the files would change is written down."""
        return self.folder / PREVIEW

    @property
    def mapping(self) -> Path:
        """How the rows of its tables are read; not there where the files are of formats that are known."""
        return self.folder / MAPPING

    def drop_files(self) -> None:
        """Remove the files and what they would have changed, keep the report."""
        self.preview.unlink(missing_ok=True)
        for path in self.folder.glob("[0-9]*"):
            shutil.rmtree(path, ignore_errors=True)

    def discard(self) -> None:
        """Remove everything."""
        shutil.rmtree(self.folder, ignore_errors=True)


class Uploads:
    """All that wait, in one folder that only its owner can read."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def receive(self, files: Iterable[FileStorage]) -> Upload:
        """Keep these files; raises `InputError` when there is none, `DataFolderError` when they cannot be kept."""
        sent = [file for file in files if file.filename]
        if not sent:
            raise InputError(
                _say("no_file_chosen"),
                hint=_say("no_file_chosen_hint"),
            )
        self._sweep()
        upload = Upload(token := secrets.token_hex(16), self._root / token)
        try:
            self._root.mkdir(parents=True, exist_ok=True, mode=0o700)
            for number, file in enumerate(sent):
                folder = upload.folder / f"{number:05d}"
                folder.mkdir(parents=True, mode=0o700)
                file.save(folder / fit_name(file.filename or ""))
        except OSError as error:
            upload.discard()
            raise DataFolderError(
                _say("upload_not_kept", folder=self._root, error=refused_because(error)),
                hint=_say("data_folder_refused_hint"),
            ) from error
        return upload

    def find(self, token: str) -> Upload:
        """The upload of this token; raises `NotFoundError` once it was discarded or forgotten."""
        folder = self._root / token
        if not _TOKEN.match(token) or not folder.is_dir():
            raise NotFoundError(
                _say("upload_gone"),
                hint=_say("upload_gone_hint"),
            )
        return Upload(token, folder)

    def _sweep(self) -> None:
        for folder in self._root.glob("*"):
            if _TOKEN.match(folder.name) and time.time() - folder.stat().st_mtime > _DAY:
                shutil.rmtree(folder, ignore_errors=True)
