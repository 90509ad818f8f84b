"""Dossiers in NDJSON: the same findings as in YAML, with the line; what is no NDJSON says why."""

import gzip
import json
import zlib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from graph import story
from graph.dossiers import check
from graph.dossiers.lines import MOST_BYTES, SECTIONS_OF
from tests.graphs import Graph
from tests.test_dossiers import THIRTY
from tests.test_loading import BASE

HEAD = b'{"dossier": {"dossier": "dispute"}}\n'
STATE = b'{"actor": {"id": "aa", "type": "state", "name": "Aland"}}\n'


def as_lines(text: str) -> tuple[bytes, dict[tuple[str, int], int]]:
    """Return YAML as NDJSON, and the line of each of its records."""
    data: dict[str, Any] = YAML(typ="safe", pure=True).load(text)  # pyright: ignore[reportUnknownMemberType]
    sections = set(SECTIONS_OF.values())
    head = {name: value for name, value in data.items() if name not in sections}
    found, places = [json.dumps({"dossier": head}, default=str)], dict[tuple[str, int], int]()
    for name, section in SECTIONS_OF.items():
        for index, record in enumerate(data.get(section, [])):
            found.append(json.dumps({name: record}, default=str))
            places[section, index] = len(found)
    return "\n".join(found).encode(), places


def put(folder: Path, content: bytes, name: str = "archive.ndjson") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_a_dossier_is_the_same_in_either_form(tmp_path: Path, packed: bool) -> None:
    content, _ = as_lines(BASE)
    path = put(tmp_path, gzip.compress(content) if packed else content)
    yaml = put(tmp_path, BASE.encode(), "dispute.yaml")

    found, same = check([path]), check([yaml])

    assert found.findings == ()
    assert found.dossiers[0].fingerprint == same.dossiers[0].fingerprint


def test_the_faults_of_a_dossier_are_the_same_in_either_form(tmp_path: Path) -> None:
    text = THIRTY.read_text("utf-8")
    content, lines = as_lines(text)

    found = check([put(tmp_path, content)])

    def told(field: str, what: str, line: int) -> tuple[str, str, int]:
        section, _, rest = field.partition("[")
        index = rest.partition("]")[0]
        return field, what, lines.get((section, int(index or -1)), line)

    expected = {told(each.field, each.what, 1) for each in check([THIRTY]).faults}
    shown = {(each.field, each.what, each.line) for each in found.faults}
    # Where another record is named by its line, the lines differ.
    assert {each[::2] for each in shown} == {each[::2] for each in expected}
    assert len(found.faults) == 30


@pytest.mark.parametrize(
    ("content", "line", "complaint"),
    [
        (b"", 1, "is empty"),
        (b"\n", 1, "cannot be read as JSON at column 1"),
        (HEAD + b'{"actor": {"id": "aa",\n', 2, "cannot be read as JSON at column"),
        (HEAD + b'["actor"]\n', 2, "is not an object"),
        (HEAD + b"{}\n", 2, "has no name"),
        (HEAD + b'{"aktor": {}}\n', 2, "'aktor' is no kind of record"),
        (HEAD + b'{"actors": []}\n', 2, "'actors' is no kind of record"),
        (HEAD + b'{"actor": {}, "claim": {}}\n', 2, "has 2 names: actor, claim"),
        (HEAD + b'{"actor": 7}\n', 2, "is not a record"),
        (HEAD + b'{"actor": {"id": "aa", "id": "bb"}}\n', 2, "has the field 'id' twice"),
        (HEAD + b'{"actor": {}, "actor": {}}\n', 2, "has the field 'actor' twice"),
        (HEAD + STATE + HEAD, 3, "for the second time"),
        (STATE, 1, "does not begin with the dossier's own line"),
        (b'{"dossier": "dispute"}\n', 1, "says nothing of the dossier"),
        (b'{"dossier": {"dossier": "a", "claims": []}}\n', 1, "holds claims"),
        (b'{"dossier": {"dossier": "a", "clams": []}}\n', 1, "there is no such field"),
        (HEAD + b'{"actor": {"name": "\xff"}}\n', 2, "is not UTF-8 (byte 20 of the line)"),
        (HEAD + b'{"actor": {"name": "\\ud800"}}\n', 2, "has half a character"),
        (HEAD + b'{"claim": {"quantity": {"min": NaN}}}\n', 2, "NaN is no number"),
        (HEAD + b'{"claim": {"quantity": {"min": 1e999}}}\n', 2, "1e999 is no number"),
        (HEAD + b'{"claim": ' + b"9" * 5000 + b"}\n", 2, "cannot be read as JSON"),
        (HEAD + b"[" * 100_000 + b"\n", 2, "nested too deeply"),
        (HEAD + b'{"actor": {"id": "aa"}}\n', 2, "has no type"),
        (HEAD + b" " * MOST_BYTES + b"\n", 2, "is longer than 1 MB"),
    ],
)
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_what_is_no_dossier_says_where_and_why(
    tmp_path: Path, content: bytes, line: int, complaint: str, packed: bool
) -> None:
    path = put(tmp_path, gzip.compress(content) if packed else content)

    found = check([path])

    assert any(each.line == line and complaint in each.what for each in found.faults), found


