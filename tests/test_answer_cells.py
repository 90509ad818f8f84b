"""Values of an answer as a reader sees them, and the lines around a place."""

from datetime import UTC, date, datetime

import pytest

from graph.answers import Mention
from graph.values import Node, Relationship, Typed
from graph.values import Path as Way
from viz.pages.cells import Cell, Column, cells
from viz.pages.listing import around

IDS = {"ir": Mention(id="ir", name="Iran", type="State")}
STATE = Node("1", ("Entity", "Actor", "State"), {"id": "ir", "name": "Iran"})
LOOSE = Node("2", (), {})
IRAN = Cell("Iran", title="ir", href="/actors/ir")
SAID = Cell("No.", "quote", label="quote")
SILENCE = "no_response: had not answered by publication"
AWAY = "https://a.example/"
MOMENT = datetime(2024, 2, 3, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("column", "given", "cell"),
    [
        (Column("a", "x; null when not known"), None, Cell("not known", "none")),
        (Column("a", "x; null: not known"), None, Cell("not known", "none")),
        (
            Column("a", "x; null when it has none or is not known"),
            None,
            Cell("—", "none", "when it has none or is not known"),
        ),
        (Column("a", "x"), None, Cell("—", "none")),
        (Column("actor", "id"), "ir", Cell("ir", title="Iran", href="/actors/ir")),
        (Column("a", "language of it"), "ir", Cell("ir")),
        (Column("said", "day (EDTF)"), "2024-02", Cell("February 2024", title="2024-02")),
        (Column("act", ""), "no_response", Cell("had not responded", title=SILENCE)),
        (Column("toBelief", ""), "certain_false", Cell("it is not true", title="certain_false")),
        (Column("url", ""), AWAY, Cell(AWAY, "away", href=AWAY)),
        (Column("url", ""), "javascript:alert(1)", Cell("javascript:alert(1)")),
        (Column("a", ""), date(2024, 2, 3), Cell("3 February 2024", title="2024-02-03")),
        (Column("a", ""), MOMENT, Cell("3 February 2024, 04:05 UTC", title=MOMENT.isoformat())),
        (Column("a", ""), 1200, Cell("1,200", "number")),
        (Column("a", ""), False, Cell("no")),
        (Column("a", ""), [], Cell("none", "none")),
        (Column("a", ""), Typed("Date", "2024-02-03"), Cell("2024-02-03", title="Date")),
        (Column("a", ""), STATE, IRAN),
        (Column("a", ""), LOOSE, Cell("2", title="2")),
        (
            Column("a", ""),
            Way((STATE, LOOSE), (Relationship("3", "SAYS", LOOSE, STATE, {}),)),
            Cell("", "path", items=(IRAN, Cell("2", title="2", label="← SAYS"))),
        ),
        (
            Column("a", ""),
            [{"id": "ir", "name": "Iran", "role": None, "quote": "No."}],
            Cell("", "list", items=(Cell("", "map", items=(IRAN, SAID)),)),
        ),
    ],
)
def test_a_value_is_shown_as_what_it_is(column: Column, given: object, cell: Cell) -> None:
    assert cells(column, given, IDS) == cell


def test_the_line_of_an_error_is_shown_with_its_neighbours_and_cut_at_the_place() -> None:
    text = "one\r\ntwo\nthree\nfour\nfive"

    found = around(text, 3, 2, near=1)

    assert [(each.number, each.before, each.at, each.after) for each in found] == [
        (2, "two", "", ""),
        (3, "t", "h", "ree"),
        (4, "four", "", ""),
    ]
    assert around(text, 1, 99)[0].at == " "
    assert around(text, None, None) == around(text, 9, 1) == []
