"""Queries made at random: those that read pass, and with one command slipped in none does.

The generator writes a mark at every place where a clause may begin or end, at any depth.
Read without marks, the text only reads; with a command in place of one of them, it does not.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from graph.errors import Refused
from graph.guest.limits import Limits
from graph.guest.reading import read
from graph.guest.tokens import cut

MARK = "\x01"
COMMANDS = [
    "CREATE (q:Claim)",
    "INSERT (q:Claim)",
    "MERGE (q:Claim {id: 1})",
    "SET a.x = 1",
    "SET a += {x: 1}",
    "REMOVE a.x",
    "DELETE a",
    "DETACH DELETE a",
    "FOREACH (q IN [1] | SET a.x = q)",
    "LOAD CSV FROM 'http://localhost/' AS q",
    "SHOW TRANSACTIONS",
    "SHOW SETTINGS YIELD name, value",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "USE system",
    "DROP INDEX words",
    "CALL db.createLabel('x')",
    "CALL dbms.listConfig() YIELD name AS q",
    "CALL apoc.load.json('http://localhost/') YIELD value AS q",
    "CALL (a) { CREATE (q) }",
    "CALL (*) { RETURN 1 AS q } IN TRANSACTIONS",
    "WITH file() AS q",
    "UNWIND reduce(s = [1], x IN [1] | s + s) AS q",
    "START DATABASE neo4j",
    "FINISH",
]
NAMES = st.sampled_from(["a", "b", "claim", "start", "type", "`set`", "`my name`", "limit1"])
LISTS = st.sampled_from(["v", "w", "`limit 2`"])  # maybe long lists: no loop may use them
KEYS = st.sampled_from(["id", "text", "set", "delete", "`create`", "show", "match"])
LITERALS = st.sampled_from(
    ["1", "-2.5", "0x1F", "'SET x'", '"CREATE (n)"', "'it\\'s // no /* comment'", "true", "null",
     "$given", "$`merge`", "[]", "{}", "{set: 1}", "date('2024-02-23')"]
)  # fmt: skip
SPACES = st.sampled_from([" ", "\n", "\t", " /* SHOW '\" */ ", " // DELETE `\n"])
GIVEN = {"given": "x", "merge": [1, {"a": None}]}
LABELS = st.sampled_from(["", ":Claim", ":Claim|State", ":!CREATE", ":A&(B|%)", ":$('A')"])
ARROWS = st.sampled_from(["-->", "<--", "-[:ABOUT]->", "<-[r:SET|MERGE]-", "-[:A*1..3]-"])
FUNCTIONS = st.sampled_from(["toString", "size", "coalesce", "labels", "coll.max", "COUNT"])
OPERATORS = st.sampled_from(["+", "=", "<>", "AND", "OR", "IN", "STARTS WITH", "CONTAINS", "^"])


@st.composite
def expressions(draw: DrawFn, depth: int = 2) -> str:
    if depth == 0:
        return draw(st.one_of(LITERALS, NAMES))
    inner = expressions(depth - 1)
    kind = draw(st.integers(0, 13))
    one = draw(inner)
    match kind:
        case 0:
            return f"{one} {draw(OPERATORS)} {draw(inner)}"
        case 1:
            return f"{draw(FUNCTIONS)}({one})"
        case 2:
            return f"[{one}, {draw(inner)}][0]"
        case 3:
            return f"{{{draw(KEYS)}: {one}, delete: 1}}.{draw(KEYS)}"
        case 4:
            return f"CASE WHEN {one} THEN {draw(inner)} ELSE 0 END"
        case 5:
            return f"[x IN [1] WHERE {one} | {one}]"
        case 6:
            return f"any(x IN [{one}] WHERE x IS NOT NULL)"
        case 7:
            return f"COLLECT {{ {draw(queries(depth - 1))} }}"
        case 8:
            return f"COUNT {{ {draw(queries(depth - 1))} }}"
        case 9:
            return f"EXISTS {{ {draw(patterns(depth - 1))} WHERE {one}{MARK} }}"
        case 10:
            return f"{draw(NAMES)} {{.{draw(KEYS)}, .*, {draw(KEYS)}: {one}}}"
        case 11:
            return f"[{draw(patterns(0))}-->(z) | {one}]"
        case 12:
            return f"NOT ({one}) IS :: STRING"
        case _:
            return f"({draw(NAMES)}).{draw(KEYS)}"


@st.composite
def patterns(draw: DrawFn, depth: int = 1) -> str:
    where = f" WHERE {draw(expressions(depth - 1))}" if depth and draw(st.booleans()) else ""
    end = f"{draw(ARROWS)}({draw(LABELS)})" if draw(st.booleans()) else ""
    return f"({draw(NAMES)}{draw(LABELS)}{where}){end}"


@st.composite
def clauses(draw: DrawFn, depth: int) -> str:
    one = expressions(depth)
    kind = draw(st.integers(0, 8))
    match kind:
        case 0:
            return f"MATCH {draw(patterns(depth))}"
        case 1:
            return f"OPTIONAL MATCH {draw(patterns(depth))} WHERE {draw(one)}"
        case 2:
            return f"WITH *, {draw(one)} AS {draw(LISTS)}"
        case 3:
            return f"UNWIND [{draw(one)}] AS {draw(LISTS)}"
        case 4:
            return f"WITH DISTINCT {draw(one)} AS v ORDER BY v DESC LIMIT 5"
        case 5:
            return f"LET {draw(LISTS)} = {draw(one)}"
        case 6:
            return f"CALL (*) {{ {draw(queries(depth - 1))} }}" if depth else "FILTER true"
        case 7:
            return "CALL db.labels() YIELD label"
        case _:
            return f"FILTER {draw(one)}"


@st.composite
def queries(draw: DrawFn, depth: int = 2) -> str:
    between = f"{draw(SPACES)}{MARK} "
    parts = draw(st.lists(clauses(max(depth, 0)), max_size=3 if depth > 1 else 1))
    parts.append(f"RETURN {draw(expressions(max(depth, 0)))} AS x")
    if draw(st.integers(0, 5)) == 0:
        parts.append("UNION ALL RETURN 1 AS x")
    return MARK + " " + between.join(parts) + " " + MARK


@settings(max_examples=100, deadline=None, database=None)
@given(queries())
def test_what_only_reads_passes(query: str) -> None:
    read(query.replace(MARK, ""), GIVEN, Limits())


@settings(max_examples=150, deadline=None, database=None)
@given(queries(), st.sampled_from(COMMANDS), st.data())
def test_what_commands_anywhere_is_refused(query: str, command: str, data: st.DataObject) -> None:
    pieces = query.split(MARK)
    at = data.draw(st.integers(1, len(pieces) - 1))
    changed = data.draw(st.sampled_from([command, command.lower()]))
    text = "".join(pieces[:at]) + f" {changed} " + "".join(pieces[at:])

    with pytest.raises(Refused):
        read(text, GIVEN, Limits())


@settings(max_examples=200, deadline=None, database=None)
@given(st.text(alphabet="aS'\"`/*\\\n\r {}()[]$.:;|<>-=~1eu0x\u00a0é", max_size=60))
def test_any_text_is_read_or_refused_with_a_place_and_its_tokens_are_where_they_say(
    text: str,
) -> None:
    try:
        tokens = cut(text)
    except Refused as refused:
        tokens = []
        at = (refused.line, refused.column)
    else:
        at = (1, 1)

    assert at >= (1, 1)
    for token in tokens[:-1]:
        written = text[token.offset :].replace("``", "`")
        quote = {"parameter": "$", "quoted": "`"}.get(token.kind, "")
        assert written.removeprefix(quote).removeprefix("`").startswith(token.text.strip("`"))
