"""What runs statements, and their rows as records."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeVar

from cypher import Statement, StatementError, load
from graph.answers import Record

__all__ = ["Row", "Store", "one", "rows"]

Row = Mapping[str, Any]
R = TypeVar("R", bound=Record)


class Store(Protocol):
    """Something that runs statements: Neo4j, or a stand-in for it in a test."""

    async def run(self, statement: Statement, params: Row, *, most: int | None = None) -> list[Row]:
        """Run `statement` in a transaction of its own; return its rows, the first `most`.

        Rows that come in one record are taken out of it.
        """
        ...

    async def version(self) -> str:
        """Return what differs after every committed change, whoever made it, and only then."""
        ...

    async def write(self, steps: Sequence[tuple[Statement, Row]]) -> list[list[Row]]:
        """Run `steps` in one transaction, all or none, and return the rows of each."""
        ...


async def rows(store: Store, row: type[R], name: str, /, **params: object) -> list[R]:
    """Run the statement called `name` and return its rows as `row`.

    Raises `StatementError` when `params` are not the parameters the file declares, or the
    fields of `row` not its columns.
    """
    statement = load(name)
    declared = {param.name for param in statement.params}
    columns = {column.name for column in statement.returns}
    fields = {field.alias or key for key, field in row.model_fields.items()}
    if set(params) != declared:
        raise StatementError(f"{name}: takes {sorted(declared)}, given {sorted(params)}")
    if columns != fields:
        odd = sorted(columns ^ fields)
        raise StatementError(f"{name}: its columns and the fields of {row.__name__} differ: {odd}")
    return [row.model_validate(each) for each in await store.run(statement, params)]


async def one(store: Store, row: type[R], name: str, /, **params: object) -> R | None:
    """Run the statement called `name` and return its only row, or None when there is none."""
    found = await rows(store, row, name, **params)
    return found[0] if found else None
