"""The limit of loading: a script that only UNWINDs rows, and the same rows one by one.

    python -m bench.archives.bare create|merge < {"uri": ..., "password": ..., "spool": ...}

Timed is the driver's work alone: the rows are read from their file before each batch.
"""

# The driver leaves its arguments untyped.
# pyright: reportUnknownMemberType=false

import json
import sys
import time
from pathlib import Path
from typing import Any, Literal, LiteralString, cast

from neo4j import Driver, ManagedTransaction

from bench.archives.rows import KEYS, Batch, connect, spooled
from bench.archives.server import Reached

__all__ = ["Way", "merge_each", "statement", "unwind"]

Way = Literal["create", "merge"]


def statement(batch: Batch, way: Way) -> str:
    """Return the statement that makes the rows of `batch`."""
    if not batch.type:
        labels = ":".join(batch.left)
        if way == "create":
            return f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row.own"
        key = next((each for each in KEYS if each in batch.left), batch.left[0])
        return f"UNWIND $rows AS row MERGE (n:{key} {{id: row.own.id}}) SET n:{labels}, n = row.own"
    (left,), verb = batch.left, "CREATE" if way == "create" else "MERGE"
    found = f"UNWIND $rows AS row MATCH (a:{left} {{id: row.from}})"
    if batch.makes_end:
        ends = f"(a)-[r:{batch.type}]->(b:{':'.join(batch.right)})"
        return f"{found} {verb} {ends} SET r = row.own, b = row.end"
    other = f"MATCH (b:{batch.right[0]} {{id: row.to}})"
    # Several acts of one actor on one claim differ by the statement that they stand for.
    each = " {statement: row.own.statement}" if "statement" in batch.rows[0]["own"] else ""
    line = f"[r:{batch.type}{each if way == 'merge' else ''}]"
    return f"{found} {other} {verb} (a)-{line}->(b) SET r = row.own"


def unwind(driver: Driver, file: Path, way: Way) -> tuple[int, float]:
    """Make every row of `file`; return how many there are, and the seconds that it took."""
    rows, seconds = 0, 0.0
    with driver.session(database="neo4j") as session:
        for batch in spooled(file):
            text = statement(batch, way)
            began = time.perf_counter()
            session.execute_write(_run, text, batch.rows)
            seconds += time.perf_counter() - began
            rows += len(batch.rows) * (2 if batch.makes_end else 1)
    return rows, seconds


def merge_each(driver: Driver, sampled: list[dict[str, Any]]) -> tuple[int, float]:
    """Merge the rows of a sample one by one, a transaction each."""
    done: set[str] = set()
    rows, began = 0, time.perf_counter()
    with driver.session(database="neo4j") as session:
        for row in sampled:
            for labels, own in ((row["left"], row["from"]), (row["right"], row["to"])):
                if own["id"] not in done:
                    done.add(own["id"])
                    node = Batch("", tuple(labels), (), [{"own": own}])
                    session.execute_write(_run, statement(node, "merge"), node.rows)
                    rows += 1
            line = {"from": row["from"]["id"], "to": row["to"]["id"], "own": row["own"]}
            batch = Batch(row["type"], ("Entity",), ("Entity",), [line])
            session.execute_write(_run, statement(batch, "merge"), batch.rows)
            rows += 1
    return rows, time.perf_counter() - began


def _run(transaction: ManagedTransaction, text: str, rows: list[dict[str, Any]]) -> None:
    transaction.run(cast("LiteralString", text), rows=rows).consume()


def main(way: Way) -> None:
    """Run the script as a process of its own."""
    asked = json.load(sys.stdin)
    with connect(Reached(asked["uri"], asked["password"], 0, 0)) as driver:
        rows, seconds = unwind(driver, Path(asked["spool"]), way)
    print(json.dumps({"rows": rows, "seconds": seconds}))


if __name__ == "__main__":
    main("create" if sys.argv[1:] == ["create"] else "merge")
