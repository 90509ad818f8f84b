"""Bring a graph to the schema that this version of Rejoinder needs."""

from cypher import load, names
from graph import derived
from graph.errors import NotReady
from graph.store import Store

__all__ = ["FORMERLY", "VERSION", "prepare", "require"]

VERSION = 5
"""Version of the schema. A change to ``cypher/schema`` or ``cypher/derive`` adds one."""
FORMERLY = 5
"""The first version that has an index of the ids that things had before."""
_DERIVED = 3
"""The first version that derived what this one derives: a graph of it is not built anew."""


async def prepare(store: Store) -> None:
    """Make every constraint and index that is missing, and finish an interrupted load.

    What an older Rejoinder derived otherwise is rebuilt. Raises `NotReady` when the graph was
    prepared by a newer one.
    """
    found = await derived.state(store)
    if found.version > VERSION:
        raise NotReady(
            f"This graph has schema version {found.version}; this Rejoinder knows up to "
            f"{VERSION}. Use a newer Rejoinder."
        )
    if found.version < VERSION:
        for name in names("schema"):
            if name != "schema.await":
                await store.run(load(name), {})
        await store.run(load("schema.await"), {})
        if found.version < _DERIVED:
            await derived.wipe(store)
            await derived.rebuild(store)
        await store.write([(load("load.version"), {"version": VERSION})])
    await derived.refresh(store)


async def require(store: Store) -> None:
    """Raise `NotReady` unless the graph has this schema and everything derived is up to date."""
    found = await derived.state(store)
    if found.version != VERSION:
        raise NotReady(
            f"This graph has schema version {found.version}; this Rejoinder needs {VERSION}. "
            "Prepare it with: rejoinder up"
        )
    if not found.derived:
        raise NotReady(
            "A load is under way, or was interrupted: the same rejoinder load, run again, finishes "
            "it. If nothing was left to load, rejoinder derive does."
        )
