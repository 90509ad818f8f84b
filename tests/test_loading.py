"""Loading: whole or not at all, the same twice, changed where the dossier changed."""

import asyncio
from pathlib import Path

import pytest

from cypher import load, parse
from graph import derived, overviews, queries
from graph.answers import DocumentDetail
from graph.errors import NotFound, NotReady
from graph.loading import known, load_files
from graph.queries import Filters
from graph.schema import VERSION, prepare, require
from graph.story import CLAIM, dossiers
from tests.graphs import Graph

BASE = """\
dossier: dispute
title: A dispute
actors:
  - {id: aa, type: state, name: Aland}
  - {id: bb, type: state, name: Bland}
  - {id: first-wire, type: outlet, name: First Wire}
  - {id: second-wire, type: outlet, name: Second Wire}
claims:
  - {id: aa-sent-arms-to-bb, text: Aland sent arms to Bland., kind: arms_transfer, supplier: [aa], recipient: [bb]}
documents:
  - {id: first-report, publisher: first-wire, published: 2024-01-02}
  - {id: second-report, publisher: second-wire, published: 2024-01-03, draws_on: [{document: first-report}]}
statements:
  - id: first-wire-reports
    by: first-wire
    act: reports
    claim: aa-sent-arms-to-bb
    belief: uncommitted
    relayed_belief: certain_true
    said: 2024-01-02
    reports: [{document: first-report}, {document: second-report}]
  - id: aa-denies
    by: aa
    act: denies
    claim: aa-sent-arms-to-bb
    belief: certain_false
    explicit: true
    said: 2024-01-03
    responds_to: [first-wire-reports]
    reports: [{document: second-report, quote: we did not}]
"""  # noqa: E501

WITHOUT_EXPLICIT = parse(
    "tests.without_explicit",
    "// name:    tests.without_explicit\n// mode:    write\n//\n"
    "// Leave acts as version 1 of the schema derived them.\n"
    "MATCH (:Actor)-[act]->(:Claim)\nREMOVE act.explicit;",
)

WITHOUT_DENIALS = parse(
    "tests.without_denials",
    "// name:    tests.without_denials\n// mode:    write\n//\n// Take away denials.\n"
    "MATCH ()-[act:DENIED]->()\nDELETE act;",
)

INDEXES = parse(
    "tests.indexes",
    "// name:    tests.indexes\n// mode:    read\n// returns: name  STRING  name\n//\n"
    "// Name indexes.\nSHOW INDEXES\nYIELD name\nRETURN name\nORDER BY name;",
)


