"""Lists in the order of a page: from an index, whatever the size of the graph.

A list is read in two steps. The condition that leaves least picks an index whose order is that of
the page, and ids are taken from it; a second statement makes whole rows of those that meet the
other conditions. Where few of them do, the next step takes more.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from graph.answers import ClaimSummary, Position, Record
from graph.finding import require
from graph.store import Store, one, rows
from graph.vocabulary import Act

__all__ = ["Filters", "claims", "relying_on", "who", "whole"]

_SLOTS = ("supplier", "recipient", "party")
_FIRST = 100
"""Ids taken first where other conditions leave some out."""
_MORE = 4
_MOST = 5_000
"""Ids taken at a time: so many times more than before, up to that many."""
_SMALL = 5_000
"""What a dossier defines at most for all of it to be read."""
_LAST = "~"
"""Comes after every key and every id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Conditions on statements; each left out is no condition. See ``statements.who``."""

    claim: str | None = None
    speaker: str | None = None
    voice: str | None = None
    about: str | None = None
    weapon: str | None = None
    supplier: str | None = None
    recipient: str | None = None
    dossier: str | None = None
    since: date | None = None
    until: date | None = None
    named: bool | None = None
    explicit_only: bool = False
    as_of: date | None = None
    recorded_as_of: date | None = None


@dataclass(frozen=True, slots=True)
class _Lead:
    """The statement that finds ids in order, and the conditions that it needs no help with."""

    name: str
    params: Mapping[str, Any]
    met: tuple[str, ...] = ()


class _Key(Record):
    key: str


class _Id(Record):
    id: str


class _Size(Record):
    size: int


async def who(
    store: Store,
    act: Act | None,
    filters: Filters,
    *,
    after: str | None = None,
    limit: int = 25,
) -> list[Position]:
    """Return statements by act and `filters`, newest first, undated ones last.

    `after` is the `key` of the last row of the page before. Raises `NotFound` for an id that
    the graph does not hold, with the nearest ones.
    """
    lead = await _of_statements(store, act, filters)
    left = {"act": act, **asdict(filters)} | dict.fromkeys(lead.met)
    explicit_only, as_of = left.pop("explicit_only"), left.pop("as_of")
    recorded_as_of = left.pop("recorded_as_of")
    days = (as_of, recorded_as_of)
    sure = not explicit_only and all(each is None for each in (*left.values(), *days))
    # Nothing dated after that day was known by it: the walk begins there.
    before = min(after or _LAST, f"{as_of}/{_LAST}" if as_of else _LAST)
    found: list[Position] = []
    async for keys in _walk(store, lead, "before", before, limit if sure else max(_FIRST, limit)):
        found += await rows(
            store,
            Position,
            "statements.who",
            ids=[key.partition("/")[2] for key in keys],
            **left,
            explicitOnly=explicit_only,
            asOf=as_of,
            recordedAsOf=recorded_as_of,
            limit=limit - len(found),
        )
        if len(found) == limit:
            break
    if not found:
        await _require(
            store, **{each.name: getattr(filters, each.name) for each in fields(filters)}
        )
    return found


async def whole(
    store: Store,
    ids: Sequence[str],
    as_of: date | None = None,
    *,
    recorded_as_of: date | None = None,
) -> list[Position]:
    """Return the statements of these `ids`, newest first, undated ones last.

    Those that had not certainly been said, or were not on the record, by these days are not among
    them.
    """
    if not ids:
        return []
    left = {"act": None, **asdict(Filters())}
    del left["explicit_only"], left["as_of"], left["recorded_as_of"]
    asked = {"explicitOnly": False, "asOf": as_of, "recordedAsOf": recorded_as_of}
    name = "statements.who"
    return await rows(store, Position, name, ids=list(ids), **left, **asked, limit=len(ids))


async def relying_on(
    store: Store,
    source: str,
    as_of: date | None = None,
    *,
    recorded_as_of: date | None = None,
    limit: int = 25,
) -> list[Position]:
    """Return statements that pass on the word of an unnamed source, of the newest `limit`."""
    found = await rows(store, _Key, "actors.relied_on", source=source, limit=limit)
    ids = [each.key.partition("/")[2] for each in found]
    return await whole(store, ids, as_of, recorded_as_of=recorded_as_of)


async def claims(
    store: Store,
    *,
    about: str | None = None,
    supplier: str | None = None,
    recipient: str | None = None,
    weapon: str | None = None,
    kind: str | None = None,
    as_of: date | None = None,
    recorded_as_of: date | None = None,
    after: str | None = None,
    limit: int = 25,
) -> list[ClaimSummary]:
    """Return claims by id; `after` is the last id of the page before."""
    asked = {"about": about, "supplier": supplier, "recipient": recipient, "weapon": weapon}
    lead = await _of_claims(store, asked, kind)
    left = {**asked, "kind": kind} | dict.fromkeys(lead.met)
    sure = recorded_as_of is None and all(each is None for each in left.values())
    found: list[ClaimSummary] = []
    async for ids in _walk(
        store, lead, "after", after or "", limit if sure else max(_FIRST, limit)
    ):
        found += await rows(
            store,
            ClaimSummary,
            "claims.list",
            ids=ids,
            **left,
            asOf=as_of,
            recordedAsOf=recorded_as_of,
            limit=limit - len(found),
        )
        if len(found) == limit:
            break
    if not found:
        await _require(store, **asked)
    return found


async def _walk(
    store: Store, lead: _Lead, cursor: str, place: str, size: int
) -> AsyncIterator[list[str]]:
    """Yield sort keys in their order, from `place`, more each time."""
    record = _Key if cursor == "before" else _Id
    while True:
        params = {**lead.params, cursor: place, "limit": size}
        found = await rows(store, record, lead.name, **params)
        keys = [each.key if isinstance(each, _Key) else each.id for each in found]
        if keys:
            yield keys
        if len(keys) < size:
            return
        place, size = keys[-1], min(size * _MORE, _MOST)


async def _of_statements(store: Store, act: Act | None, asked: Filters) -> _Lead:
    """Return what leads to statements: always the first of these conditions that is asked."""
    for name in ("claim", "speaker", "voice"):
        if wanted := getattr(asked, name):
            if act is None:
                return _Lead(f"statements.of_{name}", {name: wanted}, (name,))
            params = {name: wanted, "act": act}
            return _Lead(f"statements.of_{name}_and_act", params, (name, "act"))
    acts = list(Act) if act is None else [act]
    for name in ("supplier", "recipient", "about"):
        if wanted := getattr(asked, name):
            slots = list(_SLOTS) if name == "about" else [name]
            params = {"slots": slots, "named": [wanted], "acts": acts}
            return _Lead("statements.naming", params, (name, "act"))
    if asked.weapon:
        params = {"slots": ["item"], "named": await _variants(store, asked.weapon), "acts": acts}
        return _Lead("statements.naming", params, ("weapon", "act"))
    if asked.dossier:
        size = await one(store, _Size, "dossiers.size", dossier=asked.dossier)
        if size is None or size.size <= _SMALL:
            params = {"dossier": asked.dossier, "act": act}
            return _Lead("statements.of_dossier", params, ("dossier", "act"))
    if act is None:
        return _Lead("statements.newest", {})
    return _Lead("statements.of_act", {"act": act}, ("act",))


async def _of_claims(store: Store, asked: Mapping[str, str | None], kind: str | None) -> _Lead:
    for name in ("supplier", "recipient", "about"):
        if wanted := asked[name]:
            slots = list(_SLOTS) if name == "about" else [name]
            return _Lead("claims.naming", {"slots": slots, "named": [wanted]}, (name,))
    if weapon := asked["weapon"]:
        params = {"slots": ["item"], "named": await _variants(store, weapon)}
        return _Lead("claims.naming", params, ("weapon",))
    if kind:
        return _Lead("claims.of_kind", {"kind": kind}, ("kind",))
    return _Lead("claims.every", {})


async def _variants(store: Store, weapon: str) -> list[str]:
    return [each.id for each in await rows(store, _Id, "weapons.variants", weapon=weapon)]


async def _require(store: Store, **asked: Any) -> None:
    """Raise `NotFound` for the first id that is not there. Where something was found, all are."""
    await require(store, "claim", asked.get("claim"))
    await require(store, "weapon", asked["weapon"])
    for name in ("speaker", "voice", "about", "supplier", "recipient"):
        await require(store, "actor", asked.get(name))
    await require(store, "dossier", asked.get("dossier"))
