"""Persons and units as rows of the official collection workbook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from demo.draw import Draw, drawing, table
from demo.forms import honours, party_text, resume_text, yearly
from demo.life import Degree, Person, Relative, Stage
from demo.months import at, compact
from demo.places import City
from demo.resume import current_post
from demo.slots import Slot

Row = dict[str, str]

_LEADING_LEVEL = 1
_STAFF = ("工程师", "讲师", "教师", "干部", "科员")
_MEMBERS = ("常委", "委员", "党组成员", "党组书记")


def person_rows(draw: Draw, person: Person, city: City) -> Iterator[tuple[str, Row]]:
    """(sheet, row) of everything the workbook tells of one person."""
    key = {"姓名": person.name, "身份证号": person.book_id}
    yield "A01人员", key | _basics(person, city)
    for stage in person.stages:
        for row in _tenures(draw, stage):
            yield "A02职务", key | row
    for rank in person.ranks:
        state = "当前" if rank.end is None else "历史"
        yield (
            "A05职务职级",
            key
            | {
                "类别（职务层次、职级标志）": rank.kind,
                "职务层次（职级）": rank.rank,
                "批准日期": compact(rank.start),
                "批准文号": _number(draw, city, rank.start),
                "终止日期": compact(rank.end) if rank.end else "",
                "状态": state,
            },
        )
    yield from ((sheet, key | row) for sheet, row in _records(person))


def _basics(person: Person, city: City) -> Row:
    level = next((each for each in reversed(person.ranks) if each.kind == "职务层次"), None)
    grade = next((each for each in reversed(person.ranks) if each.kind == "职级"), None)
    codes = table("people")["party_codes"]
    company = person.track == "companies"
    return {
        "性别": person.sex,
        "出生年月": compact(person.birth),
        "籍贯": person.native,
        "出生地": person.native,
        "民族": person.ethnicity,
        "健康状况": "健康",
        "参加工作时间": compact(person.work_start),
        "入党时间文字": party_text(person),
        "政治面貌": codes[person.other_party] if person.other_party else "中共党员",
        "入党时间": compact(person.party_join) if person.party_join else "",
        "人员类别": "企业管理" if company else "公务员",
        "人员管理状态": person.status,
        "管理类别": "市级党委管理干部" if person.current.level >= 3 or person.status != "现职" else "县级党委管理干部",
        "熟悉专业有何特长": person.expertise,
        "现工作单位及职务全称": current_post(person),
        "现工作单位及职务简称": current_post(person).replace(city.full, "市").replace("人民政府", "政府"),
        "现职务层次": level.rank if level else "",
        "任现职务层次时间": compact(level.start) if level else "",
        "现职级": grade.rank if grade else "",
        "任现职级时间": compact(grade.start) if grade else "",
        "专业技术职务": person.title,
        "是否具有两年以上基层工作经历": "是"
        if any("{t" in each.post or "town" in each.post for each in person.stages)
        else "否",
        "统计关系所在单位": person.current.unit,
        "简历": "" if person.thin else resume_text(person),
        "奖惩综述": honours(person).replace("\r\n", ""),
        "年度考核结果综述": yearly(person, 3),
        "编制类型": "其他" if company else "行政",
        "公务员登记时间": ""
        if company or person.work_start > at(2023, 1)
        else compact(max(person.work_start + 12, at(2006, 12))),
    }


def _grassroots(person: Person) -> int:
    """Months in towns."""
    return sum((each.end or each.start) - each.start for each in person.stages if each.post.startswith("town"))


def _tenures(draw: Draw, stage: Stage) -> Iterator[Row]:
    """The posts of one stage; what is only known as a résumé line (school, uniform, waiting) is not in this set."""
    if stage.kind != "work" or stage.level < _LEADING_LEVEL:
        return
    city_number = f"任〔{stage.start // 12}〕{draw.randint(3, 88)}号"
    for order, each in enumerate((one for one in stage.holdings if one.title), 1):
        main = each is stage.holdings[-1]
        yield {
            "任职机构名称": each.unit,
            "是否领导成员": "是" if stage.level >= 2 else "否",
            "成员类别": _category(each.title),
            "职务名称": each.title,
            "是否领导职务": "是",
            "集体内排序": str(order),
            "任职时间": compact(stage.start),
            "任职文号": city_number,
            "选拔任用方式": "选任"
            if each.title.endswith(("县长", "区长", "镇长", "乡长", "院长", "检察长"))
            else "委任",
            "是否破格提拔": "否",
            "任职状态": "已免" if stage.end else "在任",
            "免职时间": compact(stage.end) if stage.end else "",
            "职务变动原因综述": draw.choice(("工作需要", "换届", "机构改革", "工作需要")) if stage.end else "",
            "职务输出标识": "是",
            "主职务": "是" if main else "否",
        }


def _category(title: str) -> str:
    if title.startswith("副") or "副" in title[:3]:
        return "副职"
    return "其他" if title in _MEMBERS[:3] or title.endswith(_STAFF) else "正职"


def _number(draw: Draw, city: City, start: int) -> str:
    return f"{city.name[0]}委干〔{start // 12}〕{draw.randint(2, 190)}号"


def _records(person: Person) -> Iterator[tuple[str, Row]]:
    if person.title:
        earned = compact(person.work_start + 130)
        yield "A06专业技术", {"专业技术任职资格名称": person.title, "取得资格日期": earned, "取得资格途径": "评审"}
    for degree in person.degrees:
        yield "A08学历学位", _degree(degree)
    for one in (*person.awards, *person.punishments):
        cells = {"奖惩名称": one["name"], "批准日期": one["date"].replace("-", ""), "批准机关": one["authority"]}
        yield "A14奖惩", cells | {"撤销日期": one.get("lifted", "").replace("-", "")}
    for year, grade in sorted(person.years.items())[-5:]:
        yield "A15考核", {"考核结论": grade, "考核年度": str(year)}
    for number, relative in enumerate(person.family, 1):
        yield "A36家庭及社会关系", _relative(relative, number)
    yield "A99Z1补充", _entry(person)


def _degree(each: Degree) -> Row:
    return {
        "学历名称": each.level,
        "学位名称": each.degree,
        "入学时间": compact(each.start),
        "毕（肄）业时间": compact(each.end),
        "学位授予时间": compact(each.end) if each.degree else "",
        "学校（单位）名称": each.school,
        "所学专业名称": each.major,
        "教育类别": each.mode,
        "学制年限": str(max(1, round((each.end - each.start) / 12))),
        "输出标识": "是",
    }


def _relative(each: Relative, number: int) -> Row:
    return {
        "家庭成员姓名": each.name,
        "称谓": each.appellation,
        "出生日期": compact(each.birth),
        "政治面貌": each.politics,
        "工作单位及职务": each.work,
        "排序": str(number),
    }


def _entry(person: Person) -> Row:
    chosen = person.track == "selected"
    examined = person.track in {"ladder", "bureau", "offices"} and person.work_start > at(1997, 1)
    return {
        "是否考录": "是" if examined else "否",
        "是否选调生": "是" if chosen else "否",
        "进入选调生时间": compact(person.work_start) if chosen else "",
    }


def unit_rows(seed: int, city: City, filled: Iterable[Slot]) -> Iterator[Row]:
    """The units with establishment and numbers of leaders allowed.

    The numbers follow from who is there: three units have a vacancy, and one has a deputy more than it may.
    """
    draw = drawing(seed, city.number, "units")
    deputies: dict[str, int] = defaultdict(int)
    for slot in filled:
        if not slot.gone and slot.kind.level == 3:
            deputies[_unit_of(slot, city)] += 1
    names = [city.full, *(each.full for each in city.counties), *(each.full for each in city.bureaus), city.zone]
    odd = draw.several(names[3:], 4)
    allowed = {name: deputies[name] + (1 if name in odd[:3] else -1 if name in odd[3:] else 0) for name in names}
    yield from _county_rows(draw, city)
    for number, bureau in enumerate(city.bureaus, 1):
        headcount = draw.randint(*table("structure")["bureau"]["headcount"])
        yield _unit(
            bureau.full, f"市{bureau.short}", f"001.{number:03d}", "县处级", headcount, allowed[bureau.full], city
        ) | {"内设机构领导职数": str(draw.randint(*table("structure")["bureau"]["divisions"]) * 2)}
    yield _unit(f"{city.zone}管委会", city.zone, "001.090", "县处级", 92, allowed[city.zone], city)
    for number, company in enumerate(city.companies, 91):
        yield _unit(company, company.removeprefix(city.full)[:4], f"001.{number:03d}", "县处级", 0, 3, city)


def _unit_of(slot: Slot, city: City) -> str:
    if slot.kind.key.startswith("bureau"):
        return slot.spot.bureau.full
    return city.zone if slot.kind.key.startswith("zone") else slot.spot.county.full


def _county_rows(draw: Draw, city: City) -> Iterator[Row]:
    for number, county in enumerate(city.counties, 101):
        code = f"001.{number:03d}"
        for part, (name, deputies) in enumerate(
            (
                (county.committee, 2),
                (f"{county.full}人民政府", 8),
                (f"{county.full}人大常委会", 5),
                (f"政协{county.full}委员会", 5),
            ),
            1,
        ):
            yield _unit(
                name, name.replace("人民", ""), f"{code}.{part:03d}", "县处级", draw.randint(30, 60), deputies, city
            )
        for order, town in enumerate(county.towns, 1):
            headcount = draw.randint(*table("structure")["young"]["headcount"])
            name = f"{county.full}{town}" + ("办事处" if town.endswith("街道") else "人民政府")
            yield _unit(name, town, f"{code}.1{order:02d}", "乡科级", headcount, draw.randint(7, 9), city)


def _unit(name: str, short: str, code: str, level: str, headcount: int, deputies: int, city: City) -> Row:
    return {
        "机构名称": name,
        "机构简称": short,
        "机构编码": code,
        "所在政区": city.full,
        "隶属关系": "市" if level == "县处级" else "县",
        "机构级别": level,
        "机构类别": "企业" if "公司" in name else "机关",
        "法人单位标识": "法人单位",
        "行政编制数": str(headcount) if headcount else "",
        "正职领导职数": "1",
        "副职领导职数": str(deputies),
        "同级排序号": code.rpartition(".")[2],
    }
