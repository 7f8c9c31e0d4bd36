"""What every page keeps for everybody: no rule of axe-core is broken, nothing runs over the edge."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from tests.webui.arriving import arrive
from tests.webui.conftest import City
from tests.webui.places import places

VENDOR = Path(__file__).parents[1] / "vendor"
AXE = (VENDOR / "axe-core" / "axe.min.js").read_text("utf-8")
RUN = """async () => {
  const found = await axe.run(document, {resultTypes: ['violations']});
  const where = (node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`;
  return found.violations.map((each) => `${each.id}: ${each.nodes.slice(0, 3).map(where).join(' | ')}`);
}"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
NOT_PAGES = re.compile(
    r"static|api\..*|.*\.download|.*\.names|palette\..*|photo\..*|drawing\..*|health\..*|suggest\..*|query\.picture"
    r"|query\.network_file|query_cancel\.waiting|graph_file\..*|findings_file\..*|download\..*"
)
"""Addresses that give files and data."""
ELSEWHERE = re.compile(
    r"upload.*|query_why\..*|who_pair\..*|who_unit_pair\..*|leaf\..*|cadre_records\..*|stories\.(one|printed|scene)"
)
"""Pages whose address only a step before gives; their own tests walk there."""


def test_every_page_is_in_the_list(app: Flask, city: City, cadre_id: str) -> None:
    adapter = app.url_map.bind("localhost")
    listed = {str(adapter.match(path.partition("?")[0])[0]) for path in places(city, cadre_id).values()}
    there = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    apart = {each for each in there if NOT_PAGES.fullmatch(each) or ELSEWHERE.fullmatch(each)}
    assert there - listed - apart == set()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_accessibility(
    browser: Browser, address: str, city: City, cadre_id: str, scheme: Any
) -> None:
    broken: dict[str, list[str]] = {}
    with browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN", color_scheme=scheme) as context:
        page = context.new_page()
        for name, path in places(city, cadre_id).items():
            arrive(page, f"{address}{path}")
            page.evaluate(AXE)
            if found := page.evaluate(RUN):
                broken[name] = found
    assert broken == {}


@pytest.mark.browser
@pytest.mark.parametrize("width", [768, 3840])
def test_no_page_runs_over_the_edge(page: Page, address: str, city: City, cadre_id: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 1200})
    over = {}
    for name, path in places(city, cadre_id).items():
        arrive(page, f"{address}{path}")
        over[name] = page.evaluate(OVERFLOW)
    assert {name: by for name, by in over.items() if by > 0} == {}


def test_what_others_wrote_is_as_they_published_it() -> None:
    declared = tomllib.loads((VENDOR / "vendored.toml").read_text("utf-8"))
    for package, about in declared.items():
        for name, digest in about["files"].items():
            assert hashlib.sha256((VENDOR / package / name).read_bytes()).hexdigest() == digest, name
