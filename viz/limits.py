"""How large a map may be."""

__all__ = ["MOST_ASKED", "MOST_DRAWN"]

MOST_DRAWN = 500
"""Nodes that one map draws; what is left out beyond them is told."""
MOST_ASKED = 2000
"""Nodes beyond which no map is made at all."""
