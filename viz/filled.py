"""The template of a map, filled by pyvis: the only module that imports it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from jinja2 import Environment, PackageLoader, StrictUndefined

# pyvis 0.3.2 (the last; 2023) ships neither annotations nor stubs.
from pyvis.network import Network  # pyright: ignore[reportMissingTypeStubs]

__all__ = ["filled"]

_UNUSED = ("arrows", "color", "label", "shape")  # looks that pyvis adds; the scripts know them


class _SealedNetwork(Network):
    """A pyvis network that writes our own page: escaped, with nothing loaded from elsewhere."""

    def __init__(self, context: Mapping[str, Any], island: Callable[[object], str]) -> None:
        # Undirected networks of pyvis silently drop the second edge between two nodes.
        super().__init__(directed=True)  # pyright: ignore[reportUnknownMemberType]
        self.options: Any = context["options"]
        self.path: str = "page.html.jinja"
        self.templateEnv: Environment = Environment(
            loader=PackageLoader("viz", "."), autoescape=True, undefined=StrictUndefined
        )
        self.templateEnv.filters["island"] = island
        self.templateEnv.globals.update(context)


def filled(
    nodes: Sequence[Mapping[str, Any]],
    edges: Sequence[Mapping[str, Any]],
    context: Mapping[str, Any],
    island: Callable[[object], str],
) -> str:
    """Return the page of `nodes` and `edges`; `island` writes a value into a script element."""
    untyped = cast("Any", _SealedNetwork(context, island))
    for node in nodes:
        values = dict(node)
        untyped.add_node(values.pop("id"), **values)
    for edge in edges:
        values = dict(edge)
        untyped.add_edge(values.pop("from"), values.pop("to"), **values)
    for each in (*untyped.nodes, *untyped.edges):
        for name in _UNUSED:
            each.pop(name, None)
    return cast("str", untyped.generate_html())
