"""The statements that the service runs, noted as they reach the driver.

    python -m bench.archives.recording NOTES PARTS up --port 8001

It is ``rejoinder up`` otherwise. A line of NOTES is one statement with its parameters as JSON;
PARTS gets where the main thread was, looked up every few milliseconds of computing since the last
SIGUSR1, when the service ends.
"""

import json
import signal
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from types import FrameType
from typing import Any, cast
from unittest.mock import patch

from neo4j import AsyncManagedTransaction, AsyncSession, AsyncTransaction, Query

from bench.archives.clock import ROOT

__all__ = ["Parts", "noting", "packed", "part_of", "unpacked"]

_EVERY_S = 0.002
_PARTS = (
    ("/site-packages/neo4j/", "driver"),
    ("/site-packages/pydantic", "records and JSON"),
    ("/site-packages/fastapi/", "HTTP"),
    ("/site-packages/starlette/", "HTTP"),
    ("/site-packages/uvicorn/", "HTTP"),
    ("/site-packages/anyio/", "HTTP"),
    (f"{ROOT}/bench/", "noting for this benchmark"),
    *((f"{ROOT}/{folder}/", "our own code") for folder in ("api", "graph", "cypher", "viz")),
)


def packed(value: object) -> object:
    """Return a parameter as JSON can have it; days and times are told apart from text."""
    match value:
        case datetime():
            return {"$datetime": value.isoformat()}
        case date():
            return {"$date": value.isoformat()}
        case list():
            return [packed(each) for each in cast("list[object]", value)]
        case dict():
            return {k: packed(each) for k, each in cast("dict[str, object]", value).items()}
        case _:
            return value


def unpacked(value: object) -> object:
    """Return what `packed` was given."""
    match value:
        case {"$date": str(day)}:
            return date.fromisoformat(day)
        case {"$datetime": str(moment)}:
            return datetime.fromisoformat(moment)
        case list():
            return [unpacked(each) for each in cast("list[object]", value)]
        case dict():
            return {k: unpacked(each) for k, each in cast("dict[str, object]", value).items()}
        case _:
            return value


def noting(notes: Path) -> ExitStack:
    """Note in `notes` what the driver is given to run, until the stack is left."""
    stack = ExitStack()
    to = stack.enter_context(notes.open("a", encoding="utf-8"))
    for kind in (AsyncSession, AsyncTransaction, AsyncManagedTransaction):
        run: Callable[..., Any] = kind.run

        async def noted(
            self: Any,
            query: str | Query,
            parameters: dict[str, Any] | None = None,
            run: Callable[..., Any] = run,
            **more: Any,
        ) -> Any:
            text = query.text if isinstance(query, Query) else query
            to.write(json.dumps([text, packed({**(parameters or {}), **more})]) + "\n")
            to.flush()
            return await run(self, query, parameters, **more)

        stack.enter_context(patch.object(kind, "run", noted))
    return stack


def part_of(frame: FrameType | None) -> str:
    """Return which part of the service runs in `frame`: the innermost one that is known."""
    while frame is not None:
        file = frame.f_code.co_filename
        for folder, part in _PARTS:
            if folder in file:
                return part
        frame = frame.f_back
    return "the rest"


class Parts:
    """Looks up where the main thread is, again and again while this process computes.

    A thread that looks would be let in most often where the other waits for a file.
    """

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()

    def start(self) -> None:
        """Look until `stop`."""
        signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, _EVERY_S, _EVERY_S)

    def stop(self) -> Counter[str]:
        """Stop looking; return how often each part was seen."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        return self.seen

    def _look(self, _: int, frame: FrameType | None) -> None:
        self.seen[part_of(frame)] += 1


def main(arguments: list[str]) -> None:
    """Run ``rejoinder`` with those arguments after the first two."""
    from api.cli import main as rejoinder

    notes, to, *sys.argv[1:] = arguments
    parts = Parts()
    parts.start()

    def begin(*_: object) -> None:
        parts.seen.clear()

    signal.signal(signal.SIGUSR1, begin)
    try:
        with noting(Path(notes)):
            rejoinder()
    finally:
        Path(to).write_text(json.dumps(parts.stop()), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
