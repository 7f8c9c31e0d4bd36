"""The parts of a cadre's page below its head: the tree's outline, records by kind, findings, what is withheld."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from analysis.image_tree import ImageTree
from analysis.image_tree.to_outline import OutlineLeaf, to_outline
from graph.model.dossier import Dossier
from graph.model.records import record_types
from graph.model.schema import Access, Record
from webui.components import Source, Table
from webui.disputes import Dispute, disputes
from webui.language import language, say
from webui.records import groups, kind_table, kind_title, record_name
from webui.sources import sources

_SHORT: Final = 12


@dataclass(frozen=True)
class LeafItem:
    """One leaf of the outline; `anchor` is where the picture's leaf leads, None for a leaf that tells nothing."""

    leaf: OutlineLeaf
    anchor: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class BranchItem:
    """One branch of the outline; `note` is said where it has no leaf."""

    title: str
    note: str
    leaves: tuple[LeafItem, ...]


@dataclass(frozen=True)
class Kind:
    """All records of one kind: the table, whether it lies open, and its access class where that is restricted."""

    anchor: str
    count: int
    table: Table
    open: bool
    restricted: str | None


@dataclass(frozen=True)
class RecordGroup:
    """Some kinds under one heading."""

    title: str
    kinds: tuple[Kind, ...]


@dataclass(frozen=True)
class Disputed:
    """A record on which sources differ, with every value."""

    id: str
    kind: str
    name: str
    disputes: tuple[Dispute, ...]


def outline(tree: ImageTree) -> tuple[BranchItem, ...]:
    """The branches with their leaves and sources, in the order of the tree."""
    made, number = [], 0
    for branch in to_outline(tree, language()).branches:
        leaves = []
        for leaf in branch.leaves:
            leaves.append(_item(leaf, number))
            number += 1
        made.append(BranchItem(branch.title, branch.note, tuple(leaves)))
    return tuple(made)


def leaf_anchor(number: int) -> str:
    """Where the outline tells the sources of a leaf, by its number in reading order."""
    return f"leaf-{number}"


def _item(leaf: OutlineLeaf, number: int) -> LeafItem:
    if leaf.mark:
        return LeafItem(leaf, None, ())
    return LeafItem(leaf, leaf_anchor(number), sources(leaf.evidence))


def record_groups(dossier: Dossier) -> tuple[RecordGroup, ...]:
    """All records by group and kind; the cadre itself is the head and not among them."""
    labels = [label for label, records in dossier.records.items() if records and label != "Cadre"]
    return tuple(
        RecordGroup(say(group.key), tuple(_kind(dossier, label) for label in group.labels)) for group in groups(labels)
    )


def _kind(dossier: Dossier, label: str) -> Kind:
    records = dossier.records[label]
    access = record_types()[label].TYPE.access
    mark = say("restricted_class", level=int(access)) if access >= Access.RESTRICTED else None
    table = kind_table(label, records, without=dossier.cadre.id)
    return Kind(label, len(records), table, len(records) <= _SHORT, mark)


def all_disputes(dossier: Dossier) -> tuple[Disputed, ...]:
    """Every record of the dossier on which sources differ, the cadre's own attributes first."""
    records: list[Record] = [dossier.cadre, *(each for some in dossier.records.values() for each in some)]
    found = ((record, disputes(record)) for record in records)
    return tuple(
        Disputed(record.id, kind_title(record.TYPE), record_name(record), told) for record, told in found if told
    )


def withheld_kinds(labels: Sequence[str] | frozenset[str]) -> tuple[str, ...]:
    """What the reader may not see, each with the class it needs: `处分（需4级权限）`."""
    types = (record_types()[label].TYPE for label in sorted(labels))
    return tuple(say("withheld_kind", kind=kind_title(each), level=int(each.access)) for each in types)
