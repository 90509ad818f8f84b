"""The dossiers as plain Python lookups: what the gold answers are worked out from.

Nothing here reads Cypher or a database. Days are those of `graph.dates.span`; a statement had
certainly been said by the last day that its own date may mean, or that the date of a document
reporting it may mean, whichever is earlier.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from graph.dates import span
from graph.model import Dossier, Institution, Official, Outlet, State, Statement, UnnamedSource
from graph.vocabulary import AGAINST, FOR, Act

__all__ = ["LOADED", "Record", "Row", "earliest", "latest", "side"]

Row = dict[str, Any]
LOADED = date(2200, 1, 1)
"""The story was loaded before, whole, and after every other day that the tests ask about."""


class Record:
    """Everything that some dossiers define, by id."""

    def __init__(self, dossiers: Sequence[Dossier]) -> None:
        self.dossiers = dossiers
        self.actors = {each.id: each for dossier in dossiers for each in dossier.actors}
        self.weapons = {each.id: each for dossier in dossiers for each in dossier.weapons}
        self.claims = {each.id: each for dossier in dossiers for each in dossier.claims}
        self.documents = {each.id: each for dossier in dossiers for each in dossier.documents}
        self.statements = {each.id: each for dossier in dossiers for each in dossier.statements}
        self._known_by = {each.id: self._dated(each) for each in self.statements.values()}
        self._voices = {each.id: self._heard(each) for each in self.statements.values()}

    def said(self, claim: str | None = None, as_of: date | None = None) -> list[Statement]:
        """Return the statements (on `claim`, certainly said by `as_of`), oldest first."""
        found = [
            each
            for each in self.statements.values()
            if claim in (None, each.claim) and self.by_then(each, as_of)
        ]
        return sorted(found, key=self.age)

    def by_then(self, statement: Statement, as_of: date | None) -> bool:
        """Return whether it had certainly been said: what nothing dates, when it was loaded."""
        return as_of is None or (self.known_by(statement) or LOADED) <= as_of

    def known_by(self, statement: Statement) -> date | None:
        return self._known_by[statement.id]

    def _dated(self, statement: Statement) -> date | None:
        published = (self.documents[each.document].published for each in statement.reports)
        days = [latest(each) for each in (statement.said, *published)]
        return min((day for day in days if day), default=None)

    def key(self, statement: Statement) -> str:
        return f"{self.known_by(statement) or '0000-00-00'}/{statement.id}"

    def age(self, statement: Statement) -> tuple[bool, str]:
        """Sort oldest first, undated last."""
        return self.known_by(statement) is None, self.key(statement)

    # Who speaks, and for whom.

    def speakers(self, statement: Statement) -> list[str]:
        return [each.actor for each in statement.by]

    def names(self, ids: Iterable[str]) -> list[str | None]:
        return [self.name(each) for each in ids]

    def name(self, which: str | None) -> str | None:
        actor = self.actors.get(which or "")
        return actor.description if isinstance(actor, UnnamedSource) else actor and actor.name

    def is_unnamed(self, which: str) -> bool:
        return isinstance(self.actors.get(which), UnnamedSource)

    def is_outlet(self, which: str) -> bool:
        return isinstance(self.actors[which], Outlet)

    def above(self, which: str) -> set[str]:
        """Return the bodies and states whose organ it is, directly or through another."""
        actor = self.actors[which]
        direct = actor.part_of if isinstance(actor, Institution) else ()
        return set(direct).union(*(self.above(each) for each in direct))

    def offices(self, official: str, statement: Statement) -> set[str]:
        """Return where `official` may have held a speaking role when making `statement`."""
        actor = self.actors[official]
        roles = actor.roles if isinstance(actor, Official) else ()
        return {
            role.institution
            for role in roles
            if role.speaks_for
            and not after(earliest(role.start), latest(statement.said))
            and not after(earliest(statement.said), latest(role.end))
        }

    def voices(self, statement: Statement) -> dict[str, str]:
        """Return the states and bodies whose voice `statement` is, and how near it is to each."""
        return self._voices[statement.id]

    def _heard(self, statement: Statement) -> dict[str, str]:
        by = self.speakers(statement)
        itself = {each for each in by if isinstance(self.actors[each], State | Institution)}
        behalf = set(statement.on_behalf_of)
        offices = {office for each in by for office in self.offices(each, statement)}
        found: dict[str, str] = {}
        for nearness, ids in (
            ("itself", itself),
            ("on behalf", behalf.union(*map(self.above, behalf))),
            ("organ", set[str]().union(*map(self.above, itself))),
            ("official", offices.union(*map(self.above, offices))),
        ):
            for each in ids:
                found.setdefault(each, nearness)
        return found

    def actors_of(self, statement: Statement) -> set[str]:
        """Return who is held to it: its speakers, and those whose voice it is."""
        return {*self.speakers(statement), *self.voices(statement)}

    def walked_back(self, statement: Statement, as_of: date | None = None) -> bool:
        """Return whether a speaker of `statement` took it back (by `as_of`)."""
        return any(
            each.act == Act.WALKS_BACK
            and statement.id in each.responds_to
            and set(self.speakers(each)) & set(self.speakers(statement))
            and self.by_then(each, as_of)
            for each in self.statements.values()
        )

    # Documents, and what they draw on.

    def reporting(self, statements: Iterable[Statement]) -> set[str]:
        return {report.document for each in statements for report in each.reports}

    def draws(self, document: str) -> bool:
        return bool(self.documents[document].draws_on)

    def chains(self, document: str) -> list[list[str]]:
        """Return every chain from `document` to a document that draws on no other."""
        drawn = self.documents[document].draws_on
        ways = [chain for each in drawn for chain in self.chains(each.document)]
        return [[document, *chain] for chain in ways] if drawn else [[document]]

    def behind(self, document: str) -> set[str]:
        """Return `document` and everything that it draws on, however far."""
        return {each for chain in self.chains(document) for each in chain}

    def publisher(self, document: str) -> str | None:
        return self.documents[document].publisher

    def unchecked(self, documents: Iterable[str]) -> int:
        return sum(self.documents[each].derivation == "unchecked" for each in documents)

    def carry(self, weapon: str) -> set[str]:
        """Return `weapon` and its variants, and theirs."""
        direct = [each.id for each in self.weapons.values() if weapon in each.variant_of]
        return {weapon}.union(*map(self.carry, direct))

    # Columns that several questions share.

    def thing(self, which: str) -> Row:
        """Return id, name and type of an actor, claim or statement."""
        if which in self.claims:
            return {"id": which, "name": self.claims[which].text, "type": "Claim"}
        if which in self.statements:
            return {"id": which, "name": self.statements[which].paraphrase, "type": "Statement"}
        return {"id": which, "name": self.name(which), "type": type(self.actors[which]).__name__}

    def speaking(self, statement: Statement) -> list[Row]:
        return [{**self.thing(each.actor), "role": each.role} for each in statement.by]

    def sources(self, statements: Iterable[Statement]) -> set[str]:
        """Return the unnamed sources that made `statements` or that these rely on."""
        heard = [one for each in statements for one in (*self.speakers(each), *each.relays)]
        return {each for each in heard if self.is_unnamed(each)}


def earliest(day: str | None) -> date | None:
    """Return the first day that an EDTF date may mean; None when nothing bounds it."""
    return span(day).earliest if day else None


def latest(day: str | None) -> date | None:
    """Return the last day that an EDTF date may mean; None when nothing bounds it."""
    return span(day).latest if day else None


def after(one: date | None, other: date | None) -> bool:
    """Return whether `one` is known to be after `other`."""
    return one is not None and other is not None and one > other


def side(statement: Statement) -> str:
    """Return which side its speaker takes, by belief and not by act."""
    if statement.belief in FOR:
        return "says it happened"
    return "says it did not" if statement.belief in AGAINST else "commits to neither"
