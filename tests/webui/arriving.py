"""Opening a page that may say for a while that its work still runs, as any does on a machine that is busy."""

from __future__ import annotations

from typing import Final, cast

from playwright.sync_api import Page

_WAITS: Final = "[data-waiting], head > meta[http-equiv=refresh]"
_STATUS: Final = "performance.getEntriesByType('navigation')[0].responseStatus"


def arrive(page: Page, url: str) -> int:
    """The HTTP status of what stands at the address once its work is done; the page is there then, and stays."""
    page.goto(url)
    while page.locator(_WAITS).count():
        page.locator(_WAITS).first.wait_for(state="detached", timeout=120_000)
        page.wait_for_load_state("load")
    return cast("int", page.evaluate(_STATUS))
