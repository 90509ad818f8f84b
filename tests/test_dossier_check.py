"""Every fault is found at once, at its line, and said in words that help."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from graph import story
from graph.answers import Known
from graph.dossiers import Checked, check, fingerprint, json_schema, kind, read
from graph.errors import DossierError
from graph.model import Claim, Dossier, State, Statement
from graph.vocabulary import Act

THIRTY = Path(__file__).with_name("faulty") / "thirty-faults.yaml"
EXPECTED = {
    1: ("titel", "did you mean title?"),
    2: ("actors[2].id", "'Aa Ministry' is not an id; write lower-case letters"),
    3: ("actors[3].type", "'instituton' is no type of actor; one of: state, institution"),
    4: ("actors[4].roles[0].institution", "'aa' is a state; name an institution"),
    5: ("actors[4].roles[1].end", "it ends (2022-05-01) before it begins (2023-05-01)"),
    6: ("actors[5].part_of[0]", "'aa-embassy' names itself"),
    7: ("actors[7].name", "is the name of 'daily-bb' too"),
    8: ("actors[8].documents", "is empty; name at least one"),
    9: ("weapons[1].variant_of[0]", "arrow is a variant of arrow-two is a variant of arrow"),
    10: ("claims[1].quantity", "min 12 is above max 10; swap them"),
    11: ("claims[1].narrows[0]", "there is no 'aa-sent-arrow'; nearest: aa-sent-arrows"),
    12: ("claims[2].stage", "'shiped' is no stage; did you mean shipped?"),
    13: ("claims[3].text", "is missing"),
    14: ("claims[4].recipient", "'aa' is not a list"),
    15: ("claims[4].period.start", "'May 2024' is not a date; write it in EDTF"),
    16: ("documents[1].url", "write one that begins with https:// or http://"),
    17: ("documents[2].read", "'perhaps' is neither true nor false"),
    18: ("documents[2].language", "'English' is not a language; write it as BCP 47"),
    19: ("documents[3].publisher", "'arrow' is a weapon system; name a state or"),
    20: ("documents[4].id", "'daily-bb-2024-05-04' is defined in"),
    21: ("statements[0].reports[0].document", "was published before this was said"),
    22: ("statements[1].act", "'denys' is no act; did you mean denies?"),
    23: ("statements[2].claim", "'aa' is a state; name a claim"),
    24: ("statements[2].belief", "'maybe' is no belief; one of: certain_true, probable_true"),
    25: ("statements[3].reports", "is empty; name at least one"),
    26: ("statements[4].by", "there is no 'nobody-known-here'; define it"),
    27: ("statements[4].responds_to[0]", "'bb-alleges' was said after this answer"),
    28: ("statements[4].reports[1].document", "'daily-bb-2024-05-01' reports it twice"),
    29: ("statements[5].notes", "7 is not text; put it in quotes"),
    30: ("assessments[0].reliability", "'G' is no reliability; one of: A, B, C, D, E, F"),
}

HEAD = "dossier: sample\n"
ACTORS = (
    "actors:\n  - {id: aa, type: state, name: Aa-land}\n  - {id: bb, type: state, name: Bb-land}\n"
)
CLAIM = "claims:\n  - {id: aa-sent-arrows, text: Aa-land sent arrows., kind: arms_transfer}\n"
PAGE = "documents:\n  - {id: page, published: 2024-05-10}\n"
ALLEGATION = """\
statements:
  - id: bb-alleges
    by: bb
    act: alleges
    claim: aa-sent-arrows
    belief: certain_true
    said: {said}
    reports: [document: page]
"""
ANSWER = """\
  - id: aa-answers
    by: aa
    act: {act}
    claim: aa-sent-arrows
    belief: certain_false
    said: {answered}
    responds_to: [bb-alleges]
    reports: [document: page]
"""

Written = Callable[..., list[Path]]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write texts, or bytes, as dossiers and return their paths."""

    def write(*contents: str | bytes) -> list[Path]:
        paths = [tmp_path / f"{letter}.yaml" for letter, _ in zip("abc", contents, strict=False)]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return paths

    return write


def numbered() -> dict[int, int]:
    """Return the line that each fault of the file is marked on."""
    lines = THIRTY.read_text(encoding="utf-8").splitlines()
    marks = ((re.search(r"# fault (\d+):", text), line) for line, text in enumerate(lines, 1))
    return {int(mark[1]): line for mark, line in marks if mark}


def told(checked: Checked) -> list[tuple[str, int, str]]:
    return [(each.severity, each.line, each.field) for each in checked.findings]


def story_with(said: str, answered: str, act: str = "denies") -> str:
    exchange = (ALLEGATION + ANSWER).format(said=said, answered=answered, act=act)
    return HEAD + ACTORS + CLAIM + "documents:\n  - id: page\n" + exchange


