"""One page opened in a fresh Chromium, and what a reader would have seen of it, by the clock.

The first drawn node is looked for in the pictures that the browser's compositor puts on the
screen (CDP ``Page.startScreencast``): the same for a 2D canvas, WebGL or SVG, and blind to what
is drawn but covered. Each picture has its own time, of the same clock as the start of the
navigation. Where the map stands is told by ``probe.js`` frame by frame.
"""

import base64
import json
import time
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Playwright
from playwright.sync_api import Page as Tab

from bench.maps.eye import Box, Eye
from tests.browser import FLAGS, chromium

__all__ = ["Seen", "Watched", "watch"]

NODE_PX = 30
"""Pixels of ink from which something is drawn: a node of 6 pixels across."""
AFTER_MS = 2000
"""How long freezes are looked for after the first node."""
FRAME_MS = 1000 / 60
STEPS = 60
SIZE = {"width": 1280, "height": 800}


@dataclass(frozen=True, slots=True)
class Watched:
    """A page to watch."""

    file: Path
    besides: str
    """CSS selector of what lies over its map and is not the map."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a page, in milliseconds."""

    first_node_ms: float | None
    """From the start of the navigation to the first picture with a node. None: not in time."""
    freeze_ms: float | None
    """Longest task of the main thread until two seconds later. 0: none was as long as 50 ms."""
    pan_median_ms: float | None
    """From one animation frame to the next while the map is dragged."""
    pan_worst_ms: float | None
    first_ink: int
    """Pixels of ink in that first picture."""
    later_ink: int
    """Pixels of ink two seconds later."""
    refused: int
    """Requests that would have left the machine, all refused at once."""
    trouble: str = ""
    """Why something was not taken. Empty: everything was."""


_View = tuple[float, Box | None, list[Box]]
"""When, where the map stands, and what lies over it."""


@dataclass(slots=True)
class _Told:
    """What the page has told so far."""

    began: float = 0.0
    views: list[_View] = field(default_factory=list[_View])
    tasks: list[tuple[float, float]] = field(default_factory=list[tuple[float, float]])
    pictures: list[tuple[float, str]] = field(default_factory=list[tuple[float, str]])

    def besides_at(self, moment: float) -> list[Box]:
        """Return where something lay over the map then, or a frame or two later.

        What comes into a frame after its callbacks is told with the next one.
        """
        now = [boxes for at, _, boxes in self.views if at <= moment][-1:]
        soon = [boxes for at, _, boxes in self.views if moment < at <= moment + 2 * FRAME_MS]
        return [box for boxes in (*now, *soon) for box in boxes]

    def map_at(self, moment: float) -> Box | None:
        """Return where the map stood at a moment of the wall clock, in milliseconds."""
        return next((box for at, box, _ in reversed(self.views) if at <= moment), None)


def watch(
    playwright: Playwright, eye: Eye, page: Watched, limit_s: float, keep: Path | None = None
) -> Seen:
    """Open `page` in a browser of its own and return what was seen of it.

    After `limit_s` seconds without a node it is closed. The first picture with a node is
    written to `keep`.
    """
    browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
    try:
        return _watched(browser, eye, page, limit_s, keep)
    finally:
        browser.close()


