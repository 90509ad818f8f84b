"""What the YAML parser reads, one event after another, in types of our own.

The one module that imports ruamel.yaml.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, cast

from ruamel.yaml import YAML
from ruamel.yaml import events as read
from ruamel.yaml.error import MarkedYAMLError, YAMLError

__all__ = ["Event", "NotYaml", "events"]

_Kind = Literal["document", "mapping", "list", "end", "alias", "scalar"]
_KINDS: tuple[tuple[type[object], _Kind], ...] = (
    (read.ScalarEvent, "scalar"),
    (read.MappingStartEvent, "mapping"),
    (read.SequenceStartEvent, "list"),
    (read.CollectionEndEvent, "end"),
    (read.DocumentStartEvent, "document"),
    (read.AliasEvent, "alias"),
)


@dataclass(frozen=True, slots=True)
class Event:
    """A step of the parser."""

    kind: _Kind
    """What begins, ends or stands here."""
    index: int
    """Where in the text, in characters."""
    text: str = ""
    """Text of a scalar."""
    plain: bool = False
    """Whether the scalar has neither quotes nor a tag."""
    anchor: str | None = None
    """Name after ``&`` or ``*``."""
    tag: str | None = None
    """Tag, ``!like_this``."""


class NotYaml(Exception):
    """The text stops being YAML; the message is the parser's word for it."""

    def __init__(self, problem: str, index: int | None) -> None:
        super().__init__(problem)
        self.index = index
        """Where in the text, in characters; None when the parser does not say."""


def events(text: str) -> Iterator[Event]:
    """Yield what the parser reads in `text`. Raises `NotYaml` where it cannot go on."""
    # ruamel.yaml ships its types unfinished, hence Any here and nowhere else.
    parser: Any = YAML(typ="safe", pure=True)
    try:
        for event in parser.parse(text):
            for of, kind in _KINDS:
                if isinstance(event, of):
                    yield _event(kind, event)
                    break
    except (YAMLError, ValueError, OverflowError) as error:  # "\UFFFFFFFF" is a ValueError
        raise _not_yaml(error) from None


def _event(kind: _Kind, event: Any) -> Event:
    index = event.start_mark.index
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if kind == "scalar":
        return Event(kind, index, event.value, event.implicit[0], anchor, tag)
    return Event(kind, index, anchor=anchor, tag=tag)


def _not_yaml(error: Exception) -> NotYaml:
    if isinstance(error, MarkedYAMLError):
        marked = cast("Any", error)
        problem = marked.problem or marked.context or "it cannot be read"
        # Of an open quotation mark or bracket, where it was opened, not where the text ends.
        opened = "unexpected end" in problem or "<stream end>" in problem
        mark = (marked.context_mark if opened else None) or marked.problem_mark
        return NotYaml(problem, mark.index if mark else None)
    problem = getattr(error, "reason", "") or str(error).partition("\n")[0]
    return NotYaml(problem, getattr(error, "position", None))
