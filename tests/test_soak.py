"""One round of ``make soak``."""

from collections.abc import Generator

import pytest

from tests.soak import Soak, Victim


@pytest.fixture(scope="module")
def soak(tmp_path_factory: pytest.TempPathFactory) -> Generator[Soak, None, None]:
    found = Soak(tmp_path_factory.mktemp("soak"))
    yield found
    found.neo4j.stop()


@pytest.mark.parametrize("victim", ["loader", "server"])
def test_a_load_that_is_killed_in_the_middle_is_made_whole_by_the_next(
    soak: Soak, victim: Victim
) -> None:
    moments = (0.7, 0.5, 0.4)  # a busy machine may end a load before the first of them

    assert any(soak.round(victim, moment) for moment in moments)
