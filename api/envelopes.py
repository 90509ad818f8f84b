"""What rows are sent in, by the service and the command line: with what they are, and are not."""

from typing import Any, Generic, TypeVar

from graph.answers import Record
from graph.questions import Answer
from graph.values import as_json

__all__ = ["CAUTION", "Answered", "Page", "answered"]

R = TypeVar("R", bound=Record)

CAUTION = "Allegations and statements on them, as documents report them. Not findings."


class Page(Record, Generic[R]):
    """Some rows of a list."""

    caution: str = CAUTION
    """What these rows are, and are not."""
    rows: list[R]
    """The rows."""
    next: str | None
    """Address of the next page. Null on the last."""


class Answered(Record):
    """What a question answers."""

    caution: str = CAUTION
    """What these rows are, and are not."""
    question: str
    """What was asked, in one sentence."""
    parameters: dict[str, Any]
    """What it was asked with; null where nothing was given."""
    rows: list[dict[str, Any]]
    """The rows; `columns` of the question says what each holds. Days are ISO 8601."""
    truncated: bool
    """Whether rows beyond the limit were left out."""


def answered(found: Answer) -> Answered:
    """Return what a question answers, as the service and the command line give it."""
    return Answered(
        question=found.question.asks,
        parameters=dict(found.params),
        rows=[as_json(row) for row in found.rows],
        truncated=found.truncated,
    )
