"""Conditional requests: what has been answered is not answered twice while the graph is the same.

An answer is tagged with the version of the graph, that of the program, and all of its address:
some hold absolute addresses, made of the host that was asked.
Whoever names the tag is told that nothing is new, and whoever does not gets what was kept, both
without a query. The version is asked for each request, so nothing is ever stale.
"""

import gzip
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.keeping import Kept, Ready, is_known, made_by, tagged, takes_gzip
from graph.errors import RejoinderError

__all__ = ["Fresh"]

_KEPT_BYTES = 32_000_000
_LEVEL = 3
"""Of gzip: 0.2 ms for a page of 25 statements, a twentieth of its query; 6 takes four times it."""
_WORTH_PACKING = 1000
"""Bytes. Less is not worth it."""


class Fresh:
    """Answers GET requests for which `reads` is true of the path, from what is kept if it can.

    `version` returns what differs after every change of the graph. Queries of a request are sent
    after it was told, and wait for what it names: what is kept is never older than its tag.
    Errors are not kept and have no tag. Where there is no version, nothing is kept either.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        version: Callable[[], Awaitable[str]],
        reads: Callable[[str], bool],
        most_bytes: int = _KEPT_BYTES,
    ) -> None:
        self._app, self._version, self._reads = app, version, reads
        self._kept = Kept(most_bytes)
        self._made_by = made_by()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        asked = scope["type"] == "http" and scope["method"] == "GET" and self._reads(scope["path"])
        version = await self._known_version() if asked else None
        if version is None:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        tag = tagged(version, self._made_by, *_address(scope, headers))
        known = headers.get("if-none-match", "")
        fresh = {"etag": f'W/"{tag}"', "cache-control": "no-cache", "vary": "Accept-Encoding"}
        if is_known(tag, known) and known.strip() != "*":
            await Response(status_code=HTTPStatus.NOT_MODIFIED, headers=fresh)(scope, receive, send)
            return
        packed = takes_gzip(headers.get("accept-encoding", ""))
        ready = self._found(tag, packed=packed)
        if ready is None:
            plain = await self._answered(scope, receive, send)
            if plain is None:
                return
            self._kept.keep(tag, plain)
            ready = self._found(tag, packed=packed) or plain  # which may have had to make room
        if known.strip() == "*":  # something is there: only now is it sure
            await Response(status_code=HTTPStatus.NOT_MODIFIED, headers=fresh)(scope, receive, send)
            return
        await Response(ready.body, headers={**ready.headers, **fresh})(scope, receive, send)

    async def _known_version(self) -> str | None:
        try:
            return await self._version()
        except RejoinderError:
            return None  # what is asked for will say what is wrong, or needs no graph

    def _found(self, tag: str, *, packed: bool) -> Ready | None:
        """Return what is kept, in the form that is wanted."""
        plain = self._kept.get(tag)
        if not packed or plain is None or len(plain.body) < _WORTH_PACKING:
            return plain
        ready = self._kept.get(f"{tag} packed")
        if ready is None:
            body = gzip.compress(plain.body, _LEVEL, mtime=0)
            ready = Ready(body, {**plain.headers, "content-encoding": "gzip"})
            self._kept.keep(f"{tag} packed", ready)
        return ready

    async def _answered(self, scope: Scope, receive: Receive, send: Send) -> Ready | None:
        """Return what the application answers; None where it was sent on as it is, no success."""
        start: Message = {}
        body: list[bytes] = []

        async def take(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                if message["status"] == HTTPStatus.OK:
                    return
            if start["status"] != HTTPStatus.OK:
                await send(message)
            else:
                body.append(message.get("body", b""))

        await self._app(scope, receive, take)
        if start["status"] != HTTPStatus.OK:
            return None
        headers = dict(Headers(raw=start["headers"]).items())
        headers.pop("content-length", None)
        return Ready(b"".join(body), headers)


def _address(scope: Scope, headers: Headers) -> tuple[str, ...]:
    """Return what an answer's own address is made of."""
    query = scope["query_string"].decode("latin-1")
    host, root = headers.get("host", ""), scope.get("root_path", "")
    return scope.get("scheme", ""), host, root, scope["path"], query
