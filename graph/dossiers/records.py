"""Records out of plain values: each by itself, so that one fault hides no other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from graph.dossiers.findings import Findings, Path, Place
from graph.dossiers.reading import File
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

__all__ = ["Record", "Records", "validated"]

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
    id: str
    kind: str
    """Label: ``State``, ``Claim`` ..."""
    raw: Mapping[str, Any]
    entity: Entity | None
    """None when it has a fault of its own."""

    def place(self, *path: str | int) -> Place:
        """Return the place of one of its fields."""
        return self.file.place((*self.path, *path))


@dataclass(slots=True)
class Records:
    """Every record of every file."""

    all: list[Record] = field(default_factory=list[Record])
    by_id: dict[str, Record] = field(default_factory=dict[str, Record])
    """The first record of each id."""

    def valid(self, kind: type[Entity]) -> Iterator[tuple[Record, Any]]:
        """Yield records of `kind` that have no fault of their own, with what they hold."""
        for record in self.all:
            if isinstance(record.entity, kind):
                yield record, record.entity


def validated(file: File, records: Records, found: Findings) -> Dossier | None:
    """Add the records of `file` to `records`; return its dossier if all of it is valid."""
    head = {name: value for name, value in file.data.items() if name not in SECTIONS}
    valid = _valid(Dossier, head, file, (), found) is not None
    for section, model in SECTIONS.items():
        items = file.data.get(section)
        if items is None:
            continue
        if not isinstance(items, list):
            found.fault(file.place((section,)), "is not a list", "begin each record with a hyphen")
            valid = False
            continue
        for index, raw in enumerate(items):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
            entity = _entity(model, raw, file, (section, index), found)
            valid = valid and entity is not None
            if isinstance(raw, dict):
                record = _record(file, (section, index), raw, entity)  # pyright: ignore[reportUnknownArgumentType]
                records.all.append(record)
                records.by_id.setdefault(record.id, record)
    return Dossier.model_validate(_without_null(file.data)) if valid else None


def _without_null(data: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in data.items() if not (k in SECTIONS and v is None)}


def _entity(model: Any, raw: Any, file: File, path: Path, found: Findings) -> Entity | None:
    if not isinstance(raw, dict):
        found.fault(file.place(path), "is not a record", "write fields: id: ..., name: ...")
        return None
    if model is Actor:
        word: Any = raw.get("type")  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
        if not isinstance(word, str) or word not in ACTORS:
            what = "has no type" if word is None else f"{word!r} is no type of actor"
            found.fault(file.place((*path, "type")), what, f"one of: {', '.join(ACTORS)}")
            return None
        model = ACTORS[word]
    return _valid(model, raw, file, path, found)


def _record(file: File, path: Path, raw: dict[str, Any], entity: Entity | None) -> Record:
    model = SECTIONS[str(path[0])]
    if model is Actor:
        model = ACTORS.get(str(raw.get("type")), Entity)
    return Record(file, path, str(raw.get("id", "")), model.__name__, raw, entity)


def _valid(model: Any, raw: Any, file: File, path: Path, found: Findings) -> Any:
    try:
        return TypeAdapter(model).validate_python(raw)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            here = (*path, *each["loc"])
            what, right = _in_our_words(each, model)
            found.fault(file.place(here), what, right)
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
