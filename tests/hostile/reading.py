"""A reader in a real Chromium, offline, who notes everything that hostile words might do."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Route
from playwright.sync_api import Page as Tab

from tests.test_maps import given
from viz import Map, Page

__all__ = ["OWN", "Watched", "watched"]

WATCH = Path(__file__).with_name("watch.js").read_text("utf-8")
PLAY = Path(__file__).with_name("play.js").read_text("utf-8")
OWN = {"meta": 5, "style": 1, "script": 4, "form": 1}
"""Elements of a page of ours that could do anything; all come with the page."""
SERVICE = "http://maps.example"
"""A service that answers only inside the browser: nothing is sent."""
AT = """() => {
  const { left, top } = document.getElementById("map").getBoundingClientRect();
  return canvas.body.nodeIndices.map((id) => canvas.canvasToDOM(canvas.getPosition(id)))
    .map(({ x, y }) => [left + x, top + y]);
}"""
TOOLTIP = """() => [...document.querySelectorAll(".vis-tooltip")].flatMap(
  (each) => [...each.querySelectorAll("*")].map((child) => child.localName))"""


class Watched:
    """One tab."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab
        self.folder = Path()
        self.trouble: list[str] = []
        self.requests: list[str] = []
        tab.context.add_init_script(WATCH)
        tab.context.set_offline(True)
        tab.set_default_timeout(20_000)
        tab.context.on("page", lambda other: self.trouble.append(f"window: {other.url}"))
        tab.on("console", lambda message: self.trouble.append(message.text))
        tab.on("pageerror", lambda error: self.trouble.append(str(error)))
        tab.on("dialog", lambda dialog: self.trouble.append(dialog.message))
        tab.on("request", lambda request: self.requests.append(request.url))

    def begins(self, folder: Path) -> None:
        """Forget what was noted; keep files in `folder` from now on."""
        self.tab.goto("about:blank")
        self.folder = folder
        self.trouble.clear()
        self.requests.clear()

    def opens(self, drawn: Map | Page, fragment: str = "") -> dict[str, Any]:
        """Open a map from a file; return what its scripts are given."""
        self.visits(drawn.html, "map.html", fragment)
        self.tab.wait_for_selector("html[data-ready]")
        self.tab.evaluate(PLAY)
        return given(drawn)

    def visits(self, content: str, name: str, fragment: str = "") -> None:
        """Open a file with that content."""
        file = self.folder / name
        file.write_text(content, "utf-8")
        self.tab.goto(file.as_uri() + fragment)

    def asks(self, drawn: Map, query: str, more: Any) -> None:
        """Open a map as if from a service, which answers `more` to whatever else it is asked."""

        def answer(route: Route) -> None:
            if route.request.url.startswith(f"{SERVICE}/v1/graph/"):
                route.fulfill(json=more)
            else:
                policy = {"Content-Security-Policy": drawn.policy}
                route.fulfill(
                    body=drawn.html, content_type="text/html; charset=utf-8", headers=policy
                )

        self.tab.route(f"{SERVICE}/**", answer)
        self.tab.goto(f"{SERVICE}/maps/claims/x?{query}")
        self.tab.wait_for_selector("html[data-ready]")
        self.tab.evaluate(PLAY)

    def tries(self, part: str, *words: Any) -> Any:
        """Do one part of what `play.js` can; return what was not as it should."""
        self.tab.evaluate("([part, words]) => play[part](...words)", [part, list(words)])
        return self.tab.evaluate("play.complaints()")

    def points(self, most: int, *, clicks: bool = False) -> list[str]:
        """Move the mouse over `most` nodes and a grid; return the elements in any tooltip."""
        self.tab.evaluate("scrollTo(0, 0); canvas.setOptions({interaction: {tooltipDelay: 0}})")
        found: list[str] = []
        for x, y in self.tab.evaluate(AT)[:most]:
            self.tab.mouse.move(x, y)
            found += self.tab.evaluate(TOOLTIP)
            if clicks:
                self.tab.mouse.click(x, y)
        for x in range(300, 900, 75):
            for y in range(150, 700, 90):
                self.tab.mouse.move(x, y)
        return [each for each in found if each != "br"]

    def saved(self, kind: str) -> str:
        """Return the file that the page gives as `kind`, as text."""
        return self.tab.evaluate("(kind) => play.saved(kind)", kind)

    def harm(self, own: dict[str, int] | None = None) -> list[str]:
        """Return all that happened and should not have, beside elements that are the page's own."""
        told = self.tab.evaluate("watch.told()")
        added = {} if told["added"] == (own or {}) else {"added": told["added"]}
        ours = ("file:", "blob:", f"{SERVICE}/maps/claims/x?", f"{SERVICE}/v1/graph/")
        asked = [each for each in self.requests if not each.startswith(ours)]
        opened = [each for each in self.requests if each.startswith("file:")]
        here = self.tab.url.partition("#")[0]
        others = [each for each in opened if Path(each).parent != Path(here).parent]
        return [
            *told["harm"],
            *self.trouble,
            *asked,
            *others,
            *(f"{k}: {v}" for k, v in added.items()),
        ]


@contextmanager
def watched(chromium: Browser) -> Generator[Watched]:
    """Open a tab."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    try:
        yield Watched(context.new_page())
    finally:
        context.close()
