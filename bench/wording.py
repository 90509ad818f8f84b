"""How those in an invented world speak: which acts, what they commit to, in which words."""

import random
from datetime import date, timedelta

from graph.vocabulary import Act, Belief

__all__ = ["ACCUSED", "DEEDS", "OTHERS", "belief", "explicit", "paraphrase", "quote", "written"]

ACCUSED = {
    Act.DENIES: 40,
    Act.DECLINES_TO_COMMENT: 12,
    Act.EVADES: 8,
    Act.DISPUTES: 8,
    Act.NO_RESPONSE: 7,
    Act.DECLINES_TO_CONFIRM: 6,
    Act.DOUBTS: 4,
    Act.ASSERTS: 4,
    Act.ADMITS: 3,
    Act.SAYS_NOT_YET: 3,
    Act.CONDEMNS: 3,
    Act.WALKS_BACK: 2,
}
"""How often voices of the accused do what, in parts of 100."""
OTHERS = {
    Act.ALLEGES: 20,
    Act.CONFIRMS: 14,
    Act.ASSERTS: 12,
    Act.CONDEMNS: 10,
    Act.DEEMS_CREDIBLE: 8,
    Act.DOUBTS: 7,
    Act.DECLINES_TO_COMMENT: 7,
    Act.DECLINES_TO_CONFIRM: 6,
    Act.DEMANDS: 5,
    Act.WARNS: 3,
    Act.PREDICTS: 2,
    Act.THREATENS_CONSEQUENCES: 2,
    Act.FINDS: 2,
    Act.DENIES: 2,
}
"""How often others do."""
DEEDS = (
    ("is planning to send", "planned"),
    ("is negotiating with", "negotiated"),
    ("agreed to sell to", "agreed"),
    ("has made ready for", "prepared"),
    ("has shipped to", "shipped"),
    ("has delivered to", "delivered"),
)
"""What one state is said to do to another, and how far the matter had gone then."""

_BELIEFS = {
    Act.DENIES: (Belief.CERTAIN_FALSE, Belief.CERTAIN_FALSE, Belief.PROBABLE_FALSE),
    Act.DISPUTES: (Belief.CERTAIN_FALSE, Belief.CERTAIN_TRUE),
    Act.SAYS_NOT_YET: (Belief.CERTAIN_FALSE,),
    Act.DOUBTS: (Belief.POSSIBLE_FALSE, Belief.PROBABLE_FALSE, Belief.UNCOMMITTED),
    Act.ALLEGES: (Belief.CERTAIN_TRUE, Belief.PROBABLE_TRUE),
    Act.ASSERTS: (Belief.CERTAIN_TRUE, Belief.CERTAIN_FALSE),
    Act.FINDS: (Belief.CERTAIN_TRUE, Belief.PROBABLE_TRUE),
    Act.CONFIRMS: (Belief.CERTAIN_TRUE,),
    Act.ADMITS: (Belief.CERTAIN_TRUE,),
    Act.DEEMS_CREDIBLE: (Belief.PROBABLE_TRUE,),
    Act.PREDICTS: (Belief.PROBABLE_TRUE, Belief.POSSIBLE_TRUE),
    Act.WARNS: (Belief.POSSIBLE_TRUE,),
    Act.CONDEMNS: (Belief.CERTAIN_TRUE,),
    Act.THREATENS_CONSEQUENCES: (Belief.CONDITIONAL,),
    Act.DEMANDS: (Belief.UNCOMMITTED, Belief.CONDITIONAL),
}
_OPENINGS = (
    "We have seen what was printed",
    "Asked about it once more, I can only repeat myself",
    "There has been no change in what we told you",
    "Our own information is what it was last week",
    "Whoever moves such goods across the lake knows the answer",
    "I will not go into what we know, or how, or since when",
    "The papers write a good deal",
    "Nobody here has been shown a single page of it",
)
_ENDINGS = (
    "and have nothing to add to it today",
    "and that holds for every shipment that was named",
    "and our partners have been told the same",
    "and the rest is for others to say",
    "and we said so at the time",
    "and you may quote me on that",
    "and there will be more in the report of the committee",
)


def belief(chance: random.Random, act: Act) -> Belief:
    """Return what a speaker commits to; nothing where the act is no answer."""
    return chance.choice(_BELIEFS.get(act, (Belief.UNCOMMITTED,)))


def explicit(chance: random.Random, act: Act) -> bool | None:
    """Return whether the words carry the act; None: nobody has looked."""
    drawn = chance.random()
    if act in (Act.DENIES, Act.ADMITS, Act.DISPUTES):
        return True if drawn < 0.7 else False if drawn < 0.82 else None
    return True if drawn < 0.2 else None


def quote(chance: random.Random) -> str:
    """Return words between quotation marks."""
    return f"{chance.choice(_OPENINGS)}, {chance.choice(_ENDINGS)}."


def paraphrase(chance: random.Random, act: Act, about: str) -> str:
    """Return the content of a statement on a claim with the text `about`."""
    how = chance.choice(("Asked in writing", "At the weekly briefing", "In a radio interview"))
    return f"{how}, the speaker {act.value.replace('_', ' ')} on this: {about}"


def written(chance: random.Random, day: date, *, answer: bool) -> tuple[str | None, str | None]:
    """Return a day as archives have it, and how it is known: partial at times, at times not at all.

    The day of an answer is never a month alone: most of the month could be before the question.
    """
    drawn = chance.random()
    if drawn < 0.06:
        return None, None
    if drawn < 0.12 and day.day > 16 and not answer:
        return f"{day:%Y-%m}", "month_stated"
    if drawn < 0.15:
        return f"{day}?", "weekday_resolved"
    if drawn < 0.18:
        return f"[..{day}]", "not_later_than"
    if drawn < 0.20:
        return f"{day - timedelta(days=2)}/{day}", "span_stated"
    return f"{day}", "stated" if drawn < 0.6 else None
