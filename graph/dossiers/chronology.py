"""What cannot have been said in that order, and what is only odd."""

from datetime import date, timedelta

from graph.dates import Span, span
from graph.dossiers.findings import Findings, Place
from graph.dossiers.records import Records
from graph.model import Claim, Document, Official, Statement

__all__ = ["chronology"]

_ZONES = timedelta(days=1)  # New York is a day behind Tokyo: that much is no contradiction


def chronology(records: Records, found: Findings) -> None:
    """Find answers to what was said later, words after their page, and ends before beginnings."""
    said = {each.id: each.said for _, each in records.valid(Statement)}
    published = {each.id: each.published for _, each in records.valid(Document)}
    for record, statement in records.valid(Statement):
        if statement.said is None:
            continue
        for index, id_ in enumerate(statement.responds_to):
            place = record.place("responds_to", index)
            what = f"{id_!r} was said after this answer"
            _order(place, said.get(id_), statement.said, what, found)
        for index, report in enumerate(statement.reports):
            place = record.place("reports", index, "document")
            what = f"{report.document!r} was published before this was said"
            _order(place, statement.said, published.get(report.document), what, found)
    for record, official in records.valid(Official):
        for index, role in enumerate(official.roles):
            _span(record.place("roles", index, "end"), role.start, role.end, found)
    for record, claim in records.valid(Claim):
        if claim.period:
            _span(record.place("period", "end"), claim.period.start, claim.period.end, found)


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
