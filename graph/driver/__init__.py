"""The one place that talks to Neo4j: a `Store` on its driver, and a `Reader` for typed Cypher."""

from graph.driver.connecting import answers
from graph.driver.reader import Neo4jReader
from graph.driver.store import Neo4jStore

__all__ = ["Neo4jReader", "Neo4jStore", "answers"]
