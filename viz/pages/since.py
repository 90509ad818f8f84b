"""What is new since a day, by claim."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.answers import Position, Standing

__all__ = ["Changed", "Entry", "by_claim", "differences"]

_NUMBERS = (
    ("origins", "independent origins"),
    ("supporting", "speakers who say so"),
    ("opposing", "speakers who say it is not so"),
    ("uncommitted", "speakers who commit to neither"),
)


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that differs in how a claim stands."""

    what: str
    """Of what."""
    before: str
    """What it was at the end of the day."""
    now: str
    """What it is by the day asked about."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is new on one claim."""

    claim: str
    """Its id."""
    text: str
    """Its wording; its id where no statement at hand has that."""
    positions: list[Position]
    """New statements that stand, oldest first."""
    gone: list[Mapping[str, Any]]
    """Statements that left the record, as the question `new_since` answers them."""
    standing: Standing
    """How it stands."""
    changed: list[Changed]
    """What differs in that; empty where nothing does."""


def by_claim(
    rows: Sequence[Mapping[str, Any]],
    positions: Sequence[Position],
    before: Mapping[str, Standing],
    now: Mapping[str, Standing],
) -> list[Entry]:
    """Return the rows of `new_since` by claim, in the order in which claims first occur.

    `positions` has their statements whole; those that are not among them and still stand had
    not been said by the day asked about, and are left out.
    """
    whole = {each.statement: each for each in positions}
    found: list[Entry] = []
    for claim in dict.fromkeys(row["claim"] for row in rows):
        own = [row for row in rows if row["claim"] == claim]
        said = [whole[row["statement"]] for row in own if row["statement"] in whole]
        gone = [row for row in own if row["change"] == "withdrawn"]
        if said or gone:
            text = said[0].claim.name if said else claim
            changed = differences(before[claim], now[claim])
            found.append(Entry(claim, text, said, gone, now[claim], changed))
    return found


def differences(before: Standing, now: Standing) -> list[Changed]:
    """Return what differs between two days in how a claim stands."""
    found = [Changed("standing", before.standing, now.standing)]
    found += [
        Changed(words, str(getattr(before, name)), str(getattr(now, name)))
        for name, words in _NUMBERS
    ]
    return [each for each in found if each.before != each.now]
