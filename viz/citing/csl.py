"""CSL-JSON, which citation processors and reference managers read."""

import re
from typing import Any

from viz.citing.citable import Citable
from viz.citing.known import day_in_words, parts, remarks, url_of
from viz.inline import in_line

__all__ = ["csl"]

_TYPES = {
    "article": "article-newspaper",
    "post": "post",
    "report": "report",
    "statement": "document",
    "transcript": "document",
}
_MARKUP = re.compile(r"<(?=/?(?:i|b|u|em|strong|sub|sup|sc|span)\b)|{(?=:)", re.IGNORECASE)


def csl(citable: Citable) -> dict[str, Any]:
    """Return an item, as JSON values.

    Names are literal. A date has as many parts as are known; one that parts cannot say is literal.
    """
    source = citable.sources[0] if citable.kind == "document" else None
    read = citable.read_on
    item: dict[str, Any] = {
        "id": citable.id,
        "type": _TYPES.get(citable.genre or "", "document") if source else "document",
        "title": _text(citable.title),
        "author": [{"literal": _name(each.name)} for each in citable.authors],
        "issued": _issued(citable),
        "accessed": {"date-parts": [[read.year, read.month, read.day]]},
        "publisher": _text((source.publisher or "") if source else "Rejoinder"),
        "container-title": _text((source.publisher or "") if source else ""),
        "event-title": _text(citable.channel or ""),
        "language": _text((source.language or "") if source else ""),
        "genre": "" if source else citable.kind,
        "source": "Rejoinder",
        "URL": url_of(citable),
        "note": _text(" ".join(remarks(citable))),
    }
    return {name: value for name, value in item.items() if value}


def _issued(citable: Citable) -> dict[str, Any]:
    numbers = parts(citable.day)
    if numbers:
        return {"date-parts": [list(numbers)]}
    return {"literal": day_in_words(citable)} if citable.day or citable.latest else {}


def _name(name: str) -> str:
    return _text(name).replace("|", "¦")  # citeproc-js splits institutions there


def _text(words: str) -> str:
    """Return words in which a processor finds neither markup nor fields of its own.

    It reads ``<i>`` as italics and ``{:issued: 1999}`` in a note as a date.
    """
    return _MARKUP.sub("\\g<0>\u2060", in_line(words))  # a word joiner, which nobody sees
