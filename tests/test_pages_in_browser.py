"""The pages in a real Chromium: by keyboard alone, script on and off, checked, and printed."""

from collections.abc import Generator
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab
from pypdf import PdfReader

from tests.test_maps_everywhere import AXE

CLAIM = "/claims/iran-sent-400-ballistic-missiles-to-russia"
PAGES = {
    "home": "/",
    "claims": "/claims",
    "claim": CLAIM,
    "claim on a day": f"{CLAIM}?as_of=2024-02-24",
    "brief": f"{CLAIM}/brief",
    "actors": "/actors",
    "actor": "/actors/ir",
    "statement": "/statements/iran-un-mission-2024-02-23",
    "document": "/documents/the-star-malaysia-2024-02-24",
    "weapon": "/weapons/fath-360",
    "search": "/search?q=zolfaghar",
    "questions": "/questions",
    "question": "/questions/who_denied?claim=iran-sent-400-ballistic-missiles-to-russia",
    "console": "/cypher?q=MATCH+(a)-[:DENIED]->(c)+RETURN+a.name,c.text+LIMIT+5",
    "new": "/new",
    "about": "/about",
    "missing": "/claims/iran-sent-401",
}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "phone": {"viewport": {"width": 320, "height": 640}},
}
HARM = """
window.harm = [];
addEventListener("securitypolicyviolation", (event) => window.harm.push(event.violatedDirective));
"""


@pytest.fixture
def tab(onlooker: Browser, address: str, request: pytest.FixtureRequest) -> Generator[Tab]:
    """Open a tab on the service; `request.param` has what differs from a plain one."""
    given: dict[str, Any] = getattr(request, "param", {})
    context = onlooker.new_context(base_url=address, **given)
    page = context.new_page()
    page.add_init_script(HARM)
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on(
        "request", lambda asked: trouble.append(asked.url) if address not in asked.url else None
    )
    yield page
    context.close()
    assert trouble == []


def reach(tab: Tab, selector: str) -> None:
    """Press Tab until what `selector` names has the focus, as someone without a mouse does."""
    for _ in range(300):
        tab.keyboard.press("Tab")
        if tab.locator(f":is({selector}):focus").count():
            return
    raise AssertionError(f"{selector} is not reached by keyboard")


@pytest.mark.parametrize(
    "tab", [{}, {"java_script_enabled": False}], ids=["script", "no script"], indirect=True
)
def test_from_the_first_page_by_keyboard_to_a_claim_a_statement_a_document_and_back(
    tab: Tab,
) -> None:
    tab.goto("/")
    steps = ["/claims/", "/statements/", "/documents/"]
    for step in steps:
        reach(tab, f"main a[href^='{step}']")
        tab.keyboard.press("Enter")
        tab.wait_for_url(f"**{step}**")
        assert step in tab.url
        assert tab.locator("h1").count() == 1
    for step in reversed(["/", *steps[:-1]]):
        tab.go_back()
        assert step in tab.url
    reach(tab, "#q")
    tab.keyboard.type("zolfaghar")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?q=zolfaghar*")
    assert tab.locator("mark").count()


@pytest.mark.parametrize("tab", LOOKS.values(), ids=LOOKS, indirect=True)
def test_a_checker_of_accessibility_finds_nothing_on_any_page(tab: Tab) -> None:
    axe = AXE.read_text("utf-8")
    wrong: dict[str, Any] = {}
    for name, path in PAGES.items():
        tab.goto(path)
        tab.evaluate(axe)
        found = tab.evaluate("axe.run().then((told) => told.violations)")
        told = [(each["id"], [n["html"][:200] for n in each["nodes"]][:3]) for each in found]
        told += tab.evaluate("window.harm")
        wide = tab.evaluate("document.documentElement.scrollWidth - innerWidth")
        told += [f"{wide} pixels too wide"] if wide > 0 else []
        wrong |= {name: told} if told else {}
    assert wrong == {}


@pytest.mark.parametrize("tab", [{"java_script_enabled": False}], indirect=True)
def test_a_page_without_script_is_complete(tab: Tab) -> None:
    for name, path in PAGES.items():
        tab.goto(path)
        assert tab.locator("h1").is_visible(), name
        assert not tab.locator("main noscript").count(), name


def test_paper_keeps_the_caution_the_sources_and_the_address(tab: Tab, tmp_path: Path) -> None:
    for path in (CLAIM, f"{CLAIM}/brief", "/statements/iran-un-mission-2024-02-23"):
        tab.goto(path)
        file = tmp_path / "page.pdf"
        tab.pdf(path=str(file))
        printed = " ".join(page.extract_text() for page in PdfReader(file).pages)
        text = " ".join(normalize("NFKC", printed).split())  # a font may join f and i
        assert "An allegation is a claim, not a finding." in text
        assert path.rpartition("/")[2] in text.replace(" ", "")
        assert "The Star (Malaysia)" in text
