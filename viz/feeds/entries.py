"""Entries made of records; `site` is the address of the service, without a final slash."""

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from graph.answers.positions import Position
from viz.citing.citable import Citable, Source
from viz.citing.known import CAUTION, day_in_words, named, notes_on
from viz.citing.making import address
from viz.citing.making import of_statement as citable
from viz.days import in_words
from viz.feeds.feed import Entry, Link
from viz.inline import in_line, web_address

__all__ = ["of_claim", "of_row", "of_statement"]


def of_statement(position: Position, *, site: str, at: datetime, left: bool = False) -> Entry:
    """Return the entry of a statement that entered the record at that moment, or left it.

    One that left is an entry of its own, beside that of its entering.
    """
    cited = citable(position, site=site, read_on=at.date())
    gone = ("It left the record: its dossier no longer has it. Its page keeps it.",) if left else ()
    return Entry(
        id=f"{cited.address}#left-{at:%Y%m%dT%H%M%S.%fZ}" if left else cited.address,
        url=cited.address,
        title=f"Withdrawn: {cited.title}" if left else cited.title,
        updated=at,
        authors=tuple(in_line(each.name) for each in cited.authors),
        lines=(*gone, *_said(cited), CAUTION),
        links=tuple(_link(each) for each in cited.sources),
    )


def of_claim(id_: str, text: str, *, site: str, at: datetime) -> Entry:
    """Return the entry of a claim that entered the record at that moment."""
    url = address(site, "claims", id_, None)
    lines = ("A claim, not a finding.", CAUTION)
    return Entry(id=url, url=url, title=f"Claim: {in_line(text)}", updated=at, lines=lines)


def of_row(row: Mapping[str, Any], *, question: str, asks: str, url: str, at: datetime) -> Entry:
    """Return the entry of a row of an answer, as JSON values.

    `question` names it, `asks` is in words, `url` is where it is asked; the id is made of what
    the row says, so that a row which comes again is no new entry, and one that changed is.
    """
    text = json.dumps([question, row], sort_keys=True, ensure_ascii=True, default=str)
    mark = sha256(text.encode()).hexdigest()[:20]
    lines = tuple(
        f"{name}: {_value(value)}" for name, value in row.items() if value not in (None, [])
    )
    title = next((f"{in_line(str(row[name]))}" for name in ("text", "name") if row.get(name)), None)
    return Entry(
        id=f"{url.partition('?')[0]}#row-{mark}",
        url=url,
        title=f"{in_line(asks)} {title or '; '.join(lines[:2])}",
        updated=at,
        lines=(*lines, CAUTION),
    )


def _said(cited: Citable) -> list[str]:
    printed = [
        f"“{wording}” (as printed by {' and '.join(by)})" for wording, by in cited.words.items()
    ]
    act = f"{cited.phrase}, implied by how documents characterise it" if cited.implied else ""
    return [
        *(printed or ["No words are quoted."]),
        *([f"In our words: {in_line(cited.paraphrase)}"] if cited.paraphrase else []),
        *([f"Act: {act}."] if act else []),
        f"On the claim: {cited.claim}",
        f"Said: {day_in_words(cited)}.",
    ]


def _link(source: Source) -> Link:
    told = notes_on(source)
    known = ", ".join(each for each in (named(source), in_words(source.published)) if each)
    return Link(known + (f" ({told})" if told else ""), web_address(source.url))


def _value(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return in_line(text)
