"""A real Chromium for tests that need a page."""

import os
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

__all__ = ["FLAGS", "browser", "chromium"]

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""How it is started: no window, and nothing that calls home."""


def chromium() -> str:
    """Return the path of Chromium. Raises `FileNotFoundError` that says what to install."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    raise FileNotFoundError(
        f"Tests of maps need a browser, and none of {', '.join(NAMES)} is on the PATH. "
        "Install one: apt-get update && apt-get install -y chromium"
    )


@contextmanager
def browser() -> Generator[Browser]:
    """Run one headless Chromium; start it once a test module, it takes about a second."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        try:
            yield started
        finally:
            started.close()


def install() -> None:
    """Install Chromium from the system's packages if it is missing and that is possible."""
    if any(map(shutil.which, NAMES)) or not shutil.which("apt-get"):
        return
    print("Installing Chromium from the system's packages ...", flush=True)
    root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    for words in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        command = [*root, "apt-get", "--quiet", "--quiet", *words]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)  # noqa: S603


if __name__ == "__main__":
    install()
    try:
        chromium()
    except FileNotFoundError as error:
        sys.exit(str(error))
