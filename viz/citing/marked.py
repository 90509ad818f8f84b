"""What a page says of itself to programs: ``citation_*`` tags, and schema.org as JSON-LD."""

import json
from typing import Any

from viz.citing.citable import Author, Citable, Source
from viz.citing.known import CAUTION, parts
from viz.days import in_words
from viz.inline import in_line, web_address

__all__ = ["json_ld", "json_ld_text", "meta"]

_ACTORS = {
    "State": "Country",
    "Institution": "Organization",
    "Official": "Person",
    "Outlet": "NewsMediaOrganization",
}
"""Of schema.org. An unnamed source is a Thing: how many people it is, is seldom known."""
_DOCUMENTS = {"article": "NewsArticle", "post": "SocialMediaPosting", "report": "Report"}
_UNSAFE = {each: f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}


def meta(citable: Citable) -> list[tuple[str, str]]:
    """Return name and content of each ``<meta>`` tag; a date is as precise as it is known."""
    source = citable.sources[0] if citable.kind == "document" else None
    numbers = parts(citable.day)
    found = [
        ("citation_title", citable.title),
        *(("citation_author", in_line(each.name)) for each in citable.authors),
        ("citation_publication_date", "/".join(f"{each:02d}" for each in numbers)),
        ("citation_publisher", in_line((source.publisher or "") if source else "Rejoinder")),
        ("citation_public_url", citable.address),
        ("citation_language", in_line((source.language or "") if source else "")),
    ]
    return [(name, content) for name, content in found if content]


def json_ld(citable: Citable) -> dict[str, Any]:
    """Return the page's thing for schema.org, as JSON values: never a review, never a rating.

    A statement of which words are quoted is a Quotation, any other a CreativeWork: nobody who had
    not responded is quoted.
    """
    make = {"statement": _statement, "claim": _claim, "document": _document}[citable.kind]
    return {"@context": "https://schema.org", **_filled(make(citable))}


def json_ld_text(citable: Citable) -> str:
    """Return `json_ld` as text that may stand in a ``<script type="application/ld+json">``."""
    text = json.dumps(json_ld(citable), ensure_ascii=False)
    return "".join(_UNSAFE.get(each, each) for each in text)


def _statement(citable: Citable) -> dict[str, Any]:
    words = list(citable.words)
    claim = {"@type": "Claim", "@id": citable.claim_address, "text": citable.claim}
    return {
        "@type": "Quotation" if words else "CreativeWork",
        "@id": citable.address,
        "url": citable.address,
        "name": citable.title,
        "text": words[0] if len(words) == 1 else words,
        "creator": [_actor(each) for each in citable.authors],
        "dateCreated": _day(citable.day),
        "abstract": f"In our words: {in_line(citable.paraphrase)}" if citable.paraphrase else None,
        "about": claim,
        "isBasedOn": [_source(each) for each in citable.sources],
        "disambiguatingDescription": CAUTION,
    }


def _claim(citable: Citable) -> dict[str, Any]:
    # No firstAppearance: the first that is recorded is not known to be the first.
    return {
        "@type": "Claim",
        "@id": citable.address,
        "url": citable.address,
        "name": citable.title,
        "text": citable.claim,
        "appearance": [_source(each) for each in citable.sources],
        "disambiguatingDescription": CAUTION,
    }


def _document(citable: Citable) -> dict[str, Any]:
    found = _source(citable.sources[0])
    known = {"@id": citable.address, "mainEntityOfPage": citable.address}
    return {**found, **known, "@type": _DOCUMENTS.get(citable.genre or "", "CreativeWork")}


def _source(source: Source) -> dict[str, Any]:
    withdrawn = source.withdrawn and f"withdrawn by its publisher, {in_words(source.withdrawn)}"
    title = in_line(source.title or "")
    publisher = in_line(source.publisher or "")
    return _filled(
        {
            "@type": "CreativeWork",
            "identifier": source.id,
            "name": title or (None if publisher else source.id),
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
            "datePublished": _day(source.published),
            "url": web_address(source.url),
            "inLanguage": in_line(source.language or ""),
            "creativeWorkStatus": withdrawn,
        }
    )


def _actor(author: Author) -> dict[str, Any]:
    return {"@type": _ACTORS.get(author.type, "Thing"), "name": in_line(author.name)}


def _day(edtf: str | None) -> str | None:
    return edtf if parts(edtf) else None


def _filled(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if value}
