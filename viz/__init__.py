"""Pictures: records in, one self-contained HTML page out. Knows no database and no HTTP."""

from viz.caption import Caption
from viz.graph_map import graph_map
from viz.maps import actor_map, claim_map
from viz.page import Page
from viz.schema_map import schema_map

__all__ = ["Caption", "Page", "actor_map", "claim_map", "graph_map", "schema_map"]
