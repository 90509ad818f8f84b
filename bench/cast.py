"""Everybody and every weapon of an invented world: each made from its number, none kept."""

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta

from graph.model import Institution, Official, Outlet, Role, State, WeaponSystem

__all__ = ["FIRST_DAY", "Cast", "slug"]

FIRST_DAY = date(2014, 1, 1)

# Codes that ISO 3166-1 leaves to users, but for xk, which is in use: no state can have them.
CODES = (*(f"q{x}" for x in "mnopqrstuvwxyz"), *(f"x{x}" for x in "abcdefghijlmnopqrstuvwxyz"))
STEMS = (
    *("Nor", "Su", "Quel", "Ves", "Tarn", "Ilm", "Brel"),
    *("Orr", "Cald", "Dray", "Pell", "Hest", "Vint"),
)
ENDS = ("land", "mark", "mere")
ORGANS = (
    ("Ministry of Defence", "ministry"),
    ("Foreign Ministry", "ministry"),
    ("Permanent Mission", "diplomatic_mission"),
    ("Presidential Office", "office"),
    ("Intelligence Service", "intelligence_service"),
    ("General Staff", "armed_force"),
    ("Treasury", "ministry"),
    ("Customs Service", "agency"),
)
FIRST = (
    *("Ada", "Ivo", "Per", "Lena", "Oskar", "Mira", "Jon", "Tove", "Emil", "Runa"),
    *("Arvo", "Bera", "Cato", "Dag", "Edda", "Finn", "Gro", "Hedda", "Ines", "Jarl"),
)
LAST_STEMS = (
    *("Holm", "Sand", "Quist", "Vale", "Berg", "Dahl", "Frost", "Lind", "Ness", "Strand"),
    *("Ask", "Bjel", "Cren", "Dorn", "Elm", "Fald", "Grim", "Hav", "Ister", "Krag"),
)
LAST_ENDS = ("", "er", "sen", "by", "rud", "vik", "stad", "gard", "nes", "tun")
TOWN_STEMS = ("Amber", "Brack", "Coril", "Dunnel", "Estra", "Fallow", "Grenna", "Hollin", "Kessa")
TOWN_ENDS = ("mouth", "ford", "wick", "haven", "stead", "gate", "bridge", "field", "ness", "moor")
PAPERS = (
    *("Wire", "Post", "Courier", "Observer", "Evening Press", "Radio", "Television", "Herald"),
    *("Gazette", "Dispatch", "Monitor", "Review"),
)
TITLES = ("spokesperson", "minister", "deputy minister", "envoy", "director", "general", "adviser")
ARMS = ("Lance", "Javelin", "Petrel", "Anvil", "Comet", "Heron", "Marten", "Sabre")
SORTS = ("ballistic missile", "attack drone", "cruise missile", "artillery rocket", "launcher")


