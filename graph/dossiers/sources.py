"""Unnamed sources and their documents; reports; denials of what nobody said."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from graph.dossiers.findings import Findings
from graph.dossiers.index import Index, Row
from graph.dossiers.linking import code_of, kind_code
from graph.dossiers.records import Record
from graph.model import Claim, Document, Statement
from graph.vocabulary import AGAINST, FOR, Act, Derivation

__all__ = ["denials", "parts", "sources", "voices"]

_QUOTING = """
SELECT link.n, link.slot, link.target
FROM step
JOIN link ON link.rowid = step.link
JOIN record AS source ON source.n = link.n
JOIN record AS document ON document.n = step.target
WHERE step.code = ? AND step.kind = ? AND source.valid AND document.valid
ORDER BY link.n, link.slot
"""
_DRAWN = """
CREATE TABLE drawn (one TEXT, other TEXT);
INSERT INTO drawn
  SELECT record.id, link.target FROM link JOIN record USING (n)
  WHERE link.code = {0} AND record.valid;
INSERT INTO drawn SELECT other, one FROM drawn;
CREATE INDEX drawn_one ON drawn (one, other);
CREATE TABLE related (id TEXT PRIMARY KEY, family TEXT) WITHOUT ROWID;
"""
_FLOOD = """
INSERT OR IGNORE INTO related
WITH RECURSIVE reached (id) AS (
  VALUES (?1)
  UNION
  SELECT drawn.other FROM reached JOIN drawn ON drawn.one = reached.id
)
SELECT id, ?1 FROM reached
"""
_UNHEARD = """
SELECT denied.n, denied.claim
FROM denied
WHERE NOT EXISTS (SELECT 1 FROM voiced WHERE voiced.claim = denied.claim)
  AND NOT EXISTS (SELECT 1 FROM held WHERE held.id = denied.claim)
  AND NOT EXISTS (
    SELECT 1 FROM narrower JOIN voiced ON voiced.claim = narrower.id
    WHERE narrower.claim = denied.claim)
ORDER BY denied.n
"""
_NARROWER = """
CREATE TABLE narrower (claim TEXT, id TEXT, PRIMARY KEY (claim, id)) WITHOUT ROWID;
INSERT OR IGNORE INTO narrower
  SELECT link.target, record.id FROM link JOIN record USING (n)
  WHERE link.code = {0} AND record.valid;
"""


def sources(index: Index, found: Findings) -> None:
    """Find unnamed sources in unrelated documents.

    Documents are related when one draws on the other or both on a third. Unrelated ones are a
    warning where one was not checked for what it draws on: a common original may be unread.
    """
    code, kind = code_of("UnnamedSource", "documents"), kind_code("Document")
    drawn = False
    for n, rows in groupby(index.rows(_QUOTING, code, kind), itemgetter(0)):
        (_, _, first), *others = rows
        if others and not drawn:
            index.database.executescript(_DRAWN.format(code_of("Document", "draws_on")))
            drawn = True
        for _, slot, id_ in others:
            if _family(index, first) == _family(index, id_):
                continue
            place = index.place(n, "documents", slot)
            what = f"{id_!r} and {first!r} do not draw on each other or on a third"
            if _unchecked(index, first) or _unchecked(index, id_):
                found.warning(place, what, "make sure that it is one source: its original")
            else:
                found.fault(place, what, "make it two sources: wording matches nobody")


def _family(index: Index, id_: str) -> str:
    """Return the same word for all documents that are related: each is walked to once."""
    for row in index.rows("SELECT family FROM related WHERE id = ?", id_):
        return str(row[0])
    index.database.execute(_FLOOD, (id_,))
    return id_


def _unchecked(index: Index, id_: str) -> bool:
    return bool(index.one("SELECT count(*) FROM unchecked WHERE id = ?", id_)[0])


def parts(record: Record, found: Findings) -> None:
    """Find reports told twice, and those who are supplier and recipient at once."""
    match record.entity:
        case Statement() as statement:
            counted = Counter(report.document for report in statement.reports)
            for index, report in enumerate(statement.reports):
                if counted[report.document] > 1 and index:
                    counted[report.document] = 0
                    place = record.place("reports", index, "document")
                    found.fault(
                        place, f"{report.document!r} reports it twice", "make them one report"
                    )
        case Claim() as claim:
            for id_ in sorted(set(claim.supplier) & set(claim.recipient)):
                what = f"{id_!r} is supplier and recipient"
                found.warning(record.place("recipient"), what, "make sure that both are meant")
        case _:
            pass


def voices(n: int, record: Record) -> Iterator[tuple[str, Row]]:
    """Yield what `sources` and `denials` look up: table and row."""
    match record.entity:
        case Document() as document if document.derivation is Derivation.UNCHECKED:
            yield "unchecked", (document.id,)
        case Statement() as statement:
            if (
                statement.relayed_belief in FOR
                or statement.belief in FOR
                or statement.act is Act.ALLEGES
            ):
                yield "voiced", (statement.claim,)
            if statement.act is Act.DENIES and statement.belief in AGAINST:
                yield "denied", (n, statement.claim)
        case _:
            pass


def denials(index: Index, found: Findings) -> None:
    """Find denials of a claim that nobody has put forward: a warning, since it happens.

    What the graph says of the claim is not known here, so one it holds is taken as put forward.
    """
    index.database.executescript(_NARROWER.format(code_of("Claim", "narrows")))
    for n, claim in index.rows(_UNHEARD):
        what = f"nobody here has put forward {claim!r}"
        right = "add the accusation, known from this denial's own document if nowhere else"
        found.warning(index.place(n, "claim"), what, right)
