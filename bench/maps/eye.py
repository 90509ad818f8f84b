"""An eye on pictures of a page: whether a map is to be seen, and where it is empty."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

__all__ = ["Box", "Eye"]

Box = list[float]
"""Left, top, width and height, in pixels of the page."""


class Eye:
    """Looks at PNG pictures (base64) in a tab of its own, apart from the page that is measured.

    `box` is where the map stands; `besides` are the places of what lies over it and is not
    the map (buttons, a legend, a bar that says "loading").
    """

    def __init__(self, browser: Browser) -> None:
        self._tab = browser.new_page()
        self._tab.add_script_tag(content=(Path(__file__).parent / "eye.js").read_text("utf-8"))

    def ink(self, picture: str, box: Box, besides: list[Box]) -> int:
        """Return how many pixels of the map are not of the colour that most of them have."""
        return self._ask("inkIn", picture, box, besides)

    def empty_spot(self, picture: str, box: Box, besides: list[Box]) -> tuple[float, float] | None:
        """Return a place on the map with nothing on or near it. None: there is none."""
        found: list[float] | None = self._ask("emptySpot", picture, box, besides)
        return (found[0], found[1]) if found else None

    def changed(self, before: str, after: str, box: Box) -> int:
        """Return how many pixels of the map differ between two pictures."""
        return self._ask("changed", before, after, box)

    def _ask(self, question: str, *of: Any) -> Any:
        return self._tab.evaluate(f"(of) => eye.{question}(of)", list(of))
