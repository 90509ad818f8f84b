"""Citations, read back by programs that are not ours: bibtexparser, rispy and citeproc-js."""

# None of the three comes with types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportMissingTypeStubs=false

import html
import json
import re
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast

import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors
from markdown_it import MarkdownIt
from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

from viz.citing import Citable, bibtex, csl, ris

__all__ = [
    "CAUTION",
    "READ",
    "SITE",
    "bibtex_read",
    "plain_day",
    "plainly_quoted",
    "printed",
    "read_markdown",
    "ris_read",
]

SITE, READ = "http://rejoinder.example", date(2026, 11, 29)
CAUTION = "An allegation is a claim, not a finding."

PRINT = Path(__file__).with_name("print.js")
STANDARD = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textasciicircum": "^",
}
"""Macros of LaTeX that pylatexenc does not know, or gives another sign for."""
UNESCAPED = ("url", "urldate")


def bibtex_read(*cited: Citable) -> dict[str, dict[str, Any]]:
    """Return the fields of each entry by its key; authors as a list."""
    file = parse_string("\n".join(map(bibtex, cited)), append_middleware=[SeparateCoAuthors()])
    assert not file.failed_blocks
    raw = {entry.key: {f.key: f.value for f in entry.fields} for entry in file.entries}
    known = get_default_latex_context_db()
    macros = [MacroTextSpec(name, simplify_repl=sign) for name, sign in STANDARD.items()]
    known.add_context_category("standard", prepend=True, macros=macros)
    decoder = LatexNodes2Text(latex_context=known, math_mode="verbatim", strict_latex_spaces=True)
    read = LatexDecodingMiddleware(decoder=decoder).transform(file)
    found = {entry.key: {f.key: f.value for f in entry.fields} for entry in read.entries}
    for key, fields in found.items():
        fields |= {name: raw[key][name] for name in UNESCAPED}
        fields["author"] = [_whole(each, decoder) for each in raw[key].get("author", [])]
    return found


def _whole(author: str, decoder: LatexNodes2Text) -> str:
    assert (author[0], author[-1]) == ("{", "}"), author  # what is in braces is not split
    return decoder.latex_to_text(author)


def ris_read(*cited: Citable) -> dict[str, dict[str, Any]]:
    """Return the fields of each record by its id, under the names that rispy has for them."""
    records = cast("list[dict[str, Any]]", rispy.loads("\r\n".join(map(ris, cited))))
    assert not [each for each in records if "unknown_tag" in each]
    return {each["id"]: each for each in records}


def printed(cited: Sequence[Citable]) -> dict[str, dict[str, str]]:
    """Return what citeproc-js prints of each, by id: author, title, issued, accessed, URL, note."""
    items = json.dumps([csl(each) for each in cited])
    done = subprocess.run(  # noqa: S603
        ["node", str(PRINT)],  # noqa: S607
        input=items.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, str] = json.loads(done.stdout)
    return {
        id_: dict(line.split(": ", 1) for line in text.strip("\n").split("\n"))
        for id_, text in found.items()
    }


def read_markdown(text: str) -> tuple[str, list[str]]:
    """Return words and links of Markdown, read with raw HTML and GitHub's extensions."""
    parser = MarkdownIt("gfm-like", {"linkify": False}).enable("table")
    page = parser.render(text)
    tags = set(re.findall(r"<(\w+)", page))
    assert tags <= {"p", "a"}, page
    links = [html.unescape(each) for each in re.findall(r'<a href="([^"]*)">', page)]
    return html.unescape(re.sub(r"<[^>]*>", "", page)).strip(), links


def plain_day(edtf: str | None) -> str:
    """Return a day that numbers can say, or nothing."""
    return edtf if edtf and re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", edtf) else ""


def plainly_quoted(text: str) -> str:
    """Return `text` with one sort of quotation mark: citeproc-js sets its own."""
    return text.translate(dict.fromkeys(map(ord, "“”„‟‘’‚‛'`«»‹›"), '"'))
