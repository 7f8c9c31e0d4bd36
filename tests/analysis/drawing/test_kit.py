"""The drawing kit: escaping, numbers, widths, line breaking, shortening and colours."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from analysis.drawing.label import label, paragraph
from analysis.drawing.palette import both, fill, palette, style_sheet
from analysis.drawing.svg import document, element, linked, number, path, titled
from analysis.drawing.text import Type, break_lines, shorten, text_width

TEXT = Type(10)


def test_texts_and_attributes_are_escaped_and_forbidden_characters_dropped() -> None:
    shown = str(element("text", "<a>&\x0b\x00", title='"&<\n'))
    assert shown == '<text title="&quot;&amp;&lt;&#10;">&lt;a&gt;&amp;</text>'


def test_an_address_cannot_leave_its_attribute() -> None:
    shown = str(linked(element("rect"), '/evidence/"><script>'))
    assert ET.fromstring(shown).attrib["href"] == '/evidence/"><script>'


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (-0.001, "0"), (12.345, "12.35"), (7, "7"), (0.5, "0.5")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_a_path_separates_numbers_only() -> None:
    assert path("M", 1.5, 2, "h", 3, "Z") == "M1.5 2h3Z"


def test_a_title_comes_first_and_nothing_changes_without_one() -> None:
    shape = element("g", element("rect"))
    assert str(titled(shape, "甲")).startswith("<g><title>甲</title>")
    assert titled(shape, None) is shape


def test_what_holds_links_is_a_group_and_else_a_picture() -> None:
    about = {"name": "d", "title": "题", "description": "述", "language": "zh"}
    plain, link = element("g", element("rect")), element("g", [linked(element("rect"), "/x")])
    assert ET.fromstring(document(1, 1, [plain], **about)).attrib["role"] == "img"
    assert ET.fromstring(document(1, 1, [[link]], **about)).attrib["role"] == "group"


def test_a_document_says_what_it_shows() -> None:
    root = ET.fromstring(document(10, 5, name="d", title="题", description="述", language="zh"))
    space = "{http://www.w3.org/2000/svg}"
    assert [each.tag for each in root] == [f"{space}title", f"{space}desc"]
    assert root.attrib["aria-labelledby"] == "d-title"
    assert root.find(f"{space}style") is None


def test_chinese_takes_a_whole_em_and_latin_less() -> None:
    assert text_width("中文", TEXT) == 20
    assert 0 < text_width("ii", TEXT) < text_width("MM", TEXT) < 20
    assert text_width("Mm", Type(10, bold=True)) > text_width("Mm", TEXT)


def test_a_shortened_text_fits_and_does_not_end_in_a_comma() -> None:
    assert shorten("区委副书记、区长", 1000, TEXT) == "区委副书记、区长"
    assert shorten("区委副书记、区长", 71, TEXT) == "区委副书记…"
    assert shorten("区委", 9, TEXT) == ""
    assert shorten("Deputy director-general of the bureau", 135, TEXT) == "Deputy director-general of…"
    assert shorten("Representative", 40, TEXT).startswith("Rep"), "one word is cut where nothing else is left"


@pytest.mark.parametrize("width", range(45, 200, 7))
def test_no_closing_mark_begins_a_line_and_no_opening_one_ends_it(width: int) -> None:
    text = "牵头老旧小区改造82个，其中“一户一策”完成214户（含断头路征迁），化解隐性债务2.3亿元；《方案》已报。"
    lines = break_lines(text, width, TEXT)
    assert "".join(lines) == text
    assert all(line[0] not in "，。；：、）”》" and line[-1] not in "（“《" for line in lines)
    assert all(text_width(line, TEXT) <= width for line in lines)


def test_words_and_numbers_stay_whole_where_they_fit() -> None:
    lines = break_lines("Head of the Development and Reform Commission 2.3亿元", 110, TEXT)
    assert [word for line in lines for word in line.split()] == (
        ["Head", "of", "the", "Development", "and", "Reform", "Commission", "2.3亿元"]
    )
    assert break_lines("Donaudampfschifffahrt", 30, TEXT)[0] != "Donaudampfschifffahrt"


@pytest.mark.parametrize("size", [9.5, 10.5, 11, 13, 13.5])
def test_a_text_as_wide_as_the_room_is_neither_broken_nor_shortened(size: float) -> None:
    of = Type(size)
    for text in ("发展和改革委员会", "Commission", "第3批（2.3亿元）"):
        room = text_width(text, of)
        assert break_lines(text, room, of) == (text,)
        assert shorten(text, room, of) == text


def test_a_mark_without_width_is_not_lost_where_a_line_begins() -> None:
    assert "".join(break_lines("一二\u0301三四", 20, TEXT)) == "一二\u0301三四"
    assert break_lines("\u0301一", 20, TEXT) == ("\u0301一",)


def test_a_word_wider_than_the_room_is_broken_anywhere() -> None:
    assert break_lines("（Commission）一", 45, TEXT) == ("（Commi", "ssion）一")


def test_at_most_so_many_lines_and_the_last_says_that_it_goes_on() -> None:
    lines = break_lines("一二三四五六七八九十", 30, TEXT, most=2)
    assert lines == ("一二三", "四五…")


def test_even_lines_are_as_many_and_no_wider() -> None:
    text = "一二三四五六七八九十甲"
    assert [len(line) for line in break_lines(text, 100, TEXT)] == [10, 1]
    assert [len(line) for line in break_lines(text, 100, TEXT, even=True)] == [6, 5]


def test_a_cut_text_keeps_the_whole_in_its_title() -> None:
    assert "<title>一二三四五</title>" in str(label(0, 0, "一二三四五", TEXT, width=35))
    assert "<title>" not in str(label(0, 0, "一二三", TEXT, width=35))
    block, lines = paragraph(0, 0, "一二三四五六七", TEXT, width=30, most=2)
    assert lines == 2
    assert "<title>一二三四五六七</title>" in str(block)


def test_every_colour_has_every_mode_and_a_class() -> None:
    sheet = style_sheet()
    for name, values in palette().items():
        assert set(values) == {"light", "dark", "print"}
        assert f".zs-fill-{name}{{" in sheet
        assert fill(name)["fill"] == values["light"]
    with pytest.raises(KeyError):
        both("paper", "no-such-colour")


def _luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("mode", ["light", "dark", "print"])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ("ink", "paper"),
        ("muted", "paper"),
        ("accent", "paper"),
        ("weakness", "paper"),
        ("strength", "paper"),
        ("on-accent", "accent"),
        ("on-accent", "strength"),
        ("ink", "accent-pale"),
    ],
)
def test_texts_reach_the_contrast_of_wcag(mode: str, ink: str, paper: str) -> None:
    light, dark = sorted((_luminance(palette()[name][mode]) for name in (ink, paper)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
