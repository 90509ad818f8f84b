"""Atom and JSON Feed. Every text is on one line, of signs that XML can hold."""

import json
from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from viz.feeds.feed import Entry, Feed
from viz.inline import in_line

__all__ = ["atom", "json_feed"]

_ATOM, _XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
_VERSION = "https://jsonfeed.org/version/1.1"
_ABOUT = "Allegations and statements on them, as documents report them. Not findings."


def atom(feed: Feed) -> bytes:
    """Return an Atom feed (RFC 4287), as UTF-8."""
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(root, "id", feed.address)
    _add(root, "title", feed.title)
    _add(root, "subtitle", _ABOUT)
    _add(root, "updated", _moment(feed.updated))
    SubElement(root, "link", {"rel": "self", "href": in_line(feed.address)})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": in_line(feed.home)})
    _add(SubElement(root, "author"), "name", "Rejoinder")
    for each in feed.entries:
        _entry(root, each)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def json_feed(feed: Feed) -> bytes:
    """Return a JSON Feed 1.1, as UTF-8."""
    found = {
        "version": _VERSION,
        "title": in_line(feed.title),
        "description": _ABOUT,
        "home_page_url": in_line(feed.home),
        "feed_url": in_line(feed.address),
        "language": "en",
        "authors": [{"name": "Rejoinder"}],
        "items": [_item(each) for each in feed.entries],
    }
    return json.dumps(found, ensure_ascii=False).encode()


def _entry(root: Element, entry: Entry) -> None:
    found = SubElement(root, "entry")
    _add(found, "id", entry.id)
    _add(found, "title", entry.title)
    _add(found, "updated", _moment(entry.updated))
    _add(found, "published", _moment(entry.updated))
    SubElement(found, "link", {"rel": "alternate", "type": "text/html", "href": in_line(entry.url)})
    for name in filter(None, map(in_line, entry.authors)):
        _add(SubElement(found, "author"), "name", name)
    content = SubElement(found, "content", {"type": "xhtml"})
    content.append(_content(entry, {"xmlns": _XHTML}))


def _item(entry: Entry) -> dict[str, Any]:
    found = {
        "id": in_line(entry.id),
        "url": in_line(entry.url),
        "title": in_line(entry.title),
        "content_html": tostring(_content(entry, {}), encoding="unicode", method="html"),
        "date_published": _moment(entry.updated),
        "date_modified": _moment(entry.updated),
    }
    names = [{"name": name} for name in filter(None, map(in_line, entry.authors))]
    return {**found, "authors": names} if names else found


def _content(entry: Entry, attributes: dict[str, str]) -> Element:
    """Return what an entry says as an element of HTML."""
    found = Element("div", attributes)
    for line in entry.lines:
        _add(found, "p", line)
    listed = SubElement(found, "ul") if entry.links else found
    for each in entry.links:
        item = SubElement(listed, "li")
        if each.url:
            _add(item, "a", each.text).set("href", each.url)
        else:
            item.text = in_line(each.text)
    return found


def _add(parent: Element, tag: str, text: str) -> Element:
    found = SubElement(parent, tag)
    found.text = in_line(text)
    return found


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
