"""What the map is about, in words: shown beside it until something is clicked."""

from typing import Any

from graph.answers.actors import ActorSummary
from graph.answers.claims import ClaimDetail
from graph.answers.record import Mention
from viz.days import in_words

__all__ = ["about_actor", "about_claim"]


def about_claim(claim: ClaimDetail) -> dict[str, Any]:
    """Return the slots of a claim as pairs of words, and the claims that it is tied to."""
    return {
        "node": f"claim:{claim.id}",
        "heading": claim.text,
        "kind": "A claim, not a finding",
        "rows": _filled(
            ("what sort", claim.kind.replace("_", " ")),
            ("how far, as worded", claim.stage),
            ("said to supply", _names(claim.supplier)),
            ("said to receive", _names(claim.recipient)),
            ("also concerns", _names(claim.party)),
            ("what", _names(claim.items)),
            ("how many", claim.quantity),
            ("period", claim.period),
            ("narrows", _names(claim.narrows)),
            ("narrowed by", _names(claim.narrowed_by)),
            ("contradicts", _names(claim.contradicts)),
            ("takes for granted", _names(claim.presupposes)),
            ("notes", claim.notes),
        ),
    }


def about_actor(actor: ActorSummary) -> dict[str, Any]:
    """Return what is recorded of an actor as pairs of words."""
    roles = [
        f"{role.title}, {role.institution.name}"
        + (f" (from {in_words(role.start)})" if role.start else "")
        + (f" (until {in_words(role.end)})" if role.end else "")
        for role in actor.roles
    ]
    return {
        "node": f"actor:{actor.id}",
        "heading": actor.name,
        "kind": {"UnnamedSource": "Unnamed source"}.get(actor.type, actor.type),
        "rows": _filled(
            ("what sort", actor.kind.replace("_", " ") if actor.kind else None),
            ("also called", "; ".join(actor.aliases)),
            ("posts", "; ".join(roles)),
            ("organ of", _names(actor.part_of)),
            ("based in", _names(actor.based_in)),
            ("said itself", str(actor.statements)),
            ("with its voices", str(actor.voiced)),
            ("notes", actor.notes),
        ),
    }


def _names(mentions: list[Mention]) -> str:
    return "; ".join(each.name for each in mentions)


def _filled(*pairs: tuple[str, str | None]) -> list[tuple[str, str]]:
    return [(label, text) for label, text in pairs if text]
