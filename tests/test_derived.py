"""What is derived follows every change, from wherever it was left, and touches nothing else."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from cypher import Statement
from graph import derived
from graph.errors import Unavailable
from graph.loading import load_files
from graph.store import Row, Store
from tests.graphs import Graph

BASE = """\
dossier: dispute
title: A dispute
actors:
  - {id: aa, type: state, name: Aland}
  - {id: bb, type: state, name: Bland}
  - {id: aa-ministry, type: institution, kind: ministry, name: Ministry of Aland, part_of: [aa]}
  - {id: aa-mission, type: institution, kind: diplomatic_mission, name: Mission of Aland, part_of: [aa-ministry]}
  - id: aa-speaker
    type: official
    name: A Speaker
    roles: [{title: Speaker, institution: aa-mission, start: 2023-01-01, end: 2024-06-01}]
  - {id: first-wire, type: outlet, name: First Wire}
  - {id: second-wire, type: outlet, name: Second Wire}
weapons:
  - {id: arrow, name: Arrow, kind: missile}
claims:
  - {id: aa-sent-arms-to-bb, text: Aland sent arms to Bland., kind: arms_transfer, supplier: [aa], recipient: [bb], items: [arrow]}
  - {id: aa-sold-arms-to-bb, text: Aland sold arms to Bland., kind: arms_transfer, supplier: [aa], recipient: [bb]}
documents:
  - {id: first-report, publisher: first-wire, published: 2024-01-02}
  - {id: second-report, publisher: second-wire, published: 2024-01-03, draws_on: [{document: first-report, how: cites}]}
  - {id: third-report, publisher: second-wire, published: 2024-01-04, draws_on: [{document: second-report, how: cites}]}
statements:
  - {id: first-wire-reports, by: first-wire, act: reports, claim: aa-sent-arms-to-bb, belief: uncommitted, relayed_belief: certain_true, reports: [{document: first-report}, {document: second-report}]}
  - {id: second-wire-reports, by: second-wire, act: reports, claim: aa-sent-arms-to-bb, belief: uncommitted, relayed_belief: certain_true, reports: [{document: third-report}]}
  - {id: aa-speaker-denies, by: aa-speaker, act: denies, claim: aa-sent-arms-to-bb, belief: certain_false, said: 2024-01-03, responds_to: [first-wire-reports], reports: [{document: second-report}]}
  - {id: aa-mission-walks-back, by: aa-speaker, act: walks_back, claim: aa-sold-arms-to-bb, belief: uncommitted, said: 2024-01-04, responds_to: [aa-speaker-denies], reports: [{document: third-report}]}
