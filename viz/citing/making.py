"""Citables made of records; `site` is the address of the service, without a final slash."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import quote

from graph.answers.claims import ClaimDetail, Standing
from graph.answers.overviews import DocumentDetail
from graph.answers.positions import Position, ReportedIn
from graph.vocabulary import ACTS, Act
from viz.citing.citable import Author, Citable, Source, byline
from viz.inline import in_line

__all__ = ["address", "authors", "of_claim", "of_document", "of_statement", "title"]


def of_statement(
    position: Position, *, site: str, read_on: date, as_of: date | None = None
) -> Citable:
    """Return a statement to be cited."""
    withdrawn = position.withdrawn_at
    return Citable(
        kind="statement",
        id=position.statement,
        title=title(position),
        address=address(site, "statements", position.statement, as_of),
        read_on=read_on,
        as_of=as_of,
        authors=authors(position),
        day=position.said,
        latest=None if position.said else position.known_by,
        act=position.act,
        implied=position.explicit is False,
        claim=in_line(position.claim.name),
        claim_address=address(site, "claims", position.claim.id, as_of),
        on_behalf_of=tuple(in_line(each.name) for each in position.on_behalf_of),
        word_of=tuple(in_line(x.name) for x in position.relays if x.type == "UnnamedSource"),
        channel=position.channel,
        paraphrase=position.paraphrase,
        sources=tuple(_source(each.document, each, each.quote) for each in position.reports),
        left=withdrawn.date() if withdrawn else None,
    )


def of_claim(
    claim: ClaimDetail,
    standing: Standing,
    *,
    site: str,
    read_on: date,
    as_of: date | None = None,
    appears_in: Sequence[ReportedIn] = (),
) -> Citable:
    """Return a claim to be cited, with how it stands by `as_of`.

    It has no author and no day: others put it forward. `appears_in` are documents in which it is
    put forward, where the caller knows some.
    """
    sources = {each.document: _source(each.document, each, each.quote) for each in appears_in}
    return Citable(
        kind="claim",
        id=claim.id,
        title=f"Claim: {in_line(claim.text)}",
        claim=in_line(claim.text),
        address=address(site, "claims", claim.id, as_of),
        read_on=read_on,
        as_of=as_of,
        sources=tuple(sources.values()),
        standing=_stands(standing),
    )


def of_document(
    document: DocumentDetail, *, site: str, read_on: date, as_of: date | None = None
) -> Citable:
    """Return a document to be cited; where no headline is recorded, its title says so."""
    sort = in_line(document.kind or "").replace("_", " ").capitalize() or "Document"
    return Citable(
        kind="document",
        id=document.id,
        title=in_line(document.title or "") or f"[{sort}; headline not recorded]",
        address=address(site, "documents", document.id, as_of),
        read_on=read_on,
        as_of=as_of,
        day=document.published,
        sources=(_source(document.id, document),),
        genre=document.kind,
    )


def title(position: Position) -> str:
    """Return a statement in a line: "John Kirby (White House) declined to confirm: <claim>"."""
    who, act = byline(authors(position)), ACTS[position.act].phrase
    return in_line(f"{who} {act}: {position.claim.name}")


def authors(position: Position) -> tuple[Author, ...]:
    """Return who speaks. An official without a role has the one institution that it spoke for."""
    speakers = position.speakers
    found = [Author(each.name, each.type, each.role) for each in speakers]
    posts = [each.name for each in position.voices if each.type == "Institution"]
    if len(found) == len(posts) == 1 and found[0].type == "Official" and not found[0].role:
        found = [Author(found[0].name, found[0].type, posts[0])]
    return tuple(found)


def address(site: str, room: str, id_: str, as_of: date | None) -> str:
    """Return the absolute address of a page: `room` is statements, claims, documents, actors."""
    return f"{site}/{room}/{quote(id_, safe='')}" + (f"?as_of={as_of}" if as_of else "")


def _source(id_: str, of: ReportedIn | DocumentDetail, quote_: str | None = None) -> Source:
    return Source(
        id=id_,
        publisher=of.publisher.name if of.publisher else None,
        title=of.title,
        published=of.published,
        url=of.url,
        language=of.language,
        read=of.read,
        withdrawn=of.withdrawn,
        quote=quote_,
    )


def _stands(standing: Standing) -> tuple[str, ...]:
    accused = [
        f"{in_line(each.name)}: "
        + (", ".join(ACTS[Act(act)].phrase for act in each.acts) or "no position recorded")
        for each in standing.accused
    ]
    return (
        standing.standing,
        f"{standing.supporting} say that it happened, {standing.opposing} that it did not, "
        f"{standing.uncommitted} commit to neither",
        f"{_counted(standing.origins, 'independent origin')}, "
        f"{_counted(standing.unchecked_documents, 'document')} not checked",
        f"{standing.named_sources} named and "
        f"{_counted(standing.unnamed_sources, 'unnamed source')}",
        *accused,
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
