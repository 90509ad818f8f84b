"""The table of questions in the README: ``python -m tests.readme URL`` writes it anew."""

import sys
from pathlib import Path
from typing import Any

import httpx2

from graph.questions import catalogue

__all__ = ["README", "table", "written"]

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- questions -->\n", "<!-- end of questions -->\n"
_LONGEST = 60


def table(service: httpx2.Client) -> str:
    """Return a row for each question: what it asks, its file, its answer to its own example."""
    lines = ["| It answers | in one file | on the shipped story |", "| --- | --- | --- |"]
    for name, question in catalogue().questions.items():
        params = {each.name: each.example for each in question.params if each.example}
        rows = service.get(f"/v1/questions/{name}", params=params).json()["rows"]
        file = f"[{name}](cypher/questions/{name}.cypher)"
        lines.append(f"| {question.asks} | {file} | {_answer(rows)} |")
    return "\n".join(lines) + "\n"


def written(text: str) -> str:
    """Return the table that stands in `text`."""
    return text.partition(BEGIN)[2].partition(END)[0]


def _answer(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return "nothing: the shipped facts state none"
    words = [_words(value) for key, value in rows[0].items() if key != "key"]
    first = ", ".join(dict.fromkeys(word for word in words if 0 < len(word) <= _LONGEST))
    first = first if len(first) <= 2 * _LONGEST else f"{first[: 2 * _LONGEST - 1].rstrip(', ')}…"
    return f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}, first: {first}"


def _words(value: Any) -> str:
    match value:
        case str():
            return value
        case [dict(), *_]:
            return "; ".join(str(each["name"]) for each in value if "name" in each)
        case [str(), *_]:
            return "; ".join(value)
        case _:
            return ""


if __name__ == "__main__":
    before, _, rest = README.read_text("utf-8").partition(BEGIN)
    with httpx2.Client(base_url=sys.argv[1]) as client:
        made = table(client)
    README.write_text(f"{before}{BEGIN}{made}{END}{rest.partition(END)[2]}", "utf-8")
