"""The page: pyvis with our template, everything in one file, and the policy that seals it.

The only module that imports pyvis. vis-network is read from the pyvis wheel when a page is
made. pyvis writes what it is given into the page raw; here all of it goes into one JSON
island in which no character can end a script element.
"""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import Any, cast

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

# pyvis 0.3.2 (the last; 2023) ships neither annotations nor stubs.
from pyvis.network import Network  # pyright: ignore[reportMissingTypeStubs]

from viz.bundle import joined, modules
from viz.canvas import GROUP_STROKES, OPTIONS, vis_edge, vis_node
from viz.drawing import Drawing
from viz.legend import SAMPLES, kinds_shown, strokes_shown

__all__ = ["Page", "island", "page"]

VIS = "lib/vis-9.1.2/vis-network.min.js"


@dataclass(frozen=True, slots=True)
class Page:
    """A finished map."""

    html: str
    """The whole page; it loads nothing."""
    policy: str
    """Content-Security-Policy to send with it: hashes only, no ``unsafe-``."""


class SealedNetwork(Network):
    """A pyvis network that writes our own page: escaped, with nothing loaded from elsewhere."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        # Undirected networks of pyvis silently drop the second edge between two nodes.
        super().__init__(directed=True)  # pyright: ignore[reportUnknownMemberType]
        self.options: Any = OPTIONS
        self.path: str = "page.html.jinja"
        self.templateEnv: Environment = Environment(
            loader=PackageLoader("viz", "."), autoescape=True, undefined=StrictUndefined
        )
        self.templateEnv.filters["island"] = island
        self.templateEnv.globals.update(context)


def page(
    drawing: Drawing,
    statements: Sequence[Mapping[str, Any]],
    caption: Mapping[str, str],
    about: Mapping[str, Any],
) -> Page:
    """Return the page of `drawing` with all that its panel, timeline and table show."""
    vis = (files("pyvis") / VIS).read_text("utf-8").replace("//# sourceMappingURL", "//")
    ours = files("viz")
    script = joined(modules(ours / "script"), "start.js")
    style = "\n".join((ours / name).read_text("utf-8") for name in ("page.css", "panel.css"))
    policy = _policy([vis, script], style)
    network = SealedNetwork(
        {
            "caption": caption,
            "statements": statements,
            "about": about,
            "regions": [_region(each) for each in drawing.regions],
            "strokes": strokes_shown(drawing),
            "kinds": kinds_shown(drawing),
            "samples": SAMPLES,
            "canvas_options": OPTIONS,
            "groups": GROUP_STROKES,
            "policy": policy,
            "vis": Markup(vis),  # noqa: S704  # ours and the wheel's, hashed in the policy
            "script": Markup(script),  # noqa: S704
            "style": Markup(style),  # noqa: S704
        }
    )
    untyped = cast("Any", network)
    for node in drawing.nodes:
        untyped.add_node(**vis_node(node, drawing.spots[node.id]))
    for edge in drawing.edges:
        untyped.add_edge(**vis_edge(edge, len(drawing.edges)))
    return Page(cast("str", untyped.generate_html()), f"{policy}; frame-ancestors 'self'")


def island(value: object) -> Markup:
    """Return `value` as JSON that is safe inside a script element of any kind."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704  # no character of it can end the element


def _policy(scripts: Sequence[str], style: str) -> str:
    hashes = " ".join(_hash(each) for each in scripts)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {hashes}",
            f"style-src {_hash(style)}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _region(region: Any) -> dict[str, Any]:
    box = region.box
    return {
        "title": region.title,
        "left": round(box.left, 1),
        "top": round(box.top, 1),
        "width": round(box.width, 1),
        "height": round(box.height, 1),
    }
