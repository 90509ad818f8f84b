"""Errors of the server in our words: what is wrong, and what would be right."""

from neo4j.exceptions import TransientError

from graph.driver.words import in_our_words
from graph.errors import TooSlow, Unavailable


class OutOfMemory(TransientError):
    """What the server says of a query that may not have more."""

    @property
    def code(self) -> str:
        return "Neo.TransientError.General.MemoryPoolOutOfMemoryError"


def test_a_query_that_needs_too_much_memory_is_not_told_as_a_server_that_is_down() -> None:
    told = in_our_words(OutOfMemory(), "questions.origins")

    assert isinstance(told, TooSlow)
    assert "'questions.origins' needs more memory" in str(told)
    assert "REJOINDER_HEAP_MB" in str(told)


def test_a_server_that_does_not_answer_is_told_as_one() -> None:
    assert isinstance(in_our_words(TransientError(), "questions.origins"), Unavailable)
