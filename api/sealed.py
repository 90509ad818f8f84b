"""Pages and maps over HTTP, sealed by their policy. Maps are drawn in threads, packed and kept."""

import gzip
from collections.abc import Callable, Mapping
from http import HTTPStatus

from anyio import CapacityLimiter, to_thread
from fastapi import Request, Response

from api.drawing import Draft
from api.graphs import graph_json
from api.keeping import Kept, Ready, is_known, made_by, tagged, takes_gzip
from viz import Page

__all__ = ["Maps", "shown"]

_KEPT_BYTES = 32_000_000
_AT_ONCE = 2
"""Maps that are drawn at the same time. Python draws one at a time: more would only be slower."""
_LEVEL = 6
"""Of gzip: 9 takes twice as long for 1 % less."""


_SHUT = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
"""What browsers are told of every page, beside its policy."""


def shown(page: Page, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Answer a page of the explorer, which can load and run nothing but itself."""
    told = {"Content-Security-Policy": page.policy, **_SHUT, **(headers or {})}
    return Response(page.html, status, told, "text/html; charset=utf-8")


class Maps:
    """Answers made of maps. The last ones are kept, up to so many bytes in all.

    They are known by what was read for them, so that whoever asks for the same, while the graph
    says the same, gets them without their being drawn again, or is told that nothing is new.
    """

    def __init__(self, most_bytes: int = _KEPT_BYTES) -> None:
        self._kept = Kept(most_bytes)
        self._drawing = CapacityLimiter(_AT_ONCE)
        self._made_by = made_by()

    @property
    def size(self) -> int:
        """Bytes that are kept."""
        return self._kept.size

    async def page(self, request: Request, draft: Draft) -> Response:
        """Answer a map as a page that can load and run nothing but itself."""
        return await self._answer(request, draft, _page)

    async def graph(self, request: Request, draft: Draft) -> Response:
        """Answer a map as JSON: what its page shows at first."""
        return await self._answer(request, draft, _graph)

    async def _answer(
        self, request: Request, draft: Draft, make: Callable[[Draft], Ready]
    ) -> Response:
        content = await to_thread.run_sync(draft.key)
        key = tagged(make.__name__, self._made_by, content)
        ready = self._kept.get(key) or await self._made(key, make, draft)
        headers = {
            **ready.headers,
            # Weak: the same answer, packed or not, whenever and by whichever service it was made.
            "ETag": f'W/"{key}"',
            "Cache-Control": "no-cache",
            "Vary": "Accept-Encoding",
        }
        if is_known(key, request.headers.get("if-none-match", "")):
            del headers["Content-Type"], headers["Content-Encoding"]
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        if takes_gzip(request.headers.get("accept-encoding", "")):
            return Response(ready.body, headers=headers)
        del headers["Content-Encoding"]
        return Response(await to_thread.run_sync(gzip.decompress, ready.body), headers=headers)

    async def _made(self, key: str, make: Callable[[Draft], Ready], draft: Draft) -> Ready:
        async with self._drawing:
            ready = self._kept.get(key)  # there if another asked for the same at the same time
            if ready is None:
                ready = await to_thread.run_sync(make, draft)
                self._kept.keep(key, ready)
            return ready


def _page(draft: Draft) -> Ready:
    page = draft.draw().page()
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": page.policy}
    return _ready(page.html.encode(), headers)


def _graph(draft: Draft) -> Ready:
    return _ready(graph_json(draft.draw()).encode(), {"Content-Type": "application/json"})


def _ready(plain: bytes, headers: Mapping[str, str]) -> Ready:
    packed = gzip.compress(plain, _LEVEL, mtime=0)
    return Ready(packed, {**headers, **_SHUT, "Content-Encoding": "gzip"})
