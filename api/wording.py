"""Records in the words of a table that a person reads."""

from datetime import date

from graph.answers import (
    Change,
    Hit,
    Mention,
    Origin,
    Position,
    Printed,
    ReportedIn,
    Saying,
    SpokenBy,
    Standing,
)
from graph.vocabulary import ACTS, Act, Belief

__all__ = ["change_row", "hit_row", "origin_row", "position_row", "saying_row", "standing_lines"]


def position_row(found: Position) -> dict[str, str]:
    """Return a statement as cells: who, what, on which claim, when, in what words, where."""
    behalf = ", ".join(each.name for each in found.on_behalf_of)
    return {
        "Who": _who(found.speakers) + (f"\nfor {behalf}" if behalf else ""),
        "Act": _act(found.act, found.explicit, found.belief),
        "Claim": found.claim.id,
        "When": _day(found.said),
        "Words": _words([each.quote for each in found.reports], found.paraphrase),
        "Documents": "\n".join(_reported(each) for each in found.reports),
    }


def saying_row(found: Saying) -> dict[str, str]:
    """Return a statement on one claim as cells."""
    return {
        "Who": _who(found.speakers),
        "Act": _act(found.act, found.explicit, found.belief),
        "When": _day(found.said),
        "Words": _words([each.quote for each in found.documents], found.paraphrase),
        "Documents": "\n".join(_printed(each) for each in found.documents),
    }


def standing_lines(
    found: Standing, as_of: date | None = None, recorded_as_of: date | None = None
) -> list[str]:
    """Return how a claim stands as lines. It is not a score."""
    days = f" as of {as_of}" if as_of else ""
    days += f" by what was on record on {recorded_as_of}" if recorded_as_of else ""
    accused = [
        f"{each.name:<18} "
        + (", ".join(_phrase(Act(act)) for act in each.acts) or "no position recorded")
        for each in found.accused
    ]
    return [
        f"standing           {found.standing}{days}",
        f"speakers           {found.supporting} say it happened, {found.opposing} say it did not, "
        f"{found.uncommitted} commit to neither",
        f"sources            {found.named_sources} named, {found.unnamed_sources} unnamed",
        f"origins            {found.origins} independent; "
        f"{found.unchecked_documents} documents not checked for what they draw on",
        *accused,
    ]


def origin_row(found: Origin) -> dict[str, str]:
    """Return an origin as cells."""
    return {
        "Origin": found.name,
        "Kind": "a report of its own" if found.kind == "report" else "own words",
        "Documents": "\n".join(found.documents),
        "Copies": str(found.copies),
        "Unnamed sources": "\n".join(found.unnamed_sources),
        "Not checked": str(found.unchecked),
    }


def change_row(found: Change) -> dict[str, str]:
    """Return a change of position as cells."""
    return {
        "Who": found.actor.name,
        "From": f"{_phrase(found.from_act)} {found.from_claim}, {_day(found.from_said)}",
        "To": f"{_phrase(found.to_act)} {found.to_claim}, {_day(found.to_said)}",
        "By": found.by.name,
        "On": found.kind,
    }


def hit_row(found: Hit) -> dict[str, str]:
    """Return something found as cells."""
    return {"Id": found.id, "Type": found.type, "Text": found.text}


def _who(speakers: list[SpokenBy]) -> str:
    return "\n".join(f"{each.name}" + (f", {each.role}" if each.role else "") for each in speakers)


def _act(act: Act, explicit: bool | None, belief: Belief) -> str:
    how = {
        True: "in so many words",
        False: "implied: documents call it so, the words do not",
        None: "not known whether in so many words",
    }
    return f"{_phrase(act)}\n({how[explicit]})\nbelief: {belief.value.replace('_', ' ')}"


def _phrase(act: Act) -> str:
    return ACTS[act].phrase


def _day(said: str | None) -> str:
    return said or "day not known"


def _words(quotes: list[str | None], paraphrase: str | None) -> str:
    printed = [f"“{quote}”" for quote in dict.fromkeys(quotes) if quote]
    ours = [f"In our words: {paraphrase}"] if paraphrase else []
    return "\n".join([*printed, *ours])


def _reported(found: ReportedIn) -> str:
    return _line(found.document, found.publisher, found.characterised_as, read=found.read) + (
        f", withdrawn {found.withdrawn}" if found.withdrawn else ""
    )


def _printed(found: Printed) -> str:
    return _line(found.id, None, found.characterised_as, read=True)


def _line(document: str, publisher: Mention | None, called: Act | None, *, read: bool) -> str:
    by = f" ({publisher.name})" if publisher else ""
    call = f", calls it: {_phrase(called)}" if called else ""
    return f"{document}{by}{call}{'' if read else ', not read'}"
