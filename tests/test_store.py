"""The store on the driver: what it does when a server goes away."""

import asyncio
from dataclasses import replace
from urllib.parse import urlsplit

from cypher import load
from graph.driver import Neo4jStore
from tests.graphs import Graph


def test_a_read_that_is_cut_off_is_sent_once_more(story: Graph) -> None:
    came = 0

    async def pass_on(of: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
        while words := await of.read(65536):
            to.write(words)
        to.close()

    async def caller(of: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
        nonlocal came
        came += 1
        if came == 1:
            to.close()
            return
        at = urlsplit(story.connection.uri)
        of_neo4j, to_neo4j = await asyncio.open_connection(at.hostname, at.port)
        await asyncio.gather(pass_on(of, to_neo4j), pass_on(of_neo4j, to))

    async def asked() -> int:
        between = await asyncio.start_server(caller, "127.0.0.1", 0)
        uri = f"bolt://127.0.0.1:{between.sockets[0].getsockname()[1]}"
        store = Neo4jStore.connect(replace(story.connection, uri=uri), timeout_s=5)
        found = await store.run(load("counts.size"), {})
        await store.close()
        between.close()
        return found[0]["nodes"]

    assert story.ask(asked()) > 0
    assert came == 2
