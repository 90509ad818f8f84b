"""Maps as text: what is drawn, where, how, and under which policy. No browser here."""

import gzip
import json
import re
from base64 import b64decode, b64encode
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import pytest

from graph.answers import ActorSummary, ClaimDetail, Mention, Position, ReportedIn, SpokenBy
from graph.dates import span
from graph.errors import BadRequest
from graph.vocabulary import Act, Belief
from viz import Caption, Map, claim_map
from viz.days import in_words
from viz.sectors import SECTORS
from viz.strokes import STROKES

T, F, U = Belief.CERTAIN_TRUE, Belief.CERTAIN_FALSE, Belief.UNCOMMITTED
CLAIM = Mention(
    id="four-hundred",
    name="Norland has supplied Suland with around 400 ballistic missiles, many of the Lance-110 "
    "family such as the Javelin, since early January 2024.",
    type="Claim",
)
NORLAND = Mention(id="ir", name="Norland", type="State")
SULAND = Mention(id="ru", name="Suland", type="State")
ISLAND = re.compile(r'<script type="application/json" id="island">(.*?)</script>')
HOSTILE = (
    "<img src=x onerror=alert(1)> href=",
    "</script><script>alert(2)</script>",
    "__proto__",
    "constructor",
    "\u202eright to left \u2028 \u2029 <!--",
    "{{ 7 * 7 }}",
)


def who(key: str, name: str, kind: str = "Official", role: str | None = None) -> SpokenBy:
    return SpokenBy(id=key, name=name, type=kind, role=role)


def report(key: str, quote: str | None = None, **known: Any) -> ReportedIn:
    outlet = Mention(id="northern-wire", name="Northern Wire", type="Outlet")
    values = dict.fromkeys(ReportedIn.model_fields)
    values |= {"document": key, "title": f"Report {key}", "url": f"https://news.example/{key}"}
    values |= {"publisher": outlet, "published": "2024-02-21", "read": True, "draws_on": []}
    return ReportedIn.model_validate(values | {"quote": quote} | known)


def position(key: str, by: SpokenBy | list[SpokenBy], act: Act, belief: Belief, **known: Any):
    said: str | None = known.get("said", "2024-02-21")
    days = span(said) if said and "said_latest" not in known else None
    speakers = by if isinstance(by, list) else [by]
    values: dict[str, Any] = dict.fromkeys(Position.model_fields)
    values |= {"statement": key, "act": act, "belief": belief, "explicit": True, "hedged": False}
    values |= {"rests_on": "words", "speakers": speakers, "on_behalf_of": [], "claim": CLAIM}
    values |= {"voices": []}
    values |= {"said": said, "responds_to": [], "answered_by": [], "relays": [], "reports": []}
    values |= {"voices": []}
    values |= {"named": speakers[0].type != "UnnamedSource", "key": key}
    values |= {"recorded_at": datetime(2024, 3, 1, tzinfo=UTC)}
    if days:
        values |= {"said_earliest": days.earliest, "said_latest": days.latest}
        values |= {"known_by": days.latest}
    return Position.model_validate(values | known)


def claim(**known: Any) -> ClaimDetail:
    values: dict[str, Any] = dict.fromkeys(ClaimDetail.model_fields)
    values |= {"id": CLAIM.id, "text": CLAIM.name, "kind": "transfer", "stage": "delivered"}
    empty = ("narrows", "narrowed_by", "contradicts", "presupposes", "presupposed_by")
    values |= {key: [] for key in ("party", "items", *empty)}
    values |= {"presupposed_by": []}
    values |= {"supplier": [NORLAND], "recipient": [SULAND], "quantity": "around 400"}
    return ClaimDetail.model_validate(values | known)


def actor(**known: Any) -> ActorSummary:
    values: dict[str, Any] = {"id": "ir", "name": "Norland", "type": "State", "kind": None}
    values |= {"aliases": [], "part_of": [], "based_in": [], "roles": [], "notes": None}
    return ActorSummary.model_validate(values | {"statements": 0, "voiced": 3} | known)


def caption(total: int = 0, as_of: date | None = None) -> Caption:
    made = datetime(2024, 3, 5, 12, 30, tzinfo=UTC)
    return Caption("Who said what about the claim?", as_of, made, total)


