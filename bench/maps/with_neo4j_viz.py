"""The archive drawn with neo4j-viz, in a process and an environment of its own.

    python bench/maps/with_neo4j_viz.py PAGE.html < archive.json

neo4j-viz is under the GPL: nothing of the product imports it, and this file imports nothing
of the product. All that passes between the two is the archive on standard input and the page.
"""

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

__all__ = ["neo4j_viz_page"]


def neo4j_viz_page(nodes: list[dict[str, Any]], lines: list[dict[str, Any]]) -> str:
    """Return the page: names as captions, coloured by label, options as they come."""
    viz: Any = import_module("neo4j_viz")
    graph = viz.VisualizationGraph(
        [
            viz.Node(
                id=node["id"],
                caption=node["name"],
                properties={"label": node["label"], **node["properties"]},
            )
            for node in nodes
        ],
        [
            viz.Relationship(
                id=line["id"],
                source=line["source"],
                target=line["target"],
                caption=line["type"],
                properties=line["properties"],
            )
            for line in lines
        ],
    )
    graph.color_nodes(property="label")
    return graph.render().data


if __name__ == "__main__":
    given = json.load(sys.stdin)
    Path(sys.argv[1]).write_text(neo4j_viz_page(given["nodes"], given["lines"]), "utf-8")
