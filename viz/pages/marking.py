"""Words that were looked for, marked where they stand in a text."""

import re
import unicodedata
from collections.abc import Sequence

from markupsafe import Markup, escape

__all__ = ["folded", "holds", "marked"]

_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Return `text` without accents and case, as the index of words compares it."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(each for each in parts if not unicodedata.combining(each)).casefold()


def marked(text: str, terms: Sequence[str]) -> Markup:
    """Return `text` as HTML in which the words that begin with one of `terms` are marked.

    The part that was looked for is marked, accents and case aside. Every piece is escaped by
    itself, so that a mark is never set inside an entity or a tag.
    """
    wanted = [each for term in terms for each in _WORD.findall(folded(term))]
    pieces: list[Markup] = []
    end = 0
    for word in _words(text):
        length = _length(text[word.start() : word.end()], wanted)
        if length:
            pieces += [escape(text[end : word.start()]), _mark(text, word.start(), length)]
            end = word.start() + length
    return Markup("").join([*pieces, escape(text[end:])])


def holds(text: str, terms: Sequence[str]) -> bool:
    """Return whether each of `terms` begins some word of `text`, accents and case aside."""
    words = _WORD.findall(folded(text))
    wanted = [each for term in terms for each in _WORD.findall(folded(term))]
    return bool(wanted) and all(any(x.startswith(each) for x in words) for each in wanted)


def _words(text: str) -> list[re.Match[str]]:
    # Letters written as a base and its accents are one word, too.
    return list(re.finditer(r"(?:[^\W_]|(?<=\w)[\u0300-\u036f])+", text))


def _length(word: str, wanted: Sequence[str]) -> int:
    """Return how many characters of `word`, from its first, are the longest of `wanted`."""
    whole = folded(word)
    found = max((each for each in wanted if whole.startswith(each)), key=len, default="")
    if not found:
        return 0
    length = next(n for n in range(1, len(word) + 1) if folded(word[:n]).startswith(found))
    while length < len(word) and not folded(word[length]):
        length += 1
    return length


def _mark(text: str, start: int, length: int) -> Markup:
    return Markup("<mark>{}</mark>").format(text[start : start + length])
