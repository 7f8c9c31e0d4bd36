"""单位: an organ, institution or company; one node for each body, under whatever usual name it is written."""

from __future__ import annotations

from graph.model.schema import Access, Edge, Kind, Record, edge_property, link, prop, record


@record("单位", "Unit", prefix="uni", key=("name",))
class Unit(Record):
    """an organ, institution or company; one node for each body, under whatever usual name it is written."""

    name: str | None = prop(
        "机构名称", "Name", codes=("B0101",), access=Access.PUBLIC, required=True, index=True, names="Unit", search=True
    )
    pinyin: str | None = prop("拼音", "Pinyin", access=Access.PUBLIC, index=True, search=True)
    initials: str | None = prop("拼音首字母", "Pinyin initials", access=Access.PUBLIC, index=True, search=True)
    short_name: str | None = prop(
        "机构简称", "Short name", codes=("B0104",), access=Access.PUBLIC, index=True, search=True
    )
    code: str | None = prop("机构编码", "Code", codes=("B0114",))
    tree_code: str | None = prop("层级码", "Tree code", codes=("B0111",))
    region: str | None = prop("所在政区", "Region", codes=("B0117",))
    affiliation: str | None = prop("隶属关系", "Affiliation", codes=("B0124",), worded=("affiliation",))
    level: str | None = prop("机构级别", "Level", codes=("B0127",), choices="unit_level")
    category: str | None = prop("机构类别", "Category", codes=("B0131",), worded=("unit_category",))
    legal_status: str | None = prop(
        "法人单位标识", "Legal unit, department or group", codes=("B0194",), worded=("legal_status",)
    )
    admin_quota: int | None = prop("行政编制数", "Administrative headcount", kind=Kind.INTEGER, codes=("B0227",))
    public_quota: int | None = prop(
        "事业编制数（参照）", "Public-institution headcount (civil-servant rules)", kind=Kind.INTEGER, codes=("B0232",)
    )
    other_public_quota: int | None = prop(
        "事业编制数（非参照）", "Public-institution headcount (other)", kind=Kind.INTEGER, codes=("B0233",)
    )
    worker_quota: int | None = prop("工勤编制数", "Support headcount", kind=Kind.INTEGER, codes=("B0236",))
    other_quota: int | None = prop("其他编制数", "Other headcount", kind=Kind.INTEGER, codes=("B0234",))
    civil_rules_since: str | None = prop(
        "参照公务员法管理审批时间", "Civil-servant rules approved on", kind=Kind.DATE, codes=("B0238",)
    )
    civil_rules_document: str | None = prop(
        "参照公务员法管理审批文号", "Civil-servant rules approved by", codes=("B0239",)
    )
    internal_leader_quota: int | None = prop(
        "内设机构领导职数", "Leaders of divisions allowed", kind=Kind.INTEGER, codes=("B0150",)
    )
    chief_quota: int | None = prop("正职领导职数", "Principal posts allowed", kind=Kind.INTEGER, codes=("B0183",))
    deputy_quota: int | None = prop("副职领导职数", "Deputy posts allowed", kind=Kind.INTEGER, codes=("B0185",))
    note: str | None = prop("备注", "Note", codes=("B0180",))
    sort_order: int | None = prop("同级排序号", "Order among its peers", kind=Kind.INTEGER, codes=("SORTID",))
    parent: tuple[Edge, ...] = link("PART_OF", "Unit", "上级单位", "Part of")
    successor: tuple[Edge, ...] = link(
        "SUCCEEDED_BY",
        "Unit",
        "更名后单位",
        "Succeeded by",
        properties=(
            edge_property("date", "日期", "Date", kind=Kind.DATE),
            edge_property("kind", "变更方式", "Kind of change", worded=("unit_change",)),
        ),
    )
