"""What every answer is, and how things are named in one."""

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

__all__ = ["Mention", "Record"]


class Record(BaseModel):
    """Anything read from the graph."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        validate_by_name=True,
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
    )


class Mention(Record):
    """Something named in an answer."""

    id: str
    """Its id."""
    name: str
    """Its name; of a claim its text, of an unnamed source its description."""
    type: str
    """Its label: State, Institution, Official, Outlet, UnnamedSource, Claim, Dossier ..."""
