"""What the page of an actor shows beside its records: what it holds of each claim, since when."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.answers import Mention, Position, ReportedIn
from graph.vocabulary import AGAINST, FOR
from viz.sectors import SECTORS, newest_first, of_speaker

__all__ = ["Held", "Voice", "held", "printed_in", "split"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Where one speaker stands towards one claim."""

    speaker: Mention
    """Who."""
    holds: str
    """What it commits to, in words."""
    since: str | None
    """Day of the statement from which on it held that (EDTF). None when not known."""
    before: str | None
    """What it held before that, in words. None: nothing else is recorded."""


@dataclass(frozen=True, slots=True)
class Held:
    """What an actor and its voices said of one claim."""

    claim: Mention
    """Of what."""
    voices: list[Voice]
    """Each speaker, the last first; empty where their earlier statements are not at hand."""
    positions: list[Position]
    """The statements, in the order given."""


def held(
    actor: Mention, positions: Sequence[Position], known: Sequence[Position] = ()
) -> list[Held]:
    """Return `positions` by claim, those with the first statement first.

    Since when a speaker holds something is read from the statements `known`, newest first.
    """
    claims = {each.claim.id: each.claim for each in positions}
    return [
        Held(
            claim,
            _voices(actor, [each for each in known if each.claim.id == id_]),
            [each for each in positions if each.claim.id == id_],
        )
        for id_, claim in claims.items()
    ]


def split(positions: Sequence[Position]) -> list[str]:
    """Return the ids of claims of which some statement says that it is so, another that not."""
    sure = {each.claim.id for each in positions if each.belief in FOR}
    return [
        id_
        for id_ in dict.fromkeys(each.claim.id for each in positions if each.belief in AGAINST)
        if id_ in sure
    ]


def printed_in(positions: Sequence[Position]) -> list[ReportedIn]:
    """Return the documents that report `positions`, each once."""
    return list({report.document: report for each in positions for report in each.reports}.values())


def _voices(actor: Mention, said: Sequence[Position]) -> list[Voice]:
    """Return where each speaker stands. Whoever joins in a statement for another state is none."""
    by_speaker: dict[str, list[Position]] = {}
    names: dict[str, Mention] = {}
    for each in newest_first(said):
        for speaker in each.speakers:
            if speaker.type != "State" or speaker.id == actor.id:
                names.setdefault(speaker.id, speaker)
                by_speaker.setdefault(speaker.id, []).append(each)
    return [_voice(names[id_], spoken) for id_, spoken in by_speaker.items()]


def _voice(speaker: Mention, spoken: Sequence[Position]) -> Voice:
    holds = of_speaker(spoken)
    first = next(
        (n for n in range(1, len(spoken)) if of_speaker(spoken[n:]) is not holds), len(spoken)
    )
    before = SECTORS[of_speaker(spoken[first:])] if first < len(spoken) else None
    return Voice(speaker, SECTORS[holds], spoken[first - 1].said, before)
