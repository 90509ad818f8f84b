"""The counts of a large graph are those that the database keeps; nothing of it is read."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from cypher import Statement
from graph import described
from graph.described.counts import READ, Kept, kept
from graph.store import Row
from tests.graphs import Graph


class Large:
    """A store of which the size is told as large; all else is asked of a real one."""

    def __init__(self, graph: Graph) -> None:
        self._store, self.asked = graph.store, [""]

    async def run(
        self, statement: Statement, params: Row, *, most: int | None = None
    ) -> Sequence[Mapping[str, Any]]:
        self.asked.append(statement.name)
        if statement.name == "counts.size":
            return [{"nodes": READ + 1}]
        return await self._store.run(statement, params, most=most)

    async def write(self, steps: object) -> list[list[Row]]:
        raise AssertionError(steps)


def test_what_the_database_keeps_is_what_reading_counts(story: Graph) -> None:
    large = Large(story)

    read = story.ask(described.schema(story.store))
    found = story.ask(described.schema(large))  # pyright: ignore[reportArgumentType]

    assert large.asked[1:] == ["counts.size", "counts.kept"]
    assert [(each.name, each.count) for each in found.labels] == [
        (each.name, each.count) for each in read.labels
    ]
    assert [(each.name, each.count) for each in found.relationships] == [
        (each.name, each.count) for each in read.relationships
    ]
    lines = {each.name: each.ends for each in found.relationships}
    for each in read.relationships:
        if len({end.start for end in each.ends}) == 1 or len({end.end for end in each.ends}) == 1:
            assert sorted(map(repr, lines[each.name])) == sorted(map(repr, each.ends))
    assert {each.count for label in found.labels for each in label.properties} == {None}


def test_where_both_sides_have_several_labels_the_end_is_told_as_a_wider_one() -> None:
    def line(start: str | None, end: str | None, count: int, type_: str = "MADE_BY") -> Kept:
        return Kept(label=None, type=type_, start=start, end=end, count=count)

    found = kept(
        [
            Kept(label="State", type=None, start=None, end=None, count=3),
            line(None, None, 9),
            line("Statement", None, 7),
            line("Assessment", None, 2),
            line("Entity", None, 9),
            line(None, "State", 4),
            line(None, "Outlet", 5),
            line("Claim", None, 3, "ITEM"),
            line(None, "WeaponSystem", 3, "ITEM"),
        ]
    )

    led = Counter({(each.type, each.start, each.end): each.count for each in found.led})
    assert found.nodes == {"State": 3}
    assert led == {
        ("ITEM", "Claim", "WeaponSystem"): 3,
        ("MADE_BY", "Statement", "Actor"): 7,
        ("MADE_BY", "Assessment", "Actor"): 2,
    }
