"""What a map says of itself: what was asked, as of when, how much of the answer it shows."""

from dataclasses import dataclass
from datetime import date, datetime

__all__ = ["NOT_FINDINGS", "Caption", "printed", "printed_graph", "printed_schema", "shown_of"]

NOT_FINDINGS = "Allegations, not findings."
EMPTY = "No statement is recorded. That is not a denial, and not an answer of any other kind."


@dataclass(frozen=True, slots=True)
class Caption:
    """What is printed on a map."""

    title: str
    """The question, in a sentence for a reader."""
    as_of: date | None
    """Day as of which it was asked. None: the latest that is recorded."""
    made: datetime
    """When the answer was read from the graph (with its time zone)."""
    total: int
    """Statements that answer the question, of which the map may show fewer."""


def shown_of(shown: int, total: int) -> str:
    """Return how many of the statements a map shows, and by what order others were left out."""
    if total == 0:
        return EMPTY
    noun = "statement" if total == 1 else "statements"
    if shown < total:
        return f"{shown} of {total} {noun} shown, newest first."
    return f"{total} {noun}, all shown." if total > 1 else "1 statement, shown."


def printed(caption: Caption, shown: int, recorded: int) -> dict[str, str]:
    """Return `caption` as the texts that stand on the page.

    `shown` statements are drawn of `recorded` that were handed over; `caption.total` wins
    when it is larger.
    """
    return _printed(caption, shown_of(shown, max(caption.total, recorded)))


def printed_graph(caption: Caption, shown: int, held: int) -> dict[str, str]:
    """Return `caption` as the texts of a map of any graph: `shown` of the nodes `held`."""
    noun = "node" if held == 1 else "nodes"
    left_out = f"{shown} of {held} {noun} shown, in the order of the answer."
    return _printed(caption, left_out if shown < held else f"{held} {noun}, all shown.")


def printed_schema(labels: int, types: int, made: datetime) -> dict[str, str]:
    """Return the texts of the map of the schema."""
    caption = Caption("What is the graph made of?", as_of=None, made=made, total=labels)
    shown = f"{labels} labels, {types} types of relationships, each with how many there are."
    return _printed(caption, shown)


def _printed(caption: Caption, shown: str) -> dict[str, str]:
    as_of = f"{caption.as_of.day} {caption.as_of:%B %Y}" if caption.as_of else None
    zone = caption.made.strftime("%Z") or "no time zone given"
    return {
        "title": caption.title,
        "asOf": f"As of {as_of}." if as_of else "As of the latest recorded.",
        "made": f"Made {caption.made.day} {caption.made:%B %Y, %H:%M} {zone}.",
        "shown": shown,
        "rule": NOT_FINDINGS,
    }
