"""Event data become a dossier without a fault that says no more than the data do."""

import gzip
from pathlib import Path
from typing import Any

import pytest

from bench.events import Events, main, slug
from bench.verbs import VERBS, verb_of
from graph.dossiers import check
from graph.model import Claim, Entity, Statement
from graph.vocabulary import Act, Belief

LINES = (
    "source\tverb\ttarget\tdate",
    "Norland\tAccuse\tSuland\t2014-03-05",
    "Norland\tAccuse\tSuland\t2014-03-20",
    "Suland\tDeny responsibility\tNorland\t2014-03-21",
    "Suland\tDeny responsibility\tNorland\t2014-04-02",
    "Norland\tAccuse of war crimes\tSuland\t20140305",
    "Minister (Süland)\tMake statement\tNorland\t2014-03-06",
    "Suland\tDecline comment\t\t2014-03-06",
    "Suland\tHost a visit\tNorland\t2014-03-07",
    "Suland\t016\tNorland\t2014-03-07",
    "Министр\t011\tNorland\t2014-03-07",
)


def read(*lines: str, each_record: bool = False) -> tuple[Events, list[Entity]]:
    events = Events("events-x", each_record=each_record)
    return events, list(events.records(lines))


def said(*lines: str, each_record: bool = False) -> list[Statement]:
    _, records = read(*lines, each_record=each_record)
    return [each for each in records if isinstance(each, Statement)]


def test_the_dossier_has_no_fault(tmp_path: Path) -> None:
    events, archive = tmp_path / "some events.tsv", tmp_path / "archive.ndjson.gz"
    events.write_text("\n".join(LINES), "utf-8")

    code = main([str(events), "-o", str(archive)])

    found = check([archive])
    assert code == 0
    assert found.faults == ()
    lines = gzip.decompress(archive.read_bytes()).splitlines()
    assert sum(line.startswith(b'{"statement":') for line in lines) == 9


def test_a_denial_is_of_what_the_other_accused_it_of_in_that_month_and_of_nothing_else() -> None:
    first, second, denied, later, crimes, *_ = said(*LINES)

    assert first.claim == second.claim == denied.claim
    assert later.claim != denied.claim
    assert crimes.claim != denied.claim
    assert (first.act, first.belief) == (Act.ALLEGES, Belief.CERTAIN_TRUE)
    assert (denied.act, denied.belief) == (Act.DENIES, Belief.CERTAIN_FALSE)
    assert denied.responds_to == ()


def test_an_accusation_in_return_is_another_claim() -> None:
    one, other = said(LINES[1], "Suland\tAccuse\tNorland\t2014-03-05")

    assert one.claim != other.claim


def test_each_record_may_be_a_claim_of_its_own() -> None:
    found = said(*LINES, each_record=True)

    assert len({each.claim for each in found}) == len(found) == 9


def test_what_has_no_content_commits_to_nothing_and_its_claim_says_so() -> None:
    _, records = read(*LINES)
    claims = {each.id: each.text for each in records if isinstance(each, Claim)}

    for each in (x for x in records if isinstance(x, Statement)):
        verb = next(v for v in VERBS if v.act is each.act)
        assert "records" in claims[each.claim]
        assert (each.belief is Belief.UNCOMMITTED) == (verb.code not in ("112", "015", "016"))
        assert each.explicit is None
        assert each.reports[0].quote is None


def test_what_is_no_speech_is_counted_and_what_cannot_be_read_is_told_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    events = tmp_path / "e.tsv"
    events.write_text(f"{LINES[8]}\n{LINES[8]}\nA\tAccuse\tB\nA\tAccuse\tB\tMay 5\n", "utf-8")

    code = main([str(events), "-o", str(tmp_path / "e.ndjson")])

    told = capsys.readouterr().err
    assert code == 1
    assert f"{events}, line 3: has 3 parts" in told
    assert f"{events}, line 4: 'May 5' is no day" in told
    assert "no speech act: 2 (Host a visit 2). Not read: 2 lines" in told


def test_names_that_make_the_same_id_stay_two_actors() -> None:
    found = said("A B\tAccuse\tX\t2014-03-05", "A.B\tAccuse\tX\t2014-03-05")

    assert found[0].by != found[1].by
    assert found[0].claim != found[1].claim


@pytest.mark.parametrize("name", ["Iran (Islamic Republic)", "Министр", "--", "É" * 300])
def test_any_name_makes_a_part_of_an_id(name: str) -> None:
    assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 0 < len(slug(name)) <= 40
    assert not slug(name).endswith("-")


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.code)
def test_a_verb_is_known_by_its_name_and_its_code(verb: Any) -> None:
    assert verb_of(verb.name.upper()) is verb_of(verb.code) is verb
    assert verb_of("use conventional military force") is None


def test_lines_are_read_one_by_one() -> None:
    def endless() -> Any:
        while True:
            yield "Norland\tAccuse\tSuland\t2014-03-05"

    records = Events("events-x").records(endless())

    kinds = [type(next(records)).__name__ for _ in range(7)]
    assert kinds == [
        *["Institution"] * 2,
        "Claim",
        "Document",
        "Statement",
        "Document",
        "Statement",
    ]
