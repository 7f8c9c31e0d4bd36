"""A long sheet of a work-record workbook, read and checked, against a bare calamine read (aim: at most 3 times).

`python -m bench.workbook [--rows N …] [--runs N]`: no graph; seconds are of processor time. Each size is read in a
process of its own, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import xlsxwriter
from python_calamine import CalamineWorkbook

from bench.common import alternate, peak_memory, table
from graph.model.sheets import COVER_SHEET, work_sheets
from ingest.clean.workbooks import open_workbook
from ingest.importers.work_records import IMPORTER
from ingest.keyring import open_keyring
from ingest.reading import Reading
from ingest.withhold import withhold

_LABEL: Final = "ObservationNote"
_PEOPLE: Final = 1000
HEADS: Final = (
    "rows",
    "MiB of file",
    "our reading s",
    "bare calamine s",
    "times",
    "findings",
    "Python MiB",
    "bare MiB",
)


def main() -> None:
    """Print a line a size."""
    asking = argparse.ArgumentParser(prog="python -m bench.workbook")
    asking.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    asking.add_argument("--runs", type=int, default=3)
    asking.add_argument("--of", type=Path, help=argparse.SUPPRESS)
    asking.add_argument("--bare", action="store_true", help=argparse.SUPPRESS)
    asked = asking.parse_args()
    if asked.of:
        print(json.dumps(_measure(asked.of, asked.runs, bare_only=asked.bare)))
        return
    with tempfile.TemporaryDirectory(prefix="zhishi-bench-") as name:
        table(HEADS, (_row(Path(name), rows, asked.runs) for rows in asked.rows))


def _row(folder: Path, rows: int, runs: int) -> tuple[object, ...]:
    path = folder / f"{rows}.xlsx"
    _write(path, rows)
    ours, bare, findings, memory = _apart(path, runs)
    bare_memory = _apart(path, 1, "--bare")[3]
    return rows, path.stat().st_size / 2**20, ours, bare, ours / bare, int(findings), memory, bare_memory


def _apart(path: Path, runs: int, *more: str) -> list[float]:
    command = [sys.executable, "-m", "bench.workbook", "--of", str(path), "--runs", str(runs), *more]
    figures: list[float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return figures


def _measure(path: Path, runs: int, *, bare_only: bool) -> tuple[float, float, int, float]:
    """Seconds of processor time of both, findings, and the most memory held."""
    if bare_only:
        return 0.0, _seconds(lambda: _bare(path)), 0, peak_memory()
    reading = Reading("2026-11-23", open_keyring(path.parent))
    findings = _ours(path, reading)
    ours, bare = alternate(runs, lambda: _seconds(lambda: _ours(path, reading)), lambda: _seconds(lambda: _bare(path)))
    return ours, bare, findings, peak_memory()


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _ours(path: Path, reading: Reading) -> int:
    """Read, check and draft each row, as an import does before it knows the graph; returns the number of findings."""
    document = IMPORTER.read(path, reading)
    for record in document.records:
        withhold(record)
    return len(document.findings)


def _bare(path: Path) -> int:
    with open_workbook(path):
        pass  # the size of the file is looked at, as ours does
    book = CalamineWorkbook.from_path(str(path))
    return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)


def _write(path: Path, rows: int) -> None:
    """A workbook of one long sheet: notes about a thousand people, one in a thousand rows with a date that is none."""
    sheet = next(each for each in work_sheets() if each.label == _LABEL)
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        cover = book.add_worksheet(COVER_SHEET)
        cover.write_row(0, 0, ["填报单位", "丁市委组织部"])
        cover.write_row(1, 0, ["填报期间", "2023年"])
        page = book.add_worksheet(sheet.name)
        page.write_row(0, 0, sheet.headings)
        for number in range(rows):
            page.write_row(number + 1, 0, [_told(number).get(heading, "") for heading in sheet.headings])


def _told(number: int) -> dict[str, Any]:
    day = "二月三十" if number % 1000 == 999 else f"2023-{number % 12 + 1:02}-{number % 28 + 1:02}"
    person = number % _PEOPLE
    return {
        "姓名": f"林{chr(0x4E00 + person)}禾",
        "出生年月": f"19{60 + person % 30}-{person % 12 + 1:02}",
        "日期": day,
        "记录人": f"周示例{number // _PEOPLE}",
        "评价倾向": "正面" if number % 3 else "负面",
        "能力项": "群众工作",
        "内容": f"第{number}次走访，带头入户，三天谈下十一户，群众满意。",
    }


if __name__ == "__main__":
    main()
