"""The page: everything in one file, and the policy that seals it.

vis-network is read from the pyvis wheel when a page is made. pyvis writes what it is given into
the page raw; here all of it goes into one JSON island in which no character can end a script
element.
"""

import gzip
import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from viz.bundle import joined, modules
from viz.policy import sealed

__all__ = ["Page", "island", "render", "whole"]

VIS = "lib/vis-9.1.2/vis-network.min.js"
STYLES = (
    "ink.css",
    "page.css",
    "stage.css",
    "panel.css",
    "export.css",
    "timeline.css",
    "narrow.css",
    "print.css",
)
"""Our styles in ``viz/``, in the order in which they are joined."""
_HALVES = re.compile("[\ud800-\udfff]")  # of pairs: no file and no answer can hold one
_ESCAPED = re.compile(f"[<>&\u2028\u2029]|{_HALVES.pattern}")


@dataclass(frozen=True, slots=True)
class Page:
    """A finished map."""

    html: str
    """The whole page; it loads nothing."""
    policy: str
    """Content-Security-Policy to send with it: hashes only, no ``unsafe-``."""

    def _repr_html_(self) -> str:
        """Return the map as a cell of a notebook: a frame of its own, which shares nothing."""
        rules = "allow-scripts allow-downloads allow-popups"
        return (
            f'<iframe title="Map" width="100%" height="760" sandbox="{rules}" '
            f'srcdoc="{escape(self.html)}"></iframe>'
        )


def render(
    nodes: Sequence[Mapping[str, Any]],
    edges: Sequence[Mapping[str, Any]],
    given: Mapping[str, Any],
    *,
    served: bool,
) -> Page:
    """Return the page of `nodes` and `edges`, with all else that its scripts are `given`.

    A page that is `served` may ask the service that it came from; a file asks nobody.
    """
    from viz.filled import filled  # and pyvis, which few commands need and all would wait for

    vis = (files("pyvis") / VIS).read_text("utf-8").replace("//# sourceMappingURL", "//")
    ours = files("viz")
    script = joined(modules(ours / "script"), "start.js")
    style = "\n".join((ours / name).read_text("utf-8") for name in STYLES)
    policy = sealed(
        [vis, script], style, "img-src data: blob:", *(("connect-src 'self'",) if served else ())
    )
    context = {
        **given,
        "given": given,
        "policy": policy,
        "vis": b64encode(gzip.compress(vis.encode(), mtime=0)).decode(),
        "script": Markup(script),  # noqa: S704  # ours, hashed in the policy
        "style": Markup(style),  # noqa: S704
    }
    html = whole(filled(nodes, edges, context, island))
    return Page(html, f"{policy}; frame-ancestors 'self'")


def whole(html: str) -> str:
    """Return `html` with every half of a pair of surrogates replaced: no answer can hold one."""
    return _HALVES.sub("\ufffd", html)


def island(value: object) -> Markup:
    """Return `value` as JSON that is safe inside a script element of any kind."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    escaped = _ESCAPED.sub(lambda char: f"\\u{ord(char[0]):04x}", text)
    return Markup(escaped)  # noqa: S704  # no character of it can end the element
