"""Someone who has a map open in a real Chromium, and a note of all that went wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Browser, Route
from playwright.sync_api import Page as Tab

from tests.test_maps import ISLAND, given
from viz import Page
from viz.page import island

__all__ = ["PATIENCE_MS", "SERVICE", "Reader", "Sealed", "patched"]

SERVICE = "http://maps.example"
"""A service that only answers inside the browser: nothing is sent."""

# Harm that the page does, and the canvas, of which a page lets nobody outside get hold.
WATCH = """
window.harm = [];
window.alert = (words) => window.harm.push(words);
addEventListener("securitypolicyviolation", (event) => window.harm.push(event.violatedDirective));
window.vis = new Proxy({}, {
  get(vis, name) {
    if (name !== "Network") return vis[name];
    return class extends vis.Network {
      constructor(...given) { super(...given); window.canvas = this; }
    };
  },
});
"""
PIXELS = """() => {
  const canvas = document.querySelector("#map canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set();
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3]) colours.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
  }
  return colours.size;
}"""
POINT = """([from, to, part]) => {
  const { x: left, y: top } = document.getElementById("map").getBoundingClientRect();
  const [a, b] = [from, to].map((id) => canvas.canvasToDOM(canvas.getPosition(id)));
  return [left + a.x + (b.x - a.x) * part, top + a.y + (b.y - a.y) * part];
}"""
SHOWN = """(kind) => Object.values(canvas.body[kind])
  .filter((each) => !each.options.hidden && !String(each.id).startsWith("edgeId:"))
  .map((each) => each.id)"""


PATIENCE_MS = 30_000
"""A busy machine may be slow; one that is not is never waited for."""

WORDS = """() => {
  const { prototype } = CanvasRenderingContext2D;
  const { fillText } = prototype;
  const found = [];
  prototype.fillText = (text) => found.push(text);
  canvas.body.emitter.emit("_redraw");
  prototype.fillText = fillText;
  canvas.redraw();
  return found;
}"""


class Sealed(Protocol):
    """What a browser can open: a page, or a map that can be had as one."""

    @property
    def html(self) -> str:
        """The whole page."""
        ...

    @property
    def policy(self) -> str:
        """The policy that seals it."""
        ...


def patched(page: Sealed, change: Callable[[dict[str, Any]], None]) -> Page:
    """Return `page` with what its scripts are given changed by `change`."""
    values = given(page)
    change(values)
    text = f'<script type="application/json" id="island">{island(values)}</script>'
    return Page(ISLAND.sub(lambda _: text, page.html), page.policy)


class Reader:
    """Someone with a map open."""

    def __init__(self, chromium: Browser, folder: Path, **how: Any) -> None:
        self.folder = folder
        how.setdefault("viewport", {"width": 1280, "height": 800})
        self.tab: Tab = chromium.new_page(**how)
        self.tab.set_default_timeout(PATIENCE_MS)
        self.trouble: list[str] = []
        self.requests: list[str] = []
        self.tab.add_init_script(WATCH)
        self.tab.on("console", lambda message: self.trouble.append(message.text))
        self.tab.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.tab.on("dialog", lambda dialog: self.trouble.append(dialog.message))
        self.tab.on("request", lambda request: self.requests.append(request.url))

    def opens(self, page: Sealed, fragment: str = "") -> Tab:
        """Open `page` from a file."""
        file = self.folder / "map.html"
        file.write_text(page.html, "utf-8")
        return self.goes_to(file.as_uri() + fragment)

    def is_served(self, page: Sealed, query: str = "", more: Any = None, status: int = 200) -> Tab:
        """Open `page` as if from a service, which answers `more` to whatever else it is asked."""

        def answer(route: Route) -> None:
            if route.request.url.startswith(f"{SERVICE}/v1/"):
                route.fulfill(json=more, status=status)
            else:
                route.fulfill(body=page.html, content_type="text/html; charset=utf-8")

        self.tab.route(f"{SERVICE}/**", answer)
        return self.goes_to(f"{SERVICE}/maps/claims/x{query}")

    def goes_to(self, address: str) -> Tab:
        """Open `address` and wait until its page is built."""
        self.tab.goto(address)
        self.tab.wait_for_selector("html[data-ready]")
        return self.tab

    def where(
        self, node: str, towards: str | None = None, part: float = 0.0
    ) -> tuple[float, float]:
        """Return the point of the window at which a node is, or `part` of the way to another."""
        x, y = self.tab.evaluate(POINT, [node, towards or node, part])
        return x, y

    def clicks_at(self, node: str, towards: str | None = None, part: float = 0.0) -> None:
        """Click a node, or a point `part` of the way from it to another."""
        self.tab.mouse.click(*self.where(node, towards, part))

    def points_at(self, node: str, towards: str | None = None, part: float = 0.0) -> None:
        """Move the mouse there."""
        self.tab.mouse.move(*self.where(node, towards, part))

    def sees(self, kind: str = "nodes") -> set[str]:
        """Return the ids of the nodes, or the edges, that the canvas shows."""
        return set(self.tab.evaluate(SHOWN, kind))

    def waits_for(self, expression: str) -> None:
        """Wait until `expression` is true on the page. Raises `AssertionError` when it never is."""
        for _ in range(PATIENCE_MS // 50):
            if self.tab.evaluate(expression):
                return
            self.tab.wait_for_timeout(50)
        raise AssertionError(f"never true: {expression}")

    def words(self) -> list[str]:
        """Return every line of words on the canvas."""
        return self.tab.evaluate(WORDS)

    def colours(self) -> int:
        """Return how many colours are on the canvas."""
        return self.tab.evaluate(PIXELS)
