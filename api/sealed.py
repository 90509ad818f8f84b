"""Pages over HTTP: sealed by the policy that they were made with."""

from fastapi.responses import HTMLResponse

from viz import Page

__all__ = ["sealed"]


def sealed(drawn: Page) -> HTMLResponse:
    """Answer a page with headers that let it load and run nothing but itself."""
    headers = {
        "Content-Security-Policy": drawn.policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
    return HTMLResponse(drawn.html, headers=headers)
