"""What every form of a citation says: the day as far as it is known, and remarks in words."""

import re
from datetime import date

from viz.citing.citable import Citable, Source
from viz.days import NOT_KNOWN, in_words
from viz.inline import in_line, web_address

__all__ = ["CAUTION", "UNREAD", "day_in_words", "named", "notes_on", "parts", "remarks", "url_of"]

CAUTION = "An allegation is a claim, not a finding."
UNREAD = "not read: known only through documents that draw on it"
_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", re.ASCII)


def parts(edtf: str | None) -> tuple[int, ...]:
    """Return year, month and day of a date, as many as it has; none of one that is not so plain.

    A span, "about", "uncertain" and "or earlier" have none: no form of citation that takes numbers
    can say them, and the day that they would become is nobody's.
    """
    found = _PLAIN.fullmatch(edtf or "")
    if not found:
        return ()
    numbers = tuple(int(each) for each in found.groups() if each)
    try:
        date(*(*numbers, 1, 1)[:3])
    except ValueError:
        return ()
    return numbers


def day_in_words(citable: Citable) -> str:
    """Return the day on which it was said or published, exactly as precise as it is known."""
    latest = in_words(citable.latest.isoformat()) if citable.latest else None
    return f"{NOT_KNOWN}, at the latest {latest}" if latest else in_words(citable.day)


def url_of(citable: Citable) -> str:
    """Return where it is to be read: of a document its own address, if it has one on the web."""
    own = web_address(citable.sources[0].url) if citable.kind == "document" else None
    return own or web_address(citable.address) or citable.address


def named(source: Source) -> str:
    """Return publisher and headline; the id where neither a headline nor an address is known."""
    title = in_line(source.title) if source.title else ""
    known = [in_line(source.publisher) if source.publisher else "", f"“{title}”" if title else ""]
    if not title and not web_address(source.url):
        known.append(in_line(source.id))
    return ", ".join(each for each in known if each)


def notes_on(source: Source) -> str:
    """Return what is to be told of a document that was not read, or was withdrawn; else nothing."""
    taken = f"withdrawn by its publisher, {in_words(source.withdrawn)}" if source.withdrawn else ""
    return "; ".join(each for each in ("" if source.read else UNREAD, taken) if each)


def remarks(citable: Citable) -> list[str]:
    """Return what no field of its own holds, as sentences, the caution first."""
    found = [CAUTION]
    if citable.kind == "statement":
        found += _of_statement(citable)
    found += [f"{each[:1].upper()}{each[1:]}." for each in citable.standing]
    if citable.kind != "claim" and not parts(citable.day):
        verb = "Said" if citable.kind == "statement" else "Published"
        found.append(f"{verb}: {day_in_words(citable)}.")
    if citable.kind == "statement":
        found += [f"As reported by {_reported(each)}." for each in citable.sources]
    elif citable.kind == "document" and (told := notes_on(citable.sources[0])):
        found.append(f"{told[0].upper()}{told[1:]}.")
    if citable.left:
        found.append(f"Left this record on {in_words(citable.left.isoformat())}.")
    as_of = f", as of {in_words(citable.as_of.isoformat())}" if citable.as_of else ""
    found.append(f"Rejoinder, {citable.kind} {in_line(citable.id)}{as_of}, {citable.address}")
    return found


def _of_statement(citable: Citable) -> list[str]:
    words = [f"“{each}”" for each in citable.words]
    implied = "; implied by how documents characterise it" if citable.implied else ""
    return [
        f"Act: {citable.phrase}{implied}.",
        f"Words: {'; '.join(words)}." if words else "No words are quoted.",
        *([f"In our words: {in_line(citable.paraphrase)}"] if citable.paraphrase else []),
        *([f"On behalf of {' and '.join(citable.on_behalf_of)}."] if citable.on_behalf_of else []),
        *([f"On the word of {' and '.join(citable.word_of)}."] if citable.word_of else []),
        *([f"Channel: {in_line(citable.channel)}."] if citable.channel else []),
    ]


def _reported(source: Source) -> str:
    told = notes_on(source)
    known = (named(source), in_words(source.published), web_address(source.url))
    return ", ".join(each for each in known if each) + (f" ({told})" if told else "")
