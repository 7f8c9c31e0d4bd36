"""干部: a person the department manages or considers; the id is opaque and kept once minted."""

from __future__ import annotations

from graph.model.schema import Access, Kind, Record, prop, record


@record("干部", "Cadre", prefix="cad", key=(), subject="Cadre")
class Cadre(Record):
    """a person the department manages or considers; the id is opaque and kept once minted."""

    name: str | None = prop(
        "姓名", "Name", codes=("A0101",), access=Access.PUBLIC, required=True, index=True, search=True
    )
    pinyin: str | None = prop(
        "拼音",
        "Pinyin",
        codes=("A0102",),
        access=Access.PUBLIC,
        index=True,
        help="Syllables without tones, joined; made from the name where no source gives it.",
        search=True,
    )
    initials: str | None = prop("拼音首字母", "Pinyin initials", access=Access.PUBLIC, index=True, search=True)
    sex: str | None = prop("性别", "Sex", codes=("A0104",), choices="sex")
    birth_month: str | None = prop("出生年月", "Birth month", kind=Kind.DATE, codes=("A0107",))
    ethnicity: str | None = prop(
        "民族", "Ethnicity", codes=("A0117",), choices="ethnicity", help="Never part of a score or an order of people."
    )
    native_place: str | None = prop(
        "籍贯", "Native place", codes=("A0111A",), help="Never part of a score or an order of people."
    )
    birth_place: str | None = prop("出生地", "Birth place", codes=("A0114A",))
    work_start: str | None = prop("参加工作时间", "Began work", kind=Kind.DATE, codes=("A0134",))
    party_text: str | None = prop(
        "入党时间文字", "Party membership as written", codes=("A0140",), worded=("political_status",)
    )
    party_join: str | None = prop("入党时间", "Joined the Party", kind=Kind.DATE, codes=("A0144",))
    political_status: str | None = prop("政治面貌", "Political status", codes=("A0141",), choices="political_status")
    management_category: str | None = prop("管理类别", "Managed by", codes=("A0165",), choices="management_category")
    person_status: str | None = prop("人员管理状态", "Status", codes=("A0163",), choices="person_status")
    person_category: str | None = prop("人员类别", "Personnel category", codes=("A0160",), worded=("person_category",))
    current_post_text: str | None = prop("现任职务", "Current post as written", codes=("A0192A",), search=True)
    proposed_post_text: str | None = prop("拟任职务", "Proposed post as written", codes=("A5304",))
    removal_post_text: str | None = prop("拟免职务", "Post to be removed from, as written", codes=("A5315",))
    position_level: str | None = prop("现职务层次", "Leading post level", codes=("A0221",), choices="position_level")
    position_level_since: str | None = prop("任现职务层次时间", "At this level since", kind=Kind.DATE, codes=("A0288",))
    grade: str | None = prop("现职级", "Civil-service grade", codes=("A0192E",), choices="grade")
    grade_since: str | None = prop("任现职级时间", "In this grade since", kind=Kind.DATE, codes=("A0192C",))
    professional_title: str | None = prop("专业技术职务", "Professional title", codes=("A0196",))
    expertise: str | None = prop("熟悉专业有何专长", "Fields and strengths as written", codes=("A0187A",))
    grassroots_experience: bool | None = prop(
        "是否具有两年以上基层工作经历", "Two years at the grass roots", kind=Kind.YES_NO, codes=("A0197",)
    )
    entry_source: str | None = prop(
        "来源",
        "How the person entered",
        help="选调, 军转, 考录 … as the sources say.",
        codes=("A99Z1",),
        worded=("entry_source",),
    )
    retirement_month: str | None = prop("到龄年月", "Reaches the age limit", kind=Kind.DATE, may_be_future=True)
    tenure_age_limit: str | None = prop("改革前任职年龄界限", "Age limit before the reform")
    membership_note: str | None = prop("兼任代表委员", "Memberships of higher bodies")
    outstanding_young: bool | None = prop("优秀年轻干部", "Outstanding young cadre", kind=Kind.YES_NO)
    photo: str | None = prop(
        "照片",
        "Photo",
        access=Access.PUBLIC,
        help="Name of the picture in the photo folder, which is outside the graph.",
    )
