"""What of checked dossiers differs from the graph, batch by batch."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import networkx

from graph.dossiers import Draft, Index
from graph.writing import unpacked

nx: Any = networkx  # it comes without types

__all__ = ["Changes"]

_COUNTED = """
SELECT coalesce(sum(held.id IS NULL), 0), coalesce(sum(held.id IS NOT NULL), 0)
FROM record
LEFT JOIN held ON held.id = record.id
WHERE record.file = ? AND (held.print IS NULL OR held.print <> record.print)
"""
_FRESH = """
SELECT record.n, ready.row
FROM record
JOIN ready ON ready.n = record.n
LEFT JOIN held ON held.id = record.id
WHERE record.file = ? AND (held.print IS NULL OR held.print <> record.print) AND record.n > ?
ORDER BY record.n
LIMIT ?
"""
_KEPT = """
SELECT record.n, record.id
FROM record
JOIN held ON held.id = record.id AND held.print = record.print
WHERE record.file = ? AND record.n > ?
  AND NOT EXISTS (SELECT 1 FROM json_each(held.dossiers) AS own WHERE own.value = ?)
ORDER BY record.n
LIMIT ?
"""
_STILL = """
SELECT count(DISTINCT record.id)
FROM record
JOIN held ON held.id = record.id
JOIN json_each(held.dossiers) AS own ON own.value = ?
WHERE record.file = ?
"""
_VANISHED = """
SELECT asked.value
FROM json_each(?) AS asked
LEFT JOIN entity ON entity.id = asked.value
LEFT JOIN record ON record.n = entity.n
WHERE (record.file IS NULL OR record.file <> ?)
  AND NOT EXISTS (
    SELECT 1 FROM same JOIN record AS later ON later.n = same.n
    WHERE same.first = entity.n AND later.file = ?)
ORDER BY asked.value
"""
_REFERS = """
SELECT DISTINCT source.file, target.file
FROM step
JOIN link ON link.rowid = step.link
JOIN record AS source ON source.n = link.n
JOIN record AS target ON target.n = step.target
LEFT JOIN held ON held.id = target.id
WHERE source.file <> target.file AND held.id IS NULL
"""


class Changes:
    """The changes that loading an index makes, in batches of `most` records."""

    def __init__(self, index: Index, most: int) -> None:
        self._index, self._most = index, most

    def counted(self, dossier: Draft) -> tuple[int, int]:
        """Return how many records of a dossier are new, and how many are changed."""
        new, changed = self._index.one(_COUNTED, dossier.file)
        return new, changed

    def fresh(self, dossier: Draft) -> Iterator[list[tuple[dict[str, Any], list[dict[str, Any]]]]]:
        """Yield what is new or changed: rows of nodes, each with those of its relationships."""
        last = 0
        while found := list(self._index.rows(_FRESH, dossier.file, last, self._most)):
            last = found[-1][0]
            yield [unpacked(row) for _, row in found]

    def kept(self, dossier: Draft) -> Iterator[list[dict[str, str]]]:
        """Yield ids of what the graph has as the dossier does, and does not know it from it."""
        last = 0
        while found := list(
            self._index.rows(_KEPT, dossier.file, last, dossier.dossier, self._most)
        ):
            last = found[-1][0]
            yield [{"id": id_} for _, id_ in found]

    def still(self, dossier: Draft) -> int:
        """Return how much of what the graph has from a dossier the dossier still defines."""
        return int(self._index.one(_STILL, dossier.dossier, dossier.file)[0])

    def vanished(self, dossier: Draft, ids: Sequence[str]) -> list[str]:
        """Return those of `ids` that the dossier does not define."""
        found = self._index.rows(_VANISHED, json.dumps(ids), dossier.file, dossier.file)
        return [str(row[0]) for row in found]

    def groups(self, dossiers: Sequence[Draft]) -> Iterator[list[Draft]]:
        """Yield dossiers that must be written together, what is referred to first."""
        by_file = {each.file: each for each in dossiers}
        refers: Any = nx.DiGraph()
        refers.add_nodes_from(each.dossier for each in dossiers)
        if len(dossiers) > 1:
            refers.add_edges_from(
                (by_file[source].dossier, by_file[target].dossier)
                for source, target in self._index.rows(_REFERS)
            )
        by_id = {each.dossier: each for each in dossiers}
        together: Any = nx.condensation(refers)
        for group in reversed(list(nx.lexicographical_topological_sort(together))):
            yield [by_id[each] for each in sorted(together.nodes[group]["members"])]
