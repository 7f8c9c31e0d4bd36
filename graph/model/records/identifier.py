"""身份标识: a key that ties documents to a cadre: the keyed hash of an ID number, or of name, sex, birth month and month work began."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Record, link, prop, record


@record("身份标识", "Identifier", prefix="idf", key=("scheme", "value"), access=Access.RESTRICTED, subject="Cadre")
class Identifier(Record):
    """a key that ties documents to a cadre: the keyed hash of an ID number, or of name, sex, birth month and month work began."""

    scheme: str | None = prop("种类", "Scheme", required=True, help="id_number (keyed hash) or person_key.")
    value: str | None = prop("值", "Value", required=True, index=True)
    cadre: tuple[Edge, ...] = link("IDENTIFIES", "Cadre", "干部", "Cadre", required=True)
