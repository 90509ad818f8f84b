"""Dossiers: every fault at once, each with its line; what is odd is a warning."""

import re
from pathlib import Path

import pytest

from api.commands.dossiers import load_files
from graph import derived, story
from graph.answers import Known
from graph.dossiers import Checked, check, json_schema
from graph.errors import DossierError
from graph.progress import silent
from tests.graphs import Graph
from tests.test_loading import BASE, written

THIRTY = Path(__file__).parent / "faulty" / "thirty-faults.yaml"


def checked(folder: Path, *changes: tuple[str, str]) -> Checked:
    text = BASE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return check([written(folder, text)])


def test_thirty_faults_are_thirty_messages_each_with_its_line() -> None:
    lines = enumerate(THIRTY.read_text("utf-8").splitlines(), 1)
    marked = {number for number, line in lines if re.search(r"# fault \d+(: |$)", line)}

    found = check([THIRTY])

    assert len(marked) == 30
    assert {each.line for each in found.faults} == marked
    assert len(found.faults) == 30
    assert len({each.what for each in found.faults}) > 20
    assert all(each.what and each.right and each.file == str(THIRTY) for each in found.faults)


def test_nothing_of_a_faulty_dossier_is_written(empty: Graph, tmp_path: Path) -> None:
    fine = "dossier: fine\nactors:\n  - {id: zz, type: state, name: Zedland}\n"
    paths = [written(tmp_path, fine), THIRTY]

    with pytest.raises(DossierError, match="30 faults") as told:
        empty.ask(load_files(empty.store, paths, silent))

    assert len(told.value.findings) == 30
    assert empty.ask(derived.state(empty.store)).entities == 0


def test_the_shipped_story_has_no_fault_and_few_warnings() -> None:
    found = check(story.dossiers())

    assert len(found.dossiers) == 9
    assert found.faults == ()
    assert len(found.warnings) == 3


@pytest.mark.parametrize(
    ("content", "line", "complaint"),
    [
        (b"", 1, "is empty"),
        (b"- a\n- b\n", 1, "is not a list of fields"),
        (b"dossier: a\ntitle: \xff\n", 2, "is not UTF-8"),
        (b"dossier: a\ntitle: [one\n", 3, "cannot be read as YAML"),
        (b"dossier: a\ntitle: b\ntitle: c\n", 3, "is there twice"),
        (b"dossier: a\nnotes: &x [y]\ntitle: *x\n", 2, "anchor"),
        (b"dossier: a\ntitle: !!python/name:os.system x\n", 2, "tag"),
        (b"dossier: a\nclaims: !odd []\n", 2, "tag"),
        (b"dossier: a\nnotes: " + b"[" * 30 + b"]" * 30, 2, "nested deeper"),
        (b"dossier: a\n---\ndossier: b\n", 2, "cannot be read as YAML"),
        (b"dossier: a\nclaims: many\n", 2, "is not a list"),
        (b"dossier: a\nnotes: " + b"[" * 5000, 1, "nested too deeply"),
        (b'dossier: a\ntitle: "\\UFFFFFFFF"\n', 1, "cannot be read as YAML"),
        (b"dossier: a\nactors:\n  - {id: x, type: [state]}\n", 3, "is no type of actor"),
        (b"dossier: a\ntitle: " + b"9" * 5000, 2, "is too long"),
    ],
)
def test_a_file_that_is_no_dossier_says_where_and_why(
    tmp_path: Path, content: bytes, line: int, complaint: str
) -> None:
    path = tmp_path / "odd.yaml"
    path.write_bytes(content)

    found = check([path])

    assert any(each.line == line and complaint in each.what for each in found.faults), found


def test_a_file_that_is_not_there_or_is_a_folder_is_a_fault(tmp_path: Path) -> None:
    found = check([tmp_path / "none.yaml", tmp_path])

    assert ["cannot be read" in each.what for each in found.faults] == [True, True]


def test_an_anchor_bomb_is_refused_without_being_blown_up(tmp_path: Path) -> None:
    bomb = "dossier: a\nnotes:\n  a0: &a0 [x]\n" + "".join(
        f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)
    )

    found = check([written(tmp_path, bomb)])

    assert "anchor" in found.faults[0].what


def test_an_id_defined_in_two_ways_names_both_places(tmp_path: Path) -> None:
    other = "dossier: other\nactors:\n  - {id: aa, type: state, name: Another land}\n"
    first, second = written(tmp_path, BASE), written(tmp_path, other, "other.yaml")

    found = check([first, second])

    assert [(each.file, each.line) for each in found.faults] == [(str(second), 3)]
    assert f"{first}:4" in found.faults[0].what


