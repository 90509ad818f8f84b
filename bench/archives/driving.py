"""What asks: so many clients, each with one question under way, for so many seconds.

A process that asks is told what to ask by a line of JSON, says ``ready`` when it has asked
everything once, waits for a line, asks, and prints what it found as JSON.
"""

import asyncio
import json
import math
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from statistics import median
from typing import Any

__all__ = ["Ask", "at_part", "drive", "measure", "summed"]

Ask = Callable[[int], Awaitable[None]]
"""Asks the question of that number, and takes its answer whole."""


async def drive(ask: Ask, clients: int, seconds: float, first: int = 0) -> dict[str, Any]:
    """Ask questions 0, 1, 2 ... from so many clients for so many seconds.

    Returns seconds of each answer, how long it took in all, and what this process computed. Each
    client asks at least once.
    """
    took: list[float] = []
    number = first
    began, computed = time.perf_counter(), time.process_time()

    async def client() -> None:
        nonlocal number
        while True:
            mine, number = number, number + 1
            start = time.perf_counter()
            await ask(mine)
            now = time.perf_counter()
            took.append(now - start)
            if now - began >= seconds:
                return

    await asyncio.gather(*(client() for _ in range(clients)))
    return {
        "took": took,
        "seconds": time.perf_counter() - began,
        "cpu_s": time.process_time() - computed,
    }


async def measure(ask: Ask, asked: dict[str, Any]) -> None:
    """Speak with who measures: warm up, wait for the word, ask, tell."""
    warmed = await drive(ask, asked["clients"], asked["warm_s"])
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    first = len(warmed["took"])  # what was asked already may be kept
    print(json.dumps(await drive(ask, asked["clients"], asked["seconds"], first)), flush=True)


def at_part(found: Sequence[float], part: float) -> float:
    """Return the least of `found` that so large a part of them does not exceed."""
    return sorted(found)[max(0, math.ceil(len(found) * part) - 1)]


def summed(told: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Return what several processes found, as one: `answers`, `seconds`, medians in ms, CPU."""
    took = [each for one in told for each in one["took"]]
    seconds = max(one["seconds"] for one in told)
    return {
        "answers": len(took),
        "seconds": seconds,
        "median_ms": 1000 * median(took),
        "p95_ms": 1000 * at_part(took, 0.95),
        "cpu_s": sum(one["cpu_s"] for one in told),
    }
