"""Feeds, to be subscribed to: records in, Atom (RFC 4287) and JSON Feed 1.1 out."""

from viz.feeds.entries import of_claim, of_row, of_statement
from viz.feeds.feed import Entry, Feed, Link
from viz.feeds.forms import atom, json_feed

__all__ = ["Entry", "Feed", "Link", "atom", "json_feed", "of_claim", "of_row", "of_statement"]
