"""Measure the maps and write down what was found.

    python -m bench.maps           every size, some 25 minutes, into bench/MAPS.md
    python -m bench.maps --quick   50 nodes, once, into build/bench/MAPS.md

neo4j-viz is left out where its environment is missing (``make bench-maps`` sets it up).
"""

import os
import re
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from statistics import median

import psutil
from playwright.sync_api import Playwright, sync_playwright

from bench.maps.eye import Eye
from bench.maps.pages import KINDS, NEO4J_VIZ, NEO4J_VIZ_PYTHON, Kind, Made, made
from bench.maps.profiling import Profile, parts, profiled
from bench.maps.report import Run, report
from bench.maps.results import Row, Rows, aims
from bench.maps.watching import Seen, Watched, watch
from tests.browser import FLAGS, chromium

__all__ = ["measured"]

LIMIT_S = 180
"""How long the first node of a page is waited for; a page that takes longer is opened once."""
QUIET, QUIET_S, PATIENCE_S = 25, 0.5, 45
"""A page is opened when others used less than this part of the cores (percent) for so long, and
after so many seconds anyway."""
HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def measured(
    kinds: Sequence[Kind],
    sizes: Sequence[int],
    folder: Path,
    rounds: int = 99,
    patience_s: float = 0,
) -> Run:
    """Make the pages of `kinds` at `sizes` in `folder`, watch them, and return what was found.

    Each is opened as often as its kind says, at most `rounds` times, and when the machine does
    little else or after `patience_s` seconds.
    """
    pages = made(kinds, sizes, folder)
    with sync_playwright() as playwright:
        aside = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        rows, taken = _watched(playwright, Eye(aside), pages, rounds, patience_s)
        machine = _machine(aside.version, taken, patience_s)
        aside.close()
        missed = [each for each in aims(rows) if each.short]
        files = {(each.kind, each.size): each.file for each in pages}
        profiles = {
            each.about: _profiled(playwright, files[each.about], rows[each.about].first_ms or 0)
            for each in missed
            if each.is_of_time
        }
    sizes_of = {each.about: parts(files[each.about]) for each in missed if not each.is_of_time}
    return Run(machine, rows, profiles, sizes_of)


def _watched(
    playwright: Playwright, eye: Eye, pages: Sequence[Made], rounds: int, patience_s: float
) -> tuple[Rows, list[float]]:
    """Return the rows, and what part of the cores others took before each page, in percent."""
    taken: list[float] = []
    kinds = {each.name: each for each in KINDS}
    rows: Rows = {
        (each.kind, each.size): Row(
            each.kind, each.size, each.file_bytes, each.gzip_bytes, (), LIMIT_S
        )
        for each in pages
    }
    watched = {each: Watched(each.file, kinds[each.kind].besides) for each in pages}
    if rounds > 1:
        watch(playwright, eye, watched[pages[0]], LIMIT_S)  # the first start of all is slower
    for turn in range(min(rounds, max(kinds[each.kind].rounds for each in pages))):
        start = turn * 7 % len(pages)
        for page in (*pages[start:], *pages[:start]):
            row = rows[page.kind, page.size]
            late = any(each.first_node_ms is None for each in row.seen)
            if late or turn >= kinds[page.kind].rounds:
                continue
            taken.append(_calm(patience_s))
            seen = watch(playwright, eye, watched[page], LIMIT_S, page.file.with_suffix(".png"))
            rows[page.kind, page.size] = replace(row, seen=(*row.seen, seen))
            print(f"{turn + 1}  {page.kind} {page.size}  {_told(seen)}", flush=True)
    return rows, taken


def _calm(patience_s: float) -> float:
    """Wait for a machine that does little else; return what part of the cores it used at last."""
    deadline = time.monotonic() + patience_s
    while (used := psutil.cpu_percent(QUIET_S)) > QUIET and time.monotonic() < deadline:
        pass
    return used


def _profiled(playwright: Playwright, file: Path, first_ms: float) -> Profile:
    browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
    try:
        return profiled(browser, file, first_ms)
    finally:
        browser.close()


def _told(seen: Seen) -> str:
    return "  ".join(
        f"{name} {time:,.0f} ms"
        for name, time in (
            ("first node", seen.first_node_ms),
            ("freeze", seen.freeze_ms),
            ("pan", seen.pan_median_ms),
        )
        if time is not None
    )


def _machine(chromium_version: str, taken: Sequence[float], patience_s: float) -> dict[str, str]:
    cores = os.cpu_count() or 1
    pinned = re.search(r"^neo4j-viz==(\S+)", (HERE / "requirements.txt").read_text("utf-8"), re.M)
    return {
        "Day": f"{datetime.now(UTC):%Y-%m-%d}",
        "Machine": f"{cores} cores, {psutil.virtual_memory().total / 2**30:.0f} GiB of memory",
        "Others on it": f"took {median(taken):.0f}% of the cores in the half second before a page "
        f"was opened ({min(taken):.0f}% to {max(taken):.0f}%); less than {QUIET}% was waited for, "
        f"up to {patience_s:.0f} s",
        "Versions": f"Chromium {chromium_version}, Python {python_version()}, pyvis "
        f"{version('pyvis')}, neo4j-viz {pinned[1] if pinned else 'unknown'}",
    }


def main(arguments: Sequence[str]) -> None:
    """Run the benchmark and write its results."""
    folder = ROOT / "build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    kinds = [each for each in KINDS if each.name != NEO4J_VIZ or NEO4J_VIZ_PYTHON.exists()]
    if "--quick" in arguments:
        file, found = folder / "MAPS.md", measured(kinds, [50], folder, rounds=1)
    else:
        sizes = sorted({size for kind in kinds for size in kind.sizes})
        file, found = HERE.parent / "MAPS.md", measured(kinds, sizes, folder, patience_s=PATIENCE_S)
    file.write_text(report(found), "utf-8")
    print(f"Written: {file.relative_to(ROOT)}")


if __name__ == "__main__":
    main(sys.argv[1:])
