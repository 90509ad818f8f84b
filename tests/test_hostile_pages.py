"""Hostile words in every field and every parameter of every page: nothing runs, all is shown."""

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any, cast
from urllib.parse import quote

import httpx2
import pytest
from playwright.sync_api import Browser
from ruamel.yaml import YAML

from graph.dossiers.findings import storable
from tests.browser import browser
from tests.graphs import Graph
from tests.hostile import payloads
from tests.test_pages import READS

TEXTS = [
    each.text
    for each in payloads()
    if each.text.strip() and len(each.text) < 3000 and storable(each.text) == each.text
]
TOGETHER = [text for text in TEXTS if len(text) < 500]
"""What can be sent in company: nothing of it has an address refused as a whole."""
BATCH = 10
TAGS = frozenset(
    (
        *("a", "abbr", "article", "aside", "bdi", "body", "button", "caption", "circle"),
        *("code", "datalist"),
        *("dd", "details", "div", "dl", "dt", "em", "fieldset", "footer", "form", "g", "h1", "h2"),
        *("h3", "head", "header", "html", "input", "label", "legend", "li", "line", "link", "main"),
        *("mark", "meta", "nav", "ol", "optgroup", "option", "p", "pre", "rect", "script"),
        *("section", "select", "small", "span", "strong", "style", "sub", "summary", "sup", "svg"),
        *("table", "tbody", "td", "text", "textarea", "th", "thead", "time", "title", "tr", "ul"),
    )
)
PARAMETERS = (
    "/search?q={}",
    "/claims?after={}",
    "/claims?as_of={}",
    "/claims/{}",
    "/claims/c-1?after={}",
    "/claims/{}/brief",
    "/actors/{}",
    "/actors?after={}",
    "/statements/{}",
    "/documents/{}",
    "/weapons/{}",
    "/new?since={}",
    "/questions/{}",
    "/questions/who_denied?claim={}",
    "/questions/who_denied?claim=c-1&asOf={}",
    "/questions/everything_on?{}=1",
    "/cypher?q={}",
    "/cypher?q=RETURN+$x&p.x={}",
    "/{}",
)


