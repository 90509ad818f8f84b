"""What the records share: ids, text, and slots that several of them have."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from graph.dates import EdtfDate

__all__ = ["Entity", "Id", "Language", "Named", "Part", "Period", "Quantity", "Text"]

Id = Annotated[
    str,
    Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120),
]
"""A readable slug: lower-case letters, digits and single hyphens. Unique in the graph."""
Text = Annotated[str, Field(min_length=1, max_length=4000)]
"""Plain text."""
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
"""A language, as BCP 47 writes it."""


class Part(BaseModel):
    """Anything written in a dossier."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True, str_strip_whitespace=True
    )


class Entity(Part):
    """Anything with an id: a node of the graph."""

    id: Id
    """Readable and unique in the whole graph; never given to anything else later."""
    formerly: tuple[Id, ...] = ()
    """Ids that it had before: whoever asks for one is led here."""
    notes: Text | None = None
    """What a reader should know that no field holds."""


class Named(Entity):
    """Anything with a name."""

    name: Text
    """Usual name, in English."""
    aliases: tuple[Text, ...] = ()
    """Other spellings, abbreviations and names in other languages."""


class Quantity(Part):
    """How many, in words and in bounds. A bound left out was not stated."""

    text: Text
    """In the words of the source."""
    min: float | None = Field(None, ge=0)
    """At least."""
    max: float | None = Field(None, ge=0)
    """At most."""
    approximate: bool | None = None
    """Whether the bounds are rounded ("around")."""
    unit: Text | None = None
    """Of what."""

    @model_validator(mode="after")
    def _ordered(self) -> "Quantity":
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"min {self.min:g} is above max {self.max:g}; swap them")
        return self


class Period(Part):
    """When the thing claimed is said to have happened."""

    text: Text
    """In words."""
    start: EdtfDate | None = None
    """First day, as known."""
    end: EdtfDate | None = None
    """Last day, as known."""
