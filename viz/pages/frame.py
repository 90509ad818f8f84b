"""What every page of the explorer has around it, and how it is written and sealed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from viz.bundle import joined, modules
from viz.page import Page, island, whole
from viz.pages.words import FILTERS, TABLES
from viz.policy import sealed

__all__ = ["Frame", "Link", "render"]

STYLES = (
    "ink.css",
    "pages/style/page.css",
    "pages/style/text.css",
    "pages/style/statements.css",
    "pages/style/asking.css",
    "pages/style/things.css",
    "pages/style/media.css",
)
"""Parts of the stylesheet in ``viz/``, in the order in which they are joined."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where else a page leads: the same as data, its map, a feed of it."""

    text: str
    """What a reader clicks."""
    href: str
    """Path and query in the service."""
    type: str | None = None
    """Media type of what only programs read; such links stand in the head, too."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page is, apart from its content."""

    title: str
    """What it is about; the title of the window."""
    path: str
    """Its path in the service."""
    host: str = ""
    """Where the service is: scheme and host, for the address that is printed and cited."""
    given: Mapping[str, str] = field(default_factory=dict[str, str])
    """Parameters of its address, the days apart."""
    as_of: date | None = None
    """Only what had certainly been said by the end of this day."""
    recorded_as_of: date | None = None
    """Only what this graph held at the end of this day (UTC)."""
    withdrawn: date | None = None
    """Day (UTC) on which what it is about left the record. None: it stands."""
    dated: bool = True
    """Whether its content depends on these days."""
    links: tuple[Link, ...] = ()
    """Its other forms."""
    cite: str | None = None
    """Path under which its citations are. None: it has none."""
    meta: tuple[tuple[str, str], ...] = ()
    """Name and content of what reference managers read."""
    data: Mapping[str, Any] | None = None
    """What search engines read: JSON-LD."""
    query: str = ""
    """What stands in the box of the search."""
    script: str = "start.js"
    """Entry of its script in ``viz/pages/script``."""

    @property
    def days(self) -> dict[str, str]:
        """Return the days asked about as parameters of an address."""
        days = {"as_of": self.as_of, "recorded_as_of": self.recorded_as_of}
        return {name: day.isoformat() for name, day in days.items() if day}

    def at(self, path: str, **more: str) -> str:
        """Return the address of another page on the same days."""
        asked = {**more, **self.days}
        return path + (f"?{urlencode(asked)}" if asked else "")

    @property
    def address(self) -> str:
        """Return its whole address."""
        return self.host + self.at(self.path, **self.given)

    @property
    def today(self) -> str:
        """Return its own address as of all that is known."""
        return self.path + (f"?{urlencode(self.given)}" if self.given else "")


def render(template: str, frame: Frame, **view: Any) -> Page:
    """Return the page that `template` makes of `view`, in its frame.

    Everything that comes from records is escaped; a name that a template does not know is an error.
    """
    script, style = _script(frame.script), _style()
    html = _template(template).render(
        frame=frame,
        at=frame.at,
        script=Markup(script),  # noqa: S704  # ours, hashed in the policy
        style=Markup(style),  # noqa: S704
        **view,
    )
    policy = sealed([script], style, "connect-src 'self'", "frame-ancestors 'self'", forms="'self'")
    return Page(whole(html), policy)


@cache
def _script(entry: str) -> str:
    return joined(modules(files("viz") / "pages" / "script"), entry)


@cache
def _style() -> str:
    return "\n".join((files("viz") / name).read_text("utf-8") for name in STYLES)


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("viz", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {**FILTERS, "island": island}
    environment.globals |= TABLES
    return environment.get_template(f"{name}.html.jinja")
