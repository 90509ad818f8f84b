"""A statement as the source panel and the table show it: every word of it, already in English."""

from datetime import date
from typing import Any

from graph.answers.positions import Position, ReportedIn
from graph.answers.record import Mention
from graph.vocabulary import ACTS
from viz.days import in_words
from viz.sectors import BELIEFS, SECTORS, of_statement
from viz.strokes import stroke

__all__ = ["node_id", "source"]

EXPLICIT = {
    True: "explicit: the act lies in the words",
    False: "implied: the act lies in how documents characterise the words",
    None: "not known whether explicit or implied",
}
RESTS_ON = {
    "words": "the words themselves",
    "characterisation": "what documents call the words",
    "unknown": "not known",
}
PREFIXES = {
    "Claim": "claim",
    "Document": "document",
    "Statement": "statement",
    "WeaponSystem": "weapon",
}
EXTENT = {"whole": "the whole claim", "part": "part of the claim", None: None}


def node_id(mention: Mention) -> str:
    """Return the id of `mention` on a map: prefixed, so that no id is a number or a JS name."""
    return f"{PREFIXES.get(mention.type, 'actor')}:{mention.id}"


def source(position: Position) -> dict[str, Any]:
    """Return `position` as JSON values, in the words of the page.

    Days are given in words and as EDTF; `earliest` and `latest` are ISO days or None.
    """
    return {
        "id": position.statement,
        "group": stroke(position.act).group,
        "act": ACTS[position.act].phrase,
        "meaning": ACTS[position.act].meaning,
        "belief": BELIEFS[position.belief],
        "stance": SECTORS[of_statement(position)],
        "relayed": BELIEFS[position.relayed_belief] if position.relayed_belief else None,
        "implied": position.explicit is False,
        "explicit": EXPLICIT[position.explicit],
        "restsOn": RESTS_ON[position.rests_on],
        "hedged": position.hedged,
        "extent": position.extent_words or EXTENT[position.extent],
        "quantity": position.quantity,
        "speakers": [{**_named(each), "role": each.role} for each in position.speakers],
        "voices": [_named(each) for each in position.voices if each.type == "State"],
        "onBehalfOf": [each.name for each in position.on_behalf_of],
        "claim": _named(position.claim),
        "said": in_words(position.said),
        "edtf": position.said,
        "earliest": _iso(position.said_earliest) if position.said else None,
        "latest": _iso(position.said_latest) if position.said else None,
        "basis": position.said_basis,
        "knownDay": (position.known_by or position.recorded_at.date()).isoformat(),
        "knownBy": in_words(_iso(position.known_by)) if position.known_by else None,
        "channel": position.channel,
        "paraphrase": position.paraphrase,
        "notes": position.notes,
        "respondsTo": position.responds_to,
        "answeredBy": position.answered_by,
        "relays": [_named(each) for each in position.relays],
        "reports": [_report(each) for each in position.reports],
        "recorded": position.recorded_at.date().isoformat(),
        "withdrawn": position.withdrawn_at.date().isoformat() if position.withdrawn_at else None,
    }


def _named(mention: Mention) -> dict[str, Any]:
    return {
        "node": node_id(mention),
        "id": mention.id,
        "name": mention.name,
        "type": mention.type,
    }


def _report(report: ReportedIn) -> dict[str, Any]:
    act = report.characterised_as
    return {
        "document": report.document,
        "title": report.title,
        "url": report.url,
        "publisher": report.publisher.name if report.publisher else None,
        "published": in_words(report.published),
        "read": report.read,
        "language": report.language,
        "withdrawn": in_words(report.withdrawn) if report.withdrawn else None,
        "quote": report.quote,
        "quoteLanguage": report.quote_language,
        "characterisedAs": ACTS[act].phrase if act else None,
        "characterisedInWords": report.characterised_in_words,
        "hedge": report.hedge,
        "drawsOn": report.draws_on,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
