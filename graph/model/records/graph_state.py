"""图库状态: the one node that says which key and which projection a graph was loaded with."""

from __future__ import annotations

from graph.model.schema import Access, Kind, Record, prop, record


@record("图库状态", "Graph state", prefix="gst", key=("name",), access=Access.RESTRICTED, projected=False)
class GraphState(Record):
    """The one node that says which key and which projection a graph was loaded with."""

    name: str | None = prop("名称", "Name", required=True)
    key_fingerprint: str | None = prop("散列密钥指纹", "Fingerprint of the hashing key")
    projection: int | None = prop("投影版本", "Version of the projection", kind=Kind.INTEGER)
