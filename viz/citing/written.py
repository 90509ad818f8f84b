"""A citation to be read: a footnote as plain text, and the same in Markdown."""

import re

from viz.citing.citable import Citable, Source, byline
from viz.citing.known import CAUTION, day_in_words, named, notes_on
from viz.days import in_words
from viz.inline import apart, in_line, web_address

__all__ = ["footnote", "markdown"]

_MEANING = re.compile(r"[\\`*_{}\[\]<>#|~&$!@]")
_BEGINNING = re.compile(r"^(?=[-+=])|^(\d+)(?=[.)])")


class _Plain:
    """Writes as it is."""

    def text(self, words: str) -> str:
        return words

    def source(self, name: str, day: str, url: str | None) -> str:
        return ", ".join(each for each in (name, day, url) if each)

    def page(self, name: str, address: str) -> str:
        return f"{name}, {address}"


class _Markdown(_Plain):
    """Escapes what means something in CommonMark or on the usual forges, and makes links."""

    def text(self, words: str) -> str:
        plain = _MEANING.sub(lambda found: f"\\{found[0]}", words)
        plain = re.sub(r"(?i)://|\bwww(?=\.)", _unlinked, plain)
        return _BEGINNING.sub(lambda found: f"{found[1] or ''}\\", plain)

    def source(self, name: str, day: str, url: str | None) -> str:
        known = self.page(name, url) if url and name else self.text(name)
        return ", ".join(each for each in (known, self.text(day)) if each)

    def page(self, name: str, address: str) -> str:
        whole = re.sub(r"&(?=\w+;)", r"\\&", address)  # "&copy;" would be read as a sign
        return f"[{self.text(name)}](<{whole}>)"


def _unlinked(found: re.Match[str]) -> str:
    # "https\://" is text, where "https://" would become a link whatever stands around it.
    return f"\\{found[0]}" if found[0] == "://" else f"{found[0]}\\"


def footnote(citable: Citable) -> str:
    """Return a footnote on one line: who, in whose words, when, in which documents, read where."""
    return _note(citable, _Plain())


def markdown(citable: Citable) -> str:
    """Return the footnote in Markdown (CommonMark): documents and the page are links."""
    return _note(citable, _Markdown())


def _note(citable: Citable, pen: _Plain) -> str:
    make = {"statement": _statement, "claim": _claim, "document": _document}[citable.kind]
    words = make(citable, pen)
    ends = "" if words.endswith((".", ".”", ".\u2069”")) else "."
    left = f"Left this record on {_day(citable.left)}." if citable.left else ""
    page = pen.page(f"{citable.kind} {in_line(citable.id)}", citable.address)
    as_of = f", as of {_day(citable.as_of)}" if citable.as_of else ""
    read = f"Rejoinder, {page}{as_of}, read on {_day(citable.read_on)}."
    caution = CAUTION if citable.kind != "document" else ""
    return " ".join(each for each in (f"{words}{ends}", left, read, caution) if each)


def _statement(citable: Citable, pen: _Plain) -> str:
    who = apart(byline(citable.authors))
    told = (
        f"{who}, {_words(citable)}, {_done(citable)}" if citable.words else f"{who} {_act(citable)}"
    )
    found = [pen.text(told)]
    sources = " and ".join(map(apart, citable.word_of))
    found += [pen.text(f"on the word of {sources}")] if sources else []
    found += [pen.text(apart(citable.channel))] if citable.channel else []
    found.append(pen.text(day_in_words(citable)))
    printed = [each for each in citable.sources if each.quote]
    others = [each for each in citable.sources if not each.quote]
    reported = ", as reported by "
    for group in (printed, others):
        if group:
            found[-1] += reported + "; ".join(_source(each, pen) for each in group)
            reported = "; without these words by "
    return ", ".join(found)


def _words(citable: Citable) -> str:
    """Return each wording once; where documents print it differently, who prints which."""
    words = citable.words
    if len(words) == 1:
        return f"“{apart(next(iter(words)))}”"
    return "; ".join(
        f"“{apart(each)}” (as printed by {' and '.join(map(apart, by))})"
        for each, by in words.items()
    )


def _act(citable: Citable) -> str:
    ours = (citable.paraphrase or "").rstrip(". \n")
    told = f" (in our words: {apart(ours)})" if ours else ""
    return f"{_done(citable)}{told}"


def _done(citable: Citable) -> str:
    """Return what was done with the words, and on which claim."""
    implied = " (implied by how documents characterise it)" if citable.implied else ""
    return f"{citable.phrase}{implied} on the claim “{apart(citable.claim or '')}”"


def _claim(citable: Citable, pen: _Plain) -> str:
    text = f"“{apart(citable.claim or '')}” A claim, not a finding. Standing: "
    return pen.text(text + "; ".join(citable.standing))


def _document(citable: Citable, pen: _Plain) -> str:
    return _source(citable.sources[0], pen)


def _source(source: Source, pen: _Plain) -> str:
    told = notes_on(source)
    name = apart(named(source)) or "publisher not known"
    found = pen.source(name, in_words(source.published), web_address(source.url))
    return found + (pen.text(f" ({told})") if told else "")


def _day(day: object) -> str:
    return in_words(str(day))
