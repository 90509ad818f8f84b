"""Questions as forms: what each takes, how it is typed, and in which order they are listed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic.alias_generators import to_snake

from cypher import Param, Statement
from graph.answers import Hit
from graph.vocabulary import ACTS, Act

__all__ = ["ORDER", "Entry", "entries", "grouped"]

Kind = Literal["id", "day", "words", "number", "text"]

GROUPS = {
    "claim": "About a claim",
    "statement": "About a statement",
    "document": "About a document",
    "actor": "About an actor",
    "weapon": "About a weapon",
    None: "About the whole record, or a part of it",
}
"""What questions are about, in the order in which they are listed."""
ORDER = (
    "who_denied", "who_alleged", "who_gave_no_answer", "parties_without_position",
    "state_positions", "what_stood_on", "thread", "who_changed_position",
    "admitted_after_denying", "how_far_it_went", "origins", "unnamed_sources", "way_back",
    "narrower_claims", "presupposed", "everything_on", "connection", "who_speaks_for",
    "new_since", "contradicting_claims", "quantities", "only_unnamed_sources", "single_origin",
    "withdrawn_or_walked_back", "characterised_otherwise", "without_quote", "assessors",
    "statement", "what_depends_on", "about_weapon",
)  # fmt: skip
"""In which order they are listed; what is not named here comes last."""
_KINDS: Mapping[str, Kind] = {"DATE": "day", "INTEGER": "number", "FLOAT": "number"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a form."""

    name: str
    """In the address."""
    param: Param
    kind: Kind
    value: str
    """As it was typed."""
    fault: str | None
    near: Sequence[tuple[str, str]]
    """Ids like the one that is not there, each with the address that asks with it."""
    known: Sequence[Hit]
    """The first ids of its kind."""
    words: Sequence[tuple[str, str]]
    """What may be chosen, each with its meaning."""
    became: str | None
    """The day that a month or a year stands for."""

    @property
    def label(self) -> str:
        """Return its name in plain words."""
        return self.name.replace("_", " ")

    @property
    def hint(self) -> str:
        """Return what it is for; what is null in the file is a field left empty here."""
        return self.param.meaning.replace("null ", "left empty ")


def entries(
    question: Statement,
    given: Mapping[str, str],
    *,
    faults: Mapping[str, str],
    near: Mapping[str, Sequence[tuple[str, str]]],
    known: Mapping[str, Sequence[Hit]],
    became: Mapping[str, str],
) -> list[Entry]:
    """Return the fields of a question's form; every mapping is by the name of the parameter.

    `known` is by the kind of thing.
    """
    return [
        Entry(
            name=to_snake(param.name),
            param=param,
            kind=_kind(param),
            value=given.get(param.name, ""),
            fault=faults.get(param.name),
            near=near.get(param.name, ()),
            known=known.get(param.ids, ()) if param.ids else (),
            words=[(word, _meaning(word)) for word in _words(param)],
            became=became.get(param.name),
        )
        for param in question.params
    ]


def _kind(param: Param) -> Kind:
    if param.ids:
        return "id"
    return "words" if _words(param) else _KINDS.get(param.type.removesuffix(" NOT NULL"), "text")


def _words(param: Param) -> tuple[str, ...]:
    if param.type.startswith("BOOLEAN"):
        return ("true", "false")
    return param.words


def _meaning(word: str) -> str:
    """Return a word with its meaning, where it is an act; the header explains others."""
    if word in (each.value for each in Act):
        return f"{ACTS[Act(word)].phrase}: {ACTS[Act(word)].meaning}"
    return word


def grouped(questions: Iterable[Statement]) -> list[tuple[str, list[Statement]]]:
    """Return questions by what they are about: the first thing that they ask for, if any."""
    places = {f"questions.{name}": place for place, name in enumerate(ORDER)}
    found: dict[str | None, list[Statement]] = {each: [] for each in GROUPS}
    for question in sorted(questions, key=lambda each: places.get(each.name, len(places))):
        subject = _subject(question)
        found[subject if subject in GROUPS else None].append(question)
    return [(GROUPS[about], each) for about, each in found.items() if each]


def _subject(question: Statement) -> str | None:
    named = [param for param in question.params if param.ids]
    must = [param for param in named if param.required]
    shown = [param for param in named if param.example]
    return next((param.ids for param in (*must, *shown)), None)
