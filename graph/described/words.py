"""Words for what is in the graph and in no record.

Records explain their own fields; what the graph keeps and what is derived has its words here,
and a test fails when something in a graph is in neither place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from pydantic.alias_generators import to_camel

from graph.answers import Standing, StandingName
from graph.answers.described import ComesFrom
from graph.derived import CONCERNS, STANDS, VOICES
from graph.vocabulary import ACTS, Act
from graph.writing import ACTOR_LABELS

__all__ = ["ALSO", "CARRIED", "EARLIEST", "KEPT", "LABELS", "LATEST", "LINES", "Kept", "Line"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A property that no field of a record states."""

    type: str
    meaning: str
    comes_from: ComesFrom = "graph"
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A type of relationship that no field of a record states."""

    starts: tuple[str, ...]
    reaches: tuple[str, ...]
    meaning: str
    comes_from: ComesFrom
    properties: Mapping[str, Kept]


EARLIEST = "First day that `{}` may mean; absent when nothing bounds it."
LATEST = "Last day that `{}` may mean; absent when nothing bounds it."

LABELS = {
    "Actor": "Whoever can speak. Each is also exactly one of the five kinds.",
    "Standing": "How a claim stands as of all that is known. It is not a score.",
    "Stale": "What changed since everything derived was built. Internal: gone once it is again.",
    "Rejoinder": "The only node of its kind: what the graph notes of itself.",
}
"""Labels that are no record."""

_FINGERPRINT = "SHA-256 of its definition: a load writes only what changed."

_KEY = Kept("STRING", "What lists are sorted by: `knownBy` and id.", "derived")
_OF = Kept("STRING", "Id of what it leads to.", "derived")
_SORTED = {
    "of": _OF,
    "act": Kept("STRING", "Act of the statement.", "derived", tuple(each.value for each in Act)),
    "key": Kept("STRING", "Sort key of the statement.", "derived"),
}

KEPT: Mapping[str, dict[str, Kept]] = {
    "Entity": {
        "fingerprint": Kept("STRING", f"{_FINGERPRINT} `withdrawn` once no dossier defines it."),
        "recordedAt": Kept("ZONED DATETIME", "When it first entered this graph (UTC)."),
        "withdrawnAt": Kept(
            "ZONED DATETIME",
            "When it left the record (UTC), because no dossier defined it any more; absent while "
            "it stands. It keeps its words and its relationships.",
        ),
    },
    "Statement": {
        "knownBy": Kept(
            "DATE",
            "First day by which it had certainly been said: by its own date, or by that of a "
            "document that reports it, whichever is earlier; absent when nothing dates it.",
            "derived",
        ),
        "key": _KEY,
        "about": Kept("STRING", "Id of the claim that it is about.", "derived"),
    },
    "Standing": {
        "claim": Kept("STRING", "Id of the claim.", "derived"),
        "statements": Kept("INTEGER", "Statements on the claim.", "derived"),
        "standing": Kept(
            "STRING",
            "In one word; the rule stands in `cypher/claims/standing.cypher`.",
            "derived",
            get_args(StandingName),
        ),
        **{
            to_camel(name): Kept("INTEGER", (field.description or "").replace("``", "`"), "derived")
            for name, field in Standing.model_fields.items()
            if field.annotation is int
        },
        "accused": Kept(
            "LIST<STRING>",
            "Of each supplier and recipient its id, then the acts of its voices in the order first "
            "said, with spaces between.",
            "derived",
        ),
    },
    "Dossier": {
        "fingerprint": Kept("STRING", _FINGERPRINT),
        "loadedAt": Kept("ZONED DATETIME", "When it was last loaded with a change (UTC)."),
    },
    "Rejoinder": {
        "id": Kept("STRING", "Always `graph`."),
        "version": Kept("INTEGER", "Version of its constraints, its indexes and what is derived."),
        "derived": Kept("BOOLEAN", "Whether everything derived is up to date."),
    },
}
"""What nodes carry beside their record, by label; what `Entity` has, each of its kinds has."""

ALSO = {
    "SPEAKS_FOR": "It makes the official a voice of the institution.",
    "HAS_ROLE_AT": "It makes the official no voice of the institution.",
    "MEMBER_OF": "It leads from the member to the grouping.",
}
"""What the words of a field leave open once it is a relationship."""

_SLOTS = ("supplier", "recipient", "party", "item")
_SLOT = {"of": _OF, "claim": Kept("STRING", "Id of the claim.", "derived")}
CARRIED: Mapping[str, Mapping[str, Kept]] = {
    "MADE_BY": _SORTED,
    **dict.fromkeys(map(str.upper, _SLOTS), _SLOT),
}
"""What relationships that a dossier states carry beside it, so that lists are read in order."""

_ACT = {
    "statement": Kept("STRING", "Id of the statement that it stands for.", "derived"),
    "on": Kept("STRING", "Day of that statement (EDTF), as `said`.", "derived"),
    "explicit": Kept(
        "BOOLEAN",
        "As that statement has it: false where the act lies in how documents characterise the "
        "words, not in the words; absent where that is not known.",
        "derived",
    ),
}
_NEARNESS = Kept(
    "STRING",
    "How near: made by it `itself`, said `on behalf` of it, by an `organ` of it, or by an "
    "`official` who spoke for it on that day.",
    "derived",
    ("itself", "on behalf", "organ", "official"),
)

LINES: Mapping[str, Line] = {
    **{
        word.edge: Line(
            ACTOR_LABELS,
            ("Claim",),
            f"One for each statement of the speaker on the claim that is recorded as "
            f"`{act.value}`: {word.meaning}.",
            "derived",
            _ACT,
        )
        for act, word in ACTS.items()
    },
    VOICES: Line(
        ("Statement",),
        ("State", "Institution"),
        "Of which states and institutions a statement is a voice.",
        "derived",
        {"as": _NEARNESS, **_SORTED},
    ),
    CONCERNS: Line(
        ("Statement",),
        (*ACTOR_LABELS, "WeaponSystem"),
        "Whom and what the claim of a statement names, in which slot: a copy.",
        "derived",
        {
            "slot": Kept("STRING", "Slot of the claim.", "derived", _SLOTS),
            **_SORTED,
        },
    ),
    STANDS: Line(("Claim",), ("Standing",), "How a claim stands.", "derived", {}),
    "DEFINES": Line(
        ("Dossier",),
        (*ACTOR_LABELS, "WeaponSystem", "Claim", "Document", "Statement", "Assessment"),
        "What a dossier defines. Several may define the same; what none defines is withdrawn.",
        "graph",
        {},
    ),
}
"""Relationships that no field states."""
