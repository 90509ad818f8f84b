"""Where a speaker stands towards a claim: computed from what it committed to, not from acts."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from graph.answers.positions import Position
from graph.vocabulary import AGAINST, FOR, Belief

__all__ = ["BELIEFS", "SECTORS", "Sector", "newest_first", "of_speaker", "of_statement"]


class Sector(StrEnum):
    """A part of the map of a claim. None of them is a verdict."""

    SAYS_SO = "says-so"
    SAYS_NOT = "says-not"
    PASSES_ON = "passes-on"
    OPEN = "open"
    ELSEWHERE = "elsewhere"


SECTORS = {
    Sector.SAYS_SO: "says it happened",
    Sector.SAYS_NOT: "says it did not",
    Sector.PASSES_ON: "passes on what others say",
    Sector.OPEN: "does not commit",
    Sector.ELSEWHERE: "speaks only of a related claim",
}
"""Every sector in words."""

BELIEFS = {
    Belief.CERTAIN_TRUE: "it is true",
    Belief.PROBABLE_TRUE: "it is probably true",
    Belief.POSSIBLE_TRUE: "it may be true",
    Belief.CERTAIN_FALSE: "it is not true",
    Belief.PROBABLE_FALSE: "it is probably not true",
    Belief.POSSIBLE_FALSE: "it may not be true",
    Belief.UNCOMMITTED: "commits to neither",
    Belief.CONDITIONAL: "speaks of what follows if it is true",
}
"""What a speaker commits to, in words."""


def of_statement(position: Position) -> Sector:
    """Return where a statement stands towards its own claim."""
    if position.belief in FOR:
        return Sector.SAYS_SO
    if position.belief in AGAINST:
        return Sector.SAYS_NOT
    return Sector.OPEN if position.relayed_belief is None else Sector.PASSES_ON


def of_speaker(said: Iterable[Position]) -> Sector:
    """Return where a speaker stands, given all that it said of one claim.

    Its latest commitment decides; without one, whether it passes anything on. Having said
    nothing of this claim it stands elsewhere: whoever confirms a narrower claim has not
    confirmed this one.
    """
    found = [of_statement(each) for each in newest_first(said)]
    for sector in found:
        if sector in (Sector.SAYS_SO, Sector.SAYS_NOT):
            return sector
    if Sector.PASSES_ON in found:
        return Sector.PASSES_ON
    return Sector.OPEN if found else Sector.ELSEWHERE


def newest_first(positions: Iterable[Position]) -> Sequence[Position]:
    """Order statements by the latest day that they may have been made on; undated ones last."""
    return sorted(positions, key=_age, reverse=True)


def _age(position: Position) -> tuple[date, date, str]:
    latest = position.said_latest or position.known_by or position.said_earliest or date.min
    return latest, position.said_earliest or date.min, position.statement
