"""身份标识: a key that ties documents to a cadre.

The keyed hash of an ID number, or of name, sex, birth month and month work began.
"""

from __future__ import annotations

from graph.model.schema import Access, Edge, Record, link, prop, record


@record(
    "身份标识", "Identifier", prefix="idf", key=("scheme", "value", "cadre"), access=Access.RESTRICTED, subject="Cadre"
)
class Identifier(Record):
    """a key that ties documents to a cadre.

    The keyed hash of an ID number, or of name, sex, birth month and month work began.
    """

    scheme: str | None = prop(
        "种类",
        "Scheme",
        required=True,
        help="id_number, person_key (name, sex, birth month, work start) or name_birth, which are keyed hashes; "
        "the scheme of a table's numbers, with ~ where people may share them; row_… and ~row within one table; "
        "~~name_birth is name_birth however the name is spelled.",
    )
    value: str | None = prop("值", "Value", required=True, index=True)
    cadre: tuple[Edge, ...] = link("IDENTIFIES", "Cadre", "干部", "Cadre", required=True)
