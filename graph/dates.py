"""Partial dates, as EDTF (Extended Date/Time Format, ISO 8601-2) writes them.

A date is kept as it is known: ``2024-02-23``, ``2024-02``, ``2024``, ``2024-09-02?``
(uncertain), ``[..2022-07-13]`` (that day or earlier), ``[2024-09-08,2024-09-09]`` (one of
these), ``2023-10/2023-12`` (a span). The text is what people see; the earliest and latest
day are what questions are asked by.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from time import struct_time
from typing import Annotated, Any, cast

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from pydantic import BeforeValidator, WithJsonSchema

__all__ = ["EdtfDate", "Span", "span"]

_USUAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
RIGHT = "write it in EDTF: 2024-02-23, 2024-02, 2024, 2024-09-02? or [..2024-05-09]"


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a partial date may mean."""

    earliest: date | None
    """First day; None when nothing bounds it."""
    latest: date | None
    """Last day; None when nothing bounds it."""


@lru_cache(maxsize=100_000)  # dossiers repeat days
def span(text: str) -> Span:
    """Return the first and last day that the EDTF date `text` may mean.

    Years 1 to 9999. Raises `ValueError` with what would be right when it is not EDTF,
    names a day that no calendar has, or bounds neither side.
    """
    try:
        found = _usual(text) or _parsed(text)  # the library takes 5 ms a date
    except (EDTFParseException, ValueError, OverflowError, AttributeError, TypeError):
        found = Span(None, None)
    # The library reads an empty side ("/2022-07-13") as ten years before.
    empty_side = text.startswith("/") or text.endswith("/")
    if empty_side or (found.earliest is None and found.latest is None):
        raise ValueError(f"{text!r} is not a date; {RIGHT}")
    if found.earliest and found.latest and found.latest < found.earliest:
        raise ValueError(f"{text!r} ends before it begins; {RIGHT}")
    return found


def _parsed(text: str) -> Span:
    parsed = cast("Any", parse_edtf(text))
    return Span(_day(parsed.lower_strict()), _day(parsed.upper_strict()))


def _usual(text: str) -> Span | None:
    """Return the days of the usual forms: days, months, years, unsure ones, spans, upper bounds.

    None for anything else. Raises `ValueError` for a day that no calendar has.
    """
    if text.startswith("[..") and text.endswith("]"):
        last = _plain(text[3:-1])
        return Span(None, last.latest) if last else None
    if "/" in text:
        start, _, end = text.partition("/")
        first, last = _plain(start), _plain(end)
        return Span(first.earliest, last.latest) if first and last else None
    return _plain(text[:-1] if text.endswith(("?", "~", "%")) else text)


def _plain(text: str) -> Span | None:
    match = _USUAL.fullmatch(text)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    try:
        first = date(year, month, day)
    except ValueError:
        if match[3]:
            raise  # the library takes the 29th of February of any year
        return None  # a season: "2024-21"
    if match[3]:
        return Span(first, first)
    last_month = month if match[2] else 12
    return Span(first, date(year, last_month, monthrange(year, last_month)[1]))


def _day(value: object) -> date | None:
    if not isinstance(value, struct_time):
        return None  # the library's -inf or inf
    year, month, day = value[:3]
    return date(year, month, min(day, monthrange(year, month)[1]))


def _text(value: object) -> str:
    """Accept what YAML made of an unquoted date or year, and EDTF text."""
    if isinstance(value, bool) or not isinstance(value, date | int | str):
        raise ValueError(f"{value!r} is not a date; {RIGHT}")
    text = value.isoformat()[:10] if isinstance(value, date) else str(value)
    span(text)
    return text


EdtfDate = Annotated[
    str,
    BeforeValidator(_text),
    WithJsonSchema({"type": ["string", "integer"], "description": "EDTF date: " + RIGHT}),
]
"""A partial date as text, checked to be EDTF."""