"""  # noqa: E501

CHANGES = {
    "a post that ended before": ("end: 2024-06-01", "end: 2023-06-01"),
    "an organ of somebody else": ("part_of: [aa-ministry]", "part_of: [bb]"),
    "an organ of nobody": ("Ministry of Aland, part_of: [aa]", "Ministry of Aland"),
    "another day of a document": ("published: 2024-01-02", "published: 2023-12-01"),
    "a document that draws on nothing": (", draws_on: [{document: first-report, how: cites}]", ""),
    "another publisher": ("id: first-report, publisher: first-wire", "id: first-report"),
    "checked documents": ("published: 2024-01-04", "published: 2024-01-04, derivation: checked"),
    "another supplier": ("Aland sent arms to Bland., kind: arms_transfer, supplier: [aa]", "Aland sent arms to Bland., kind: arms_transfer, supplier: [bb]"),  # noqa: E501
    "no weapon": (", items: [arrow]", ""),
    "another claim": ("act: denies, claim: aa-sent", "act: denies, claim: aa-sold"),
    "another act": ("act: denies", "act: doubts"),
    "another speaker": ("by: aa-speaker, act: denies", "by: aa-ministry, act: denies"),
    "nothing walked back": ("responds_to: [aa-speaker-denies], ", ""),
    "another belief": ("certain_false", "certain_true"),
    "a statement left out": (BASE[BASE.index("  - {id: aa-mission-walks") :], ""),
    "a claim left out with what was said of it": ("aa-sold-arms-to-bb, belief", "aa-sent-arms-to-bb, belief"),  # noqa: E501
    "another kind of actor": ("{id: first-wire, type: outlet", "{id: first-wire, type: institution, kind: agency"),  # noqa: E501
}  # fmt: skip


class Ending:
    """A store that is gone after so many writes."""

    def __init__(self, store: Store, writes: int) -> None:
        self._store, self._left = store, writes
        self.written: list[tuple[Statement, Row]] = []

    async def run(self, statement: Statement, params: Row, *, most: int | None = None) -> list[Row]:
        return await self._store.run(statement, params, most=most)

    async def write(self, steps: Sequence[tuple[Statement, Row]]) -> list[list[Row]]:
        self._left -= 1
        if self._left < 0:
            raise Unavailable("Gone.")
        self.written += steps
        return await self._store.write(steps)

    async def version(self) -> str:
        return await self._store.version()

    def built(self) -> set[str]:
        """Return the statements that were built anew."""
        of = [params["ids"] for each, params in self.written if each.name == "derive.known_by"]
        return {id_ for ids in of for id_ in ids}


def written(folder: Path, text: str) -> Path:
    path = folder / "dispute.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("delete", [False, True], ids=["withdrawn", "deleted"])
def test_what_is_derived_follows_every_change_and_every_way_back(
    empty: Graph, tmp_path: Path, delete: bool
) -> None:
    empty.load([written(tmp_path, BASE)])
    base = empty.contents()
    assert empty.ask(derived.differences(empty.store)) == []

    for change, replaced in CHANGES.items():
        changed = BASE.replace(*replaced)
        assert changed != BASE, change

        empty.load([written(tmp_path, changed)], delete=delete)

        assert empty.ask(derived.differences(empty.store)) == [], change
        after = empty.contents()
        assert after != base, change
        empty.ask(derived.rebuild(empty.store))
        assert empty.contents() == after, change
        empty.load([written(tmp_path, BASE)])
        assert empty.ask(derived.differences(empty.store)) == [], change
        assert empty.contents() == base, change


def test_what_was_ended_anywhere_is_finished_by_the_next(empty: Graph, tmp_path: Path) -> None:
    changed = BASE.replace(*CHANGES["another supplier"]).replace(*CHANGES["an organ of nobody"])
    empty.load([written(tmp_path, changed)])
    whole = empty.contents()
    ends = 0

    for writes in range(3, 99):
        empty.wipe()
        empty.load([written(tmp_path, BASE)])
        try:
            empty.ask(load_files(Ending(empty.store, writes), [written(tmp_path, changed)]))
        except Unavailable:
            assert not empty.ask(derived.state(empty.store)).derived
            ends += 1
            empty.ask(derived.refresh(empty.store))
        assert empty.contents() == whole
        if ends < writes - 2:
            break

    assert ends > 4
    assert empty.ask(derived.differences(empty.store)) == []


@pytest.mark.parametrize(
    ("change", "built"),
    [
        ("another belief", {"aa-speaker-denies"}),
        ("another day of a document", {"first-wire-reports"}),
        ("a post that ended before", {"aa-speaker-denies", "aa-mission-walks-back"}),
        ("another publisher", {"first-wire-reports"}),
    ],
)
def test_what_does_not_hang_on_a_change_is_not_built_anew(
    empty: Graph, tmp_path: Path, change: str, built: set[str]
) -> None:
    empty.load([written(tmp_path, BASE)])
    store = Ending(empty.store, 99)
    path = written(tmp_path, BASE.replace(*CHANGES[change]))

    empty.ask(load_files(store, [path]))

    assert store.built() == built | ({"first-wire-reports"} if "belief" in change else set())


def test_a_load_that_changes_nothing_builds_nothing(empty: Graph, tmp_path: Path) -> None:
    empty.load([written(tmp_path, BASE)])
    store = Ending(empty.store, 0)

    empty.ask(load_files(store, [written(tmp_path, BASE)]))

    assert store.written == []


def test_nothing_is_built_of_a_dossier_that_is_there_in_part(empty: Graph, tmp_path: Path) -> None:
    empty.load([written(tmp_path, BASE)])
    empty.alter("MATCH (d:Dossier), (s:Statement) SET d.fingerprint = 'pending', s:Stale")
    empty.alter("MATCH (graph:Rejoinder) SET graph.derived = false")
    store = Ending(empty.store, 0)

    empty.ask(derived.refresh(store))
    empty.alter("MATCH (d:Dossier) SET d.fingerprint = 'whole'")
    empty.ask(derived.refresh(empty.store))

    assert empty.ask(derived.state(empty.store)).derived


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("MATCH (s:Statement)-[v:VOICES]->(:State) DELETE v", "missing: (aa-"),
        ("MATCH (a:State {id: 'bb'}), (c:Claim) CREATE (a)-[:DENIED]->(c)", "left over: (bb)-[:D"),
        ("MATCH (a:State), (b:Outlet) CREATE (a)-[:DENIED]->(b)", "left over: 4 of DENIED else"),
        ("MATCH (s:Standing) SET s.origins = 9", "otherwise: aa-s"),
        ("MATCH (s:Standing) SET s.statements = 9", "missing: (aa-"),
        ("CREATE (:Standing {claim: 'x'})", "left over: 1 of Standing elsewhere"),
        ("MATCH ()-[c:CONCERNS]->() SET c.key = ''", "missing: (aa-"),
        ("MATCH ()-[m:MADE_BY]->() SET m.act = 'x'", "missing: (aa-"),
        ("MATCH ()-[m:SUPPLIER]->() REMOVE m.claim", "missing: (aa-"),
        ("MATCH (s:Statement) SET s.about = 'x'", "missing: (aa-"),
        ("MATCH (c:Claim)-[s:STANDS]->(t) CREATE (c)-[:STANDS]->(t)", "left over: (aa-"),
    ],
)
def test_whatever_differs_is_found(empty: Graph, tmp_path: Path, text: str, told: str) -> None:
    empty.load([written(tmp_path, BASE)])
    empty.alter(text)

    found = empty.ask(derived.differences(empty.store))

    assert found
    assert found[0].startswith(told)
