"""What an import by a mapping would do, without a graph: rows read, records made, examples, and all that is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from graph.model.keys import make_key
from ingest.drafts import FindingDraft, RecordDraft, Ref
from ingest.importers import Reading
from ingest.mapping.importer import Counts, MappingImporter
from ingest.mapping.loaded import LoadedMapping
from ingest.report import finding_as_json
from ingest.withhold import withhold

_SPELLED: Final = ("pinyin", "initials")
"""What follows from a name."""


@dataclass(slots=True)
class DryReading:
    """What an importer may ask, where there is no graph and no key: hashes stand for themselves only."""

    today: str

    def hash_id_number(self, number: str) -> str | None:
        """Something that is equal for equal numbers, and kept nowhere."""
        return make_key("dry", number)

    def records(self, label: str) -> Iterator[Mapping[str, Any]]:  # noqa: ARG002 - the interface of a reading
        """Nothing: there is no graph."""
        return iter(())


@dataclass(slots=True)
class CheckResult:
    """What a file gives by a mapping: rows, records by the name of their `[[record]]` with an example, findings."""

    file: str
    mapping: str
    rows: int = 0
    records: dict[str, int] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    filled: dict[str, dict[str, int]] = field(default_factory=dict)
    """How many records have each property or link, by the name of their `[[record]]`."""
    examples: dict[str, dict[str, Any]] = field(default_factory=dict)
    findings: list[FindingDraft] = field(default_factory=list)

    @property
    def errors(self) -> int:
        """Rows, or values the model requires, that would not be taken."""
        return sum(each.severity == "error" for each in self.findings)

    def as_json(self) -> dict[str, Any]:
        """The shape `docs/cli.md` promises."""
        return {
            "file": self.file,
            "mapping": self.mapping,
            "rows": self.rows,
            "records": [
                {
                    "name": name,
                    "type": kind,
                    "count": self.records.get(name, 0),
                    "filled": self.filled.get(name, {}),
                    "example": self.examples.get(name),
                }
                for name, kind in self.types.items()
            ],
            "findings": [finding_as_json(each) for each in self.findings],
        }


def check_mapping(path: Path, mapping: LoadedMapping, reading: Reading) -> CheckResult:
    """Read the whole file as an import would, keeping counts, one example a record and the findings.

    Raises SourceError where the file cannot be read, or lacks columns that the mapping needs.
    """
    result = CheckResult(path.name, mapping.path.name)
    result.types = {each.alias: each.type for each in mapping.spec.record}
    counts = Counts()
    document = MappingImporter(mapping).read_counting(path, reading, counts)
    for _ in document.records:
        pass
    tally = counts.tally
    result.rows, result.records, result.findings = counts.rows, dict(tally.records), document.findings
    result.examples = {name: example_of(withhold(record)) for name, record in tally.examples.items()}
    result.filled = {
        name: {field: count for field, count in sorted(some.items()) if field not in _SPELLED}
        for name, some in tally.filled.items()
    }
    return result


def example_of(record: RecordDraft) -> dict[str, Any]:
    """A record's first draft as plain values: its properties, and its links by what they name."""
    draft = record.drafts[0]
    told = {name: value for name, value in draft.values.items() if name not in _SPELLED}
    links = {link.name: _named(link.target) for link in draft.links}
    who = {"identify": _named(record.subject)} if draft.type == "Cadre" else {}
    return {**told, **who, **links}


def _named(ref: Ref) -> str:
    shown = [text for name, value in ref.values.items() if (text := _shown(name, value))]
    return f"{ref.type}({', '.join(shown)})"


def _shown(name: str, value: object) -> str:
    """A part of a reference as one would read it; what only the program needs is not shown."""
    if name in ("id_hash", "find", "row"):
        return ""
    if name in ("keys", "hints") and isinstance(value, list):
        return ", ".join(f"{scheme} {text}" for scheme, text in value if not scheme.startswith("row_"))
    return _named(value) if isinstance(value, Ref) else str(value)
