"""Opening a page that may say for a while that its work still runs, as any does on a machine that is busy."""

from __future__ import annotations

from typing import Final, cast

from playwright.sync_api import Error, Page

_UNDER_WAY: Final = (
    "document.readyState !== 'complete'"
    " || document.querySelector('[data-waiting], head > meta[http-equiv=refresh]') !== null"
)
_STATUS: Final = "performance.getEntriesByType('navigation')[0].responseStatus"
_STEP: Final = 50
"""Milliseconds between two looks."""

_LOOKS: Final = 2400


def arrive(page: Page, url: str) -> int:
    """The HTTP status of what stands at the address once its work is done; the page is there then, and stays."""
    page.goto(url)
    for _ in range(_LOOKS):
        if not _under_way(page):
            break
        page.wait_for_timeout(_STEP)
    return cast("int", page.evaluate(_STATUS))


def _under_way(page: Page) -> bool:
    try:
        return cast("bool", page.evaluate(_UNDER_WAY))
    except Error:  # one page has just given way to the next
        return True