def test_a_broken_line_hides_no_fault_after_it(tmp_path: Path) -> None:
    path = put(tmp_path, HEAD + b"{\n\n" + STATE + b'{"claim": {"id": "x"}}\n')

    found = check([path])

    assert {each.line for each in found.faults} == {2, 5}


def test_packing_that_breaks_off_or_is_damaged_is_told_from_where(tmp_path: Path) -> None:
    whole = gzip.compress(HEAD + STATE * 2000, compresslevel=0)
    damaged = whole[:40_000] + b"\xff" * 200 + whole[40_200:]

    for content in (whole[: len(whole) // 2], damaged[:-8] + bytes(8), b"\x1f\x8bxx"):
        told = check([put(tmp_path, content, "archive.ndjson.gz")]).faults

        assert any("cannot be unpacked from here on" in each.what for each in told)


def test_a_line_that_swells_is_not_read_on(tmp_path: Path) -> None:
    packing = zlib.compressobj(9, wbits=31)
    with (tmp_path / "bomb.ndjson.gz").open("wb") as file:
        file.write(packing.compress(HEAD))
        for _ in range(200):
            file.write(packing.compress(b" " * 1_000_000))
        file.write(packing.flush())

    found = check([tmp_path / "bomb.ndjson.gz"])

    assert [(each.line, each.what) for each in found.faults] == [(2, "is longer than 1 MB")]


def test_both_forms_may_be_named_together_and_refer_to_each_other(tmp_path: Path) -> None:
    claim = {"id": "c", "text": "Aland sent arms.", "kind": "arms_transfer", "supplier": ["aa"]}
    archive = put(tmp_path, HEAD + json.dumps({"claim": claim}).encode())
    actors = "dossier: actors\nactors:\n  - {id: aa, type: state, name: Aland}\n"
    yaml = put(tmp_path, actors.encode(), "actors.yaml")

    assert check([archive, yaml]).findings == ()
    assert [each.what for each in check([archive]).faults] == ["there is no 'aa'"]


def test_the_shipped_story_loads_from_either_form(story_of_yaml: list[str], empty: Graph) -> None:
    assert story_of_yaml == empty.contents()


@pytest.fixture
def story_of_yaml(empty: Graph, tmp_path: Path) -> list[str]:
    """Load the story as YAML, return what is there, and load it as NDJSON into an empty graph."""
    empty.load(story.dossiers())
    contents = empty.contents()
    empty.wipe()
    paths = [
        put(tmp_path, gzip.compress(as_lines(each.read_text("utf-8"))[0]), f"{each.stem}.ndjson.gz")
        for each in story.dossiers()
    ]
    empty.load(paths)
    return contents
