"""Where it stands written, and what somebody thinks of it."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, HttpUrl

from graph.dates import EdtfDate
from graph.model.parts import Entity, Id, Language, Part, Text
from graph.vocabulary import Confidence, Credibility, Derivation, Likelihood, Reliability

__all__ = ["Assessment", "Document", "Draw"]


class Draw(Part):
    """A document that this one has its matter from."""

    document: Id
    """Which."""
    how: Literal["cites", "syndicates", "translates", "rewrites"] | None = None
    """In what way; left out when nobody has said."""


class Document(Entity):
    """An article, post, transcript or official report."""

    kind: Literal["article", "post", "transcript", "report", "broadcast", "statement"] | None = None
    """What sort of document."""
    title: Text | None = None
    """Headline."""
    url: HttpUrl | None = None
    """Address, http or https."""
    published: EdtfDate | None = None
    """Day of publication; left out when the page shows none."""
    published_basis: Text | None = None
    """Where that day was seen: ``url``, ``text``, ``metadata`` ..."""
    publisher: Id | None = None
    """Outlet, institution or official that published it."""
    language: Language | None = None
    """Language, as BCP 47 writes it."""
    read: bool = True
    """False for an original known only through documents that draw on it."""
    derivation: Derivation = Derivation.UNCHECKED
    """Whether somebody has looked where it has its matter from."""
    draws_on: tuple[Draw, ...] = ()
    """Documents that it has its matter from."""
    withdrawn: EdtfDate | None = None
    """Day on which its publisher took it back. What it reported stays."""
    withdrawn_because: Text | None = None
    """The reason that the publisher gave."""


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class Assessment(Entity):
    """Somebody's dated judgement. The scales are apart: never averaged, never ours."""

    by: Annotated[
        tuple[Id, ...],
        BeforeValidator(_one_or_more, json_schema_input_type=Id | list[Id]),
    ]
    """Who judges."""
    assesses: Id
    """The statement, claim, document or actor judged."""
    made: EdtfDate | None = None
    """Day of the judgement."""
    reliability: Reliability | None = None
    """Admiralty code A to F."""
    credibility: Credibility | None = None
    """Admiralty code 1 to 6."""
    likelihood: Likelihood | None = None
    """ICD 203 likelihood."""
    confidence: Confidence | None = None
    """ICD 203 confidence."""
    rationale: Text | None = None
    """Why."""
    document: Id | None = None
    """Where it was published."""
