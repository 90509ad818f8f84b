"""Verbs of event data that are statements: their CAMEO codes, acts, beliefs, and their claims.

Event data say who did what to whom on which day, and never what was said. So a claim has no
content of its own: it says whose words it stands for, and that nobody has recorded them.
"""

from dataclasses import dataclass

from graph.vocabulary import Act, Belief

__all__ = ["VERBS", "Verb", "verb_of"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that is a speech act."""

    code: str
    """CAMEO."""
    name: str
    """As ICEWS writes it."""
    act: Act
    belief: Belief
    claim: str
    """Code under which its claim is kept: that of the accusation, for what answers one."""
    text: str
    """What the claim says; {a} spoke first, {b} is spoken of, {m} is the month."""
    answers: bool = False
    """Whether it is the second actor who spoke first, and this answers."""


_TRUE, _FALSE, _NEITHER = Belief.CERTAIN_TRUE, Belief.CERTAIN_FALSE, Belief.UNCOMMITTED
_ACCUSED = "{a} accused {b} of something in {m}, and it is true. The records do not say of what"
_OTHER = "What {a} said of {b} in {m} is true. The records do not say what it was"
_SILENT = (
    "Something of which {a} would say nothing to or of {b} in {m}. The records do not say what"
)
_Row = tuple[str, str, Act, Belief, str]

_ACCUSING: tuple[_Row, ...] = (
    ("112", "Accuse", Act.ALLEGES, _TRUE, _ACCUSED),
    *(
        (code, f"Accuse of {what}", Act.ALLEGES, _TRUE, f"{{a}} accused {{b}} of {what} in {{m}}, "
         "and it is true. The records say no more")
        for code, what in (
            ("1121", "crime, corruption"),
            ("1122", "human rights abuses"),
            ("1123", "aggression"),
            ("1124", "war crimes"),
            ("1125", "espionage, treason"),
        )
    ),
)  # fmt: skip
_ANSWERING: tuple[_Row, ...] = (
    ("015", "Acknowledge or claim responsibility", Act.ADMITS, _TRUE, _ACCUSED),
    ("016", "Deny responsibility", Act.DENIES, _FALSE, _ACCUSED),
)
_WITHOUT_CONTENT: tuple[_Row, ...] = (
    ("010", "Make statement", Act.ASSERTS, _NEITHER, _OTHER),
    ("011", "Decline comment", Act.DECLINES_TO_COMMENT, _NEITHER, _SILENT),
    ("012", "Make pessimistic comment", Act.PREDICTS, _NEITHER, _OTHER),
    ("013", "Make optimistic comment", Act.PREDICTS, _NEITHER, _OTHER),
    ("014", "Consider policy option", Act.ASSERTS, _NEITHER, _OTHER),
    ("018", "Make empathetic comment", Act.ASSERTS, _NEITHER, _OTHER),
    ("019", "Express accord", Act.ASSERTS, _NEITHER, _OTHER),
    ("100", "Demand", Act.DEMANDS, _NEITHER, _OTHER),
    ("110", "Disapprove", Act.CONDEMNS, _NEITHER, _OTHER),
    ("111", "Criticize or denounce", Act.CONDEMNS, _NEITHER, _OTHER),
    ("114", "Complain officially", Act.CONDEMNS, _NEITHER, _OTHER),
    ("130", "Threaten", Act.THREATENS_CONSEQUENCES, _NEITHER, _OTHER),
)
VERBS = (
    *(Verb(*row[:4], row[0], row[4]) for row in (*_ACCUSING, *_WITHOUT_CONTENT)),
    *(Verb(*row[:4], "112", row[4], answers=True) for row in _ANSWERING),
)
"""Every verb that is a statement. All others are counted and left out."""

_OTHER_NAMES = {
    "reject accusation, deny responsibility": "016",
    "accuse, not specified below": "112",
    "demand, not specified below": "100",
    "threaten, not specified below": "130",
    "disapprove, not specified below": "110",
    "make statement, not specified below": "010",
}


def verb_of(word: str) -> Verb | None:
    """Return the verb that a CAMEO code or the name in ICEWS or CAMEO means; None for no speech."""
    plain = " ".join(word.lower().split())
    code = _OTHER_NAMES.get(plain, plain)
    return next((each for each in VERBS if code in (each.code, each.name.lower())), None)
