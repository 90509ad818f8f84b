"""A page as its reader's tools see it: titles, ids, links, and what stands in which part."""

from collections import Counter
from html.parser import HTMLParser

__all__ = ["Outline", "outline"]

_VOID = {"meta", "link", "input", "br", "hr", "img", "wbr"}


class Outline(HTMLParser):
    """What a page holds."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[tuple[int, str]] = []
        """Level and text of each heading, in order."""
        self.ids: Counter[str] = Counter()
        """How often each id occurs."""
        self.links: list[str] = []
        """Where links lead, in order."""
        self.within: dict[str, list[str]] = {}
        """Ids of the articles in each element with an id, in order."""
        self.words: dict[str, str] = {}
        """Text of each element with an id."""
        self.open: list[tuple[str, str | None]] = []
        """Elements that are open at the end: none, if the page is whole."""
        self._said: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("id")
        if name:
            self.ids[name] += 1
            self._said.setdefault(name, [])
            self.within.setdefault(name, [])
            if tag == "article":
                for _, outer in self.open:
                    if outer:
                        self.within[outer].append(name)
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        if tag in ("h1", "h2", "h3"):
            self.titles.append((int(tag[1]), ""))
        if tag not in _VOID:
            self.open.append((tag, name))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1][0] == tag, (self.getpos(), self.open[-1], tag)
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for tag, name in self.open:
            if name:
                self._said[name].append(data)
            if tag in ("h1", "h2", "h3"):
                level, text = self.titles[-1]
                self.titles[-1] = level, text + data

    def close(self) -> None:
        super().close()
        self.words = {name: "".join(said) for name, said in self._said.items()}


def outline(html: str) -> Outline:
    """Read a page. Fails when an element ends that did not begin."""
    found = Outline()
    found.feed(html)
    found.close()
    assert not found.open, found.open
    return found
