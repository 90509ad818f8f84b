"""Pictures: records in, one self-contained HTML page out. Knows no database and no HTTP."""

from viz.actor_map import actor_map, state_map
from viz.caption import LEVELS, Asked, Caption, Level
from viz.claim_map import claim_map
from viz.graph_map import graph_map
from viz.network import Map
from viz.page import Page
from viz.schema_map import schema_map
from viz.strokes import GROUPS
from viz.web_map import between_map, dossier_map, weapon_map

__all__ = [
    "GROUPS",
    "LEVELS",
    "Asked",
    "Caption",
    "Level",
    "Map",
    "Page",
    "actor_map",
    "between_map",
    "claim_map",
    "dossier_map",
    "graph_map",
    "schema_map",
    "state_map",
    "weapon_map",
]
