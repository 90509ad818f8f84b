"""What the server means to do for the statements that people wait for, and what it then reads.

    .venv/bin/python -m tests.plans bolt://127.0.0.1:7687

looks at a graph of any size, a million statements say, and prints each plan that reads more than
it should; NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE say how to log in.
"""

# The driver leaves its plans untyped.
# pyright: reportUnknownMemberType=false

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, cast

from neo4j import Driver, GraphDatabase

from cypher import Statement, load, names

__all__ = [
    "EXCEPTIONS",
    "FILES",
    "PAGES",
    "Driver",
    "examples",
    "faults",
    "hits",
    "memory",
    "opened",
]

READS_ALL = (
    "AllNodesScan",
    "NodeByLabelScan",
    "NodeByLabelsScan",
    "CartesianProduct",
    "RelationshipTypeScan",
)
SORTS = ("Sort", "Top", "PartialSort", "PartialTop")
PAGES = (
    *(name for name in names("statements") if name != "statements.who"),
    "claims.every",
    "claims.of_kind",
    "claims.naming",
)
"""Statements that give the ids of a page, in its order."""
FILES = (
    *PAGES,
    "statements.who",
    *(f"claims.{name}" for name in ("contested", "detail", "list", "standing", "stands", "ties")),
    "documents.detail",
    "documents.published_by",
    "dossiers.size",
    "weapons.detail",
    "weapons.mention",
    "weapons.variants",
    "actors.detail",
    "actors.list",
    "actors.relied_on",
    "search.kinds",
    "search.record",
    "search.known_as",
    "search.entered",
    "search.beginning",
    "search.words",
    "search.named",
    "derive.stale_statements",
    "derive.stale_claims",
    "questions.statement",
    "questions.who_denied",
    "questions.origins",
)
"""Statements behind lists, pages, standings and lookups."""
EXCEPTIONS: Mapping[tuple[str, str], str] = {
    ("statements.of_voice", "Top"): "the first of two lists are merged, each no longer than a page",
    ("statements.of_voice_and_act", "Top"): "likewise",
    ("statements.naming", "Top"): "the first of each slot and act are merged",
    ("claims.naming", "Top"): "the first of each slot are merged",
    ("actors.list", "UnionNodeByLabelsScan"): "of actors with a name, which are few",
    ("statements.of_dossier", "Top"): "asked of small dossiers only",
    **{
        (f"derive.stale_{what}", step): "of what is labelled Stale, which is what changed"
        for what in ("statements", "claims")
        for step in ("NodeByLabelScan", "IntersectionNodeByLabelsScan")
    },
}
"""What is meant so, by statement and step, and why."""


def examples(statement: Statement) -> dict[str, object]:
    """Return values for every parameter: those of the file, each of its type."""
    found: dict[str, object] = {}
    for param in statement.params:
        text = param.example
        if text is None:
            found[param.name] = None
        elif param.type.startswith("LIST"):
            found[param.name] = [each.strip(" '") for each in text.strip("[]").split(",")]
        elif param.type.startswith("INTEGER"):
            found[param.name] = int(text)
        elif param.type.startswith("BOOLEAN"):
            found[param.name] = text == "true"
        elif param.type.startswith("DATE"):
            found[param.name] = date.fromisoformat(text)
        else:
            found[param.name] = text
    return found


def opened(uri: str, user: str, password: str) -> AbstractContextManager[Driver]:
    """Return a driver; no word of the statements' own remarks is logged."""
    return GraphDatabase.driver(
        uri, auth=(user, password), notifications_disabled_classifications=["UNRECOGNIZED"]
    )


def faults(driver: Driver, database: str, name: str) -> list[str]:
    """Return the steps of the plan of `name` that read or sort more than a page."""
    statement = load(name)
    bad = READS_ALL + (SORTS if name in PAGES else ())
    steps = _steps(_plan(driver, database, f"EXPLAIN {statement.text}", examples(statement)))
    found = (_name(step) for step in steps)
    wrong = {each for each in found for part in bad if _is(each, part)}
    return sorted(each for each in wrong if (name, each) not in EXCEPTIONS)


def hits(driver: Driver, database: str, name: str, **params: object) -> int:
    """Return the database hits of running `name`."""
    statement = load(name)
    given = examples(statement) | params
    steps = _steps(_plan(driver, database, f"PROFILE {statement.text}", given))
    return sum(int(step.get("dbHits", 0)) for step in steps)


def memory(driver: Driver, database: str, text: str, **params: object) -> int:
    """Return the bytes that running `text` needed at most."""
    return int(_plan(driver, database, f"PROFILE {text}", params)["args"]["GlobalMemory"])


def _is(name: str, part: str) -> bool:
    return name == part or (part.endswith("Scan") and name.endswith(part))


def _plan(driver: Driver, database: str, text: str, params: Mapping[str, object]) -> Any:
    with driver.session(database=database) as session:
        summary: Any = session.run(cast("Any", text), dict(params)).consume()
    return summary.profile or summary.plan


def _name(step: Mapping[str, Any]) -> str:
    return str(step["operatorType"]).partition("@")[0].partition("(")[0]


def _steps(step: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield step
    for each in step.get("children", []):
        yield from _steps(each)


def main(uri: str) -> int:
    """Print the faults of every plan; return how many statements have some."""
    user, password = os.environ.get("NEO4J_USER", "neo4j"), os.environ.get("NEO4J_PASSWORD", "")
    database = os.environ.get("NEO4J_DATABASE", "neo4j")
    with opened(uri, user, password) as driver:
        bad = {name: found for name in FILES if (found := faults(driver, database, name))}
    for name, found in bad.items():
        print(f"{name}: {', '.join(found)}")
    print(f"{len(FILES)} plans, {len(bad)} with faults")
    return len(bad)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) > 0)
