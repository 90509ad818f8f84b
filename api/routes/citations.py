"""Citations: one statement, claim or document, ready to stand under a text."""

import re
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import examples
from api.deps import AsOf, SiteDep, StoreDep, today
from graph import queries
from viz.citing import Citable, Form, of_claim, of_document, of_statement, written

router = APIRouter(prefix="/v1", tags=["citations"])

_TYPES: dict[Form, str] = {
    "footnote": "text/plain",
    "markdown": "text/markdown",
    "bibtex": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl": "application/vnd.citationstyles.csl+json",
}
_ENDINGS: dict[Form, str] = {"bibtex": "bib", "ris": "ris"}
"""Of files that programs import."""
_RESPONSES = examples.of(None, *_TYPES.values())


class Cited(AsOf):
    """How to cite."""

    format: Form = "footnote"
    """`footnote` (plain text), `markdown`, `bibtex`, `ris` or `csl` (CSL-JSON, a list of one)."""


CitedDep = Annotated[Cited, Query()]


@router.get("/statements/{statement}/citation", response_class=Response, responses=_RESPONSES)
async def cite_statement(
    store: StoreDep, site: SiteDep, statement: str, asked: CitedDep
) -> Response:
    """Cite a statement: who, in whose words, when, in which documents, and where it was read."""
    found = await queries.statement(store, statement, asked.as_of)
    return _answer(of_statement(found, site=site, read_on=today(), as_of=asked.as_of), asked)


@router.get("/claims/{claim}/citation", response_class=Response, responses=_RESPONSES)
async def cite_claim(store: StoreDep, site: SiteDep, claim: str, asked: CitedDep) -> Response:
    """Cite a claim, with how it stood on the day asked about. It has no author and no day."""
    found = await queries.claim(store, claim)
    standing = (await queries.standings(store, [claim], asked.as_of))[claim]
    cited = of_claim(found, standing, site=site, read_on=today(), as_of=asked.as_of)
    return _answer(cited, asked)


@router.get("/documents/{document}/citation", response_class=Response, responses=_RESPONSES)
async def cite_document(store: StoreDep, site: SiteDep, document: str, asked: CitedDep) -> Response:
    """Cite a document; its own address comes before that of its page here."""
    found = await queries.document(store, document)
    return _answer(of_document(found, site=site, read_on=today(), as_of=asked.as_of), asked)


def _answer(cited: Citable, asked: Cited) -> Response:
    form = asked.format
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache"}
    if ending := _ENDINGS.get(form):
        name = re.sub(r"[^A-Za-z0-9._-]", "-", cited.id)
        headers["Content-Disposition"] = f'inline; filename="{name}.{ending}"'
    media_type = f"{_TYPES[form]}; charset=utf-8"
    return Response(written(cited, form), media_type=media_type, headers=headers)
