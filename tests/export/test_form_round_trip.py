"""A form read, kept and written again is the same form, but for what is never stored, which the report names."""

from __future__ import annotations

import base64
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from export.approval_form import ApprovalForm
from export.approval_form.edition import edition_of, in_edition
from export.approval_form.from_source import from_source
from export.lrmx import ELEMENTS, FAMILY_ELEMENTS, render_form
from graph.model.kept_form import HIDDEN_ID_NUMBER, HIDDEN_MINOR, from_json
from ingest.importers.lrmx import IMPORTER
from ingest.importers.lrmx.elements import Elements, read_elements
from ingest.serial import dump_record
from queries.forms import StoredForm
from tests.support.reading import ID_NUMBER, read

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 200 + b"\xff\xd9"
MINOR = "林小禾"

# Everything XML can hold; digits are few, so that no row of them is taken for a number of identity papers.
TEXT = st.text(st.characters(exclude_categories=("Cs", "Nd"), exclude_characters="\ufffe\uffff&1"), max_size=40).map(
    lambda text: "".join(each for each in text if each in "\t\n" or ord(each) >= 32)
)
UNKNOWN = st.sampled_from(("BeiZhu", "ZiDingYi_1", "备注", "X.y-z"))
PLAIN = [name for name in ELEMENTS if name not in ("XingMing", "JiaTingChengYuan", "ShenFenZheng", "ZhaoPian")]
RESUME = (
    "1998.09--2002.08  甲大学学习\n2002.08--         乙县建设局干部\n"
    "                  （其间：2003.01--2003.06在党校学习）"
)


@st.composite
def forms(draw: st.DrawFn) -> tuple[list[tuple[str, str]], list[dict[str, str]]]:
    """Elements in any order, some twice, some unknown; relatives of age."""
    elements = [("XingMing", "林测试")]
    elements += [(name, draw(TEXT)) for name in draw(st.lists(st.sampled_from(PLAIN), unique=True, max_size=8))]
    elements += draw(st.lists(st.tuples(UNKNOWN, TEXT), max_size=3))
    elements += draw(st.sampled_from([[], [("JianLi", RESUME)], [("ShenFenZheng", "")], [("ShenFenZheng", ID_NUMBER)]]))
    elements += draw(st.sampled_from([[], [("ZhaoPian", base64.b64encode(JPEG).decode())]]))
    elements += [("JiaTingChengYuan", "")]
    grown_up = st.fixed_dictionaries(
        {"ChengWei": st.just("父亲"), "XingMing": TEXT, "ChuShengRiQi": st.just("194903")},
        optional={"GongZuoDanWeiJiZhiWu": TEXT, "BeiZhu": TEXT},
    )
    return draw(st.permutations(elements)), draw(st.lists(grown_up, max_size=3))


def xml(elements: Sequence[tuple[str, str]], family: Sequence[Mapping[str, str]] = (), raw: str = "") -> bytes:
    rows = "".join(
        "<Item>" + "".join(f"<{name}>{escape(text)}</{name}>" for name, text in member.items()) + "</Item>"
        for member in family
    )
    inner = {"JiaTingChengYuan": rows}
    body = "".join(f"<{name}>{inner.get(name) or escape(text)}</{name}>\n" for name, text in elements)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<Person>{body}{raw}</Person>'.encode()


def kept_and_written(content: bytes, id_number: str = "") -> tuple[Elements, Elements, ApprovalForm, str]:
    """What was read, what is read again of what was written, the form with its report, and all that was kept."""
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "一.lrmx", Path(folder) / "二.lrmx"
        first.write_bytes(content)
        got = read(IMPORTER, first)
        kept = dump_record(got.records[0])
        stored = StoredForm(from_json(json.loads(kept)["form"]), first.name, got.document.form_date)
        photos = {photo.name: photo.content for photo in got.document.photos}
        photo = next(iter(photos.values()), None)
        made = from_source(stored, photo, id_number)
        packed = base64.b64encode(made.photo).decode()
        second.write_bytes(render_form(made.form, photo=packed, id_number=made.id_number, note="密级 -- 限定"))
        return read_elements(first), read_elements(second), made, kept


def told(elements: Elements) -> Any:
    """Everything in its order but ID numbers and the photo's line breaks; line ends made one."""
    parts = [
        (part.name, part.kind, "" if part.name == "ShenFenZheng" else part.text.replace("\r\n", "\n"))
        for part in elements.order
    ]
    return parts, [{name: text.replace("\r\n", "\n") for name, text in row.items()} for row in elements.family]


@given(forms())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@example(([("XingMing", "林测试"), ("BeiZhu", "a\tb"), ("BeiZhu", "再一次")], []))
def test_what_was_read_comes_back(form: tuple[list[tuple[str, str]], list[dict[str, str]]]) -> None:
    before, after, made, _ = kept_and_written(xml(*form))
    assert told(after) == told(before)
    numbered = any(name == "ShenFenZheng" and text for name, text in form[0])
    assert [loss.code for loss in made.losses] == (["id-number"] if numbered else [])


