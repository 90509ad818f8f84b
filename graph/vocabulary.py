"""The words of the graph, as data: acts, beliefs, kinds and scales.

Everything that must name them (records, JSON Schema, derived edges, HTTP addresses,
maps) reads them here.
"""

from dataclasses import dataclass
from enum import StrEnum

__all__ = [
    "ACTS",
    "AGAINST",
    "FOR",
    "Act",
    "ActWord",
    "Belief",
    "Confidence",
    "Credibility",
    "Derivation",
    "Likelihood",
    "Reliability",
    "Stage",
    "act_of",
]


class Act(StrEnum):
    """What kind of speech act a statement is. It never says what the speaker believes."""

    ALLEGES = "alleges"
    REPORTS = "reports"
    ASSERTS = "asserts"
    FINDS = "finds"
    CONFIRMS = "confirms"
    DEEMS_CREDIBLE = "deems_credible"
    ADMITS = "admits"
    PREDICTS = "predicts"
    WARNS = "warns"
    DENIES = "denies"
    SAYS_NOT_YET = "says_not_yet"
    DISPUTES = "disputes"
    DOUBTS = "doubts"
    WALKS_BACK = "walks_back"
    DECLINES_TO_CONFIRM = "declines_to_confirm"
    EVADES = "evades"
    DECLINES_TO_COMMENT = "declines_to_comment"
    NO_RESPONSE = "no_response"
    CONDEMNS = "condemns"
    THREATENS_CONSEQUENCES = "threatens_consequences"
    DEMANDS = "demands"


@dataclass(frozen=True, slots=True)
class ActWord:
    """One act in all the forms in which it is written."""

    act: Act
    edge: str
    """Type of the derived relationship from speaker to claim: ``DENIED``."""
    past: str
    """Plain verb, as in "who denied what" and ``/v1/who/denied``: ``denied``."""
    phrase: str
    """Past tense for a reader: ``did not respond on``."""
    meaning: str
    """One sentence."""
    cameo: str | None
    """Closest root code of CAMEO (Conflict and Mediation Event Observations), if any."""


_WORDS = (
    (Act.ALLEGES, "ALLEGED", "alleged", "alleged", "puts the claim forward as an accusation", "112"),
    (Act.REPORTS, "REPORTED", "reported", "reported", "an outlet publishes it on the word of others", "010"),
    (Act.ASSERTS, "ASSERTED", "asserted", "asserted", "puts forward a claim of its own", "010"),
    (Act.FINDS, "FOUND", "found", "found", "an investigating body states a result", None),
    (Act.CONFIRMS, "CONFIRMED", "confirmed", "confirmed", "asserts it after it was public, as validation", "010"),
    (Act.DEEMS_CREDIBLE, "DEEMED_CREDIBLE", "deemed-credible", "deemed credible", "calls the information credible without confirming the event", None),
    (Act.ADMITS, "ADMITTED", "admitted", "admitted", "the accused side concedes it, wholly or in part", "015"),
    (Act.PREDICTS, "PREDICTED", "predicted", "predicted", "says that it will, or will not, become true", "012"),
    (Act.WARNS, "WARNED", "warned", "warned", "voices concern that it may be or become true", "013"),
    (Act.DENIES, "DENIED", "denied", "denied", "says that it is false", "016"),
    (Act.SAYS_NOT_YET, "SAID_NOT_YET", "said-not-yet", "said not yet", "says that it has not happened as of that day", None),
    (Act.DISPUTES, "DISPUTED", "disputed", "disputed", "rejects another statement: a denial or an admission", None),
    (Act.DOUBTS, "DOUBTED", "doubted", "doubted", "voices scepticism", "012"),
    (Act.WALKS_BACK, "WALKED_BACK", "walked-back", "walked back", "withdraws or softens the speaker's own earlier words", "015"),
    (Act.DECLINES_TO_CONFIRM, "DECLINED_TO_CONFIRM", "declined-to-confirm", "declined to confirm", "speaks, and says that it cannot or will not confirm", None),
    (Act.EVADES, "EVADED", "evaded", "neither confirmed nor denied", "answers without confirming or denying", None),
    (Act.DECLINES_TO_COMMENT, "DECLINED_TO_COMMENT", "declined-to-comment", "declined to comment", "an explicit no comment", "011"),
    (Act.NO_RESPONSE, "DID_NOT_RESPOND", "did-not-respond", "had not responded", "had not answered by publication", None),
    (Act.CONDEMNS, "CONDEMNED", "condemned", "condemned", "condemns the conduct, which presupposes the claim", "11"),
    (Act.THREATENS_CONSEQUENCES, "THREATENED_CONSEQUENCES", "threatened-consequences", "threatened consequences", "announces measures if the claim is or becomes true", "13"),
    (Act.DEMANDS, "DEMANDED", "demanded", "demanded action", "calls on somebody to act, stop or prove", "10"),
)  # fmt: skip

ACTS = {row[0]: ActWord(*row) for row in _WORDS}
"""Every act, in the order in which lists show them."""


def act_of(word: str) -> Act | None:
    """Return the act that `word` names, as an act (``denies``) or a plain verb (``denied``).

    Spaces, hyphens and underscores are alike; case is ignored. None when no act is meant.
    """
    plain = "-".join(word.lower().replace("_", " ").replace("-", " ").split())
    for each in ACTS.values():
        if plain in (each.act.value.replace("_", "-"), each.past, each.phrase.replace(" ", "-")):
            return each.act
    return None


class Belief(StrEnum):
    """What the speaker committed to, on the claim as worded (FactBank's committed belief)."""

    CERTAIN_TRUE = "certain_true"
    PROBABLE_TRUE = "probable_true"
    POSSIBLE_TRUE = "possible_true"
    CERTAIN_FALSE = "certain_false"
    PROBABLE_FALSE = "probable_false"
    POSSIBLE_FALSE = "possible_false"
    UNCOMMITTED = "uncommitted"
    CONDITIONAL = "conditional"


FOR = (Belief.CERTAIN_TRUE, Belief.PROBABLE_TRUE, Belief.POSSIBLE_TRUE)
"""Beliefs that support a claim."""
AGAINST = (Belief.CERTAIN_FALSE, Belief.PROBABLE_FALSE, Belief.POSSIBLE_FALSE)
"""Beliefs that oppose it. `uncommitted` and `conditional` are neither, and not a middle."""


class Stage(StrEnum):
    """How far the matter had gone, as the claim words it."""

    PLANNED = "planned"
    NEGOTIATED = "negotiated"
    AGREED = "agreed"
    PREPARED = "prepared"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CONTINUING = "continuing"
    USED = "used"


class Derivation(StrEnum):
    """Whether somebody has looked where a document has its matter from."""

    CHECKED = "checked"
    UNCHECKED = "unchecked"


class Reliability(StrEnum):
    """Admiralty code, reliability of a source. F is "cannot be judged", not a low grade."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """Admiralty code, credibility of information. 6 is "cannot be judged", not a low grade."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"
    SIX = "6"


class Likelihood(StrEnum):
    """ICD 203 likelihood terms."""

    ALMOST_NO_CHANCE = "almost no chance"
    VERY_UNLIKELY = "very unlikely"
    UNLIKELY = "unlikely"
    ROUGHLY_EVEN_CHANCE = "roughly even chance"
    LIKELY = "likely"
    VERY_LIKELY = "very likely"
    ALMOST_CERTAIN = "almost certain"


class Confidence(StrEnum):
    """ICD 203 confidence levels. Not a likelihood."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
