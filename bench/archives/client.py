"""The load generator: asks over HTTP/1.1, connections kept open, answers read whole.

    python -m bench.archives.client < {"host": ..., "port": ..., "asks": [[head, body], ...], ...}

It parses no more of an answer than where it ends, so as to take as little of the cores as it can.
"""

import asyncio
import json
import random
import sys
from typing import Any

from bench.archives.driving import measure

__all__ = ["ANEW", "Connection", "Refused", "head", "main"]

ANEW = "{anew}"
"""Mark in a host where a number is put that no other request has: who keeps answers by their whole
address, the host in it, has to make each anew."""
_NUMBERS = 10**18


class Refused(RuntimeError):
    """An answer has another status than was meant."""


def head(method: str, target: str, body: bytes = b"", **fields: str) -> str:
    """Return a request up to its body; a `_` in the name of a field is a dash."""
    own = {"host": "localhost", "accept": "application/json"} | (
        {"content_length": str(len(body)), "content_type": "application/json"} if body else {}
    )
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in (own | fields).items()]
    return "\r\n".join([f"{method} {target} HTTP/1.1", *lines, "", ""])


class Connection:
    """One connection, opened when it is first used."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._to: asyncio.StreamWriter | None = None
        self._of: asyncio.StreamReader | None = None

    async def ask(self, request: bytes) -> tuple[int, bytes, bytes]:
        """Send a request; return status, head and body of the answer."""
        if self._to is None or self._of is None or self._to.is_closing():
            limit = 2**26
            self._of, self._to = await asyncio.open_connection(self._host, self._port, limit=limit)
        of = self._of
        self._to.write(request)
        top = await of.readuntil(b"\r\n\r\n")
        low = top.lower()
        status = int(top[9:12])
        if b"transfer-encoding: chunked" in low:
            body = await _chunks(of)
        elif b"content-length: " in low:
            length = int(low.partition(b"content-length: ")[2].partition(b"\r")[0])
            body = await of.readexactly(length)
        else:
            body = b""
        if b"connection: close" in low:
            self._to.close()
        return status, top, body

    def close(self) -> None:
        """Close it."""
        if self._to is not None:
            self._to.close()


async def _chunks(of: asyncio.StreamReader) -> bytes:
    parts: list[bytes] = []
    while length := int((await of.readuntil(b"\r\n")).partition(b";")[0], 16):
        parts.append((await of.readexactly(length + 2))[:-2])
    await of.readuntil(b"\r\n")
    return b"".join(parts)


async def main(asked: dict[str, Any]) -> None:
    """Measure as a process of its own."""
    questions = [[(one + two).encode() for one, two in steps] for steps in asked["asks"]]
    status: int = asked["status"]
    mark, first = ANEW.encode(), random.randrange(_NUMBERS)  # noqa: S311  nothing secret
    idle = [Connection(asked["host"], asked["port"]) for _ in range(asked["clients"])]

    async def ask(number: int) -> None:
        connection = idle.pop()
        for request in questions[number % len(questions)]:
            varied = request.replace(mark, b"%d" % (first + number), 1)
            found, _, body = await connection.ask(varied)
            if found != status:
                raise Refused(f"{found} instead of {status}: {body[:500]!r}")
        idle.append(connection)

    await measure(ask, asked)
    for each in idle:
        each.close()


if __name__ == "__main__":
    asyncio.run(main(json.loads(sys.stdin.readline())))
