"""``rejoinder``, as a person types it: each command in a process of its own.

Importing the command line costs a processor two seconds, and tests type a hundred commands. So
one process has it imported and forks another for each command, which gets words, environment,
folder and output of its own and ends with its own exit code. Whoever wants a process from its
first import takes `Rejoinder.start`.
"""

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from api.cli import main

__all__ = ["QUIET", "Rejoinder"]

QUIET = {"COLUMNS": "120", "TERM": "dumb"}
FORKED = multiprocessing.get_context("forkserver")
FORKED.set_forkserver_preload([__name__])
LONGEST_S = 120


class Rejoinder:
    """Runs ``rejoinder`` on one home."""

    def __init__(self, home: Path) -> None:
        self._own = {**QUIET, "REJOINDER_HOME": str(home)}

    def __call__(self, *words: str, code: int = 0) -> str:
        """Return what a command printed, errors last. Raises `AssertionError` on another code."""
        with TemporaryDirectory() as folder:
            out, err = Path(folder, "out"), Path(folder, "err")
            environment = {**os.environ, **self._own}
            given = (words, environment, Path.cwd(), out, err)
            process = FORKED.Process(target=_run, args=given)
            process.start()
            process.join(LONGEST_S)
            if process.exitcode is None:
                process.kill()
                process.join()
            told = out.read_text("utf-8") + err.read_text("utf-8")
        assert process.exitcode == code, told
        process.close()
        return told

    def start(self, *words: str) -> "subprocess.Popen[str]":
        """Start a command as a shell does, and leave it to the caller."""
        return subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "api", *words],
            env={**os.environ, **self._own},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


def _run(
    words: tuple[str, ...], environment: Mapping[str, str], folder: Path, out: Path, err: Path
) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for file, number in ((out, 1), (err, 2)):
        with file.open("wb") as opened:
            os.dup2(opened.fileno(), number)
    sys.argv = ["rejoinder", *words]
    main()
