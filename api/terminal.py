"""How the command line speaks: tables, progress, errors and exit codes."""

import sys
import time
from collections.abc import Mapping, Sequence
from types import TracebackType

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from graph.errors import (
    BadRequest,
    DossierError,
    NotFound,
    RejoinderError,
    ServerError,
    Unavailable,
)
from graph.progress import Unit

__all__ = ["EXIT_CODES", "NARROW", "Steps", "card", "exit_code", "output", "say", "table"]

EXIT_CODES: Mapping[type[RejoinderError], int] = {
    RejoinderError: 1,
    BadRequest: 2,
    NotFound: 3,
    DossierError: 4,
    Unavailable: 5,
    ServerError: 6,
}
"""Exit code of each class of error; 0 is success, 2 also a wrong command line."""

NARROW = 6
"""Columns that a table of a terminal has room for; rows with more are shown as cards."""
_QUIET_S = 5.0


def exit_code(error: RejoinderError) -> int:
    """Return the exit code for `error`: its own or that of its nearest base class."""
    return next(EXIT_CODES[each] for each in type(error).__mro__ if each in EXIT_CODES)


def output() -> Console:
    """Return where answers go. Without a terminal it is 120 columns wide and has no colours."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=120)


def say(text: str) -> None:
    """Print one line for the person at the keyboard, apart from the answers."""
    print(text, file=sys.stderr, flush=True)


def table(title: str, rows: Sequence[Mapping[str, str]]) -> Table:
    """Return `rows`, all with the same keys, as a table whose text is never read as markup."""
    found = Table(title=escape(title), title_justify="left", show_lines=True, expand=True)
    for name in rows[0] if rows else ():
        found.add_column(name, overflow="fold")
    for row in rows:
        found.add_row(*(escape(cell) for cell in row.values()))
    return found


def card(row: Mapping[str, str]) -> Table:
    """Return one row as a table of two columns, names and texts; empty texts are left out."""
    found = Table(show_header=False, expand=True, show_edge=True)
    found.add_column(width=max(map(len, row)))
    found.add_column(ratio=1, overflow="fold")
    for name, text in row.items():
        if text:
            found.add_row(escape(name), Text(text))
    return found


class Steps:
    """Progress of long steps: bars on a terminal, plain lines without one."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._bars = _bars(console) if console.is_terminal else None
        self._tasks: dict[str, TaskID] = {}
        self._what, self._since, self._told = "", 0.0, 0.0
        self._over = False

    def __enter__(self) -> "Steps":
        if self._bars:
            self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over = True
        if self._bars:
            self._bars.stop()

    def __call__(self, what: str, done: int, total: int, unit: Unit) -> None:
        """Show how far `what` is; nothing once the context is left."""
        if self._over:
            return
        if self._bars is None:
            self._line(what, done, total, unit)
            return
        if what not in self._tasks:
            for earlier in self._tasks.values():
                self._bars.stop_task(earlier)
            self._tasks[what] = self._bars.add_task(what, total=total or None, unit=unit)
        self._bars.update(self._tasks[what], completed=done, total=total or None)

    def _line(self, what: str, done: int, total: int, unit: Unit) -> None:
        now = time.monotonic()
        if what != self._what:
            self._what, self._since, self._told = what, now, now
            say(f"{what} ..." if not total else f"{what}: {_amount(total, unit)} ...")
        elif done >= total or now - self._told >= _QUIET_S:
            self._told, spent = now, now - self._since
            left = "done" if done >= total else f"about {spent * (total - done) / done:.0f} s left"
            rate = f", {done / spent:.0f} a second" if unit == "rows" and spent >= 1 else ""
            say(f"{what}: {_amount(done, unit)} of {_amount(total, unit)}{rate}, {left}")


def _amount(number: int, unit: Unit) -> str:
    return f"{number / 1e6:.1f} MB" if unit == "bytes" else f"{number} {unit}"


class _Amount(MofNCompleteColumn):
    """Bytes as bytes, rows as rows, and nothing for a step without a size."""

    def __init__(self) -> None:
        super().__init__()
        self._bytes = DownloadColumn()

    def render(self, task):  # pyright: ignore
        if task.total is None:
            return TextColumn("").render(task)
        shown = self._bytes if task.fields["unit"] == "bytes" else super()
        return shown.render(task)


class _Rate(TextColumn):
    """Rows a second, and nothing for what has no rows."""

    def __init__(self) -> None:
        super().__init__("")

    def render(self, task):  # pyright: ignore
        rate = task.finished_speed or task.speed
        shown = task.fields["unit"] == "rows" and rate
        return Text(f"{rate:.0f}/s" if shown else "", style="progress.data.speed")


def _bars(console: Console) -> Progress:
    text = TextColumn("{task.description}")
    return Progress(
        SpinnerColumn(),
        text,
        BarColumn(),
        _Amount(),
        _Rate(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
    )
