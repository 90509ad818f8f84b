"""Forms of citations: what each says and never makes up, of hostile words too."""

import json
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest

from graph.answers import DocumentDetail, Mention, PartyPosition, Standing
from graph.vocabulary import Act, Belief
from tests.citing import (
    CAUTION,
    READ,
    SITE,
    bibtex_read,
    plainly_quoted,
    printed,
    read_markdown,
    ris_read,
)
from tests.hostile import payloads
from tests.test_maps import claim, position, report, who
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
    written,
)
from viz.inline import in_line

HOSTILE = [each.text for each in payloads()] + [
    "A, B and C",
    "x\r\nTY  - BOOK\r\nAU  - Nobody\r\nER  - \r\n",
    "x\u2028ER  - \u2029\x85TY  - BOOK\x0b\x1c",
    "{:issued: 1999-01-01} {:author: Nobody || At All}",
    "type: book\nauthor: Nobody",
    "} , title = {Nobody's}",
    "\\input{/etc/passwd} \\write18{x} % & # _ $ ~ ^ -- ''x'' ,, `` @misc{z,",
    "}}}{{{ \\",
    "1. [x](javascript:alert(1)) ![y](https://evil.example/z) *a* _b_ ~~c~~ `d` <u>e</u>",
    "- https://evil.example www.evil.example a@evil.example &copy; | # > +",
]


def of(by: Any = "Ada Holm", **known: Any) -> Citable:
    """Return a statement of the tests' own."""
    speakers = who("ada", by, role=known.pop("role", None)) if isinstance(by, str) else by
    act = known.pop("act", Act.DENIES)
    as_of = known.pop("as_of", None)
    said = position("s-1", speakers, act, Belief.CERTAIN_FALSE, **known)
    return of_statement(said, site=SITE, read_on=READ, as_of=as_of)


def test_a_footnote_of_words_names_post_channel_and_who_prints_them() -> None:
    whom = Mention(id="wh", name="White House", type="Institution")
    reports = [report("b", published="2024-02"), report("a", "not seen\nany confirmation")]
    cited = of(
        "John Kirby",
        act=Act.DECLINES_TO_CONFIRM,
        voices=[{**whom.model_dump(), "as": "official"}],
        channel="White House press briefing",
        said="2024-02-22",
        reports=reports,
        as_of=date(2024, 2, 24),
    )

    assert footnote(cited) == (
        "John Kirby (White House), “not seen any confirmation”, declined to confirm on the claim "
        f"“{cited.claim}”, White House press briefing, 22 February 2024, as reported by "
        "Northern Wire, “Report a”, 21 February 2024, "
        "https://news.example/a; without these words by Northern Wire, “Report b”, "
        "February 2024, https://news.example/b. Rejoinder, statement s-1, "
        "http://rejoinder.example/statements/s-1?as_of=2024-02-24, as of 24 February 2024, "
        f"read on 29 November 2026. {CAUTION}"
    )


@pytest.mark.parametrize(
    ("act", "phrase"),
    [
        (Act.DENIES, "Ada Holm (envoy) denied on the claim “"),
        (Act.NO_RESPONSE, "Ada Holm (envoy) had not responded on the claim “"),
        (Act.DECLINES_TO_COMMENT, "Ada Holm (envoy) declined to comment on the claim “"),
        (Act.EVADES, "Ada Holm (envoy) neither confirmed nor denied on the claim “"),
    ],
)
def test_without_words_the_act_stands_for_them_and_ours_are_marked(act: Act, phrase: str) -> None:
    text = footnote(of(act=act, role="envoy", paraphrase="She would not say.", reports=[]))

    assert text.startswith(phrase)
    assert "” (in our words: She would not say), 21 February 2024. Rejoinder" in text


