"""The invented archive is a dossier without a fault, the same every time, skewed as news is."""

import gzip
import tracemalloc
from collections import Counter, deque
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from bench.packing import opened, write
from bench.skew import Skew
from bench.world import head, main, world
from graph.dossiers import check
from graph.model import Assessment, Claim, Document, Entity, Official, Statement, UnnamedSource

SIZE = 1500


@pytest.fixture(scope="module")
def records() -> list[Entity]:
    return list(world(SIZE))


def statements(records: Iterable[Entity]) -> list[Statement]:
    return [each for each in records if isinstance(each, Statement)]


def test_an_archive_passes_check_without_a_fault(tmp_path: Path, records: list[Entity]) -> None:
    path = tmp_path / "archive.ndjson.gz"
    with opened(path) as to:
        count = write(records, head(SIZE), to)

    found = check([path])

    assert (found.faults, len(found.warnings)) == ((), 0)
    assert count == len(records)
    assert sum(each.records for each in found.dossiers) == count


@pytest.mark.parametrize("size", [1, 19, 400, 1500])
def test_an_archive_has_exactly_so_many_statements(size: int) -> None:
    assert len(statements(world(size, seed=3))) == size


def test_a_number_and_a_seed_give_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("one.ndjson.gz", "two.ndjson.gz", "three.ndjson")]

    for file, seed in zip(files, ("5", "5", "6"), strict=True):
        main(["200", "--seed", seed, "-o", str(file)])

    assert files[0].read_bytes() == files[1].read_bytes()
    assert gzip.decompress(files[0].read_bytes()) != files[2].read_bytes()


@pytest.mark.parametrize("of", ["claims", "speakers"])
def test_a_tenth_draws_most(records: list[Entity], of: str) -> None:
    said = statements(records)
    counted = Counter(each.claim if of == "claims" else each.by[0].actor for each in said)

    few = sum(count for _, count in counted.most_common(max(1, len(counted) // 10)))

    assert few > SIZE / 2


def test_it_has_what_makes_archives_hard(records: list[Entity]) -> None:
    by_id = {each.id: each for each in records}
    said = statements(records)
    relaying = {each.id: set(each.relays) for each in said if each.relays}
    documents = [each for each in records if isinstance(each, Document)]
    days = Counter(each.said for each in said)

    assert any(of & relaying.keys() for of in relaying.values())
    assert any(len(each.by) > 1 for each in said)
    assert any(isinstance(each, UnnamedSource) for each in records)
    assert any(isinstance(each, Assessment) for each in records)
    assert any(len(each.reports) > 3 for each in said)
    assert any(each.draws_on for each in documents)
    assert days[None]
    assert any(day and len(day) == 7 for day in days)
    answered = {by_id[id_].id for each in said for id_ in each.responds_to}
    assert len(answered) > SIZE / 20


def test_everything_but_a_claim_names_only_what_came_before(records: list[Entity]) -> None:
    told: set[str] = set()
    for each in records:
        match each:
            case Statement():
                speakers = {speaker.actor for speaker in each.by}
                named = {*speakers, *each.relays, *each.responds_to, each.claim}
            case Document():
                named = {draw.document for draw in each.draws_on}
            case Official():
                named = {role.institution for role in each.roles}
            case _:
                named = set[str]()
        assert named <= told
        told.add(each.id)


def test_words_come_in_bursts(records: list[Entity]) -> None:
    busiest, _ = Counter(each.claim for each in statements(records)).most_common(1)[0]
    said = [each.said for each in statements(records) if each.claim == busiest]
    days = Counter(date.fromisoformat(each) for each in said if each and len(each) == 10)

    span = (max(days) - min(days)).days + 1
    mean = days.total() / span
    spread = sum(count**2 for count in days.values()) / span - mean**2

    assert spread / mean > 2  # of words spread evenly it is 1


def test_memory_does_not_grow_with_the_number_of_statements() -> None:
    deque(world(4000), maxlen=0)  # days are remembered once they were read
    peaks: list[int] = []

    for size in (500, 4000):
        tracemalloc.start()
        deque(world(size), maxlen=0)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] < 2 * peaks[0] + 300_000


def test_no_two_claims_share_an_id(records: list[Entity]) -> None:
    claims = [each.id for each in records if isinstance(each, Claim)]

    assert len(claims) == len(set(claims)) == SIZE // 20


@pytest.mark.parametrize("count", [1, 7, 1000])
def test_shares_add_up_and_ranks_are_within(count: int) -> None:
    import random

    skew, chance = Skew(count), random.Random(1)  # noqa: S311

    assert (skew.share(0), skew.share(count)) == (0, 1)
    assert all(0 <= skew.pick(chance) < count for _ in range(1000))