def story() -> tuple[ClaimDetail, list[Position]]:
    """An invented day: leaks, relays, an implied denial, silence, two words of one speaker."""
    agency = who("northern-wire", "Northern Wire", "Outlet")
    mission = who("iran-un", "Permanent Mission of Norland to the United Nations", "Institution")
    holm = who("holm", "Ada Holm", role="council speaker for strategic communications")
    three = who("three-sources", "three Norlandic sources", "UnnamedSource")
    six = Mention(id="six-sources", name="six sources, in and out of Norland", type="UnnamedSource")
    official = who("us-official", "a Quelland official familiar with the matter", "UnnamedSource")
    kyiv = who("kyiv-post", "Western Post", "Outlet")
    moscow = who("ru-mod", "Ministry of Defence of Suland", "Institution")
    guards = who("irgc", "Revolutionary Guard of Norland", "Institution")
    tehran = who("ir-mod", "Ministry of Defence of Norland", "Institution")
    rows = [
        position("wire", agency, Act.REPORTS, U, relayed_belief=T, relays=[six], answered_by=["un"],
                 reports=[report("wire")]),
        position("three", three, Act.ALLEGES, T, quantity="around 400", reports=[report("wire")]),
        position("later", who("ap", "Southern Press", "Outlet"), Act.REPORTS, U, relayed_belief=T,
                 relays=[official], said="2024-02-22", reports=[report("ap")]),
        position("kyiv", kyiv, Act.REPORTS, U, relayed_belief=T, said="2024-02-22"),
        position("tehran", tehran, Act.DECLINES_TO_COMMENT, U, reports=[report("wire")]),
        position("guards", guards, Act.DECLINES_TO_COMMENT, U, reports=[report("wire")]),
        position("moscow", moscow, Act.NO_RESPONSE, U, reports=[report("wire")]),
        position("official", official, Act.DECLINES_TO_CONFIRM, U, reports=[report("wire")]),
        position("quist", who("quist", "Per Quist"), Act.DECLINES_TO_CONFIRM, U, said="2024-02"),
        position("doubt", who("sand", "Ivo Sand"), Act.DOUBTS, Belief.PROBABLE_FALSE,
                 said="2024-02", responds_to=["wire"]),
        position("holm-1", holm, Act.DECLINES_TO_CONFIRM, U, said="2024-02-22",
                 responds_to=["wire"], reports=[report("nsc", "not seen any confirmation")]),
        position("holm-2", holm, Act.THREATENS_CONSEQUENCES, Belief.CONDITIONAL,
                 said="2024-02-22", reports=[report("nsc", "swift and severe")]),
        position("un", mission, Act.DENIES, F, said="2024-02-23", explicit=False,
                 rests_on="characterisation", on_behalf_of=[NORLAND], responds_to=["wire"],
                 reports=[report("post", "morally obligated to refrain", quote_language="en"),
                          report("wire-2", characterised_as=Act.DENIES, draws_on=["post"])]),
        position("eu", who("eu", "a senior Western Union official", "UnnamedSource"),
                 Act.DECLINES_TO_CONFIRM, U, said="2024-03-16"),
        position("envoy", who("envoy", "Oskar Vale", role="Permanent Representative"),
                 Act.DENIES, F, said="[..2024-02-28]", reports=[report("un-tv", "pure invention")]),
        position("uk", who("uk", "Foreign Office of Quelland", "Institution"),
                 Act.CONFIRMS, Belief.PROBABLE_TRUE, said=None, known_by=date(2024, 3, 4)),
        position("own", agency, Act.ASSERTS, T, said="2024-09-14", reports=[report("g7")]),
        position("ukraine", who("ua", "Westland", "State"), Act.ALLEGES, T, said="2024-02-27"),
    ]  # fmt: skip
    related = claim(
        narrows=[Mention(id="any", name="Norland has transferred ballistic missiles to Suland for "
                         "use against Westland.", type="Claim")],
        narrowed_by=[Mention(id="four", name="By late February 2024 at least four missile shipments"
                             " had gone to Suland, some by ship over the lake and some by air, "
                             "with more planned.", type="Claim")],
        contradicts=[Mention(id="none", name="No Norlandic missile has gone to Suland.",
                             type="Claim")],
    )  # fmt: skip
    return related, rows


def crowd(size: int) -> list[Position]:
    """`size` speakers, one statement each, on every side in turn, newest last."""
    sides = (T, F, U, U, T, U, Belief.CONDITIONAL, T, F, U)
    days = [date.fromordinal(738000 + n) for n in range(size)]
    return [
        position(
            f"s{n:04}",
            who(f"a{n:04}", f"Speaker with a rather long name {n}"),
            Act.ASSERTS,
            sides[n % 10],
            relayed_belief=T if n % 10 == 3 else None,
            said=day.isoformat(),
            said_earliest=day,
            said_latest=day,
        )
        for n, day in enumerate(days)
    ]


def given(page: Any) -> dict[str, Any]:
    found = ISLAND.search(page.html)
    assert found
    return json.loads(found[1])


def spoken_edges(page: Map) -> list[dict[str, Any]]:
    return [edge for edge in given(page)["edges"] if edge["statement"]]