def test_an_implied_act_says_so_and_wordings_that_differ_say_who_prints_which() -> None:
    implied = footnote(of(explicit=False, reports=[report("a")]))
    differing = footnote(of(reports=[report("a", "no"), report("b", "never", publisher=None)]))

    assert "denied (implied by how documents characterise it) on the claim" in implied
    assert "“no” (as printed by Northern Wire); “never” (as printed by b), denied on" in differing


@pytest.mark.parametrize(
    ("said", "words", "date_", "year", "tag", "literal"),
    [
        ("2024-02-22", "22 February 2024", "2024-02-22", "2024", "2024/02/22", None),
        ("2024-01", "January 2024", "2024-01", "2024", "2024/01", None),
        ("2024", "2024", "2024", "2024", "2024", None),
        ("2024-01~", "January 2024 (about)", None, None, None, "January 2024 (about)"),
        ("2024-09-01/2024-09-09", "1 September 2024 to 9 September 2024", None, None, None, "1 Se"),
        ("[..2024-05-09]", "9 May 2024 or earlier", None, None, None, "9 May 2024 or earlier"),
        ("2024-21", "2024-21", None, None, None, "2024-21"),
        (None, "day not known", None, None, None, None),
    ],
)
def test_no_form_makes_a_day_up(
    said: str | None,
    words: str,
    date_: str | None,
    year: str | None,
    tag: str | None,
    literal: str | None,
) -> None:
    cited = of(said=said, known_by=None)

    bib, ris_ = bibtex_read(cited)["s-1"], ris_read(cited)["s-1"]
    issued = json.loads(written(cited, "csl"))[0].get("issued", {})
    assert f", {words}" in footnote(cited)
    assert (bib.get("date"), bib.get("year"), ris_.get("year")) == (date_, year, year)
    assert dict(meta(cited)).get("citation_publication_date") == tag
    assert json_ld(cited).get("dateCreated") == date_
    assert issued.get("literal", "").startswith(literal or "")
    assert bool(issued.get("literal")) is bool(literal)
    assert ("date-parts" in issued) is bool(date_)
    assert (f"Said: {words}." in bib["note"]) is not bool(date_)


def test_whose_word_is_passed_on_and_for_whom_it_is_said_is_told() -> None:
    six = Mention(id="six", name="six people, not named", type="UnnamedSource")
    state = Mention(id="no", name="Norland", type="State")
    cited = of("Northern Wire", act=Act.REPORTS, relays=[six], on_behalf_of=[state], reports=[])

    told = ", on the word of six people, not named, 21 February 2024. Rejoinder"
    assert told in footnote(cited)
    assert told in markdown(cited)
    notes = ris_read(cited)["s-1"]["notes"]
    assert {"On the word of six people, not named.", "On behalf of Norland."} <= set(notes)


def test_a_claim_is_cited_with_all_that_its_standing_comes_with() -> None:
    standing = Standing(
        claim="four-hundred",
        standing="disputed",
        supporting=2,
        opposing=1,
        uncommitted=0,
        named_sources=3,
        unnamed_sources=1,
        origins=1,
        unchecked_documents=2,
        accused=[
            PartyPosition(id="a", name="Norland", acts=["no_response", "denies"]),
            PartyPosition(id="b", name="Suland", acts=[]),
        ],
    )

    text = footnote(of_claim(claim(), standing, site=SITE, read_on=READ))

    assert (
        "A claim, not a finding. Standing: disputed; 2 say that it happened, 1 that it did not, "
        "0 commit to neither; 1 independent origin, 2 documents not checked; 3 named and 1 unnamed "
        "source; Norland: had not responded, denied; Suland: no position recorded. Rejoinder, "
    ) in text


def test_what_was_withdrawn_or_not_read_says_so() -> None:
    gone = of(withdrawn_at=datetime(2026, 3, 2, 5, tzinfo=UTC))
    unread = of(reports=[report("a", "no", read=False, withdrawn="2024-03")])

    assert "Left this record on 2 March 2026." in footnote(gone)
    assert "Left this record on 2 March 2026." in bibtex_read(gone)["s-1"]["note"]
    told = "(not read: known only through documents that draw on it; withdrawn by its publisher, "
    assert f"{told}March 2024). Rejoinder" in footnote(unread)
    assert f"{told}March 2024)." in ris_read(unread)["s-1"]["notes"][3]


