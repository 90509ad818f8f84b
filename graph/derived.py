"""Everything that is computed from the statements and written beside them.

Derived relationships make short questions short: ``(:Actor)-[:DENIED]->(:Claim)`` for each
act, ``(:Statement)-[:VOICES]->(:State)``, ``(:Statement)-[:CONCERNS]->(:Actor)``, and how each
claim stands. They are rebuilt from the statements, never written by hand, and `differences`
proves that they match a rebuild.

Whatever changes is labelled ``Stale`` in the transaction that changes it. `refresh` spreads the
label to the statements and claims that hang on it, builds these anew some thousands at a time, and
takes the label off in the same transaction: it may be ended anywhere, and the next one goes on.
"""

from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any

from cypher import Statement, load
from graph.answers import KeptStanding, Record, Standing
from graph.progress import Report, silent
from graph.store import Row, Store, rows
from graph.vocabulary import ACTS

__all__ = [
    "CONCERNS",
    "STANDS",
    "TYPES",
    "VOICES",
    "differences",
    "rebuild",
    "refresh",
    "state",
    "wipe",
]

VOICES = "VOICES"
CONCERNS = "CONCERNS"
STANDS = "STANDS"
TYPES = (*(word.edge for word in ACTS.values()), VOICES, CONCERNS, STANDS)
"""Every derived relationship type."""

_BATCH = 2_000
"""Statements built anew in one transaction."""
_CLAIMS = 25
"""Claims whose standing is computed in one read: the busiest have ten thousand statements each."""
_MARKED = 20_000
"""Nodes labelled, or relationships taken away, in one transaction."""


_Line = tuple[str, str, str, str]
"""Something derived: where it starts, its type or a word for it, where it ends, what it carries."""


class State(Record):
    """How a graph is."""

    entities: int
    """Nodes with an id."""
    derived: bool
    """Whether everything derived is up to date."""
    version: int
    """Version of its schema; 0 for none."""


class _Id(Record):
    id: str


class _Stale(Record):
    statements: int
    others: int


class _Count(Record):
    type: str
    count: int


async def state(store: Store) -> State:
    """Return how the graph is."""
    return (await rows(store, State, "load.state"))[0]


async def rebuild(store: Store, report: Report = silent) -> None:
    """Build everything derived anew."""
    after: str | None = ""
    while after is not None:
        mark = (load("derive.mark"), {"after": after, "limit": _MARKED})
        after = (await _write(store, mark))[-1][0]["last"]
    await _refresh(store, report)


async def wipe(store: Store) -> None:
    """Take away the relationships that a version of Rejoinder before 3 derived."""
    gone = _MARKED
    while gone == _MARKED:
        step = (load("derive.wipe"), {"limit": _MARKED})
        gone = (await _write(store, step))[-1][0]["gone"]


async def refresh(store: Store, report: Report = silent) -> None:
    """Build anew what hangs on whatever changed, if loading, finished or not, changed anything.

    The work grows with what changed and with what hangs on it, not with the graph. Nothing is done
    while a dossier is there in part: what nothing leads from yet would be taken for built.
    """
    if not (await state(store)).derived:
        await _refresh(store, report)


async def _refresh(store: Store, report: Report) -> None:
    if await rows(store, _Id, "derive.unfinished"):
        return
    found = _Stale(statements=1, others=1)
    while found.statements or found.others:
        await _spread(store)
        touched = await _statements(store, report)
        await _standings(store, touched, report)
        found = await _stale(store)
    await store.write([(load("derive.done"), {})])


async def _spread(store: Store) -> None:
    """Label the statements and claims that hang on what changed."""
    others = [each.id for each in await rows(store, _Id, "derive.stale_others")]
    for ids in _parts(others, _BATCH):
        marked = _MARKED
        while marked == _MARKED:
            step = (load("derive.spread_actors"), {"ids": ids, "limit": _MARKED})
            marked = (await _write(store, step))[-1][0]["marked"]
        documents = (load("derive.spread_documents"), {"ids": ids})
        await _write(store, documents, (load("derive.settle"), {"ids": ids}))
    claims = [each.id for each in await rows(store, _Id, "derive.stale_claims")]
    await _write(store, (load("derive.unweighed"), {}))
    for ids in _parts(claims, _CLAIMS):
        await _write(store, (load("derive.spread_claims"), {"ids": ids}))


async def _statements(store: Store, report: Report) -> set[str]:
    """Build anew what is derived from labelled statements; return the claims touched by them."""
    total = (await _stale(store)).statements
    done, touched = 0, set[str]()
    async for ids in _batches(store):
        report("Deriving", done, max(total, done), "rows")
        params = {"ids": ids}
        answers = await _write(
            store,
            (load("derive.clear"), params),
            (load("derive.known_by"), params),
            (load("derive.acts"), params | {"types": _types()}),
            (load("derive.speakers"), params),
            (load("derive.voices"), params),
            (load("derive.concerns"), params),
            (load("derive.settle"), params),
            (load("derive.touched"), params),
        )
        touched.update(str(row["claim"]) for row in answers[-1])
        done += len(ids)
    if done:
        report("Deriving", done, done, "rows")
    return touched


