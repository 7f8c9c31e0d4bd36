"""Where sources differ: every value side by side, with the documents that give it and why one of them holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from analysis.disputes import Difference, Said, differences
from graph.model.codes import code_list
from graph.model.schema import Record
from webui.frame.language import language, say, words
from webui.frame.urls import Urls
from webui.parts.components import Link
from webui.parts.formats import date_text
from webui.parts.names import field_title
from webui.parts.records import value_text


@dataclass(frozen=True)
class Claim:
    """A value and the documents that give it, by title and form date, with their pages; `stands` when it is chosen.

    `value` is what a form sends for it, empty where it is nobody's.
    """

    text: str
    documents: tuple[Link, ...]
    stands: bool
    value: str


@dataclass(frozen=True)
class Dispute:
    """One property on which the sources differ, the chosen value first.

    `rule` says why it holds; `ruling` is the source record in which a person ruled so, empty where none did.
    """

    name: str
    title: str
    claims: tuple[Claim, ...]
    rule: str
    ruling: str


def disputes(record: Record) -> tuple[Dispute, ...]:
    """The properties of a record that are disputed or ruled on, in the order its alternatives name them."""
    return tuple(_dispute(record, each) for each in differences(record))


def _dispute(record: Record, difference: Difference) -> Dispute:
    declared = record.TYPE.properties[difference.name]
    chosen = _sent(difference.value)
    documents: dict[str, list[Link]] = {chosen: []}
    texts = {chosen: value_text(declared, difference.value) or say("no_value")}
    for said in difference.said:
        value = _sent(said.value)
        documents.setdefault(value, []).append(_document(said))
        texts.setdefault(value, value_text(declared, said.value))
    alike = Counter(texts.values())
    claims = tuple(
        Claim(
            say("in_brackets", text=texts[value], more=value) if alike[texts[value]] > 1 else texts[value],
            tuple(dict.fromkeys(told)),
            value == chosen,
            value if told else "",
        )
        for value, told in documents.items()
    )
    return Dispute(difference.name, field_title(declared), claims, _rule(difference), difference.ruling)


def _document(said: Said) -> Link:
    name = say("claim_ruling") if said.rule == "ruling" else said.evidence.document if said.evidence else ""
    told = " ".join(part for part in (name, date_text(said.date)) if part)
    return Link(told, Urls().source(said.evidence.record_id) if said.evidence else "")


def _sent(value: object) -> str:
    """A value as a form sends it; empty where it is nobody's."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value)


def _rule(difference: Difference) -> str:
    rule = difference.rule
    if f"rule_{rule}" not in words():
        return ""
    evidence = next((each.evidence for each in difference.said if each.rule), None)
    origin = code_list("origin").label(evidence.origin, language()) if evidence and evidence.origin else ""
    return say(f"rule_{rule}", origin=origin)
