"""The limit of reading: the service's own statements on bare Bolt, answers as JSON bytes.

    python -m bench.archives.bolt < {"uri": ..., "asks": [[[text, parameters], ...], ...], ...}

The async driver and orjson, and nothing else: no HTTP, no records of ours.
"""

# The driver leaves its arguments untyped.
# pyright: reportUnknownMemberType=false

import asyncio
import json
import sys
from typing import Any, cast

import orjson
from neo4j import AsyncGraphDatabase, AsyncResult, RoutingControl

from bench.archives.driving import measure
from bench.archives.recording import unpacked

__all__ = ["as_bytes", "main"]


def as_bytes(rows: list[dict[str, Any]]) -> bytes:
    """Return rows as JSON; days and times of the driver as ISO 8601."""
    return orjson.dumps(rows, default=_iso)


def _iso(value: Any) -> str:
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


async def _taken(result: AsyncResult) -> bytes:
    return as_bytes([each.data() async for each in result])


async def main(asked: dict[str, Any]) -> None:
    """Measure as a process of its own."""
    questions = [[(text, unpacked(params)) for text, params in one] for one in asked["asks"]]
    async with AsyncGraphDatabase.driver(
        asked["uri"],
        auth=("neo4j", asked["password"]),
        notifications_min_severity="OFF",
        telemetry_disabled=True,
    ) as driver:

        async def ask(number: int) -> None:
            for text, params in questions[number % len(questions)]:
                await driver.execute_query(
                    text,
                    cast("dict[str, Any]", params),
                    routing_=RoutingControl.READ,
                    database_="neo4j",
                    result_transformer_=_taken,
                )

        await measure(ask, asked)


if __name__ == "__main__":
    asyncio.run(main(json.loads(sys.stdin.readline())))