def test_thirty_faults_are_found_at_once_and_nothing_else() -> None:
    checked = check([THIRTY])

    assert len(checked.faults) == 30
    assert checked.warnings == ()
    assert checked.dossiers == ()
    assert sorted(each.line for each in checked.faults) == sorted(numbered().values())


@pytest.mark.parametrize("number", EXPECTED)
def test_each_of_the_thirty_is_told_at_its_line_and_field(number: int) -> None:
    field, words = EXPECTED[number]

    (fault,) = (each for each in check([THIRTY]).faults if each.line == numbered()[number])

    assert fault.field == field
    assert words in f"{fault.what}; {fault.right}"
    assert str(fault).startswith(f"{THIRTY}:{fault.line}: ")
    assert "\n" not in str(fault)


def test_an_unknown_act_is_answered_with_every_act() -> None:
    (fault,) = (each for each in check([THIRTY]).faults if each.field == "statements[1].act")

    assert all(act.value in fault.right for act in Act)


def test_faults_raise_one_error_that_lists_all_of_them() -> None:
    with pytest.raises(DossierError) as raised:
        read([THIRTY])

    faults = check([THIRTY]).faults
    assert raised.value.findings == faults
    assert str(raised.value).splitlines()[0].startswith("30 faults")
    assert str(raised.value).splitlines()[1:] == [str(each) for each in faults]


def test_reading_without_faults_keeps_the_warnings(written: Written) -> None:
    paths = written(story_with("2024-05-02", "2024-05-01"))

    checked = read(paths)

    assert [each.dossier for each in checked.dossiers] == ["sample"]
    assert [each.severity for each in checked.findings] == ["warning"]


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        pytest.param(b"dossier: a\ntitle: \xff\n", 2, "UTF-8", id="not UTF-8"),
        pytest.param("", 1, "empty", id="empty"),
        pytest.param("# nothing yet\n", 1, "empty", id="only a comment"),
        pytest.param("- a\n", 1, "dossier: some-id", id="a list"),
        pytest.param(HEAD + "---\ndossier: b\n", 2, "another document", id="two documents"),
        pytest.param(HEAD + "title: a: b\n", 2, "column 9", id="syntax error"),
        pytest.param(HEAD + "actors:\n\t- id: x\n", 3, "column 1", id="tab"),
        pytest.param(HEAD + "title: x\ntitle: y\n", 3, "twice, first in line 2", id="twice"),
        pytest.param(HEAD + "title: !odd x\n", 2, "'!odd'", id="unknown tag"),
        pytest.param(HEAD + "title: &a [x, x]\nnotes: [*a, *a]\n", 2, "anchor", id="alias bomb"),
        pytest.param(HEAD + f"title: {'[' * 50}{']' * 50}\n", 2, "nested deeper", id="nesting"),
        pytest.param("dossier: a\r\nfoo: x\r\n", 2, "no such field", id="lines of Windows"),
        pytest.param("\ufeffdossier: a\nfoo: x\n", 2, "no such field", id="byte order mark"),
        pytest.param(HEAD + "actors: {aa: bb}\n", 2, "not a list", id="a section is a mapping"),
        pytest.param(HEAD + "actors: [aa]\n", 2, "not a record", id="a record is a word"),
        pytest.param("title: x\n", 1, "is missing", id="no id of its own"),
    ],
)
def test_a_file_that_is_no_dossier_is_told_with_its_line(
    written: Written, content: str | bytes, line: int, words: str
) -> None:
    (path,) = written(content)

    (fault,) = check([path]).findings

    assert (fault.severity, fault.file, fault.line) == ("fault", str(path), line)
    assert words in str(fault)


@pytest.mark.parametrize("name", ["nowhere.yaml", ""], ids=["missing", "a folder"])
def test_a_path_without_a_file_is_a_fault(tmp_path: Path, name: str) -> None:
    (fault,) = check([tmp_path / name]).findings

    assert fault.severity == "fault"
    assert "cannot be read" in fault.what


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            HEAD + f"title: {'[' * 5000}\n",
            marks=pytest.mark.xfail(strict=True, raises=RecursionError),
            id="thousands of brackets",
        ),
        pytest.param(
            HEAD + 'title: "\\UFFFFFFFF"\n',
            marks=pytest.mark.xfail(strict=True, raises=OverflowError),
            id="a character that Unicode has not",
        ),
        pytest.param(
            HEAD + "actors:\n  - {id: aa, type: [state], name: Aa}\n",
            marks=pytest.mark.xfail(strict=True, raises=TypeError),
            id="a type that is a list",
        ),
        pytest.param(
            HEAD + f"title: {'9' * 5000}\n",
            marks=pytest.mark.xfail(strict=True, raises=ValueError),
            id="a number of 5,000 digits",
        ),
        pytest.param(HEAD + "title: a\x01b\n", id="a control character"),
        pytest.param(HEAD + 'title: "\\ud800"\n', id="half a character"),
        pytest.param(HEAD + "actors:\n  - {id: [aa], type: state, name: Aa}\n", id="id, a list"),
        pytest.param(HEAD + "? [a, b]\n: x\n", id="a field name that is a list"),
        pytest.param(HEAD + "<<: {title: x}\n", id="a merge key"),
    ],
)
def test_no_text_ends_in_anything_but_findings(written: Written, content: str) -> None:
    assert check(written(content)).faults


