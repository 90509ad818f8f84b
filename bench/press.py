"""The documents of one affair of an invented world: pages, copies of pages, and their sources."""

import random
from collections import deque
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from pydantic import HttpUrl

from bench import wording
from bench.cast import Cast
from bench.skew import Skew
from graph.model import Document, Draw, Entity, Report, UnnamedSource
from graph.vocabulary import Act, Derivation

__all__ = ["Page", "Press"]

_NEAR = 12
"""How many of the latest pages are drawn on and take one more statement."""
_MOST_COPIES = 25
_WAYS = ("cites", "syndicates", "translates", "rewrites", None)
_HEDGES = ("reportedly", "is said to have", "according to people who know")


@dataclass(frozen=True, slots=True)
class Page:
    """A document that was published on a day, known or not."""

    id: str
    publisher: str
    day: date


class Press:
    """Who prints what about one claim. `chance` decides, and is shared with the affair."""

    def __init__(self, cast: Cast, chance: random.Random, number: str) -> None:
        self._cast, self._chance, self._number = cast, chance, number
        self._outlets = Skew(cast.outlets, shift=0.5)
        self._near: deque[Page] = deque(maxlen=_NEAR)
        self._counter = count()

    def page(
        self, day: date, *, fresh: bool = False, after: Page | None = None
    ) -> tuple[Page, list[Entity]]:
        """Return a page of that day or just after, and what must be written down for it.

        An earlier page will do unless it must be `fresh`; a new one draws on `after`, if given.
        """
        chance = self._chance
        late = [each for each in self._near if each.day >= day]
        if late and not fresh and chance.random() < 0.6:
            return chance.choice(late), []
        if after is None and self._near and chance.random() < 0.3:
            after = chance.choice(self._near)
        return self._printed(max(day, after.day if after else day), after)

    def copies(self, of: Page, day: date) -> tuple[list[Page], list[Entity]]:
        """Return pages that copy `of`: none for most, many for a few."""
        pages: list[Page] = []
        made: list[Entity] = []
        if self._chance.random() < 0.12:
            for _ in range(min(_MOST_COPIES, int(self._chance.paretovariate(1.5)))):
                page, records = self._printed(max(day, of.day), of)
                pages.append(page)
                made += records
        return pages, made

    def source(self, page: Page, turn: int) -> UnnamedSource:
        """Return a source without a name, whom `page` quotes."""
        chance = self._chance
        number = chance.choice((None, None, 2, 3, 6))
        state = Skew(self._cast.states, shift=0.5).pick(chance)
        return UnnamedSource(
            id=f"source-{self._number}-{turn}",
            type="unnamed_source",
            description="people familiar with the matter"
            if number
            else "an official who asked not to be named",
            documents=(page.id,),
            count=number,
            said_to_be_from=(self._cast.state(state),) if chance.random() < 0.5 else (),
        )

    def report(self, page: Page, act: Act) -> Report:
        """Return how `page` reports a statement: what it quotes, and what it calls it."""
        chance = self._chance
        called = act if chance.random() < 0.8 else chance.choice((Act.EVADES, Act.DENIES))
        quoted = chance.random() < 0.7
        return Report(
            document=page.id,
            quote=wording.quote(chance) if quoted else None,
            quote_language="en" if quoted else None,
            characterised_as=called if chance.random() < 0.5 else None,
            hedge=chance.choice(_HEDGES) if chance.random() < 0.06 else None,
        )

    def _printed(self, day: date, after: Page | None) -> tuple[Page, list[Entity]]:
        chance = self._chance
        number = next(self._counter)
        outlet = self._cast.outlet(self._outlets.pick(chance))
        day += timedelta(days=chance.choice((0, 0, 0, 0, 0, 0, 0, 1, 1, 2)))
        page = Page(f"{outlet}-{day}-{self._number}-page-{number}", outlet, day)
        drawn = chance.random()
        known = chance.random()
        withdrawn = chance.random() < 0.003
        checked = chance.random() < (0.7 if after else 0.4)
        document = Document(
            id=page.id,
            kind="article" if drawn < 0.9 else "broadcast",
            title=f"What is said of lot {self._number}, part {number}",
            url=HttpUrl(f"https://{outlet}.example/{day:%Y/%m}/{self._number}-{number}"),
            published=None if known < 0.03 else f"{day}?" if known < 0.06 else f"{day}",
            published_basis="url" if known > 0.5 else None,
            publisher=outlet,
            language="en" if drawn < 0.8 else "fr",
            read=drawn < 0.98,
            derivation=Derivation.CHECKED if checked else Derivation.UNCHECKED,
            draws_on=(Draw(document=after.id, how=chance.choice(_WAYS)),) if after else (),
            withdrawn=f"{day + timedelta(days=chance.randrange(1, 60))}" if withdrawn else None,
            withdrawn_because="The source could not be confirmed." if withdrawn else None,
        )
        self._near.append(page)
        return page, [document]
