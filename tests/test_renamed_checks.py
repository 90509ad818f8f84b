"""What a dossier may say of the ids that a thing had, and what it may not."""

from pathlib import Path

import pytest

from cypher import load
from graph import finding
from graph.dossiers import Examination, check
from graph.errors import DossierError, Renamed
from graph.loading import examine
from graph.model import State
from graph.schema import VERSION, prepare
from graph.writing import node
from tests.graphs import Graph
from tests.test_loading import BASE, INDEXES, written


def test_a_node_without_another_id_carries_no_list_of_them() -> None:
    plain, other = (
        State(id="aa", type="state", name="Aland"),
        State(id="aa", type="state", name="Aland", formerly=("zz",)),
    )

    assert "formerly" not in node(plain)["properties"]
    assert node(other)["properties"]["formerly"] == ["zz"]


SHARED = "dossier: other\nactors:\n  - {id: aa, type: state, name: Aland}\n"


@pytest.mark.parametrize(
    ("old", "new", "field", "what", "right"),
    [
        ("id: bb,", "id: bb, formerly: [aa],", "actors[1].formerly[0]", "is defined in", "take it"),
        ("id: bb,", "id: bb, formerly: [bb],", "actors[1].formerly[0]", "is its id now", "before"),
        ("id: bb,", "id: bb, formerly: [b, b],", "actors[1].formerly[1]", "is there twice", "keep"),
        (
            "id: bb,",
            "id: bb, formerly: [a],",
            "actors[1].formerly[0]",
            "was the id of 'aa'",
            "keep",
        ),
        ("id: bb,", "id: bb, formerly: [B],", "actors[1].formerly[0]", "is not an id", "write"),
        ("id: bb,", "id: bb, formerly: b,", "actors[1].formerly", "is not a list", "brackets"),
        (
            "    by: aa\n",
            "    by: a\n",
            "statements[1].by",
            "'a' has the id 'aa' now",
            "write that",
        ),
    ],
)
def test_an_old_id_that_cannot_be_is_a_fault(
    tmp_path: Path, old: str, new: str, field: str, what: str, right: str
) -> None:
    text = BASE.replace("id: aa,", "id: aa, formerly: [a],").replace(old, new)

    found = check([written(tmp_path, text)])

    line = next(n for n, each in enumerate(text.splitlines(), 1) if new.strip() in each)
    assert [(each.line, each.field) for each in found.faults] == [(line, field)]
    assert what in found.faults[0].what
    assert right in found.faults[0].right


def test_what_two_dossiers_share_may_have_had_another_id(tmp_path: Path) -> None:
    paths = [
        written(tmp_path, text.replace("id: aa,", "id: aa, formerly: [a],"), name)
        for text, name in ((BASE, "dispute.yaml"), (SHARED, "other.yaml"))
    ]

    assert check(paths).faults == ()


def faults(graph: Graph, path: Path) -> list[str]:
    examination = Examination([path])
    try:
        return [str(each) for each in graph.ask(examine(graph.store, examination)).faults]
    finally:
        examination.close()


def test_an_old_id_that_something_in_the_graph_has_is_a_fault(empty: Graph, tmp_path: Path) -> None:
    empty.load([written(tmp_path, BASE), written(tmp_path, SHARED, "other.yaml")])
    text = (
        BASE.replace("aa,", "a-land,").replace("[aa]", "[a-land]").replace("by: aa", "by: a-land")
    )
    path = written(tmp_path, text.replace("id: a-land,", "id: a-land, formerly: [aa],"))

    with pytest.raises(DossierError, match="'aa' is in the graph, by other; check and load both"):
        empty.load([path])

    shared = SHARED.replace("id: aa,", "id: a-land, formerly: [aa],")
    empty.load([path, written(tmp_path, shared, "other.yaml")])
    with pytest.raises(Renamed, match="'a-land'"):
        empty.ask(finding.require(empty.store, "actor", "aa"))
    assert faults(empty, path) == []


def test_an_old_id_of_something_in_the_graph_is_given_to_nothing_else(
    empty: Graph, tmp_path: Path
) -> None:
    empty.load([written(tmp_path, BASE.replace("id: aa,", "id: aa, formerly: [a],"))])
    one = "dossier: other\nactors:\n  - {id: a, type: state, name: Another}\n"
    two = "dossier: other\nactors:\n  - {id: b, formerly: [a], type: state, name: Another}\n"
    kind = "dossier: other\nweapons:\n  - {id: b, formerly: [bb], name: Another, kind: missile}\n"

    first = faults(empty, written(tmp_path, one, "other.yaml"))
    second = faults(empty, written(tmp_path, two, "other.yaml"))
    empty.load([written(tmp_path, "dossier: dispute\n")])
    third = faults(empty, written(tmp_path, kind, "other.yaml"))
    gone = faults(empty, written(tmp_path, two, "other.yaml"))

    assert len(first) == len(second) == len(third) == 1
    assert ":3: fault: actors[0].id: 'a' was the id of 'aa', in the graph, by dispute;" in first[0]
    assert (
        "actors[0].formerly[0]: 'a' was the id of 'aa' too, in the graph, by dispute" in second[0]
    )
    assert "weapons[0].formerly[0]: 'bb' was the id of something else: State;" in third[0]
    assert gone == []


def test_a_graph_of_before_gets_the_index_of_old_ids_and_is_checked_without_it(
    empty: Graph, tmp_path: Path
) -> None:
    path = written(tmp_path, BASE)
    empty.load([path])
    empty.alter("DROP INDEX formerly")
    empty.ask(empty.store.write([(load("load.version"), {"version": VERSION - 1})]))

    assert faults(empty, path) == []
    empty.ask(prepare(empty.store))

    assert {"name": "formerly"} in empty.ask(empty.store.run(INDEXES, {}))