def test_norway_is_not_false(written: Written) -> None:
    paths = written(HEAD + "actors:\n  - {id: no, type: state, name: Norway}\n")

    (dossier,) = check(paths).dossiers

    assert [each.id for each in dossier.actors] == ["no"]


def test_one_id_defined_in_two_ways_names_both_places(written: Written) -> None:
    other = "dossier: other\nactors:\n  - {id: aa, type: state, name: Another}\n"
    first, second = written(HEAD + ACTORS, other)

    (fault,) = check([first, second]).faults

    assert (fault.file, fault.line, fault.field) == (str(second), 3, "actors[0].id")
    assert f"{first}:3" in fault.what


def test_one_id_defined_alike_in_two_dossiers_is_shared(written: Written) -> None:
    checked = check(written(HEAD + ACTORS, "dossier: other\n" + ACTORS))

    assert checked.findings == ()
    assert len(checked.dossiers) == 2


def test_two_dossiers_with_one_id_are_a_fault(written: Written) -> None:
    first, second = written(HEAD, "title: x\n" + HEAD)

    (fault,) = check([first, second]).faults

    assert (fault.file, fault.line, fault.field) == (str(second), 2, "dossier")
    assert str(first) in fault.what


@pytest.mark.parametrize(
    ("dossiers", "faults"),
    [(["another"], 1), (["sample"], 0), (["another", "sample"], 1), ([], 0)],
    ids=["another's", "its own", "shared", "withdrawn"],
)
def test_an_entity_of_the_graph_may_be_changed_only_by_its_own_dossier(
    written: Written, dossiers: list[str], faults: int
) -> None:
    there = Known(id="aa", type="State", fingerprint="of before", dossiers=dossiers)

    checked = check(written(HEAD + ACTORS), {"aa": there})

    assert len(checked.faults) == faults


def test_ids_are_looked_up_in_the_graph_too(written: Written) -> None:
    paths = written(HEAD + "documents:\n  - {id: page, publisher: daily}\n")
    outlet = Known(id="daily", type="Outlet", fingerprint="x", dossiers=["another"])
    claim = Known(id="daily", type="Claim", fingerprint="x", dossiers=["another"])

    assert "there is no 'daily'" in check(paths).faults[0].what
    assert "'daily' is a claim" in check(paths, {"daily": claim}).faults[0].what
    assert check(paths, {"daily": outlet}).findings == ()


@pytest.mark.parametrize(
    ("said", "answered", "severity"),
    [
        ("2024-05-01", "2024-05-01", None),
        ("2024-05-02", "2024-05-01", "warning"),
        ("2024-05-03", "2024-05-01", "fault"),
        ("2024-06", "2024-05", "warning"),
        ("2024-07", "2024-05", "fault"),
        ("2024-05", "2024-05-02", "warning"),
        ("2024-05", "2024-05-30", None),
        ("'[..2024-05-20]'", "2024-05-02", None),
    ],
)
def test_an_answer_a_day_early_is_odd_and_two_days_early_cannot_be(
    written: Written, said: str, answered: str, severity: str | None
) -> None:
    checked = check(written(story_with(said, answered)))

    expected = [(severity, 23, "statements[1].responds_to[0]")] if severity else []
    assert told(checked) == expected


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        ("2024-05-10", None),
        ("2024-05-11", "warning"),
        ("2024-05-12", "fault"),
        ("2024-05", "warning"),
        ("2024-04", None),
        ("2024-06", "fault"),
        ("'[2024-05-09,2024-05-12]'", None),
    ],
)
def test_words_a_day_after_their_page_are_odd_and_two_days_after_cannot_be(
    written: Written, said: str, severity: str | None
) -> None:
    checked = check(written(HEAD + ACTORS + CLAIM + PAGE + ALLEGATION.format(said=said)))

    expected = [(severity, 16, "statements[0].reports[0].document")] if severity else []
    assert told(checked) == expected


