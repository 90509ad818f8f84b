"""RIS: one field a line, so that no words of others can begin one."""

from viz.citing.citable import Citable
from viz.citing.known import parts, remarks, url_of
from viz.inline import in_line

__all__ = ["ris"]

_TYPES = {"article": "NEWS", "post": "ELEC", "report": "RPRT"}
"""By sort of document; what is none of these is generic."""


def ris(citable: Citable) -> str:
    """Return a record; its lines end in CR LF.

    A comma would split a name in two, and RIS has no sign for one that does not: it becomes a dash.
    """
    source = citable.sources[0] if citable.kind == "document" else None
    numbers = parts(citable.day)
    publisher = (source.publisher or "") if source else "Rejoinder"
    fields = [
        ("TY", _TYPES.get(citable.genre or "", "GEN")),
        ("ID", citable.id),
        *(("AU", _name(each.name)) for each in citable.authors),
        ("TI", citable.title),
        ("T2", publisher if source else citable.channel or ""),
        ("PY", f"{numbers[0]:04d}" if numbers else ""),
        ("DA", _day(numbers)),
        ("PB", publisher),
        ("LA", (source.language or "") if source else ""),
        ("UR", url_of(citable)),
        ("Y2", _day((citable.read_on.year, citable.read_on.month, citable.read_on.day))),
        ("DB", "Rejoinder"),
        *(("N1", each) for each in remarks(citable)),
    ]
    lines = [f"{tag}  - {plain}" for tag, value in fields if (plain := in_line(value))]
    return "\r\n".join((*lines, "ER  - ", ""))


def _name(name: str) -> str:
    return " – ".join(part for each in in_line(name).split(",") if (part := each.strip()))


def _day(numbers: tuple[int, ...]) -> str:
    """Return year/month/day/, each as far as it is known."""
    if not numbers:
        return ""
    known = [f"{each:02d}" for each in numbers]
    return "/".join([*known, "", "", ""][:4])
