"""The private Neo4j: fetched, started and stopped without Docker, root or an installed Java."""

from graph.server.connection import Connection
from graph.server.keeper import Keeper
from graph.server.private import PrivateNeo4j
from graph.server.status import Pulse, Started, Status

__all__ = ["Connection", "Keeper", "PrivateNeo4j", "Pulse", "Started", "Status"]
