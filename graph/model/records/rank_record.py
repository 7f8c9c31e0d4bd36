"""职务层次职级: from when to when a person stood at a leading-post level or civil-service grade."""

from __future__ import annotations

from typing import Final

from graph.model.schema import Edge, Kind, Record, link, prop, record

RANKS: Final = ("position_level", "grade", "former_rank")
"""The code lists that have the English words of a rank as it is written."""


@record("职务层次职级", "Rank record", prefix="ran", key=("cadre", "kind", "rank"), subject="Cadre", date="start")
class RankRecord(Record):
    """from when to when a person stood at a leading-post level or civil-service grade."""

    kind: str | None = prop("类别", "Level or grade", codes=("A0531",), choices="rank_kind")
    rank: str | None = prop("职务层次（职级）", "Rank", codes=("A0501B",), worded=RANKS)
    start: str | None = prop("批准日期", "From", kind=Kind.DATE, codes=("A0504",))
    end: str | None = prop("终止日期", "To, exclusive", kind=Kind.DATE, codes=("A0517",))
    document_number: str | None = prop("批准文号", "Document", codes=("A0511",))
    state: str | None = prop("状态", "State", codes=("A0524",), worded=("rank_state",))
    cadre: tuple[Edge, ...] = link("HOLDS_RANK", "Cadre", "干部", "Cadre", inward=True, required=True)
