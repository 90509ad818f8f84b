"""Maps over HTTP: drawn in threads, sealed by their own policy, packed, and kept for a while."""

import gzip
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from anyio import CapacityLimiter, to_thread
from fastapi import Request, Response

from api.drawing import Draft
from api.graphs import graph_json

__all__ = ["Maps", "takes_gzip"]

_KEPT_BYTES = 32_000_000
_AT_ONCE = 2
"""Maps that are drawn at the same time. Python draws one at a time: more would only be slower."""
_LEVEL = 6
"""Of gzip: 9 takes twice as long for 1 % less."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """An answer as it is sent."""

    plain: bytes
    packed: bytes
    """The same, by gzip."""
    headers: Mapping[str, str]

    @property
    def size(self) -> int:
        return len(self.plain) + len(self.packed)


class Maps:
    """Answers made of maps. The last ones are kept, up to so many bytes in all.

    They are known by what was read for them, so that whoever asks for the same, while the graph
    says the same, gets them without their being drawn again, or is told that nothing is new.
    """

    def __init__(self, most_bytes: int = _KEPT_BYTES) -> None:
        self._most = most_bytes
        self._kept: OrderedDict[str, _Ready] = OrderedDict()
        self._drawing = CapacityLimiter(_AT_ONCE)
        self._made_by = _version()

    @property
    def size(self) -> int:
        """Bytes that are kept."""
        return sum(each.size for each in self._kept.values())

    async def page(self, request: Request, draft: Draft) -> Response:
        """Answer a map as a page that can load and run nothing but itself."""
        return await self._answer(request, draft, _page)

    async def graph(self, request: Request, draft: Draft) -> Response:
        """Answer a map as JSON: what its page shows at first."""
        return await self._answer(request, draft, _graph)

    async def _answer(
        self, request: Request, draft: Draft, make: Callable[[Draft], _Ready]
    ) -> Response:
        content = await to_thread.run_sync(draft.key)
        key = sha256(f"{make.__name__} {self._made_by} {content}".encode()).hexdigest()[:32]
        ready = self._kept.get(key) or await self._made(key, make, draft)
        self._kept.move_to_end(key)
        packed = takes_gzip(request.headers.get("accept-encoding", ""))
        headers = {
            **ready.headers,
            # Weak: the same answer, packed or not, whenever and by whichever service it was made.
            "ETag": f'W/"{key}"',
            "Cache-Control": "no-cache",
            "Vary": "Accept-Encoding",
        }
        if _is_known(key, request.headers.get("if-none-match", "")):
            del headers["Content-Type"]
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        headers |= {"Content-Encoding": "gzip"} if packed else {}
        return Response(ready.packed if packed else ready.plain, headers=headers)

    async def _made(self, key: str, make: Callable[[Draft], _Ready], draft: Draft) -> _Ready:
        async with self._drawing:
            ready = self._kept.get(key)  # there if another asked for the same at the same time
            if ready is None:
                ready = await to_thread.run_sync(make, draft)
                self._keep(key, ready)
            return ready

    def _keep(self, key: str, ready: _Ready) -> None:
        self._kept[key] = ready
        while self.size > self._most and len(self._kept) > 1:
            self._kept.popitem(last=False)


def takes_gzip(accepted: str) -> bool:
    """Return whether an ``Accept-Encoding`` (RFC 9110, 12.5.3) takes gzip."""
    weights: dict[str, float] = {}
    for each in accepted.lower().split(","):
        name, _, weight = each.replace(" ", "").partition(";q=")
        try:
            weights[name] = float(weight or 1)
        except ValueError:
            weights[name] = 0
    return weights.get("gzip", weights.get("*", 0)) > 0


def _is_known(key: str, known: str) -> bool:
    """Return whether an ``If-None-Match`` names this answer; weak and strong tags are alike."""
    return known.strip() == "*" or key in re.findall(r'"([^"]*)"', known)


def _page(draft: Draft) -> _Ready:
    page = draft.draw().page()
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": page.policy}
    return _ready(page.html.encode(), headers)


def _graph(draft: Draft) -> _Ready:
    return _ready(graph_json(draft.draw()).encode(), {"Content-Type": "application/json"})


def _ready(plain: bytes, headers: Mapping[str, str]) -> _Ready:
    shut = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
    return _Ready(plain, gzip.compress(plain, _LEVEL, mtime=0), {**headers, **shut})


def _version() -> str:
    """Return what differs when maps of equal answers do: the text of all that makes them."""
    found = sha256(version("pyvis").encode())
    for folder in ("graph", "viz", "api"):
        for each in _texts(files(folder)):
            found.update(each.read_bytes())
    return found.hexdigest()


def _texts(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            found += _texts(each)
        elif each.name.endswith((".py", ".js", ".css", ".jinja")):
            found.append(each)
    return found
