"""A town named alone takes its county only where the résumé makes that sure."""

from __future__ import annotations

import pytest

from ingest.resume import parse_resume

TOWN = "2011.10--2014.03  柳河镇党委书记"
STUDY = "1998.09--2001.07  澜江大学学习"
BUREAU = "2001.07--2011.10  石泉县财政局科员"
LATER = "2014.03--         石泉县委办公室主任"


def units(*lines: str) -> dict[str | None, bool]:
    """The units of a résumé, and which of them were concluded."""
    told = parse_resume("\n".join(lines)).segments
    return {held.unit: "unit" in held.derived for each in told for held in each.holdings}


@pytest.mark.parametrize(
    "lines",
    [
        (BUREAU, TOWN),
        (STUDY, BUREAU, TOWN, LATER),
        (BUREAU, "2008.03--2011.10  桐岭乡副乡长", TOWN, LATER),
        (BUREAU, TOWN, "2014.03--2016.05  镇党委书记、人大主席", LATER),
        ("2001.07--2011.10  澜江市财政局科员", TOWN, "2014.03--  石泉县柳河镇人大主席"),
        ("2001.07--2011.10  青屿区财政局科员", "2008.03--2011.10  石泉县柳河镇副镇长", TOWN),
        (BUREAU, "2011.10--  柳河镇党委书记，县监委派出柳河镇监察办公室主任"),
        (BUREAU, "（其间：2005.03--2006.03在青屿区杨篁街道办事处挂职任副主任）", TOWN),
    ],
)
def test_the_county_is_sure(lines: tuple[str, ...]) -> None:
    assert units(*lines).get("石泉县柳河镇党委") is True


@pytest.mark.parametrize(
    "lines",
    [
        (TOWN, LATER),  # nothing before it
        ("2001.07--2011.10  澜江市财政局科员", TOWN, LATER),
        (BUREAU, TOWN, "2014.03--  澜江市委组织部干部"),
        (BUREAU, TOWN, "2014.03--  青屿区委办公室主任"),
        ("2001.07--2008.03  青屿区财政局科员", "2008.03--2011.10  石泉县财政局副局长", TOWN, LATER),
        ("2001.07--2008.03  石泉县柳河镇科员", "2008.03--2011.10  青屿区柳河镇科员", TOWN),
        (BUREAU, "2008.03--2011.10  某部队政治处干事", TOWN.replace("2011", "2012"), "2014.03--  甲公司经理"),
        ("2001.07--2011.10  澜江高新区财政局科员", TOWN),
    ],
)
def test_else_the_town_stays_as_written(lines: tuple[str, ...]) -> None:
    assert units(*lines).get("柳河镇党委") is False


def test_a_secondment_to_a_town_is_not_taken_to_be_at_home() -> None:
    told = units(BUREAU, "（其间：2008.03--2009.03在柳河镇挂职任副镇长）", LATER)
    assert "石泉县柳河镇人民政府" not in told


def test_many_lines_take_no_longer_than_few_each() -> None:
    text = "\n".join(f"{1900 + n % 100}.0{1 + n % 9}--  柳河镇干部" for n in range(20_000))
    assert len(parse_resume(text, as_of="2026-01-01").segments) == 20_000