def _watched(browser: Browser, eye: Eye, page: Watched, limit_s: float, keep: Path | None) -> Seen:
    tab = browser.new_page(viewport=SIZE)  # pyright: ignore[reportArgumentType]
    refused: list[str] = []
    tab.on("requestfailed", lambda request: refused.append(request.url))
    tab.context.set_offline(True)
    told = _Told()
    session = _listened(tab, told, page.besides)
    session.send("Page.startScreencast", {"format": "png"})
    tab.wait_for_timeout(300)  # the empty page before it
    told.pictures.clear()
    tab.goto(page.file.as_uri(), wait_until="commit")
    found = _first_node(tab, eye, told, time.monotonic() + limit_s)
    session.send("Page.stopScreencast")
    if not found:
        longest = max((length for _, length in told.tasks), default=None)
        trouble = (
            f"no node within {limit_s:.0f} s; the freeze is the longest that had ended by then"
        )
        return Seen(None, longest, None, None, 0, 0, len(refused), trouble)
    at, picture, ink = found
    if keep:
        keep.write_bytes(base64.b64decode(picture))
    tab.wait_for_timeout(max(0.0, at + AFTER_MS - time.time() * 1000))
    tab.evaluate("benchProbe.flush()")
    first = at - told.began
    freezes = [length for start, length in told.tasks if start < first + AFTER_MS]
    later, gaps, trouble = _panned(tab, eye, told)
    return Seen(
        first_node_ms=first,
        freeze_ms=max(freezes, default=0.0),
        pan_median_ms=median(gaps) if gaps else None,
        pan_worst_ms=max(gaps, default=None),
        first_ink=ink,
        later_ink=later,
        refused=len(refused),
        trouble=trouble,
    )


def _listened(tab: Tab, told: _Told, besides: str) -> Any:
    """Put the probe into the tab and collect what it and the compositor tell."""
    session: Any = tab.context.new_cdp_session(tab)

    def hear(event: dict[str, Any]) -> None:
        if event["name"] != "benchTell":
            return
        kind, value = json.loads(event["payload"])
        match kind:
            case "began":
                told.began = value
            case "view":
                told.views.append(tuple(value))
            case _:
                told.tasks.append(tuple(value))

    def see(event: dict[str, Any]) -> None:
        told.pictures.append((event["metadata"]["timestamp"] * 1000, event["data"]))
        session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

    session.on("Runtime.bindingCalled", hear)
    session.on("Page.screencastFrame", see)
    session.send("Runtime.enable")
    session.send("Runtime.addBinding", {"name": "benchTell"})
    probe = (Path(__file__).parent / "probe.js").read_text("utf-8")
    tab.add_init_script(probe.replace("/*besides*/", besides))
    return session


def _first_node(tab: Tab, eye: Eye, told: _Told, deadline: float) -> tuple[float, str, int] | None:
    """Return time (wall clock, ms), picture and ink of the first picture with a node."""
    while time.monotonic() < deadline:
        tab.wait_for_timeout(50)
        pictures, told.pictures = told.pictures, []
        for at, picture in pictures:
            box = told.map_at(at)
            if box and (ink := eye.ink(picture, box, told.besides_at(at))) >= NODE_PX:
                return at, picture, ink
    return None


def _panned(tab: Tab, eye: Eye, told: _Told) -> tuple[int, list[float], str]:
    """Drag the map; return its ink before, the gaps between frames, and why there are none."""
    before = base64.b64encode(tab.screenshot()).decode()
    now = time.time() * 1000
    box, besides = told.map_at(now), told.besides_at(now)
    if not box:
        return 0, [], "the map has gone"
    ink = eye.ink(before, box, besides)
    spot = eye.empty_spot(before, box, besides)
    if not spot:
        return ink, [], "no empty place to take hold of the map"
    x, y = spot
    right = 3 if x < box[0] + box[2] / 2 else -3
    down = 2 if y < box[1] + box[3] / 2 else -2
    tab.mouse.move(x, y)
    tab.mouse.down()
    start: int = tab.evaluate("benchProbe.ticks.length")
    for step in range(1, STEPS + 1):
        tab.mouse.move(x + right * step, y + down * step)
    ticks: list[float] = tab.evaluate("start => benchProbe.ticks.slice(start)", start)
    tab.mouse.up()
    after = base64.b64encode(tab.screenshot()).decode()
    if eye.changed(before, after, box) < NODE_PX:
        return ink, [], "the map did not move when it was dragged"
    return ink, [late - early for early, late in pairwise(ticks)], ""
