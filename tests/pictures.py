"""The pictures of the README: ``python -m tests.pictures URL`` makes them from a running service.

It must serve the shipped story. Pictures are what a reader sees in a browser; names after the
address make only those.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import ViewportSize

from graph.story import CLAIM
from tests.browser import browser

__all__ = ["PICTURES", "Picture"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What is to be seen on one picture."""

    address: str
    wide: int = 1280
    high: int = 800
    part: str = "html"
    """Selector of what is shown of the page."""
    scale: float = 1
    """Pixels of the picture to one of the page."""
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"
    whole: bool = False
    """Whether the page is shown down to its end, and not one screen of it."""
    click: str | None = None
    """Selector of what is clicked first."""


BUSY = "/maps/claims/iran-delivered-fath-360-to-russia"

CYPHER = "q=MATCH+(a:Actor)-[:DENIED]->(c:Claim)+RETURN+a.name,c.text+LIMIT+20"

PAPER: ViewportSize = {"width": 703, "height": 2100}
"""Two sheets of A4 without their margins, in pixels."""

PICTURES = {
    "map": Picture(address=f"/maps/claims/{CLAIM}"),
    "actor": Picture(address="/maps/actors/ir"),
    "states": Picture(address=f"{BUSY}?level=states"),
    "evidence": Picture(address=f"/maps/claims/{CLAIM}?level=evidence", wide=1600, high=1000),
    "dark": Picture(address=f"/maps/claims/{CLAIM}?as_of=2024-02-24", scheme="dark"),
    "phone": Picture(address=f"/maps/claims/{CLAIM}", wide=390, high=1500, scale=1.5),
    "print": Picture(address=f"/maps/claims/{CLAIM}", media="print"),
    "home": Picture(address="/", high=1100),
    "claim": Picture(address=f"/claims/{CLAIM}", high=1100),
    "statement": Picture(address="/statements/iran-un-mission-2024-02-23", high=1100),
    "actor-page": Picture(address="/actors/ir", high=1100),
    "document": Picture(address="/documents/the-star-malaysia-2024-02-24", high=1100),
    "weapon": Picture(address="/weapons/fath-360", high=1100),
    "search": Picture(address="/search?q=zolfaghar", high=1100),
    "questions": Picture(address="/questions", high=1100),
    "question": Picture(address=f"/questions/who_denied?claim={CLAIM}", high=1100),
    "console": Picture(address=f"/cypher?{CYPHER}", high=1100),
    "new": Picture(address="/new?since=2024-09-09", high=1100),
    "brief": Picture(address=f"/claims/{CLAIM}/brief", high=1100),
    "about": Picture(address="/about", high=1100),
    "claim-phone": Picture(address=f"/claims/{CLAIM}", wide=390, high=1500, scale=1.5),
    "claim-dark": Picture(address=f"/claims/{CLAIM}?as_of=2024-02-24", high=1100, scheme="dark"),
    "schema": Picture(address="/maps/schema", wide=1480, high=728, part=".stage", scale=2),
}
"""Every picture in ``docs``, by its name."""


def make(url: str, folder: Path, names: list[str]) -> None:
    """Write the pictures called `names` of the service at `url` into `folder`."""
    with browser() as chromium:
        for name in names:
            shown = PICTURES[name]
            tab = chromium.new_page(
                viewport={"width": shown.wide, "height": shown.high},
                device_scale_factor=shown.scale,
                color_scheme=shown.scheme,
            )
            tab.goto(url + shown.address)
            tab.emulate_media(media=shown.media, color_scheme=shown.scheme)
            if shown.media == "print":
                tab.evaluate("dispatchEvent(new Event('beforeprint'))")
                tab.set_viewport_size(PAPER)
            if shown.click:
                tab.locator(shown.click).first.click()
            tab.wait_for_timeout(700)  # vis-network draws in the next frames
            file = folder / f"{name}.png"
            if shown.part == "html":
                tab.screenshot(path=file, full_page=shown.whole)
            else:
                tab.locator(".tools").evaluate("tools => tools.hidden = true")
                tab.locator(shown.part).screenshot(path=file)
            tab.close()


if __name__ == "__main__":
    docs = Path(__file__).parent.parent / "docs"
    make(sys.argv[1], docs, sys.argv[2:] or list(PICTURES))
