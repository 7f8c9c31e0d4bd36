"""The vocabulary page `docs/vocabulary.md`, printed from the model so that it cannot say anything else."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model.records import record_types
from graph.model.schema import Link, Property, RecordType

_HEAD = """# Vocabulary of the graph

Printed from `graph/model` by `zhishi vocabulary`; a test holds the two equal. Every node has `id`; every fact also
has `subject` (whose it is), `status` (confirmed, stated, disputed), `derived` (properties that were concluded, not
written), `disputed` and `alternatives` (what sources say otherwise), and
`(fact)-[:STATED_IN {sheet, row, line, column, quote}]->(:SourceRecord)-[:PART_OF]->(:SourceDocument)-[:IN_BATCH]->
(:ImportBatch)`. Dates are text, `YYYY[-MM[-DD]]`, as exact as their source; intervals are half-open.
Class: 1 public, 2 office, 3 assessment, 4 restricted.
"""


def render() -> str:
    """The whole page as Markdown."""
    return _HEAD + "".join(_section(cls.TYPE) for cls in record_types().values())


def _section(declared: RecordType) -> str:
    lines = [f"\n## {declared.label} · {declared.zh}\n", declared.help.replace("\n", " "), ""]
    lines.append(
        f"Class {declared.access.value}; key: {', '.join(f'`{name}`' for name in declared.key) or 'opaque id'}.\n"
    )
    lines += ["| property | 中文 | English | kind | class | notes |", "| --- | --- | --- | --- | --- | --- |"]
    lines += [_property(declared, each) for each in declared.properties.values()]
    lines += _relations(declared)
    if declared.searched:
        lines += ["", f"Searched by the words of {', '.join(f'`{name}`' for name in declared.searched)}."]
    return "\n".join(lines) + "\n"


def _property(declared: RecordType, each: Property) -> str:
    notes = "; ".join(_notes(each))
    access = declared.access_of(each.name).value
    return f"| `{each.name}` | {each.zh} | {each.en} | {each.kind.value} | {access} | {notes} |"


def _notes(each: Property) -> Iterator[str]:
    if each.codes:
        yield ", ".join(each.codes)
    if each.choices:
        yield f"one of `{each.choices}`"
    if each.may_be_future:
        yield "may lie ahead"
    if each.help:
        yield each.help


def _relations(declared: RecordType) -> list[str]:
    if not declared.links:
        return []
    return ["", *(f"- `{_arrow(declared.label, link)}` {link.zh}, {link.en}" for link in declared.links.values())]


def _arrow(label: str, link: Link) -> str:
    values = f" {{{', '.join(each.name for each in link.properties)}}}" if link.properties else ""
    relation = f"-[:{link.type}{values}]->"
    return f"(:{link.target}){relation}(:{label})" if link.inward else f"(:{label}){relation}(:{link.target})"
