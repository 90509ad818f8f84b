"""Citations of everything in the story, read back by readers that are not ours."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import pytest

from cypher import parse
from graph import queries
from graph.queries import Filters
from graph.store import Store
from tests.citing import (
    CAUTION,
    READ,
    SITE,
    bibtex_read,
    plain_day,
    plainly_quoted,
    printed,
    read_markdown,
    ris_read,
)
from tests.graphs import Graph
from viz.citing import (
    Citable,
    footnote,
    json_ld,
    json_ld_text,
    markdown,
    meta,
    of_claim,
    of_document,
    of_statement,
)
from viz.citing.known import parts
from viz.days import in_words
from viz.inline import in_line

T = TypeVar("T")

DOCUMENTS = parse(
    "tests.documents",
    "// name:    tests.documents\n// mode:    read\n// returns: id  STRING  id\n//\n// All.\n"
    "MATCH (document:Document)\nRETURN document.id AS id\nORDER BY id;",
)


def everything(graph: Graph) -> dict[str, list[Any]]:
    """Return the records of every statement, claim and document, and how claims stand."""

    async def each_of(look_up: Callable[[Store, str], Awaitable[T]], ids: list[str]) -> list[T]:
        few = asyncio.Semaphore(4)

        async def one(id_: str) -> T:
            async with few:
                return await look_up(store, id_)

        return list(await asyncio.gather(*map(one, ids)))

    store = graph.store
    statements = graph.ask(queries.who(store, None, Filters(), limit=5000))
    claims = [each.id for each in graph.ask(queries.claims(store, limit=5000))]
    documents = [row["id"] for row in graph.ask(store.run(DOCUMENTS, {}))]
    return {
        "statements": statements,
        "claims": graph.ask(each_of(queries.claim, claims)),
        "standings": list(graph.ask(queries.standings(store, claims)).values()),
        "documents": graph.ask(each_of(queries.document, documents)),
    }


@pytest.fixture(scope="module")
def kept() -> dict[str, Any]:
    """What a module has read once."""
    return {}


@pytest.fixture
def records(story: Graph, kept: dict[str, Any]) -> dict[str, list[Any]]:
    if not kept:
        kept.update(everything(story))
    return kept


@pytest.fixture
def cited(records: dict[str, list[Any]]) -> dict[str, Citable]:
    """Everything in the story, by id."""
    stands = {each.claim: each for each in records["standings"]}
    found = [
        *(of_statement(each, site=SITE, read_on=READ) for each in records["statements"]),
        *(of_claim(each, stands[each.id], site=SITE, read_on=READ) for each in records["claims"]),
        *(of_document(each, site=SITE, read_on=READ) for each in records["documents"]),
    ]
    return {each.id: each for each in found}


def own_address(each: Citable) -> str:
    own = each.sources[0].url if each.kind == "document" else None
    return own or f"{SITE}/{each.kind}s/{each.id}"


def test_bibtexparser_reads_every_field_of_everything_back(cited: dict[str, Citable]) -> None:
    read = bibtex_read(*cited.values())

    assert len(read) == len(cited) > 400
    for id_, each in cited.items():
        found = read[id_]
        assert found["title"] == each.title
        assert found["author"] == [in_line(author.name) for author in each.authors]
        assert found.get("date", "") == plain_day(each.day)
        assert found.get("year", "") == plain_day(each.day)[:4]
        assert ("month" in found) is (len(plain_day(each.day)) > 4)
        assert (found["url"], found["urldate"]) == (own_address(each), "2026-11-29")
        assert found["note"].startswith(CAUTION)
        assert f"Rejoinder, {each.kind} {id_}, {SITE}/{each.kind}s/{id_}" in found["note"]
        if each.kind != "claim" and not plain_day(each.day):
            assert in_words(each.day) in found["note"]


def test_rispy_reads_every_field_of_everything_back(cited: dict[str, Citable]) -> None:
    read = ris_read(*cited.values())

    assert len(read) == len(cited)
    for id_, each in cited.items():
        found = read[id_]
        names = [in_line(author.name).replace(", ", " – ") for author in each.authors]
        day = plain_day(each.day)
        assert found["title"] == each.title
        assert found.get("authors", []) == names
        assert found.get("year", "") == day[:4]
        assert found.get("date", "").rstrip("/") == day.replace("-", "/")
        assert found["urls"] == [own_address(each)]
        assert found["access_date"] == "2026/11/29/"
        assert found["notes"][0] == CAUTION


def test_citeproc_prints_author_title_and_day_at_its_precision(
    cited: dict[str, Citable],
) -> None:
    found = printed(list(cited.values()))

    assert set(found) == set(cited)
    precisions: set[int] = set()
    for id_, each in cited.items():
        text = found[id_]
        names = " ; ".join(in_line(author.name) for author in each.authors)
        assert plainly_quoted(text.get("author", "")) == plainly_quoted(names)
        assert plainly_quoted(text["title"]) == plainly_quoted(each.title)
        if parts(each.day):
            assert text["issued"] == each.day
        elif each.day:
            assert text["issued"] == in_words(each.day)
        precisions.add(len(parts(each.day)))
        assert text["accessed"] == "2026-11-29"
        assert text["URL"] == own_address(each)
        assert text["note"].startswith(CAUTION)
    assert precisions == {0, 2, 3}


def test_every_footnote_has_speaker_words_day_documents_and_page(
    cited: dict[str, Citable],
) -> None:
    for each in cited.values():
        text = footnote(each)
        page = f"Rejoinder, {each.kind} {each.id}, {each.address}, read on 29 November 2026."
        assert page in text
        assert "\n" not in text
        assert all(in_line(author.name) in text for author in each.authors)
        assert all(f"“{wording}”" in text for wording in each.words)
        assert all(source.url in text for source in each.sources if source.url)
        assert text.endswith(CAUTION) is (each.kind != "document")
        if each.kind == "statement":
            assert each.words or f" {each.phrase}" in text
            assert in_words(each.day) in text


def test_markdown_reads_as_the_footnote_and_links_to_documents_and_page(
    cited: dict[str, Citable],
) -> None:
    for each in cited.values():
        page, links = read_markdown(markdown(each))
        wanted = [source.url for source in each.sources if source.url]
        assert sorted(links[:-1]) == sorted(wanted)
        assert links[-1] == each.address
        assert all(f"“{wording}”" in page for wording in each.words)
        assert page.startswith(footnote(each).partition(", ")[0].partition("https:")[0][:60])


def test_tags_of_pages_say_the_day_as_far_as_it_is_known(cited: dict[str, Citable]) -> None:
    for each in cited.values():
        found = dict(meta(each))
        names = [content for name, content in meta(each) if name == "citation_author"]
        assert found["citation_title"] == each.title
        assert names == [in_line(author.name) for author in each.authors]
        assert found["citation_public_url"] == each.address
        day = found.get("citation_publication_date", "")
        assert day == plain_day(each.day).replace("-", "/")


def test_json_ld_reviews_and_rates_nothing(cited: dict[str, Citable]) -> None:
    kinds: set[str] = set()
    for each in cited.values():
        text = json_ld_text(each)
        assert json.loads(text) == json_ld(each)
        assert not re.search("[Rr]eview|[Rr]ating|verdict|firstAppearance", text)
        assert "<" not in text
        found = json_ld(each)
        kinds.add(found["@type"])
        if each.kind == "statement":
            assert found["@type"] == ("Quotation" if each.words else "CreativeWork")
            assert [x["name"] for x in found["creator"]] == [in_line(x.name) for x in each.authors]
            assert len(found["isBasedOn"]) == len(each.sources)
            assert found.get("dateCreated", "") == plain_day(each.day)
    assert {"Quotation", "Claim", "NewsArticle", "CreativeWork"} <= kinds