def written(folder: Path, text: str, name: str = "dispute.yaml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_loading_twice_changes_nothing(story: Graph) -> None:
    before = story.contents()

    again = story.load(dossiers())

    assert (again.new, again.changed, again.withdrawn) == (0, 0, 0)
    assert story.contents() == before
    story.holds_story = True


def test_derived_relationships_equal_a_rebuild(story: Graph) -> None:
    assert story.ask(derived.differences(story.store)) == []


def test_a_derived_relationship_that_differs_is_found(empty: Graph, tmp_path: Path) -> None:
    empty.load([written(tmp_path, BASE)])
    empty.ask(empty.store.write([(WITHOUT_DENIALS, {})]))

    found = empty.ask(derived.differences(empty.store))

    assert found == ["missing: (aa)-[:DENIED]->(aa-sent-arms-to-bb) aa-denies 2024-01-03 explicit"]


@pytest.mark.parametrize(
    ("stated", "kept"),
    [("    explicit: true\n", True), ("    explicit: false\n", False), ("", None)],
    ids=["in the words", "implied", "not known"],
)
def test_an_act_is_derived_as_explicit_as_its_statement_is(
    empty: Graph, tmp_path: Path, stated: str, kept: bool | None
) -> None:
    empty.load([written(tmp_path, BASE.replace("    explicit: true\n", stated))])

    derived_acts = [line for line in empty.contents() if "['DENIED']" in line]

    explicit = {} if kept is None else {"explicit": kept}
    carried = explicit | {"on": "2024-01-03", "statement": "aa-denies"}
    assert derived_acts == [f"aa ['DENIED'] aa-sent-arms-to-bb {carried}"]


def test_a_graph_of_before_acts_told_whether_they_are_explicit_is_brought_up_to_date(
    empty: Graph, tmp_path: Path
) -> None:
    empty.load([written(tmp_path, BASE)])
    whole = empty.contents()
    empty.ask(empty.store.write([(WITHOUT_EXPLICIT, {}), (load("load.version"), {"version": 1})]))
    line = "(aa)-[:DENIED]->(aa-sent-arms-to-bb) aa-denies 2024-01-03"
    differ = [f"missing: {line} explicit", f"left over: {line}"]
    assert empty.ask(derived.differences(empty.store)) == differ

    empty.ask(prepare(empty.store))

    assert empty.contents() == whole
    assert empty.ask(derived.differences(empty.store)) == []


def test_a_graph_that_lacks_an_index_gets_it_and_is_not_built_anew(
    empty: Graph, tmp_path: Path
) -> None:
    empty.load([written(tmp_path, BASE)])
    empty.alter("DROP INDEX standing_statements")
    older = (load("load.version"), {"version": 3})
    empty.ask(empty.store.write([(WITHOUT_DENIALS, {}), older]))

    empty.ask(prepare(empty.store))

    assert {"name": "standing_statements"} in empty.ask(empty.store.run(INDEXES, {}))
    assert len(empty.ask(derived.differences(empty.store))) == 1  # what was taken away


def test_a_changed_dossier_changes_what_it_names_and_nothing_else(
    empty: Graph, tmp_path: Path
) -> None:
    empty.load([written(tmp_path, BASE)])
    before = empty.contents()

    loaded = empty.load([written(tmp_path, BASE.replace("we did not", "never"))])

    assert (loaded.new, loaded.changed, loaded.withdrawn) == (0, 1, 0)
    gone = set(before) - set(empty.contents())
    assert all("aa-denies" in line or "dispute ['Dossier']" in line for line in gone)
    denial = empty.ask(queries.statement(empty.store, "aa-denies"))
    assert [each.quote for each in denial.reports] == ["never"]


def test_what_vanished_is_withdrawn_and_kept_and_comes_back(empty: Graph, tmp_path: Path) -> None:
    path = written(tmp_path, BASE)
    empty.load([path])
    whole = empty.contents()
    shorter = BASE[: BASE.index("  - id: aa-denies")]

    loaded = empty.load([written(tmp_path, shorter)])

    assert loaded.withdrawn == 1
    rows = empty.ask(queries.who(empty.store, None, Filters(claim="aa-sent-arms-to-bb")))
    assert [each.statement for each in rows] == ["first-wire-reports"]
    kept = empty.ask(queries.statement(empty.store, "aa-denies"))
    assert kept.withdrawn_at
    assert empty.ask(derived.differences(empty.store)) == []
    empty.load([written(tmp_path, BASE)])
    assert empty.contents() == whole


def test_what_vanished_is_deleted_when_asked(empty: Graph, tmp_path: Path) -> None:
    empty.load([written(tmp_path, BASE)])
    shorter = BASE[: BASE.index("  - id: aa-denies")]

    empty.load([written(tmp_path, shorter)], delete=True)

    with pytest.raises(NotFound):
        empty.ask(queries.statement(empty.store, "aa-denies"))


def test_an_entity_that_another_dossier_still_defines_stays(empty: Graph, tmp_path: Path) -> None:
    shared = "  - {id: aa, type: state, name: Aland}\n"
    other = f"dossier: other\ntitle: Other\nactors:\n{shared}"
    empty.load([written(tmp_path, BASE), written(tmp_path, other, "other.yaml")])

    empty.load([written(tmp_path, "dossier: other\ntitle: Other\n", "other.yaml")])

    there = empty.ask(known(empty.store, ["aa"]))
    assert there["aa"].dossiers == ["dispute"]
    assert empty.ask(queries.actor(empty.store, "aa")).name == "Aland"


def test_a_withdrawn_document_leaves_its_statements_and_shows_what_depends_on_it(
    empty: Graph, tmp_path: Path
) -> None:
    withdrawn = BASE.replace(
        "published: 2024-01-02}", "published: 2024-01-02, withdrawn: 2024-02-01}"
    )

    empty.load([written(tmp_path, withdrawn)])

    found = empty.ask(overviews.document(empty.store, "first-report"))
    assert isinstance(found.document, DocumentDetail)
    assert found.document.withdrawn == "2024-02-01"
    alone = {each.statement: each.alone for each in found.dependents}
    assert alone == {"first-wire-reports": True, "aa-denies": True}
    rows = empty.ask(queries.who(empty.store, None, Filters(claim="aa-sent-arms-to-bb")))
    assert {each.statement for each in rows} == {"first-wire-reports", "aa-denies"}


def test_documents_that_only_relay_add_no_origin(empty: Graph, tmp_path: Path) -> None:
    empty.load([written(tmp_path, BASE)])

    origins = empty.ask(queries.origins(empty.store, "aa-sent-arms-to-bb"))

    assert [(each.origin, each.copies) for each in origins] == [("first-wire", 1)]


def test_a_newer_schema_is_refused_and_an_unprepared_graph_is_told(empty: Graph) -> None:
    newer = [(load("load.version"), {"version": VERSION + 1})]
    empty.ask(empty.store.write(newer))

    with pytest.raises(NotReady, match="Use a newer Rejoinder"):
        empty.ask(prepare(empty.store))
    with pytest.raises(NotReady, match="schema version"):
        empty.ask(require(empty.store))


def test_two_loads_at_once_leave_what_one_would(empty: Graph, tmp_path: Path) -> None:
    path = written(tmp_path, BASE)

    async def both() -> None:
        await asyncio.gather(*(load_files(empty.store, [path]) for _ in range(2)))

    empty.ask(both())

    twice = empty.contents()
    empty.wipe()
    empty.load([path])
    assert twice == empty.contents()


def test_every_denial_in_the_story_is_a_derived_relationship(story: Graph) -> None:
    found = story.contents()

    assert any(
        line.startswith(f"iran-un-mission ['DENIED'] {CLAIM} {{'explicit': False")
        and "2024-02-23" in line
        for line in found
    )
