"""Saving what leaves a map, from a real page in Chromium."""

import re
from pathlib import Path

from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.reader import Sealed
from tests.test_maps import caption, story
from viz import Page, claim_map

__all__ = ["menu", "opened", "saved", "story_map"]


def opened(tab: Tab, page: Sealed, folder: Path, state: str = "") -> Sealed:
    """Open `page` from a file with `state` in its address, as a reader does, and return it."""
    file = folder / "map.html"
    file.write_text(page.html, "utf-8")
    tab.goto(f"{file.as_uri()}{'#' if state else ''}{state}")
    expect(tab.locator("html")).to_have_attribute("data-ready", "true")
    return page


def menu(tab: Tab) -> None:
    """Open the menu of exports, if it is not."""
    if tab.locator("#export[open]").count() == 0:
        tab.locator("#export summary").click()


def saved(tab: Tab, kind: str) -> bytes:
    """Return the file that the page gives as `kind`."""
    menu(tab)
    with tab.expect_download() as download:
        tab.get_by_role("button", name=kind, exact=True).click()
    assert re.fullmatch(rf"[a-z0-9-]+\.{kind.lower()}", download.value.suggested_filename)
    return download.value.path().read_bytes()


def story_map() -> Page:
    """Return the map of the invented story."""
    return claim_map(*story(), caption()).page()
