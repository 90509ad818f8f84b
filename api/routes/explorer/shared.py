"""What every page of the explorer is asked with, and how it is answered."""

from datetime import date
from typing import Any
from urllib.parse import quote

from fastapi import Request
from pydantic import Field

from api.deps import AsOf, site_of
from api.sealed import shown
from graph import finding
from graph.store import Store
from viz.citing import Citable, json_ld, meta
from viz.pages import Frame, Link

__all__ = ["Listed", "cited", "forms", "framed", "older", "recorded", "shown"]

FIVE = ("who_denied", "who_alleged", "who_gave_no_answer", "who_changed_position", "origins")
"""Questions that the first page leads to."""


class Listed(AsOf):
    """A list on the days that it is asked about, a page at a time."""

    after: str | None = Field(None, max_length=200)
    """Cursor: the link to older ones has it."""


def framed(request: Request, asked: AsOf, title: str, **more: Any) -> Frame:
    """Return the frame of the page at the address of `request`."""
    given = {
        name: text for name, text in request.query_params.items() if name not in AsOf.model_fields
    }
    return Frame(
        title=title,
        path=quote(request.url.path),
        host=site_of(request),
        given=given,
        as_of=asked.as_of,
        recorded_as_of=asked.recorded_as_of,
        **more,
    )


def cited(citable: Citable) -> dict[str, Any]:
    """Return what `framed` takes for a page that can be cited: what programs read of it."""
    return {
        "meta": tuple(meta(citable)),
        "data": json_ld(citable),
        "cite": f"/v1/{citable.kind}s/{quote(citable.id, safe='')}/citation",
    }


async def recorded(store: Store, kind: str, id_: str) -> date | None:
    """Return the day (UTC) on which a thing left the record, for `framed`; None while it stands.

    `kind` is one of `finding.KINDS` but a dossier. Raises `Renamed` when it has another id now.
    """
    left = (await finding.follow(store, kind, id_)).withdrawn_at
    return left.date() if left else None


def older(frame: Frame, cursor: str | None) -> str | None:
    """Return the address of the next page of the same list; None when there is none."""
    return frame.at(frame.path, **{**frame.given, "after": cursor}) if cursor else None


def forms(
    asked: AsOf,
    path: str,
    *,
    csv: str | None = None,
    map_: str | None = None,
    feed: str | None = None,
) -> tuple[Link, ...]:
    """Return the other forms of a page: JSON at `path` under ``/v1``, CSV, map, feeds."""
    at = Frame("", "", as_of=asked.as_of, recorded_as_of=asked.recorded_as_of).at
    found = [Link("JSON", at(f"/v1{path}"), "application/json")]
    found += [Link("CSV", at(csv, format="csv"), "text/csv")] if csv else []
    found += [Link("map", Frame("", "", as_of=asked.as_of).at(map_))] if map_ else []
    if feed:
        found += [
            Link("Atom feed", f"{feed}.atom", "application/atom+xml"),
            Link("JSON feed", f"{feed}.json", "application/feed+json"),
        ]
    return tuple(found)