@pytest.fixture(scope="module")
def hostile() -> dict[str, Citable]:
    """A statement and a document with hostile words in every field, by id."""
    found: list[Citable] = []
    for number, text in enumerate(HOSTILE):
        named = Mention(id="x", name=text, type="Outlet")
        told = report(text, text, url=text, title=text, publisher=named)
        said = position(
            f"s-{number}",
            [who("a", text, role=text), who("b", text, "UnnamedSource")],
            Act.DENIES,
            Belief.CERTAIN_FALSE,
            claim=named,
            channel=text,
            paraphrase=text,
            reports=[told, report("plain", url=f"https://news.example/{text}")],
        )
        values: dict[str, Any] = dict.fromkeys(DocumentDetail.model_fields) | {
            "id": f"d-{number}", "title": text, "url": text, "publisher": named, "read": True,
            "derivation": "checked", "language": text, "draws_on": [], "drawn_on_by": [],
            "kind": text,
        }  # fmt: skip
        document = DocumentDetail.model_validate(values)
        found += [
            of_statement(said, site=SITE, read_on=READ),
            of_document(document, site=SITE, read_on=READ),
        ]
    return {each.id: each for each in found}


def test_hostile_words_stay_words_in_every_form(hostile: dict[str, Citable]) -> None:
    bib, records_ = bibtex_read(*hostile.values()), ris_read(*hostile.values())
    prints = printed(list(hostile.values()))

    assert list(bib) == list(records_) == list(prints) == list(hostile)
    for id_, each in hostile.items():
        names = [in_line(author.name) for author in each.authors]
        assert bib[id_]["author"] == names
        assert bib[id_]["title"] == each.title
        assert set(bib[id_]) <= {
            "author", "title", "date", "year", "month", "publisher", "howpublished", "url",
            "urldate", "note",
        }  # fmt: skip
        assert records_[id_]["title"] == each.title
        assert len(records_[id_].get("authors", [])) == len([x for x in names if x.strip(", ")])
        assert records_[id_]["type_of_reference"] == "GEN"
        assert {len(line) > 5 and line[2:6] == "  - " for line in ris_lines(each)} == {True}
        issued = "2024-02-21" if each.kind == "statement" else None
        assert prints[id_].get("issued") == issued
        assert as_printed(prints[id_]["title"]) == as_printed(each.title)
        author = " ; ".join(filter(None, names)).replace("|", "¦")
        assert as_printed(prints[id_].get("author", "")) == as_printed(author)
    assert all("\u202e" not in footnote(each) for each in hostile.values())


def as_printed(text: str) -> str:
    """Return `text` without joiners, and without the room that a processor sets between quotes."""
    return re.sub(r"[\s\u2060]", "", plainly_quoted(text))


def ris_lines(each: Citable) -> list[str]:
    return [line for line in written(each, "ris").split("\r\n") if line]


def test_hostile_words_stay_words_in_markdown_and_scripts(hostile: dict[str, Citable]) -> None:
    for each in hostile.values():
        page, links = read_markdown(markdown(each))
        bare = re.sub(r"\(<[^>]*>\)", "", markdown(each))
        assert not re.search(r"(?<!\\)://|www\.", bare)  # of which others make links
        assert all(re.match("https?://", link) for link in links)
        assert all(in_line(author.name) in page for author in each.authors)
        assert not set("<>&\u2028\u2029") & set(json_ld_text(each))
        assert json.loads(json_ld_text(each)) == json_ld(each)
        [json.dumps(content, ensure_ascii=False).encode() for _, content in meta(each)]
