"""Where a speaker stands towards a claim: computed from what it committed to, not from acts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Literal

from graph.answers.positions import Position
from graph.vocabulary import AGAINST, FOR, Act, Belief

__all__ = [
    "BELIEFS",
    "SECTORS",
    "SIDES",
    "Sector",
    "newest_first",
    "of_speaker",
    "of_statement",
    "of_voices",
]


class Sector(StrEnum):
    """A part of the map of a claim. None of them is a verdict."""

    SAYS_SO = "says-so"
    SAYS_NOT = "says-not"
    PASSES_ON = "passes-on"
    OPEN = "open"
    DIFFER = "differ"
    ELSEWHERE = "elsewhere"


SECTORS = {
    Sector.SAYS_SO: "says it happened",
    Sector.SAYS_NOT: "says it did not",
    Sector.PASSES_ON: "passes on what others say",
    Sector.OPEN: "does not commit",
    Sector.DIFFER: "voices differ",
    Sector.ELSEWHERE: "speaks only of a related claim",
}
"""Every sector in words."""

SIDES: Mapping[Sector, Literal["left", "right", "below", "above"]] = {
    Sector.SAYS_SO: "left",
    Sector.SAYS_NOT: "right",
    Sector.PASSES_ON: "below",
    Sector.OPEN: "below",
    Sector.DIFFER: "below",
    Sector.ELSEWHERE: "above",
}
"""Where each sector is on a map."""

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

    Its latest commitment that it did not walk back decides; without one, whether it passes
    anything on. Having said nothing of this claim it stands elsewhere: whoever confirms a
    narrower claim has not confirmed this one.
    """
    said = newest_first(said)
    back = {
        answered for each in said if each.act is Act.WALKS_BACK for answered in each.responds_to
    }
    found = [of_statement(each) for each in said]
    for each, sector in zip(said, found, strict=True):
        if sector in (Sector.SAYS_SO, Sector.SAYS_NOT) and each.statement not in back:
            return sector
    if Sector.PASSES_ON in found:
        return Sector.PASSES_ON
    return Sector.OPEN if found else Sector.ELSEWHERE


def of_voices(said: Iterable[Position]) -> Sector:
    """Return where whoever speaks through several voices stands, given all that they said.

    Where one voice says that it happened and another that it did not, no position is chosen.
    """
    by_voice: dict[str, list[Position]] = {}
    for each in said:
        for speaker in each.speakers:
            by_voice.setdefault(speaker.id, []).append(each)
    found = {of_speaker(each) for each in by_voice.values()}
    if {Sector.SAYS_SO, Sector.SAYS_NOT} <= found:
        return Sector.DIFFER
    return next((sector for sector in SECTORS if sector in found), Sector.ELSEWHERE)


def newest_first(positions: Iterable[Position]) -> Sequence[Position]:
    """Order statements by the latest day that they may have been made on; undated ones last."""
    return sorted(positions, key=_age, reverse=True)


def _age(position: Position) -> tuple[date, date, str]:
    latest = position.said_latest or position.known_by or position.said_earliest or date.min
    return latest, position.said_earliest or date.min, position.statement
