"""Relations that may not lead back to where they began."""

import json
from collections.abc import Mapping
from typing import Any

import networkx

from graph.dossiers.findings import Findings
from graph.dossiers.index import Index
from graph.dossiers.linking import codes

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
_MOST = 100_000
"""Steps that are left when all that end nowhere are gone: more than these are not told apart."""
_TURNS = """
SELECT sum(source < target), sum(source > target)
FROM step
WHERE code IN (SELECT value FROM json_each(?))
"""
_ARROWS = """
INSERT INTO arrow
SELECT link, source, target
FROM step
WHERE code IN (SELECT value FROM json_each(?)) AND source <> target
"""
_STEPS = """
DROP TABLE IF EXISTS arrow;
CREATE TABLE arrow (link INTEGER PRIMARY KEY, source INTEGER, target INTEGER);
DROP TABLE IF EXISTS ending;
CREATE TABLE ending (n INTEGER PRIMARY KEY);
DROP TABLE IF EXISTS fresh;
CREATE TABLE fresh (n INTEGER PRIMARY KEY);
"""
_INDEXES = """
CREATE INDEX arrow_source ON arrow (source);
CREATE INDEX arrow_target ON arrow (target);
INSERT INTO ending SELECT DISTINCT target FROM arrow
  WHERE target NOT IN (SELECT source FROM arrow);
"""
_PEEL = """
INSERT OR IGNORE INTO fresh SELECT source FROM arrow WHERE target IN (SELECT n FROM ending);
DELETE FROM arrow WHERE target IN (SELECT n FROM ending);
DELETE FROM ending;
INSERT INTO ending SELECT n FROM fresh WHERE n NOT IN (SELECT source FROM arrow);
DELETE FROM fresh;
"""


def cycles(index: Index, found: Findings) -> None:
    """Find rings of one relation; each is told once, at one of its fields, with its chain."""
    for field, words in _DIRECTED.items():
        among = json.dumps(codes(field))
        # A ring needs a step to a later record and one to an earlier: most archives have one sort.
        if all(index.one(_TURNS, among)):
            _rings(index, among, words, found)


def _rings(index: Index, among: str, words: str, found: Findings) -> None:
    database = index.database
    database.executescript(_STEPS)
    database.execute(_ARROWS, (among,))
    database.executescript(_INDEXES)
    while index.one("SELECT count(*) FROM ending")[0]:
        database.executescript(_PEEL)
    graph: Any = nx.DiGraph()
    arrows = index.rows("SELECT link, source, target FROM arrow ORDER BY link LIMIT ?", _MOST)
    graph.add_edges_from((source, target, {"link": link}) for link, source, target in arrows)
    for ring in nx.strongly_connected_components(graph):
        if len(ring) > 1:
            first = min(ring, key=index.id)
            steps: Any = nx.find_cycle(graph, first)
            link = index.one(
                "SELECT n, code, slot FROM link WHERE rowid = ?", graph.edges[steps[-1]]["link"]
            )
            names = [index.id(step[0]) for step in steps]
            chain = f" {words} ".join([*names, names[0]])
            what = f"it leads back to itself: {chain}"
            found.fault(index.place_of_link(*link), what, "take one step out")