def test_every_statement_is_an_edge_of_its_own() -> None:
    detail, positions = story()

    edges = spoken_edges(claim_map(detail, positions, caption()))

    assert sorted(edge["statement"] for edge in edges) == sorted(p.statement for p in positions)
    assert all(edge["to"] == "claim:four-hundred" for edge in edges)


def test_a_joint_statement_is_an_edge_from_each_speaker() -> None:
    joint = position("g7", [who("a", "A"), who("b", "B")], Act.CONDEMNS, T)

    edges = spoken_edges(claim_map(claim(), [joint], caption()))

    assert {edge["from"] for edge in edges} == {"actor:a", "actor:b"}


def test_equal_input_gives_an_equal_page() -> None:
    detail, positions = story()

    first, second = (
        claim_map(detail, positions, caption()),
        claim_map(detail, positions[::-1], caption()),
    )

    assert first == second


def test_no_words_of_the_map_say_who_is_right() -> None:
    words = " ".join([*SECTORS.values(), *(each.label for each in STROKES)])

    assert not re.search(r"\b(true|false|right|wrong|lie|lied|proven|guilty|refuted)\b", words)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, "day not known"),
        ("2024-02-23", "23 February 2024"),
        ("2024-02", "February 2024"),
        ("2024", "2024"),
        ("2024-09-02?", "2 September 2024 (uncertain)"),
        ("[..2022-07-13]", "13 July 2022 or earlier"),
        ("[2024-09-08,2024-09-09]", "8 September 2024 or 9 September 2024"),
        ("2023-10/2023-12", "October 2023 to December 2023"),
        ("2024-21", "2024-21"),
    ],
)
def test_a_day_is_never_shown_more_precisely_than_it_is_known(edtf: str, words: str) -> None:
    assert in_words(edtf) == words


def test_a_statement_without_a_day_is_given_none() -> None:
    undated = position("s", who("a", "A"), Act.DENIES, F, said=None, known_by=date(2024, 3, 4))

    shown = given(claim_map(claim(), [undated], caption()))["statements"][0]

    assert shown["said"] == "day not known"
    assert shown["earliest"] is shown["latest"] is shown["edtf"] is None
    assert shown["knownBy"] == "4 March 2024"


def test_beyond_500_nodes_the_newest_are_drawn_and_the_page_says_so() -> None:
    page = claim_map(claim(), crowd(501), caption(501))

    ids = {statement["id"] for statement in given(page)["statements"]}

    assert "499 of 501 statements shown, newest first." in page.html
    assert "s0500" in ids
    assert "s0000" not in ids


def test_beyond_2000_nodes_the_way_out_is_named() -> None:
    with pytest.raises(BadRequest, match=r"2,001 nodes.*filters.*table as CSV"):
        claim_map(claim(), crowd(2000), caption())


def test_a_claim_without_statements_is_not_shown_as_denied() -> None:
    page = claim_map(claim(), [], caption())

    assert "No statement is recorded. That is not a denial" in page.html


def test_the_caption_is_on_the_page() -> None:
    html = claim_map(*story(), caption(as_of=date(2024, 3, 5))).html

    for words in ("Who said what about", "As of 5 March 2024", "12:30 UTC", "not findings"):
        assert words in html


def test_the_policy_is_made_of_hashes_that_match_what_is_on_the_page() -> None:
    page = claim_map(*story(), caption())
    parts = [text for _, text in re.findall(r"<(script|style)>(.*?)</\1>", page.html, re.DOTALL)]
    packed = re.findall(r'<script type="application/gzip" id="vis">(.*?)</', page.html)
    vis = [gzip.decompress(b64decode(each)).decode() for each in packed]

    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in parts + vis]

    assert len(hashes) == 3
    assert all(f"'sha256-{each}'" in page.policy for each in hashes)
    assert "unsafe" not in page.policy
    assert page.policy.startswith("default-src 'none'; ")
    assert page.policy.endswith("; frame-ancestors 'self'")
    assert "frame-ancestors" not in page.html


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_data_and_nothing_else(text: str) -> None:
    bad = report(text, text, url="javascript:alert(3)", title=text)
    said = position(text, who(text, text, role=text), Act.DENIES, F, notes=text, reports=[bad])
    harmless = claim_map(claim(), [position("s", who("a", "A"), Act.DENIES, F)], caption())

    page = claim_map(claim(text=text), [said], caption())

    assert page.policy == harmless.policy
    assert given(page)["statements"][0]["speakers"][0]["name"] == text
    for tag in ("<script", "<img", "<!--", "\u2028"):
        assert page.html.count(tag) == harmless.html.count(tag)