def test_elements_of_other_writers_come_back_with_all_that_is_in_them() -> None:
    raw = '<KuoZhan banben="2"><Xiang>甲 &amp; 乙</Xiang><Xiang/></KuoZhan><d:x xmlns:d="urn:d">值</d:x>'
    before, after, made, _ = kept_and_written(xml([("XingMing", "林测试")], raw=raw))
    assert told(after) == told(before)
    assert before.order[-2].kind == before.order[-1].kind == "xml"
    assert made.losses == ()


def test_a_carriage_return_of_its_own_comes_back() -> None:
    before, after, _, _ = kept_and_written(xml([("XingMing", "林测试")], raw="<BeiZhu>甲&#13;乙</BeiZhu>"))
    assert before.texts["BeiZhu"] == "甲\r乙" == after.texts["BeiZhu"]


def test_only_what_is_never_stored_is_lost_and_named() -> None:
    child = {"ChengWei": "女儿", "XingMing": MINOR, "ChuShengRiQi": "201502", "GongZuoDanWeiJiZhiWu": "甲小学"}
    wife = {"ChengWei": "妻子", "XingMing": "王测试", "ChuShengRiQi": "198003", "GongZuoDanWeiJiZhiWu": f"照看{MINOR}"}
    elements = [
        ("XingMing", "林测试"), ("ShenFenZheng", ID_NUMBER), ("RenMianLiYou", f"证号{ID_NUMBER}。"),
        ("SFZH2", "12345"), ("JiaTingChengYuan", ""),
    ]  # fmt: skip
    _, after, made, kept = kept_and_written(xml(elements, [wife, child], "<K><a>" + ID_NUMBER + "</a></K>"))
    assert ID_NUMBER not in kept
    assert MINOR not in kept
    assert "甲小学" not in kept
    assert after.texts["RenMianLiYou"] == f"证号{HIDDEN_ID_NUMBER}。"
    assert dict(after.family[0])["GongZuoDanWeiJiZhiWu"] == f"照看{HIDDEN_MINOR}"
    assert dict(after.family[1]) == {
        "ChengWei": "女儿", "XingMing": "", "ChuShengRiQi": "2015", "GongZuoDanWeiJiZhiWu": "",
    }  # fmt: skip
    assert [(loss.element, loss.code) for loss in made.losses] == [
        ("ShenFenZheng", "id-number"),
        ("RenMianLiYou", "id-number"),
        ("SFZH2", "id-number"),
        ("K", "id-number"),
        ("JiaTingChengYuan", "minor"),
        ("JiaTingChengYuan", "minor"),
    ]


def test_a_number_parted_by_what_cannot_be_seen_is_not_kept() -> None:
    parted = "\u200b".join(ID_NUMBER)
    _, after, made, kept = kept_and_written(xml([("XingMing", "林测试"), ("RenMianLiYou", f"号{parted}")]))
    assert parted not in kept
    assert after.texts["RenMianLiYou"] == f"号{HIDDEN_ID_NUMBER}"
    assert [loss.code for loss in made.losses] == ["id-number"]


def test_an_id_number_stands_where_the_user_supplies_it() -> None:
    elements = [("XingMing", "林测试"), ("ShenFenZheng", ID_NUMBER), ("Version", "3.2.1.6")]
    before, after, made, _ = kept_and_written(xml(elements), ID_NUMBER)
    assert after.texts == before.texts
    assert made.losses == ()
    without = kept_and_written(xml([("XingMing", "林测试")]), ID_NUMBER)[1]
    assert without.texts["ShenFenZheng"] == ID_NUMBER


def test_a_broken_photo_is_a_named_loss() -> None:
    _, after, made, _ = kept_and_written(xml([("XingMing", "林测试"), ("ZhaoPian", "AAAA")]))
    assert after.texts["ZhaoPian"] == ""
    assert [loss.code for loss in made.losses] == ["photo"]


def test_the_editions_become_one_another() -> None:
    texts = {
        "XingMing": "林测试",
        "CanJiaGongZuoShiJian": "200208",
        "JianKangZhuangKuang": "健康",
        "Version": "3.2.1.6",
    }
    _, _, old, _ = kept_and_written(xml(list(texts.items())))
    new = in_edition(
        old, "4.0", {"DaoLingNianYue": "203908", "GaiGeQianRenZhiNianLingJieXian": "改革前任职年龄界限为60岁"}
    )
    names = [part.name for part in new.form.parts]
    assert edition_of(new.form) == "4.0"
    assert names.index("DaoLingNianYue") == names.index("JianKangZhuangKuang") - 1
    back = in_edition(new, "3.0", {})
    assert back.form == old.form
    assert [(note.element, note.code) for note in back.notes] == [
        ("DaoLingNianYue", "edition"),
        ("GaiGeQianRenZhiNianLingJieXian", "edition"),
    ]


def test_the_family_has_the_cells_it_had() -> None:
    row = dict.fromkeys(FAMILY_ELEMENTS, "") | {"ChengWei": "父亲", "ChuShengRiQi": "194903", "XingMing": "林父"}
    before, after, _, _ = kept_and_written(xml([("XingMing", "林测试"), ("JiaTingChengYuan", "")], [row]))
    assert list(before.family[0]) == list(after.family[0]) == list(FAMILY_ELEMENTS)