class Cast:
    """Everybody who may speak in an archive of so many statements.

    The same number and seed give the same actor everywhere. Organs belong to states, officials
    to organs: number n of each to number n modulo how many there are.
    """

    def __init__(self, statements: int, seed: int) -> None:
        self._seed = seed
        self.states = len(CODES)
        self.institutions = max(2 * self.states, statements // 250)
        self.officials = max(3 * self.states, statements // 80)
        self.outlets = max(40, statements // 150)
        self.weapons = 8 * len(ARMS)

    def everybody(self) -> Iterator[State | Institution | Official | Outlet]:
        """Yield every named actor, those that others name first."""
        for number in range(self.states):
            yield State(id=self.state(number), type="state", name=state_name(number))
        for number in range(self.institutions):
            yield self._institution(number)
        for number in range(self.officials):
            yield self._official(number)
        for number in range(self.outlets):
            yield self._outlet(number)

    def arms(self) -> Iterator[WeaponSystem]:
        """Yield every weapon: families, each before its variants."""
        for number in range(self.weapons):
            family = number - number % 8
            yield WeaponSystem(
                id=self.weapon(number),
                name=weapon_name(number),
                kind=SORTS[family // 8 % len(SORTS)],
                variant_of=() if number == family else (self.weapon(family),),
            )

    def state(self, number: int) -> str:
        """Return the id of a state."""
        return CODES[number]

    def institution(self, number: int) -> str:
        """Return the id of an organ of state."""
        return slug(organ_name(number))

    def official(self, number: int) -> str:
        """Return the id of an official."""
        return slug(person_name(number))

    def outlet(self, number: int) -> str:
        """Return the id of an outlet."""
        return slug(paper_name(number))

    def weapon(self, number: int) -> str:
        """Return the id of a weapon."""
        return slug(weapon_name(number))

    def title(self, number: int) -> str:
        """Return the title of an official."""
        return TITLES[number % len(TITLES)]

    def _institution(self, number: int) -> Institution:
        office = number // self.states % len(ORGANS)
        whole = number % (self.states * len(ORGANS))
        above = self.state(number % self.states) if whole == number else self.institution(whole)
        return Institution(
            id=self.institution(number),
            type="institution",
            name=organ_name(number),
            kind=ORGANS[office][1],
            part_of=(above,),
        )

    def _official(self, number: int) -> Official:
        chance = random.Random(f"{self._seed} official {number}")  # noqa: S311  nothing secret
        start = FIRST_DAY - timedelta(days=chance.randrange(2000))
        left = start + timedelta(days=chance.randrange(2500, 6000))
        known = chance.random()
        role = Role(
            title=self.title(number),
            institution=self.institution(number % self.institutions),
            speaks_for=self.title(number) != "adviser",
            start=f"{start}" if known < 0.5 else f"{start:%Y-%m}" if known < 0.8 else None,
            end=f"{left}" if known < 0.3 else None,
            seen_on=None if known < 0.8 else f"{start + timedelta(days=900)}",
        )
        return Official(
            id=self.official(number), type="official", name=person_name(number), roles=(role,)
        )

    def _outlet(self, number: int) -> Outlet:
        return Outlet(
            id=self.outlet(number),
            type="outlet",
            name=paper_name(number),
            kind="news_agency" if number % 12 == 0 else "newspaper",
            domain=f"{self.outlet(number)}.example",
            based_in=(self.state(number * 7 % self.states),),
        )


def state_name(number: int) -> str:
    """Return the name of a state."""
    return STEMS[number % len(STEMS)] + ENDS[number // len(STEMS)]


def organ_name(number: int) -> str:
    """Return the name of an organ of state: first whole ones, then their directorates."""
    state = number % len(CODES)
    office = number // len(CODES) % len(ORGANS)
    name = f"{ORGANS[office][0]} of {state_name(state)}"
    directorate = number // (len(CODES) * len(ORGANS))
    return f"Directorate {directorate} of the {name}" if directorate else name


def person_name(number: int) -> str:
    """Return the name of an official; no two are alike."""
    first, rest = FIRST[number % len(FIRST)], number // len(FIRST)
    stem, rest = LAST_STEMS[rest % len(LAST_STEMS)], rest // len(LAST_STEMS)
    end, rest = LAST_ENDS[rest % len(LAST_ENDS)], rest // len(LAST_ENDS)
    return f"{first} {f'{_letters(rest - 1)}. ' if rest else ''}{stem}{end}"


def paper_name(number: int) -> str:
    """Return the name of an outlet; no two are alike."""
    paper, rest = PAPERS[number % len(PAPERS)], number // len(PAPERS)
    stem, rest = TOWN_STEMS[rest % len(TOWN_STEMS)], rest // len(TOWN_STEMS)
    end, rest = TOWN_ENDS[rest % len(TOWN_ENDS)], rest // len(TOWN_ENDS)
    return f"{f'New {_letters(rest - 1)} ' if rest else ''}{stem}{end} {paper}"


def weapon_name(number: int) -> str:
    """Return the designation of a weapon."""
    return f"{ARMS[number // 8]}-{100 + 10 * (number % 8)}"


def slug(text: str) -> str:
    """Return `text` as an id."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _letters(number: int) -> str:
    """Return A, B ... Z, AA, AB ... for a number from 0."""
    text = ""
    while number >= 0:
        text, number = chr(ord("A") + number % 26) + text, number // 26 - 1
    return text
