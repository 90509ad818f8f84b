"""Who said what: statements by act and by any mixture of conditions."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field

from api import examples
from api.deps import AsOf, Listed, StoreDep
from api.envelopes import Page
from api.pages import page
from graph import finding, queries
from graph.answers import Position
from graph.queries import Filters
from graph.vocabulary import ACTS

router = APIRouter(prefix="/v1/who", tags=["who said what"])

_ACTS = ", ".join(f"{word.act} ({word.past})" for word in ACTS.values())
Verb = Annotated[str, Path(description=f"An act or its plain verb: {_ACTS}.", examples=["denied"])]


class Who(Listed, AsOf):
    """Conditions; each left out is no condition."""

    claim: str | None = Field(None, examples=["iran-sent-400-ballistic-missiles-to-russia"])
    """Id of the claim."""
    speaker: str | None = Field(None, examples=["iran-un-mission"])
    """Id of the actor that made the statement itself."""
    state: str | None = Field(None, examples=["ir"])
    """Id of the state or institution whose voices made it: its organs, its officials, those
    speaking on its behalf."""
    about: str | None = Field(None, examples=["ir"])
    """Id of an actor that the claim names in any slot."""
    weapon: str | None = Field(None, examples=["fateh-110"])
    """Id of a weapon that the claim is about, variants included."""
    supplier: str | None = Field(None, examples=["ir"])
    """Id of a supplier that the claim names."""
    recipient: str | None = Field(None, examples=["ru"])
    """Id of a recipient that the claim names."""
    dossier: str | None = Field(None, examples=["arms-for-russia-missiles-early-2024"])
    """Id of the dossier that defines the statement; what has left the record is defined by none."""
    since: date | None = Field(None, examples=["2024-02-01"])
    """May have been said on this day or later; undated statements are left out."""
    until: date | None = Field(None, examples=["2024-03-31"])
    """May have been said on this day or earlier; undated statements are left out."""
    named: bool | None = None
    """True: named speakers only. False: unnamed sources only."""
    explicit_only: bool = False
    """Only where the words themselves carry the act."""

    def filters(self) -> Filters:
        """Return the conditions as the graph takes them."""
        return Filters(
            claim=self.claim,
            speaker=self.speaker,
            voice=self.state,
            about=self.about,
            weapon=self.weapon,
            supplier=self.supplier,
            recipient=self.recipient,
            dossier=self.dossier,
            since=self.since,
            until=self.until,
            named=self.named,
            explicit_only=self.explicit_only,
            **self.clocks(),
        )


@router.get("/{act}", response_model=Page[Position], responses=examples.of("who", examples.CSV))
async def list_who(
    request: Request, store: StoreDep, act: Verb, asked: Annotated[Who, Query()]
) -> Response:
    """Who denied (alleged, confirmed, evaded ...) what: newest first, undated ones last."""

    async def fetch(after: str | None, limit: int) -> list[Position]:
        filters = asked.filters()
        return await queries.who(store, finding.act(act), filters, after=after, limit=limit)

    return await page(request, asked, Position, fetch)
