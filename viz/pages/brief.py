"""A brief: statements on one claim in the order said, with footnotes to numbered documents."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.answers import Citation

__all__ = ["Note", "Paragraph", "footnoted"]


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered document."""

    number: int
    """From 1, in the order in which documents are first cited."""
    report: Citation
    """A row that has its title, publisher, day and address."""
    cited: list[int] = field(default_factory=list[int])
    """Numbers of the paragraphs that cite it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One statement, with the documents that report it."""

    number: int
    """From 1, in the order said."""
    first: Citation
    """A row that has who said it, when, and in which act."""
    words: list[tuple[Citation, list[int]]]
    """Each wording that documents print, once, with the notes of those that print it."""
    others: list[int]
    """Notes of documents that report it and print no words."""
    calls: list[tuple[str, list[int]]]
    """Other acts that documents call it, with their notes."""


def footnoted(rows: Sequence[Citation]) -> tuple[list[Paragraph], list[Note]]:
    """Return a paragraph for each statement of `rows`, in their order, and the notes to them."""
    notes: dict[str, Note] = {}
    by_statement: dict[str, list[Citation]] = {}
    for row in rows:
        by_statement.setdefault(row.statement, []).append(row)
    found: list[Paragraph] = []
    for number, reports in enumerate(by_statement.values(), 1):
        for each in reports:
            note = notes.setdefault(each.document, Note(len(notes) + 1, each))
            note.cited.append(number)
        found.append(_paragraph(number, reports, notes))
    return found, list(notes.values())


def _paragraph(number: int, reports: Sequence[Citation], notes: dict[str, Note]) -> Paragraph:
    words: dict[str, tuple[Citation, list[int]]] = {}
    calls: dict[str, list[int]] = {}
    others: list[int] = []
    for each in reports:
        note = notes[each.document].number
        if each.quote:
            words.setdefault(each.quote, (each, []))[1].append(note)
        else:
            others.append(note)
        if each.characterised_as and each.characterised_as != each.act:
            calls.setdefault(each.characterised_as, []).append(note)
    return Paragraph(number, reports[0], list(words.values()), others, list(calls.items()))
