"""Where the time and the bytes of a page go: for the aims that were missed."""

import bisect
import gzip
import json
import re
from base64 import b64decode
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from bench.maps.watching import SIZE

__all__ = ["Profile", "parts", "profiled"]

IDLE = ("(idle)", "(root)")
MOST = 5
"""Functions that are named."""
_ELEMENT = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL)
_METHOD = re.compile(r'(?:key:"(\w+)",value:|(\w+)[:=])?(?:async )?function\*? ?(\w*)$')


@dataclass(frozen=True, slots=True)
class Profile:
    """What the main thread did in one load, until it could be asked after the first node.

    In milliseconds; under the profiler, so that all of it is longer than without.
    """

    busy_ms: float
    by_part: dict[str, float]
    """Time in the functions of each script, in the collector, and in the browser's own code."""
    by_function: dict[str, float]
    """The functions in which most of it was spent themselves, calls to others left out."""
    browser_ms: dict[str, float]
    """What the browser says of style, layout, compiling and running scripts."""


def profiled(browser: Browser, file: Path, wait_ms: float) -> Profile:
    """Load a page under the sampling profiler (CDP ``Profiler``, a sample each 0.2 ms)."""
    tab = browser.new_page(viewport=SIZE)  # pyright: ignore[reportArgumentType]
    tab.context.set_offline(True)
    session: Any = tab.context.new_cdp_session(tab)
    blank = file.with_name("blank.html")
    blank.write_text("<!doctype html>", "utf-8")
    tab.goto(blank.as_uri())
    for command, params in (
        ("Performance.enable", {}),
        ("Profiler.enable", {}),
        ("Profiler.setSamplingInterval", {"interval": 200}),
        ("Profiler.start", {}),
    ):
        session.send(command, params)
    tab.goto(file.as_uri(), wait_until="commit")
    tab.wait_for_timeout(wait_ms)
    profile: dict[str, Any] = session.send("Profiler.stop")["profile"]
    listed = session.send("Performance.getMetrics")["metrics"]
    metrics = {each["name"]: each["value"] for each in listed}
    tab.close()
    scripts = _Scripts(file.read_text("utf-8"))
    spent = _spent(profile)
    by_part: defaultdict[str, float] = defaultdict(float)
    by_function: defaultdict[str, float] = defaultdict(float)
    for frame, ms in spent:
        part = scripts.part(frame)
        by_part[part] += ms
        if not part.startswith("("):
            by_function[f"{scripts.name(frame)}, in {part}"] += ms
    return Profile(
        busy_ms=sum(by_part.values()),
        by_part=_longest_first(by_part),
        by_function=dict(list(_longest_first(by_function).items())[:MOST]),
        browser_ms={
            words: 1000 * metrics[name]
            for name, words in (
                ("V8CompileDuration", "compiling"),
                ("ScriptDuration", "scripts"),
                ("RecalcStyleDuration", "style"),
                ("LayoutDuration", "layout"),
            )
            if name in metrics
        },
    )


def parts(file: Path) -> dict[str, int]:
    """Return how many bytes each part of a page of ours takes; the data by its first names."""
    html = file.read_text("utf-8")
    found: Counter[str] = Counter()
    for tag, attributes, text in _ELEMENT.findall(html):
        if "application/json" in attributes:
            for key, value in json.loads(text).items():
                found[f"data: {key}"] += len(json.dumps(value, separators=(",", ":")).encode())
        else:
            found[_called(text) if tag == "script" else "style"] += len(text.encode())
    found["the rest"] = len(html.encode()) - found.total()
    return dict(found.most_common())


def _longest_first(times: Mapping[str, float]) -> dict[str, float]:
    return dict(sorted(times.items(), key=lambda each: -each[1]))


def _called(script: str) -> str:
    """Return what a script is."""
    if _packed(script):
        return "vis-network, packed"
    return "our scripts" if len(script) < 200_000 else f"script of {len(script) / 1e6:.1f} MB"


def _spent(profile: dict[str, Any]) -> list[tuple[dict[str, Any], float]]:
    """Return time in milliseconds by frame, idle time left out."""
    frames = {node["id"]: node["callFrame"] for node in profile["nodes"]}
    spent: Counter[int] = Counter()
    for node, micros in zip(profile["samples"], profile["timeDeltas"], strict=True):
        if frames[node]["functionName"] not in IDLE:
            spent[node] += max(micros, 0)
    return [(frames[node], micros / 1000) for node, micros in spent.items()]


def _packed(script: str) -> bool:
    return script.startswith("H4sI")  # gzip in base64


class _Scripts:
    """The scripts of a page, by the lines on which they stand.

    One that is unpacked and run has lines of its own, fewer than stand above all others.
    """

    def __init__(self, html: str) -> None:
        self._lines: list[str] = html.split("\n")
        found = [each for each in _ELEMENT.finditer(html) if each[1] == "script"]
        self._starts = [html.count("\n", 0, each.start(3)) for each in found]
        self._names = [_called(each[3]) for each in found]
        packed = [each[3] for each in found if _packed(each[3])]
        text = gzip.decompress(b64decode(packed[0])).decode() if packed else ""
        self._unpacked = text.split("\n")

    def part(self, frame: dict[str, Any]) -> str:
        """Return the script that a frame belongs to, or what else it is, in brackets."""
        if not frame["url"].startswith("file:"):
            return frame["functionName"] if frame["functionName"][:1] == "(" else "(built in)"
        if frame["lineNumber"] < self._starts[0]:
            return "vis-network"
        return self._names[bisect.bisect_right(self._starts, frame["lineNumber"]) - 1]

    def name(self, frame: dict[str, Any]) -> str:
        """Return the name of a function, as the source has it where the profiler has none."""
        known = frame["functionName"]
        if known and known != "value":
            return known
        row: int = frame["lineNumber"]
        column: int = frame["columnNumber"]
        lines = self._unpacked if row < self._starts[0] else self._lines
        found = _METHOD.search(lines[row][:column])
        named = next((each for each in found.groups() if each), "") if found else ""
        return named or f"a function at {row + 1}:{column + 1}"