def test_dossiers_may_share_a_definition(tmp_path: Path) -> None:
    other = "dossier: other\nactors:\n  - {id: aa, type: state, name: Aland}\n"

    found = check([written(tmp_path, BASE), written(tmp_path, other, "other.yaml")])

    assert not found.faults


def test_a_definition_that_another_dossier_in_the_graph_has_otherwise_is_a_fault(
    tmp_path: Path,
) -> None:
    path = written(tmp_path, BASE)
    others = {"aa": Known(id="aa", type="State", fingerprint="x", dossiers=["elsewhere"])}
    ours = {"aa": Known(id="aa", type="State", fingerprint="x", dossiers=["dispute"])}

    assert "elsewhere" in check([path], others).faults[0].what
    assert not check([path], ours).faults


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        ("2024-01-03", None),
        ("2024-01-04", "warning"),
        ("2024-01-05", "fault"),
        ("2024-01", "warning"),
    ],
)
def test_a_day_after_its_page_is_odd_and_two_days_cannot_be(
    tmp_path: Path, said: str, severity: str | None
) -> None:
    denial = f"explicit: true\n    said: {said}"

    found = checked(tmp_path, ("explicit: true\n    said: 2024-01-03", denial))

    told = [each.severity for each in found.findings if "published before" in each.what]
    assert told == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("said", "severity"),
    [("2024-01-02", None), ("2024-01-01", "warning"), ("2023-12-31", "fault"), ("2023", "fault")],
)
def test_an_answer_a_day_before_is_odd_and_two_days_before_cannot_be(
    tmp_path: Path, said: str, severity: str | None
) -> None:
    denial = f"explicit: true\n    said: {said}"

    found = checked(tmp_path, ("explicit: true\n    said: 2024-01-03", denial))

    told = [each.severity for each in found.findings if "after this answer" in each.what]
    assert told == ([severity] if severity else [])


def test_a_denial_of_what_nobody_said_is_a_warning(tmp_path: Path) -> None:
    found = checked(tmp_path, ("relayed_belief: certain_true", "relayed_belief: uncommitted"))

    assert [each.severity for each in found.findings] == ["warning"]
    assert "nobody here has put forward" in found.warnings[0].what


@pytest.mark.parametrize(
    ("derivation", "severity"), [("unchecked", "warning"), ("checked", "fault")]
)
def test_an_unnamed_source_in_unrelated_documents_is_a_fault_once_they_were_checked(
    tmp_path: Path, derivation: str, severity: str
) -> None:
    more = (
        f"documents:\n  - {{id: third, derivation: {derivation}}}\n"
        f"  - {{id: fourth, derivation: {derivation}}}\n"
    )
    source = "{id: who, type: unnamed_source, description: people, documents: [third, fourth]}"

    found = checked(tmp_path, ("documents:\n", more), ("claims:\n", f"  - {source}\nclaims:\n"))

    assert [each.severity for each in found.findings] == [severity]


def test_a_ring_of_documents_is_told_with_its_chain(tmp_path: Path) -> None:
    ring = "published: 2024-01-02, draws_on: [{document: second-report}]}"

    found = checked(tmp_path, ("published: 2024-01-02}", ring))

    assert len(found.faults) == 1
    assert "first-report draws on second-report draws on first-report" in found.faults[0].what


def test_a_fingerprint_tells_definitions_apart_however_they_are_written(tmp_path: Path) -> None:
    one = checked(tmp_path).dossiers[0]
    same = checked(tmp_path, ("{id: aa, type: state,", "{type: state, id: aa,")).dossiers[0]
    other = checked(tmp_path, ("name: Aland", "name: Eland")).dossiers[0]

    assert one.fingerprint == same.fingerprint
    assert one.fingerprint != other.fingerprint


def test_the_schema_describes_every_field_of_every_record() -> None:
    schema = json_schema()

    undescribed = [
        f"{name}.{field}"
        for name, record in {"Dossier": schema, **schema["$defs"]}.items()
        for field, about in record.get("properties", {}).items()
        if "description" not in about
    ]
    assert not undescribed
    assert {"actors", "claims", "statements"} <= set(schema["properties"])
    by = schema["$defs"]["Statement"]["properties"]["by"]
    assert {each["type"] for each in by["anyOf"]} == {"string", "array"}
