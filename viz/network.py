"""A finished map as values: what its page is made from, and what the graph address answers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from graph.answers.positions import Position
from viz.canvas import GROUP_STROKES, NODE_KINDS, OPTIONS, edges_of, nodes_of, regions_of
from viz.caption import LEVELS, Caption
from viz.drawing import Drawing
from viz.legend import SAMPLES
from viz.page import Page, render
from viz.sources import source
from viz.visible import at_first

__all__ = ["Aliases", "Map", "mapped"]

Aliases = Mapping[str, Sequence[str]]
"""Other names of actors and weapons, by id."""


@dataclass(frozen=True, slots=True)
class Map:
    """One map: everything that is drawn, and everything that is said beside it."""

    caption: Caption
    nodes: Sequence[Mapping[str, Any]]
    edges: Sequence[Mapping[str, Any]]
    statements: Sequence[Mapping[str, Any]]
    given: Mapping[str, Any]
    """All else on the page, as JSON values."""
    shown: int
    """Statements (or nodes, where there are none) drawn, before any filter."""
    total: int
    """Of how many."""

    def page(self) -> Page:
        """Return it as one self-contained page."""
        given = {**self.given, "statements": self.statements}
        return render(self.nodes, self.edges, given, served=self.caption.asked.served)

    @property
    def html(self) -> str:
        """The whole page."""
        return self.page().html

    @property
    def policy(self) -> str:
        """The policy that seals it."""
        return self.page().policy

    def _repr_html_(self) -> str:
        return self.page()._repr_html_()  # pyright: ignore[reportPrivateUsage]

    def key(self) -> str:
        """Return what tells it from every other map: equal but for the moment it was made."""
        words = {key: text for key, text in self.given["caption"].items() if "made" not in key}
        given = {**self.given, "caption": words, "statements": self.statements}
        content = json.dumps([self.nodes, self.edges, given], sort_keys=True, default=str)
        return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()

    def graph(self) -> dict[str, Any]:
        """Return what the page shows at first, as JSON values: nodes, lines, statements."""
        nodes, edges, statements = at_first(
            self.nodes, self.edges, self.statements, self.caption.asked, self.caption.as_of
        )
        words = self.given["caption"]
        return {
            "caution": words["rule"],
            "title": words["title"],
            "as_of": words["asOfDay"],
            "made": words["madeAt"],
            "level": self.given["level"],
            "nodes": nodes,
            "edges": edges,
            "statements": statements,
            "shown": self.shown,
            "total": self.total,
            "truncated": self.shown < self.total,
            "order": words["shown"],
        }


def mapped(
    drawing: Drawing,
    positions: Sequence[Position],
    caption: Caption,
    shown: tuple[str, int, int],
    about: Mapping[str, Any],
    *,
    level: str,
    aliases: Aliases | None = None,
) -> Map:
    """Return the map of `drawing`; `shown` says in words how much it has, of how much."""
    asked = caption.asked
    words, drawn, total = shown
    levels = [
        {"name": name, "label": label, "address": f"{asked.address}?level={name}"}
        for name, label in LEVELS.items()
        if asked.levels and asked.address
    ]
    given = {
        "caption": {**caption.words(words), "drawn": drawn, "total": total},
        "about": about,
        "level": level,
        "levels": levels,
        "address": asked.address,
        "served": asked.served,
        "state": caption.first(),
        "regions": regions_of(drawing),
        "strokes": GROUP_STROKES,
        "kinds": NODE_KINDS,
        "heads": SAMPLES,
        "options": OPTIONS,
    }
    return Map(
        caption,
        nodes_of(drawing, aliases or {}),
        edges_of(drawing),
        [source(each) for each in positions],
        given,
        drawn,
        total,
    )
