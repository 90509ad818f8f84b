"""Records in the words of a page: every label that a reader sees, in one place."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from graph.answers import Mention, ReportedIn
from graph.vocabulary import ACTS, Act
from viz.days import in_words
from viz.inline import web_address
from viz.sectors import BELIEFS

__all__ = ["FILTERS", "PLACES", "TABLES", "differs", "place"]

PLACES = {
    "Claim": "/claims/",
    "Statement": "/statements/",
    "Document": "/documents/",
    "WeaponSystem": "/weapons/",
}
"""Where the page of a thing is, by its label; actors have one place."""

STANDINGS = {
    "unopposed": "a named speaker says so, and nobody says it is not so",
    "disputed": "some say so, some say it is not so",
    "admitted": "a voice of an accused party concedes it, wholly or in part",
    "denied": "some say it is not so, and nobody says so",
    "unconfirmed": "only reports and unnamed sources say so, and nobody says it is not so",
    "no position": "nobody commits to either",
}
"""What each standing means, as `cypher/claims/standing.cypher` computes it."""

KINDS = {
    "UnnamedSource": "unnamed source",
    "WeaponSystem": "weapon",
}

EXPLICIT = {
    True: "explicit",
    False: "implied",
    None: "not known whether explicit or implied",
}

EXPLAINED = {
    True: "The act lies in the words.",
    False: "The act lies in how documents characterise the words, not in the words.",
    None: "Nobody has recorded whether the act lies in the words.",
}


def place(mention: Mention) -> str:
    """Return the path of the page of `mention`."""
    return PLACES.get(mention.type, "/actors/") + quote(mention.id, safe="")


def phrase(act: Act | str) -> str:
    """Return an act in the past tense for a reader."""
    return ACTS[Act(act)].phrase


def meaning(act: Act | str) -> str:
    """Return what an act means, in one sentence."""
    return ACTS[Act(act)].meaning


def kind(label: str) -> str:
    """Return a label of the graph in plain words."""
    return KINDS.get(label, label.lower())


def plain(word: str) -> str:
    """Return a word of the vocabulary without its underscores."""
    return word.replace("_", " ")


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: ``1 document``, ``3 documents``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def differs(act: Act, report: ReportedIn) -> bool:
    """Return whether a document calls a statement something else than what it is recorded as."""
    return report.characterised_as is not None and report.characterised_as != act


FILTERS: Mapping[str, Callable[..., Any]] = {
    "belief": BELIEFS.__getitem__,
    "count": count,
    "day": in_words,
    "differs": differs,
    "kind": kind,
    "meaning": meaning,
    "phrase": phrase,
    "place": place,
    "plain": plain,
    "web": web_address,
}
"""What templates can do to a value."""

TABLES: Mapping[str, Any] = {
    "EXPLAINED": EXPLAINED,
    "EXPLICIT": EXPLICIT,
    "STANDINGS": STANDINGS,
}
"""What templates look words up in."""