async def _stale(store: Store) -> _Stale:
    return (await rows(store, _Stale, "derive.stale_counted"))[0]


async def _batches(store: Store) -> AsyncIterator[list[str]]:
    while found := await rows(store, _Id, "derive.stale_statements", limit=_BATCH):
        yield [each.id for each in found]


async def _standings(store: Store, touched: set[str], report: Report) -> None:
    """Compute anew how labelled claims stand, and those that were touched.

    Another load may take the label from a claim with what it read before: touched ones are
    computed whether or not they still have it.
    """
    claims = sorted(touched.union(x.id for x in await rows(store, _Id, "derive.stale_claims")))
    done = 0
    for ids in _parts(claims, _CLAIMS):
        report("Weighing", done, len(claims), "rows")
        found = await rows(
            store, Standing, "claims.standing", claims=ids, asOf=None, recordedAsOf=None
        )
        written = [_kept(each) for each in found]
        await _write(store, (load("derive.standings"), {"rows": written}))
        done += len(ids)
    if done:
        report("Weighing", done, done, "rows")


def _kept(standing: Standing) -> dict[str, Any]:
    """Return a standing as its node carries it; ids and acts are words without spaces."""
    accused = [" ".join((each.id, *each.acts)) for each in standing.accused]
    fields = standing.model_dump(by_alias=True, include=set(Standing.model_fields))
    return fields | {"accused": accused}


async def _write(store: Store, *steps: tuple[Statement, Row]) -> list[list[Row]]:
    return await store.write([(load("derive.begin"), {}), *steps])


async def differences(store: Store) -> list[str]:
    """Return in what everything derived differs from a rebuild; empty when it matches."""
    found: list[str] = []
    seen: Counter[str] = Counter()
    async for ids in _pages(store, "derive.page_of_statements", _BATCH):
        expected = await _lines(store, "derive.expected_of_statements", ids=ids)
        there = await _lines(store, "derive.found_of_statements", ids=ids)
        found += _compared(expected, there)
        seen.update(type_ for _, type_, _, _ in there)
    async for ids in _pages(store, "derive.page_of_claims", _CLAIMS):
        expected = await _lines(store, "derive.expected_of_claims", ids=ids, types=_types())
        there = await _lines(store, "derive.found_of_claims", ids=ids)
        found += _compared(expected, there) + await _misjudged(store, ids)
        seen.update(type_ for _, type_, _, _ in there)
    stray = {x.type: x.count - seen[x.type] for x in await rows(store, _Count, "derive.counted")}
    stray["Standing"] -= seen[STANDS]
    return found + [f"left over: {n} of {name} elsewhere" for name, n in stray.items() if n]


async def _pages(store: Store, name: str, limit: int) -> AsyncIterator[list[str]]:
    after = ""
    while page := await rows(store, _Id, name, after=after, limit=limit):
        yield [each.id for each in page]
        after = page[-1].id


async def _misjudged(store: Store, ids: list[str]) -> list[str]:
    expected = await rows(
        store, Standing, "claims.standing", claims=ids, asOf=None, recordedAsOf=None
    )
    kept = await rows(store, KeptStanding, "claims.stands", claims=ids)
    there = {each.claim: _kept(each) for each in kept}
    return [
        f"otherwise: {each.claim} is kept as {there.get(each.claim)}, stands as {_kept(each)}"
        for each in expected
        if each.claim in there and there[each.claim] != _kept(each)
    ]


async def _lines(store: Store, name: str, **params: Any) -> list[_Line]:
    # Ten for each statement: records would take five times as long as reading them does.
    found = await store.run(load(name), params)
    return [(row["source"], row["type"], row["target"], row["detail"]) for row in found]


def _compared(expected: list[_Line], there: list[_Line]) -> list[str]:
    """Return what is on one side more often: a doubled relationship is a difference."""
    if expected == there:
        return []
    missing = (Counter(expected) - Counter(there)).elements()
    extra = (Counter(there) - Counter(expected)).elements()
    return [f"missing: {_told(x)}" for x in missing] + [f"left over: {_told(x)}" for x in extra]


def _told(line: _Line) -> str:
    source, type_, target, detail = line
    return f"({source})-[:{type_}]->({target}) {detail}".rstrip()


def _types() -> Mapping[str, str]:
    """Return the derived type of each act."""
    return {act.value: word.edge for act, word in ACTS.items()}


def _parts(ids: Sequence[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(ids), size):
        yield list(ids[start : start + size])
