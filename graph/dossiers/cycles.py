"""Relations that may not lead back to where they began."""

from collections.abc import Mapping
from typing import Any

import networkx

from graph.dossiers.findings import Findings
from graph.dossiers.records import Records
from graph.dossiers.references import named_ids

nx: Any = networkx  # it comes without types

__all__ = ["cycles"]

_DIRECTED: Mapping[str, str] = {
    "part_of": "is part of",
    "members": "has the member",
    "variant_of": "is a variant of",
    "component_of": "is a component of",
    "narrows": "narrows",
    "presupposes": "presupposes",
    "draws_on": "draws on",
    "responds_to": "responds to",
    "relays": "relays",
}


def cycles(records: Records, found: Findings) -> None:
    """Find rings of one relation; each is told once, at one of its fields, with its chain."""
    graphs: dict[str, Any] = {field: nx.DiGraph() for field in _DIRECTED}
    for record in records.all:
        for path, id_, _ in named_ids(record):
            field = str(path[0])
            if field in graphs and id_ != record.id:
                graphs[field].add_edge(record.id, id_, place=record.place(*path))
    for field, graph in graphs.items():
        for ring in nx.strongly_connected_components(graph):
            if len(ring) > 1:
                steps: Any = nx.find_cycle(graph, sorted(ring)[0])
                place = graph.edges[steps[-1]]["place"]
                chain = f" {_DIRECTED[field]} ".join([*(step[0] for step in steps), steps[0][0]])
                found.fault(place, f"it leads back to itself: {chain}", "take one step out")
