"""BibTeX, which biblatex reads too: names whole, partial dates partial."""

import re

from viz.citing.citable import Citable
from viz.citing.known import parts, remarks, url_of
from viz.inline import in_line

__all__ = ["bibtex"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ESCAPED = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # "\{" would count as a brace that nobody closes
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    **{each: f"\\{each}" for each in "%&#_$"},
}
_SIGNS = re.compile(f"[{re.escape(''.join(_ESCAPED))}]")


def bibtex(citable: Citable) -> str:
    """Return an entry of the kind ``misc``; what is not ASCII stays UTF-8.

    ``date`` (biblatex) is as precise as the day is known, as are ``year`` and ``month`` (BibTeX);
    a day that numbers cannot say stands in the note. Addresses are not escaped: styles take them
    as they are.
    """
    source = citable.sources[0] if citable.kind == "document" else None
    publisher = source.publisher if source else "Rejoinder"
    numbers = parts(citable.day)
    fields = {
        "author": " and ".join(f"{{{_text(each.name)}}}" for each in citable.authors),
        "title": f"{{{_text(citable.title)}}}",
        "date": "-".join(f"{each:02d}" for each in numbers),
        "year": f"{numbers[0]:04d}" if numbers else "",
        "month": _MONTHS[numbers[1] - 1] if len(numbers) > 1 else "",
        "publisher": _text(publisher or ""),
        "howpublished": _text(citable.channel or ""),
        "url": url_of(citable),
        "urldate": citable.read_on.isoformat(),
        "note": _text(" ".join(remarks(citable))),
    }
    lines = [f"  {name} = {_held(name, value)},\n" for name, value in fields.items() if value]
    return f"@misc{{{_key(citable.id)},\n{''.join(lines)}}}\n"


def _text(words: str) -> str:
    escaped = _SIGNS.sub(lambda found: _ESCAPED[found[0]], in_line(words))
    # Two of these beside each other would be one sign: a dash, a quotation mark.
    return re.sub(r"([-',])(?=\1)", r"\1{}", escaped)


def _held(name: str, value: str) -> str:
    return value if name == "month" else f"{{{value}}}"  # every style knows months by these names


def _key(id_: str) -> str:
    return re.sub(r"[^A-Za-z0-9.:_-]", "-", id_) or "rejoinder"
