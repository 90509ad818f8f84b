"""What a long run says while it runs, and what it ran on."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from platform import machine, python_version

import psutil
from pydantic import BaseModel

__all__ = ["ROOT", "About", "about", "say"]

ROOT = Path(__file__).parent.parent.parent


class About(BaseModel):
    """What some figures were measured on."""

    day: str
    machine: str
    versions: str
    commit: str
    """Of the code; with a plus when files differed from it."""


def say(text: str) -> None:
    """Print one line with the time of day (UTC)."""
    print(f"{datetime.now(UTC):%H:%M:%S}  {text}", file=sys.stderr, flush=True)


def about() -> About:
    """Return what is measured on now."""
    total = psutil.virtual_memory().total / 2**30
    names = ("neo4j", "neo4j-rust-ext", "fastapi", "uvicorn", "pydantic")
    return About(
        day=f"{datetime.now(UTC):%Y-%m-%d}",
        machine=f"{os.cpu_count()} cores ({machine()}), {total:.0f} GiB of memory",
        versions=", ".join(
            [f"Python {python_version()}", *(f"{name} {version(name)}" for name in names)]
        ),
        commit=_git("rev-parse", "--short=12", "HEAD")
        + ("+" if _git("status", "--porcelain", "-uno") else ""),
    )


def _git(*arguments: str) -> str:
    done = subprocess.run(  # noqa: S603
        ["git", *arguments],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()
