"""Who changed position, and who answered whom."""

from typing import Literal

from graph.answers.record import Mention, Record
from graph.vocabulary import Act, Belief

__all__ = ["Change", "Exchange"]


class Change(Record):
    """One change of position by one actor, from one statement to a later one."""

    actor: Mention
    """Who changed."""
    kind: Literal["same claim", "narrower claim"]
    """Whether the later statement is on the same claim or on one that narrows it."""
    from_statement: str
    """Id of the earlier statement."""
    from_claim: str
    """Its claim."""
    from_act: Act
    """Its act."""
    from_belief: Belief
    """Its belief."""
    from_said: str | None
    """Its day (EDTF)."""
    to_statement: str
    """Id of the later statement."""
    to_claim: str
    """Its claim."""
    to_act: Act
    """Its act."""
    to_belief: Belief
    """Its belief."""
    to_said: str | None
    """Its day (EDTF)."""
    by: Mention
    """Who said the later one: the actor itself, or a voice of it."""
    key: str
    """Sort key."""


class Exchange(Record):
    """One answer to one statement."""

    answer: str
    """Id of the answering statement."""
    answer_by: list[Mention]
    """Who answers."""
    answer_act: Act
    """Its act."""
    answer_belief: Belief
    """Its belief, on its own claim."""
    answer_claim: str
    """Its claim, which need not be the claim answered."""
    answer_said: str | None
    """Its day (EDTF)."""
    answered: str
    """Id of the statement that is answered."""
    answered_by: list[Mention]
    """Who made it."""
    answered_act: Act
    """Its act."""
    answered_claim: str
    """Its claim."""
    answered_said: str | None
    """Its day (EDTF)."""
    key: str
    """Sort key."""
