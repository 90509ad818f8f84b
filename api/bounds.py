"""How large a request may be."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Bounded"]


class Bounded:
    """An application that reads no body beyond so many bytes.

    FastAPI has a bound of its own, whose answer is plain text: this one is a problem like others.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app, self._most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        size = 0

        async def bounded() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > self._most:
                status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
                raise HTTPException(status, f"A request may have {self._most:,} bytes.")
            return message

        await self._app(scope, bounded, send)
