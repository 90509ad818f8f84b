"""Ids that name other records: each must be there, and be of the right kind."""

from collections.abc import Sequence
from difflib import get_close_matches

from graph.dossiers.findings import Findings
from graph.dossiers.index import Index
from graph.dossiers.linking import KINDS_BY_CODE, LINKS

__all__ = ["references"]

_NEAR_SEARCHES = 100
"""Near ids are looked for so many times: a file with the wrong prefix has thousands unknown."""
_NEAR_AMONG = 20_000
"""In a larger archive near ids are looked for among so many that begin alike."""
_MISFITS = """
SELECT link.n, link.code, link.slot, link.target, coalesce(step.kind, held.kind)
FROM step
JOIN rule ON rule.code = step.code
JOIN link ON link.rowid = step.link
LEFT JOIN held ON step.kind IS NULL AND held.id = link.target
WHERE (step.kind IS NULL OR NOT rule.allowed >> step.kind & 1)
  AND (coalesce(step.kind, held.kind) IS NULL
    OR NOT rule.allowed >> coalesce(step.kind, held.kind) & 1)
  AND (step.kind IS NOT NULL OR link.target NOT IN (SELECT id FROM former))
ORDER BY step.link
"""
_NEAR = """
SELECT id FROM (
  SELECT id, kind FROM entity WHERE id >= ?1 AND id < ?2
  UNION
  SELECT id, kind FROM held WHERE id >= ?1 AND id < ?2
)
WHERE ?3 >> kind & 1
LIMIT ?4
"""


def references(index: Index, found: Findings) -> None:
    """Find ids that name nothing or the wrong kind; of old ids `renamed` tells."""
    searches = _NEAR_SEARCHES
    for n, code, slot, target, kind in index.rows(_MISFITS):
        place, allowed = index.place_of_link(n, code, slot), LINKS[int(code)].allowed
        if kind is None:
            searches -= 1
            near = _near(index, target, code) if searches >= 0 else []
            right = f"nearest: {', '.join(near)}" if near else f"define it: {_a(allowed)}"
            found.fault(place, f"there is no {target!r}", right)
        else:
            what = f"{target!r} is {_a((KINDS_BY_CODE[int(kind)],))}"
            found.fault(place, what, f"name {_a(allowed)}")


def _near(index: Index, target: str, code: int) -> list[str]:
    """Return ids that `target` may have meant, of the right kind; of many, one that begins so."""
    among: list[str] = []
    for length in (0, 1, 2, 4, 8, len(target)):
        start = target[:length]
        found = index.rows(_NEAR, start, f"{start}\U0010ffff", LINKS[code].mask, _NEAR_AMONG)
        among = [str(row[0]) for row in found]
        if len(among) < _NEAR_AMONG:
            break
    return get_close_matches(target, among, n=3)


def _a(kinds: Sequence[str]) -> str:
    words = ["".join(f" {c.lower()}" if c.isupper() else c for c in kind)[1:] for kind in kinds]
    return " or ".join(f"{'an' if word[0] in 'aeiou' else 'a'} {word}" for word in words)