class Elements(HTMLParser):
    """Elements and attributes of a page, and all its text outside of scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.text += data

    def harm(self) -> list[str]:
        """Return what a page of ours never has."""
        told = [tag for tag, _ in self.found if tag not in TAGS]
        for tag, attributes in self.found:
            told += [f"{tag} {name}" for name in attributes if name.startswith(("on", "style"))]
            for name in ("href", "src", "action", "formaction"):
                value = (attributes.get(name) or "").strip().lower()
                if value and not value.startswith(("/", "#", "http://", "https://")):
                    told.append(f"{tag} {name}={value[:60]}")
        scripts = [attributes for tag, attributes in self.found if tag == "script"]
        told += ["scripts"] if len([each for each in scripts if not each.get("type")]) != 1 else []
        return told


def read(html: str) -> Elements:
    found = Elements()
    found.feed(html)
    found.close()
    return found


def dossier() -> Mapping[str, Any]:
    """One of everything for each text, with the text in every field that is text."""
    actors: list[dict[str, Any]] = []
    for n, text in enumerate(TEXTS):
        actors += [
            {"id": f"i-{n}", "type": "institution", "name": f"{text} {n}", "kind": text,
             "aliases": [text],
             "notes": text},
            {"id": f"o-{n}", "type": "official", "name": f"{text} o{n}",
             "roles": [{"title": text, "institution": f"i-{n}"}]},
            {"id": f"u-{n}", "type": "unnamed_source", "description": text,
             "documents": [f"d-{n}"]},
        ]  # fmt: skip
    numbered = list(enumerate(TEXTS))
    return {
        "dossier": "hostile",
        "title": "Hostile words",
        "actors": actors,
        "weapons": [{"id": f"w-{n}", "name": f"{text} w{n}", "kind": text, "notes": text,
                     "ranges": [{"text": text, "stated_by": text, "document": f"d-{n}"}]}
                    for n, text in numbered],
        "claims": [{"id": f"c-{n}", "text": text, "kind": text, "supplier": [f"i-{n}"],
                    "items": [f"w-{n}"], "quantity": {"text": text, "unit": text},
                    "period": {"text": text}, "notes": text} for n, text in numbered],
        "documents": [{"id": f"d-{n}", "title": text, "publisher": f"i-{n}", "notes": text,
                       "url": f"https://a.example/{quote(text, safe='')[:900]}",
                       "withdrawn": "2024-03-01", "withdrawn_because": text}
                      for n, text in numbered],
        "statements": [{"id": f"s-{n}", "by": [{"actor": f"o-{n}", "role": text}],
                        "act": ["denies", "alleges", "evades"][n % 3], "claim": f"c-{n}",
                        "belief": ["certain_false", "certain_true", "uncommitted"][n % 3],
                        "said": "2024-02", "said_basis": text, "channel": text,
                        "paraphrase": text, "notes": text, "extent": "part",
                        "extent_words": text, "quantity": {"text": text},
                        "responds_to": [f"s-{n - 1}"] if n else [],
                        "reports": [{"document": f"d-{n}", "quote": text,
                                     "characterised_in_words": text, "hedge": text,
                                     "characterised_as": "alleges"}]}
                       for n, text in numbered],
    }  # fmt: skip


@pytest.fixture(scope="module")
def hostile(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """A graph of hostile words, from the first test that needs it to the end of this module."""
    file = tmp_path_factory.mktemp("hostile") / "hostile.yaml"
    with file.open("w", encoding="utf-8") as to:
        cast("Any", YAML(typ="safe")).dump(dossier(), to)
    graph.wipe()
    graph.load([file])
    return graph


def pages() -> list[str]:
    """Return the page of everything, and those that list."""
    kinds = {"c": "claims", "i": "actors", "o": "actors", "u": "actors", "s": "statements",
             "d": "documents", "w": "weapons"}  # fmt: skip
    each = [f"/{kind}/{key}-{n}" for key, kind in kinds.items() for n in range(len(TEXTS))]
    briefs = [f"/claims/c-{n}/brief" for n in range(len(TEXTS))]
    return ["/", "/claims", "/actors", "/new", *each, *briefs]


def test_a_parameter_holds_hostile_words_as_words(address: str, story: Graph) -> None:
    assert story.holds_story
    alone = [each.text for each in payloads() if each.text not in TOGETHER]
    together = [" ".join(TOGETHER[at : at + BATCH]) for at in range(0, len(TOGETHER), BATCH)]
    assert 0 < len(alone) < BATCH < len(TOGETHER)
    with httpx2.Client(base_url=address, timeout=60, headers=READS) as client:
        for n, template in enumerate(PARAMETERS):
            # Company is everywhere, and who is alone in a quarter of the places.
            for text in (*together, *alone[n % 4 :: 4]):
                path = template.format(quote(text, safe="", errors="surrogatepass")[:6000])
                answer = client.get(path)
                if answer.is_redirect:  # a slash at the end
                    assert answer.headers["location"].startswith((address, "/")), path
                    continue
                kind = answer.headers.get("content-type", "")
                assert answer.status_code < 500, (path, answer.text[-300:])
                assert kind.startswith("text/html"), (path, answer.status_code, kind)
                assert read(answer.text).harm() == [], path


def test_a_page_holds_hostile_words_as_words_wherever_they_stand(
    hostile: Graph, address: str
) -> None:
    assert len(TEXTS) > 50
    assert hostile
    shown: set[int] = set()
    with httpx2.Client(base_url=address, timeout=60, headers=READS) as client:
        for path in pages():
            answer = client.get(path)
            assert answer.status_code == 200, (path, answer.text[-500:])
            page = read(answer.text)
            assert page.harm() == [], path
            number = path.removesuffix("/brief").rpartition("-")[2]
            if number.isdigit():
                words = " ".join(TEXTS[int(number)].split())
                if words in " ".join(page.text.split()):
                    shown.add(int(number))
    assert shown == set(range(len(TEXTS)))


def test_nothing_runs_in_a_browser(hostile: Graph, address: str) -> None:
    assert hostile
    with browser() as chromium:
        opened(chromium, address)


def opened(chromium: Browser, address: str) -> None:
    """Open pages that hold what bites, and fail if anything of it does."""
    context = chromium.new_context(base_url=address)
    tab = context.new_page()
    trouble: list[str] = []
    tab.on("dialog", lambda dialog: trouble.append(dialog.message))
    tab.on("pageerror", lambda error: trouble.append(str(error)))
    tab.on("console", lambda message: trouble.append(message.text))
    tab.on(
        "request",
        lambda asked: None if asked.url.startswith(address) else trouble.append(asked.url),
    )
    bites = {each.text for each in payloads() if each.bites}
    numbers = [n for n, text in enumerate(TEXTS) if text in bites]
    assert len(numbers) > 10
    for n in numbers:
        for path in (f"/claims/c-{n}", f"/statements/s-{n}", f"/search?q={quote(TEXTS[n])}"):
            tab.goto(path)
            assert tab.evaluate("typeof window.harm") == "undefined", path
    context.close()
    assert [each for each in trouble if not each.startswith(address)] == []
