"""The archive drawn with pyvis as it comes: its own template, its own options, physics on."""

from typing import Any, cast

# pyvis 0.3.2 (the last; 2023) ships neither annotations nor stubs.
from pyvis.network import Network  # pyright: ignore[reportMissingTypeStubs]

from bench.maps.archive import Archive

__all__ = ["pyvis_page"]


def pyvis_page(archive: Archive) -> str:
    """Return the page: names as labels, what is recorded as titles, nothing else chosen.

    Directed, as undirected networks drop the second statement between a pair, and with its
    scripts in the file; it still names a style sheet and a script elsewhere.
    """
    network = cast("Any", Network(directed=True, cdn_resources="in_line"))
    for node in archive.nodes:
        network.add_node(node.id, label=node.name, title=_words(node.properties))
    for line in archive.lines:
        network.add_edge(line.source, line.target, title=_words(line.properties, line.type))
    return cast("str", network.generate_html())


def _words(properties: dict[str, str], *first: str) -> str:
    return "\n".join([*first, *(f"{key}: {value}" for key, value in properties.items())])
