"""What is kept, and look-ups that many share."""

import asyncio
from collections.abc import Awaitable, Callable

from api.keeping import Kept, Ready
from graph.errors import Unavailable
from graph.joined import Joined


def test_what_is_kept_has_a_bound_in_bytes_and_the_oldest_goes_first() -> None:
    kept = Kept(30)
    for key in ("a", "b", "c"):
        kept.keep(key, Ready(b"0123456789", {}))
    kept.get("a")
    kept.keep("d", Ready(b"0123456789", {}))
    kept.keep("d", Ready(b"01234", {}))

    assert kept.get("b") is None
    assert all(kept.get(key) for key in ("a", "c", "d"))
    assert kept.size == 25


def test_whoever_asks_while_a_look_up_is_under_way_waits_for_the_next() -> None:
    looked: list[int] = []

    async def work() -> list[object]:
        begun, go = asyncio.Event(), asyncio.Event()

        async def look_up() -> int:
            looked.append(len(looked) + 1)
            number = looked[-1]
            begun.set()
            await go.wait()
            return number

        joined = Joined(look_up)
        first = asyncio.create_task(_of(joined))
        await begun.wait()
        late = [asyncio.create_task(_of(joined)) for _ in range(5)]
        await asyncio.sleep(0)
        late[0].cancel()
        go.set()
        return [await first, *await asyncio.gather(*late[1:])]

    told = asyncio.run(work())

    assert told == [1, 2, 2, 2, 2]
    assert looked == [1, 2]


def test_a_look_up_that_fails_is_told_to_all_and_tried_anew_for_the_next() -> None:
    tries: list[int] = []

    async def look_up() -> str:
        tries.append(1)
        if len(tries) == 1:
            raise Unavailable("gone")
        return "there"

    async def work() -> list[object]:
        joined = Joined(look_up)
        both = await asyncio.gather(_of(joined), _of(joined), return_exceptions=True)
        return [*both, await joined()]

    first, second, third = asyncio.run(work())

    assert isinstance(first, Unavailable)
    assert first is second
    assert third == "there"


async def _of(joined: Callable[[], Awaitable[object]]) -> object:
    return await joined()
