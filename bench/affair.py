"""One claim of an invented world, and everything that is said of it, in order of time."""

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from bench import wording
from bench.cast import FIRST_DAY, Cast
from bench.press import Page, Press
from bench.skew import Skew
from graph.model import Assessment, Claim, Entity, Period, Quantity, Speaker, Statement
from graph.model.claims import Contradiction
from graph.vocabulary import Act, Belief, Credibility, Reliability, Stage

__all__ = ["Affair"]

_DAYS = 4000
"""In which affairs begin: eleven years."""
_NEAR = 40
"""How many of the latest statements are answered and relayed."""
_SHIFT = 0.5
"""Of the skew of those who speak: the first few take much."""


@dataclass(frozen=True, slots=True)
class _Said:
    id: str
    speaker: str
    act: Act
    belief: Belief
    page: Page
    """Where it stood first."""


class Affair:
    """A claim, told by its number, on which so many statements are made."""

    def __init__(self, cast: Cast, seed: int, number: int, count: int) -> None:
        self._chance = random.Random(f"{seed} claim {number}")  # noqa: S311  nothing secret
        self._cast, self._number, self._count = cast, number, count
        parties = Skew(cast.states, shift=_SHIFT)
        supplier = parties.pick(self._chance)
        recipient = (supplier + 1 + self._chance.randrange(cast.states - 1)) % cast.states
        self._accused = (supplier, recipient)
        self._press = Press(cast, self._chance, f"{number}")
        self._day = FIRST_DAY + timedelta(days=self._chance.randrange(_DAYS))
        self._near: deque[_Said] = deque(maxlen=_NEAR)
        self._bursts = 1 + min(8, round(count**0.4))
        self._claim = self._claimed()

    def records(self) -> Iterator[Entity]:
        """Yield the claim, then each statement after what it needs, and some assessments."""
        yield self._claim
        for turn in range(self._count):
            self._pass_time()
            drawn = self._chance.random()
            if turn == 0 or drawn < 0.62:
                yield from self._speak(turn)
            elif drawn < 0.72:
                yield from self._hear(turn)
            else:
                yield from self._relay(turn)
            if self._chance.random() < 0.004:
                yield self._assessed(turn)

    def _pass_time(self) -> None:
        """Go on within a burst of some ten days, or to the next one weeks later."""
        if self._chance.random() < self._bursts / self._count:
            self._day += timedelta(days=round(self._chance.expovariate(1 / 60)))
        if self._chance.random() < min(0.3, 10 * self._bursts / self._count):
            self._day += timedelta(days=1)

    def _speak(self, turn: int) -> Iterator[Entity]:
        """Somebody with a name speaks; the first one puts the claim forward."""
        chance, answers = self._chance, turn > 0 and self._chance.random() < 0.55
        accused = answers and chance.random() < 0.7
        acts = wording.ACCUSED if accused else wording.OTHERS
        act = chance.choices(tuple(acts), tuple(acts.values()))[0] if turn else Act.ALLEGES
        by, state = self._speakers(accused)
        earlier = [each for each in self._near if each.speaker == by[0].actor]
        if act is Act.WALKS_BACK and earlier:
            responds = (earlier[-1].id,)
        else:
            responds = (chance.choice(self._near).id,) if answers else ()
        belief = wording.belief(chance, act) if turn else Belief.CERTAIN_TRUE
        behalf = (self._cast.state(state),) if accused and chance.random() < 0.2 else ()
        yield from self._told(turn, by, act, belief, behalf=behalf, responds=responds)

    def _speakers(self, accused: bool) -> tuple[tuple[Speaker, ...], int]:
        """Return who speaks, several at times, and the state of the first."""
        chance, cast = self._chance, self._cast
        state = chance.choice(self._accused) if accused else self._anyone(cast.states)
        if not accused and chance.random() < 0.04:
            count = chance.randrange(2, 5)
            states = [(state + 5 * each) % cast.states for each in range(count)]
            return tuple(Speaker(actor=cast.state(each)) for each in states), state
        drawn = chance.random()
        organ = state + cast.states * self._anyone(cast.institutions // cast.states)
        if drawn < 0.15:
            return (Speaker(actor=cast.state(state)),), state
        if drawn < 0.5:
            return (Speaker(actor=cast.institution(organ)),), state
        person = organ + cast.institutions * self._anyone(cast.officials // cast.institutions)
        role = cast.title(person) if chance.random() < 0.6 else None
        return (Speaker(actor=cast.official(person), role=role),), state

    def _anyone(self, among: int) -> int:
        return Skew(max(1, among), shift=_SHIFT).pick(self._chance)

    def _hear(self, turn: int) -> Iterator[Entity]:
        """Let an outlet report what a source without a name told it."""
        page, made = self._press.page(self._day, fresh=True)
        yield from made
        source = self._press.source(page, turn)
        yield source
        by = (Speaker(actor=page.publisher),)
        belief = self._chance.choice((Belief.CERTAIN_TRUE, Belief.PROBABLE_TRUE))
        yield from self._told(
            turn, by, Act.REPORTS, Belief.UNCOMMITTED, relayed=belief, relays=(source.id,), on=page
        )

    def _relay(self, turn: int) -> Iterator[Entity]:
        """Let an outlet report what was said of late, at times by another outlet that relays."""
        said = self._chance.choice(self._near)
        page, made = self._press.page(self._day, fresh=True, after=said.page)
        yield from made
        by = (Speaker(actor=page.publisher),)
        yield from self._told(
            turn,
            by,
            Act.REPORTS,
            Belief.UNCOMMITTED,
            relayed=said.belief,
            relays=(said.id,),
            on=page,
        )

    def _told(
        self,
        turn: int,
        by: tuple[Speaker, ...],
        act: Act,
        belief: Belief,
        *,
        relayed: Belief | None = None,
        behalf: tuple[str, ...] = (),
        responds: tuple[str, ...] = (),
        relays: tuple[str, ...] = (),
        on: Page | None = None,
    ) -> Iterator[Entity]:
        """Yield the documents of a statement that are new, then the statement."""
        chance = self._chance
        made: list[Entity] = []
        if on is None:
            on, made = self._press.page(self._day)
        copies, made_too = self._press.copies(on, self._day)
        yield from (*made, *made_too)
        day, basis = wording.written(chance, self._day, answer=bool(responds or relays))
        id_ = f"{by[0].actor[:60]}-{self._day}-{self._number}-{turn}"
        counted = chance.random() < 0.08
        yield Statement(
            id=id_,
            by=by,
            on_behalf_of=behalf,
            act=act,
            claim=self._claim.id,
            belief=belief,
            relayed_belief=relayed,
            explicit=wording.explicit(chance, act),
            hedged=chance.random() < 0.05,
            extent="part" if act is Act.ADMITS and chance.random() < 0.5 else None,
            quantity=_quantity(chance) if counted else None,
            said=day,
            said_basis=basis,
            channel="weekly briefing" if chance.random() < 0.1 else None,
            paraphrase=wording.paraphrase(chance, act, self._claim.text),
            responds_to=responds,
            relays=relays,
            reports=tuple(self._press.report(each, act) for each in (on, *copies)),
        )
        # What an outlet's report says is what it relays: relays of relays hand that on.
        self._near.append(_Said(id_, by[0].actor, act, relayed or belief, on))

    def _claimed(self) -> Claim:
        chance, number = self._chance, self._number
        deed, stage = chance.choice(wording.DEEDS)
        weapon = Skew(self._cast.weapons, shift=_SHIFT).pick(chance)
        ends = self._day - timedelta(days=chance.randrange(1, 90))
        supplier, recipient = (self._cast.state(each) for each in self._accused)
        count = _quantity(chance)
        earlier = chance.randrange(number) if number else None
        drawn = chance.random() if earlier is not None else 1
        others = () if earlier is None else (f"claim-{earlier}",)
        return Claim(
            id=f"claim-{number}",
            text=f"{supplier.upper()} {deed} {recipient.upper()} {count.text} of the weapon "
            f"{self._cast.weapon(weapon)}, in lot {number}.",
            kind="arms_transfer",
            stage=Stage(stage),
            supplier=(supplier,),
            recipient=(recipient,),
            items=(self._cast.weapon(weapon),),
            quantity=count if chance.random() < 0.6 else None,
            period=Period(text=f"by {ends:%B %Y}", end=f"{ends:%Y-%m}")
            if chance.random() < 0.5
            else None,
            narrows=others if drawn < 0.25 else (),
            presupposes=others if 0.25 <= drawn < 0.35 else (),
            contradicts=tuple(Contradiction(claim=each, on="quantity") for each in others)
            if 0.35 <= drawn < 0.45
            else (),
        )

    def _assessed(self, turn: int) -> Assessment:
        chance = self._chance
        return Assessment(
            id=f"assessment-{self._number}-{turn}",
            by=(self._cast.institution(self._anyone(self._cast.institutions)),),
            assesses=chance.choice(self._near).id,
            made=f"{self._day + timedelta(days=chance.randrange(30))}",
            reliability=chance.choice(tuple(Reliability)),
            credibility=chance.choice(tuple(Credibility)),
        )


def _quantity(chance: random.Random) -> Quantity:
    number = 10 * chance.randrange(1, 60)
    return Quantity(text=f"around {number}", min=0.9 * number, max=1.1 * number, approximate=True)