def test_a_denial_of_what_nobody_put_forward_is_odd(written: Written) -> None:
    denial = ALLEGATION.format(said="2024-05-01")
    denial = denial.replace("alleges", "denies").replace("certain_true", "certain_false")

    checked = check(written(HEAD + ACTORS + CLAIM + PAGE + denial))

    assert told(checked) == [("warning", 13, "statements[0].claim")]


@pytest.mark.parametrize(
    ("derivation", "draws_on", "severity"),
    [
        ("checked", "[]", "fault"),
        ("unchecked", "[]", "warning"),
        ("checked", "[{document: page-one}]", None),
        ("checked", "[{document: original}]", None),
    ],
    ids=["unrelated", "not checked", "one draws on the other", "both draw on a third"],
)
def test_an_unnamed_source_belongs_to_documents_that_hang_together(
    written: Written, derivation: str, draws_on: str, severity: str | None
) -> None:
    text = f"""\
dossier: sample
actors:
  - {{id: voices, type: unnamed_source, description: officials, documents: [page-one, page-two]}}
documents:
  - {{id: original, read: false}}
  - {{id: page-one, derivation: checked, draws_on: {draws_on.replace("page-one", "original")}}}
  - {{id: page-two, derivation: {derivation}, draws_on: {draws_on}}}
"""

    checked = check(written(text))

    assert told(checked) == ([(severity, 3, "actors[0].documents[1]")] if severity else [])


def test_two_officials_of_one_name_are_a_fault_accents_and_case_aside(written: Written) -> None:
    officials = "actors:\n  - {id: ada, type: official, name: Ada Á}\n"
    officials += "  - {id: ada-again, type: official, name: 'ADA  a'}\n"

    assert told(check(written(HEAD + officials))) == [("fault", 4, "actors[1].name")]


def test_an_alias_that_is_the_name_of_another_is_odd(written: Written) -> None:
    officials = "actors:\n  - {id: ada, type: official, name: Ada, aliases: [The Voice]}\n"
    officials += "  - {id: eve, type: official, name: the voice}\n"

    (finding,) = check(written(HEAD + officials)).findings

    assert finding.severity == "warning"


def test_a_supplier_that_is_the_recipient_is_odd(written: Written) -> None:
    claim = CLAIM.replace("kind:", "supplier: [aa], recipient: [aa], kind:")

    assert told(check(written(HEAD + ACTORS + claim))) == [("warning", 6, "claims[0].recipient")]


@pytest.mark.parametrize("field", ["narrows", "presupposes"])
def test_claims_that_lead_back_to_themselves_are_told_with_their_chain(
    written: Written, field: str
) -> None:
    ring = [("one", "two"), ("two", "three"), ("three", "one")]
    claims = [f"  - {{id: {a}, text: t, kind: k, {field}: [{b}]}}\n" for a, b in ring]

    (fault,) = check(written(HEAD + "claims:\n" + "".join(claims))).faults

    assert all(name in fault.what for name in ("one", "two", "three"))


def test_the_shipped_story_has_no_fault_and_few_warnings() -> None:
    checked = check(story.dossiers())

    assert checked.faults == ()
    assert len(checked.dossiers) == len(story.dossiers())
    assert 0 < len(checked.warnings) < 10


def test_a_fingerprint_is_of_the_meaning_and_not_of_the_writing() -> None:
    short = State(id="aa", type="state", name="Aa-land")
    spelt_out = State(type="state", name=" Aa-land ", aliases=(), notes=None, id="aa")
    renamed = State(id="aa", type="state", name="Aa")

    assert fingerprint(short) == fingerprint(spelt_out)
    assert fingerprint(short) != fingerprint(renamed)
    assert re.fullmatch("[0-9a-f]{64}", fingerprint(short))


def test_a_dossier_has_a_fingerprint_that_changes_with_what_is_in_it() -> None:
    claim = Claim(id="one", text="t", kind="k")

    empty, full = Dossier(dossier="sample"), Dossier(dossier="sample", claims=(claim,))

    assert kind(claim) == "Claim"
    assert fingerprint(empty) != fingerprint(full)


def test_every_field_of_the_schema_is_described() -> None:
    schema = json_schema()

    objects = [schema, *(each for each in schema["$defs"].values() if "properties" in each)]
    bare = [
        f"{each.get('title')}.{name}"
        for each in objects
        for name, field in each["properties"].items()
        if "description" not in field
    ]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["required"] == ["dossier"]
    assert bare == []


def test_the_schema_knows_every_field_and_every_act_and_no_others() -> None:
    definitions = json_schema()["$defs"]

    assert set(definitions["Statement"]["properties"]) == set(Statement.model_fields)
    assert definitions["Statement"]["additionalProperties"] is False
    assert definitions["Act"]["enum"] == [act.value for act in Act]
