"""The pictures of the README: ``python -m tests.pictures URL`` makes them from a running service.

It must serve the shipped story. Pictures are what a reader sees in a browser, at twice the
resolution that the README shows them with.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from graph.story import CLAIM
from tests.browser import browser

__all__ = ["PICTURES", "Picture"]


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be seen on one picture."""

    address: str
    wide: int
    high: int
    part: str
    """Selector of what is shown of the page."""
    scale: float


PICTURES = {
    "map": Picture(f"/maps/claims/{CLAIM}", 1280, 800, "html", 1),
    "schema": Picture("/maps/schema", 1480, 728, ".stage", 2),
}
"""Every picture in ``docs``, by its name."""


def make(url: str, folder: Path, names: list[str]) -> None:
    """Write the pictures called `names` of the service at `url` into `folder`."""
    with browser() as chromium:
        for name in names:
            shown = PICTURES[name]
            size = {"width": shown.wide, "height": shown.high}
            tab = chromium.new_page(viewport=size, device_scale_factor=shown.scale)  # pyright: ignore[reportArgumentType]
            tab.goto(url + shown.address)
            tab.wait_for_timeout(500)  # vis-network draws in the next frames
            file = folder / f"{name}.png"
            if shown.part == "html":
                tab.screenshot(path=file)
            else:
                tab.locator(".tools").evaluate("tools => tools.hidden = true")
                tab.locator(shown.part).screenshot(path=file)
            tab.close()


if __name__ == "__main__":
    docs = Path(__file__).parent.parent / "docs"
    make(sys.argv[1], docs, sys.argv[2:] or list(PICTURES))
