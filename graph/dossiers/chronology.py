"""What cannot have been said in that order, and what is only odd."""

from datetime import date, timedelta

from graph.dates import Span, span
from graph.dossiers.findings import Findings, Place
from graph.dossiers.index import Index
from graph.dossiers.linking import code_of, kind_code
from graph.dossiers.records import Record
from graph.model import Claim, Official

__all__ = ["chronology", "ends"]

_STEPS = """
SELECT link.n, link.code, link.slot, link.target, this.day, other.day
FROM step
JOIN link ON link.rowid = step.link
JOIN record AS this ON this.n = link.n
JOIN record AS other ON other.n = step.target
WHERE step.code = ? AND step.kind = ? AND this.valid AND other.valid
"""
# Only what may be out of order is looked at by `_order`.
_ANSWERED = f"{_STEPS} AND (other.low > this.high OR other.low + other.high > this.low + this.high)"
_REPORTED = f"{_STEPS} AND (this.low > other.high OR this.low + this.high > other.low + other.high)"
_ZONES = timedelta(days=1)  # New York is a day behind Tokyo: that much is no contradiction


def chronology(index: Index, found: Findings) -> None:
    """Find answers to what was said later, and words after their page."""
    for n, code, slot, target, said, other in index.rows(
        _ANSWERED, code_of("Statement", "responds_to"), kind_code("Statement")
    ):
        what = f"{target!r} was said after this answer"
        _order(index.place_of_link(n, code, slot), other, said, what, found)
    for n, code, slot, target, said, other in index.rows(
        _REPORTED, code_of("Statement", "reports"), kind_code("Document")
    ):
        what = f"{target!r} was published before this was said"
        _order(index.place_of_link(n, code, slot), said, other, what, found)


def ends(record: Record, found: Findings) -> None:
    """Find what ends before it begins."""
    match record.entity:
        case Official() as official:
            for slot, role in enumerate(official.roles):
                _span(record.place("roles", slot, "end"), role.start, role.end, found)
        case Claim() as claim if claim.period:
            _span(record.place("period", "end"), claim.period.start, claim.period.end, found)
        case _:
            pass


def _order(
    place: Place, earlier: str | None, later: str | None, what: str, found: Findings
) -> None:
    """Find that `earlier` was after `later`: a fault when certain by more than a day.

    A single day is a warning (time zones), and so are partial dates of which most readings
    contradict.
    """
    if earlier is None or later is None:
        return
    first, last = span(earlier), span(later)
    if first.earliest is None or last.latest is None:
        return
    words = f"{what}: {earlier} and {later}"
    gap = first.earliest - last.latest
    certain = not any(mark in earlier + later for mark in "?~%")
    if gap > _ZONES and certain:
        found.fault(place, words, "correct one of the two days")
    elif gap > timedelta(0):
        found.warning(place, words, "time zones or an uncertain day may explain it: make sure")
    elif first.latest and last.earliest and _middle(first) > _middle(last) + _ZONES:
        found.warning(place, f"perhaps {words}", "a partial day may contradict: make sure")


def _middle(days: Span) -> date:
    """Return the middle of a span that is closed on both sides."""
    earliest, latest = days.earliest or date.min, days.latest or date.max
    return earliest + (latest - earliest) / 2


def _span(place: Place, start: str | None, end: str | None, found: Findings) -> None:
    if start and end:
        first, last = span(start).earliest, span(end).latest
        if first and last and first > last:
            found.fault(
                place, f"it ends ({end}) before it begins ({start})", "swap or correct them"
            )
