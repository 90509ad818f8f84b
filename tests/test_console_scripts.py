"""The console's scripts that need no browser, run by Node; and how parameters are written."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from api.given import as_given, value
from cypher import load, names
from graph.errors import Refused
from graph.guest.limits import Limits
from graph.guest.reading import read

SCRIPTS = Path(__file__).parent.parent / "viz" / "pages" / "script" / "cypher"
SAMPLES = (
    *(load(each).source for each in names("questions")),
    "",
    "MATCH (a) /* not closed",
    "RETURN 'not closed \\' \" ",
    "RETURN `not closed",
    "RETURN \"\\\\\" + 'é\U0001f600' + $`a``b` // \u2028 end",
    "\r\n\t  $ $$ $1 0x1F 1.5e-3 .5 1..2 a.b.c <> =~ \x00",
)


def node(script: str, module: str = "tokens.js", **given: Any) -> Any:
    """Return what `script`, which may use every export of `module` as `m`, says of `given`."""
    program = shutil.which("node")
    assert program, "tests of scripts need Node"
    url = (SCRIPTS / module).as_uri()
    text = (
        f"import * as m from {json.dumps(url)};"
        f"const given = {json.dumps(given)};"
        f"process.stdout.write(JSON.stringify((() => ({script}))()));"
    )
    command = [program, "--input-type=module", "--eval", text]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
    return json.loads(done.stdout)


def test_the_pieces_of_any_text_are_the_text_again_each_at_its_place() -> None:
    wrong = node(
        """given.texts.filter((text) => {
          const pieces = m.cut(text);
          const whole = pieces.map((each) => each.text).join("") === text;
          const at = (x) => text.slice(x.from, x.from + x.text.length);
          return !whole || pieces.some((x) => at(x) !== x.text);
        })""",
        texts=SAMPLES,
    )

    assert wrong == []


def test_words_are_told_apart_by_where_they_stand() -> None:
    text = (
        "MATCH (a:Actor:State {id: 'ir'})-[d:DENIED|ALLEGED]->(:Claim) // claims\n"
        "WHERE a.match = $day AND any(x IN [1] WHERE x > .5) RETURN toUpper(a.id), {when: 1}"
    )

    kinds = node("m.cut(given.text).map((each) => [each.kind, each.text])", text=text)

    told = {kind: [text for each, text in kinds if each == kind] for kind, _ in kinds}
    assert told["label"] == ["Actor", "State", "Claim"]
    assert told["type"] == ["DENIED", "ALLEGED"]
    assert told["text"] == ["'ir'"]
    assert told["comment"] == ["// claims"]
    assert told["parameter"] == ["$day"]
    assert told["number"] == ["1", ".5", "1"]
    assert told["property"] == ["id", "match", "id", "when"]
    assert told["function"] == ["toUpper"]
    assert told["keyword"] == ["MATCH", "WHERE", "AND", "any", "IN", "WHERE", "RETURN"]


def test_parameters_are_found_as_the_service_finds_them() -> None:
    text = "RETURN $b, '$no', $a, $b // $no\n, $`odd ``one`"

    assert node("m.parameters(given.text)", text=text) == ["b", "a", "odd `one"]


@pytest.mark.parametrize(
    ("line", "column", "offset"), [(1, 1, 0), (2, 1, 4), (3, 2, 8), (3, 99, 9), (9, 1, 9)]
)
def test_a_place_is_found_in_the_text(line: int, column: int, offset: int) -> None:
    found = node("m.offsetOf('abc\\nde\\nfg', given.line, given.column)", line=line, column=column)

    assert found == offset


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("MA", {"kinds": ["keyword"], "beginning": "MA"}),
        ("MATCH (a:", {"kinds": ["label"], "beginning": ""}),
        ("MATCH (a:Cl", {"kinds": ["label"], "beginning": "Cl"}),
        ("MATCH ()-[:DEN", {"kinds": ["type"], "beginning": "DEN"}),
        ("MATCH ()-[:DENIED|", {"kinds": ["type"], "beginning": ""}),
        ("MATCH (a) RETURN a.te", {"kinds": ["property"], "beginning": "te"}),
        ("MATCH (a:Claim {te", {"kinds": ["property", "keyword"], "beginning": "te"}),
        ("MATCH (a:Claim {id: 'ir", {"kinds": [], "id": "claim", "beginning": "ir"}),
        ("MATCH (a:State {id: '", {"kinds": [], "id": "actor", "beginning": ""}),
        ("RETURN 'te", None),
        ("RETURN 1 // te", None),
        ("RETURN ", None),
        ("RETURN $te", None),
    ],
)
def test_what_is_offered_is_what_may_stand_there(text: str, wanted: Any) -> None:
    found = node("m.wanted(given.text, given.text.length)", "offers.js", text=text)

    assert found == wanted


def test_offers_come_from_the_schema_those_first_that_begin_so() -> None:
    schema: dict[str, Any] = {
        "labels": [{"name": "Claim", "meaning": "c", "properties": [{"name": "text"}]}],
        "relationships": [{"name": "DISCLAIMED", "properties": []}],
    }
    script = """m.fitting({kinds: given.kinds, beginning: "cla"}, m.vocabulary(given.schema))
      .map((each) => each.word)"""

    def offered(*kinds: str) -> Any:
        return node(script, "offers.js", kinds=kinds, schema=schema)

    assert offered("type", "label") == ["Claim", "DISCLAIMED"]
    assert offered("label") == ["Claim"]
    assert offered("property") == []


@pytest.mark.parametrize(
    "given", [1, 1.5, True, None, "plain", "1", "null", "date('x')", date(2024, 2, 24), [1, "a"]]
)
def test_a_value_written_for_an_address_is_read_as_itself(given: object) -> None:
    assert value(as_given(given)) == given


def test_a_day_is_a_parameter_and_a_set_is_none() -> None:
    read("RETURN $x AS x", {"x": date(2024, 2, 24)}, Limits())
    with pytest.raises(Refused, match="JSON does not know"):
        read("RETURN $x AS x", {"x": {1}}, Limits())


def test_of_a_text_of_ours_the_words_and_parameters_are_still_looked_at() -> None:
    with pytest.raises(Refused, match="CREATE"):
        read("CREATE (a) RETURN a", {}, Limits(), ours=True)
    with pytest.raises(Refused, match=r"\$x, not given"):
        read("RETURN $x AS x", {}, Limits(), ours=True)
