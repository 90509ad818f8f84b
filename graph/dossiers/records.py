"""Records out of plain values: each by itself, so that one fault hides no other."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, cast, get_args

from pydantic import BaseModel, ValidationError

from graph.dossiers.findings import Findings, Path, Place
from graph.dossiers.reading import File, Item
from graph.model import (
    Actor,
    Assessment,
    Claim,
    Document,
    Dossier,
    Entity,
    Institution,
    Official,
    Outlet,
    State,
    Statement,
    UnnamedSource,
    WeaponSystem,
)
from graph.vocabulary import Act, act_of

__all__ = ["Record", "head", "validated"]

SECTIONS: Mapping[str, Any] = {
    "actors": Actor,
    "weapons": WeaponSystem,
    "claims": Claim,
    "documents": Document,
    "statements": Statement,
    "assessments": Assessment,
}
ACTORS: Mapping[str, type[Entity]] = {
    "state": State,
    "institution": Institution,
    "official": Official,
    "outlet": Outlet,
    "unnamed_source": UnnamedSource,
}
_SLUG = "write lower-case letters, digits and single hyphens: iran-un-mission"


@dataclass(frozen=True, slots=True)
class Record:
    """A record where it stands, valid or not."""

    file: File
    path: Path
    line: int
    id: str
    kind: str
    """Label: ``State``, ``Claim`` ..."""
    raw: Mapping[str, Any]
    entity: Entity | None
    """None when it has a fault of its own."""
    read: int
    """Bytes of the file that were read so far; 0 for one that was read whole."""

    def place(self, *path: str | int) -> Place:
        """Return the place of one of its fields."""
        return self.file.place((*self.path, *path), self.line)


def head(file: File, found: Findings) -> Dossier | None:
    """Return what a dossier says of itself, or None: `found` says what is wrong with it."""
    return _valid(Dossier, file.head, file.place, found)


def validated(file: File, found: Findings) -> Iterator[Record]:
    """Yield the records of `file`; of those that are none, and of their faults, `found` says."""
    for item in file.items:
        entity = _entity(item, file, found)
        if isinstance(item.value, dict):
            raw = cast("dict[str, Any]", item.value)  # pyright: ignore[reportUnknownMemberType]
            id_, kind = str(raw.get("id", "")), _kind(item)
            yield Record(file, item.path, item.line, id_, kind, raw, entity, item.read)


def _entity(item: Item, file: File, found: Findings) -> Entity | None:
    def place(path: Path) -> Place:
        return file.place((*item.path, *path), item.line)

    model, raw = SECTIONS[str(item.path[0])], item.value
    if not isinstance(raw, dict):
        found.fault(place(()), "is not a record", "write fields: id: ..., name: ...")
        return None
    if model is Actor:
        word: Any = raw.get("type")  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
        if not isinstance(word, str) or word not in ACTORS:
            what = "has no type" if word is None else f"{word!r} is no type of actor"
            found.fault(place(("type",)), what, f"one of: {', '.join(ACTORS)}")
            return None
        model = ACTORS[word]
    return _valid(model, raw, place, found)


def _kind(item: Item) -> str:
    model = SECTIONS[str(item.path[0])]
    if model is Actor:
        model = ACTORS.get(str(item.value.get("type")), Entity)
    return model.__name__


def _valid(model: Any, raw: Any, place: Callable[[Path], Place], found: Findings) -> Any:
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            what, right = _in_our_words(each, model)
            found.fault(place(each["loc"]), what, right)
        return None


def _in_our_words(error: Any, model: Any) -> tuple[str, str]:
    """Return what is wrong and what would be right, for one of pydantic's errors."""
    kind, context, name = error["type"], error.get("ctx", {}), error["loc"][-1]
    given = _short(error["input"])
    match kind:
        case "missing":
            return "is missing", f"add {name}"
        case "extra_forbidden":
            known = _fields(model, error["loc"][:-1])
            near = get_close_matches(str(name), known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"fields are: {', '.join(known)}"
            return "there is no such field", hint
        case "enum" | "literal_error":
            return _choice(name, given, context["expected"])
        case "string_pattern_mismatch" if "a-z0-9]+(-" in context["pattern"]:
            return f"{given} is not an id", _SLUG
        case "string_pattern_mismatch":
            return f"{given} is not a language", "write it as BCP 47 does: en, fa, pt-BR"
        case "string_type":
            return f"{given} is not text", "put it in quotes"
        case "string_too_short":
            return "is empty", "write it, or leave the field out"
        case "string_too_long":
            return "is too long", f"at most {context['max_length']} characters"
        case "too_short":
            return "is empty", "name at least one"
        case "tuple_type":
            return f"{given} is not a list", "write it in brackets: [one, two]"
        case "value_error":
            what, _, right = str(context["error"]).partition("; ")
            return what, right
        case _ if kind.startswith("url"):
            return f"{given} is not a web address", "write one that begins with https:// or http://"
        case _ if kind.startswith("bool"):
            return f"{given} is neither true nor false", "write true, false, or leave it out"
        case "greater_than_equal":
            return f"{given} is too small", f"at least {context['ge']}"
        case _ if kind.startswith(("float", "int")):
            return f"{given} is not a number", "write digits, without quotes or units"
        case _:
            return f"{given} does not fit", str(error["msg"])


def _choice(name: str | int, given: str, expected: str) -> tuple[str, str]:
    words = re.findall(r"'([^']*)'", expected)
    if name in ("act", "characterised_as"):
        words = [act.value for act in Act]
        meant = act_of(given.strip("'"))
        near = [meant.value] if meant else get_close_matches(given.strip("'"), words, n=1)
    else:
        near = get_close_matches(given.strip("'"), words, n=1)
    hint = f"did you mean {near[0]}? " if near else ""
    return f"{given} is no {str(name).replace('_', ' ')}", f"{hint}one of: {', '.join(words)}"


def _fields(model: Any, way: Sequence[Any]) -> list[str]:
    """Return the names of the fields of the record, or part of one, that `way` leads to."""
    for step in way:
        if isinstance(step, str) and issubclass(model, BaseModel) and step in model.model_fields:
            model = _model_in(model.model_fields[step].annotation) or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for each in get_args(annotation):
        if found := _model_in(each):
            return found
    return None


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
