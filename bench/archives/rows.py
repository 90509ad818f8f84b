"""The rows of a loaded graph, read back so that others may load the same."""

# The driver leaves its arguments untyped.
# pyright: reportUnknownMemberType=false

import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, LiteralString, cast

from neo4j import Driver, GraphDatabase, Query

from bench.archives.server import Reached

__all__ = ["BATCH", "Batch", "Counted", "ask", "connect", "count", "sample", "schema", "spool"]
__all__ += ["spooled"]

BATCH = 10_000
KEYS = ("Entity", "Dossier", "Rejoinder")
"""Labels by whose `id` a node is found again, the first that it has."""
_NODES = "MATCH (n) WHERE n.id IS NOT NULL RETURN labels(n) AS labels, properties(n) AS own"
_LINES = """\
MATCH (a)-[r]->(b)
WHERE a.id IS NOT NULL
RETURN type(r) AS type, labels(a) AS left, a.id AS from, labels(b) AS right, b.id AS to,
  properties(r) AS own, CASE WHEN b.id IS NULL THEN properties(b) END AS end"""
_SAMPLE = """\
MATCH (s:Statement)
WITH s LIMIT $most
MATCH (s)-[r]->(b:Entity)
RETURN labels(s) AS left, properties(s) AS from, type(r) AS type, properties(r) AS own,
  labels(b) AS right, properties(b) AS to"""


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of one kind: nodes of the same labels, or relationships of one type and ends."""

    type: str
    """Of the relationships; empty for nodes."""
    left: tuple[str, ...]
    """Labels of the nodes, or the label by which the first end is found."""
    right: tuple[str, ...]
    """Label by which the other end is found, or the labels of one without an id."""
    rows: list[dict[str, Any]]

    @property
    def makes_end(self) -> bool:
        """Whether the other end has no id and is made with its relationship."""
        return bool(self.rows) and self.rows[0].get("end") is not None


@dataclass(frozen=True, slots=True)
class Counted:
    """What a graph holds."""

    nodes: int
    relationships: dict[str, int]

    @property
    def rows(self) -> int:
        """Nodes and relationships."""
        return self.nodes + sum(self.relationships.values())


def connect(reached: Reached) -> Driver:
    """Return a driver on `reached`; close it."""
    return GraphDatabase.driver(
        reached.uri,
        auth=("neo4j", reached.password),
        notifications_min_severity="OFF",
        telemetry_disabled=True,
    )


def ask(driver: Driver, text: str, **params: object) -> list[dict[str, Any]]:
    """Return the rows of `text`."""
    found = driver.execute_query(cast("LiteralString", text), dict(params), database_="neo4j")
    return [each.data() for each in found.records]


def count(driver: Driver) -> Counted:
    """Count what the graph holds."""
    types = ask(driver, "MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n ORDER BY type")
    (nodes,) = ask(driver, "MATCH (n) RETURN count(n) AS n")
    return Counted(nodes["n"], {each["type"]: each["n"] for each in types})


def schema(driver: Driver) -> list[str]:
    """Return statements that make the constraints and indexes of this graph."""
    constraints = ask(driver, "SHOW CONSTRAINTS YIELD createStatement AS text")
    indexes = ask(
        driver,
        "SHOW INDEXES YIELD createStatement AS text, owningConstraint AS of, type "
        "WHERE of IS NULL AND type <> 'LOOKUP'",
    )
    return [each["text"] for each in (*constraints, *indexes)]


def spool(driver: Driver, file: Path) -> int:
    """Write every row of the graph to `file`, in batches, nodes first; return how many."""
    total = 0
    with file.open("wb") as to, driver.session(database="neo4j", fetch_size=BATCH) as session:
        for text in (_NODES, _LINES):
            open_: dict[tuple[Any, ...], Batch] = {}
            # 0: the server's own limit of 120 s is for who waits at a screen.
            for record in session.run(Query(cast("LiteralString", text), timeout=0)):
                batch = _kind(record.data())
                kept = open_.setdefault((batch.type, batch.left, batch.right), batch)
                if kept is not batch:
                    kept.rows.extend(batch.rows)
                if len(kept.rows) >= BATCH:
                    pickle.dump(open_.pop((batch.type, batch.left, batch.right)), to)
                total += 2 if batch.makes_end else 1
            for batch in open_.values():
                pickle.dump(batch, to)
    return total


def spooled(file: Path) -> Iterator[Batch]:
    """Yield the batches in `file`."""
    with file.open("rb") as of:
        while True:
            try:
                yield pickle.load(of)  # noqa: S301  written by `spool`
            except EOFError:
                return


def sample(driver: Driver, statements: int) -> list[dict[str, Any]]:
    """Return so many statements with the relationships from them, and their other ends."""
    return ask(driver, _SAMPLE, most=statements)


def _kind(row: dict[str, Any]) -> Batch:
    if "type" not in row:
        return Batch("", tuple(sorted(row["labels"])), (), [{"own": row["own"]}])
    found = {"from": row["from"], "to": row["to"], "own": row["own"], "end": row["end"]}
    right = tuple(sorted(row["right"])) if row["to"] is None else _key(row["right"])
    return Batch(row["type"], _key(row["left"]), right, [found])


def _key(labels: list[str]) -> tuple[str, ...]:
    return (next((each for each in KEYS if each in labels), labels[0]),)
