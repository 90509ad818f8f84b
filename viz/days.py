"""Days as a reader reads them: exactly as precise as they are known."""

import re

__all__ = ["MONTHS", "NOT_KNOWN", "in_words"]

NOT_KNOWN = "day not known"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SURE = {"": "", "?": " (uncertain)", "~": " (about)", "%": " (about, uncertain)"}

_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([?~%]?)")


def in_words(edtf: str | None) -> str:
    """Return an EDTF date in English: ``2024-02`` is "February 2024", never a day in it.

    None is "day not known". What has no plain reading here (a season, a set with gaps)
    stays as it is written.
    """
    if edtf is None:
        return NOT_KNOWN
    for pattern, reading in (
        (r"\[\.\.(.+)\]", "{} or earlier"),
        (r"\[(.+)\.\.\]", "{} or later"),
        (r"\.\./(.+)", "until {}"),
        (r"([^/]+)/\.\.", "from {}"),
        (r"\[([^,.]+)\.\.([^,.]+)\]", "a day from {} to {}"),
        (r"\[([^,.]+), ?([^,.]+)\]", "{} or {}"),
        (r"([^/]+)/([^/]+)", "{} to {}"),
        (r"(.+)", "{}"),
    ):
        if found := re.fullmatch(pattern, edtf):
            parts = [_plain(part) for part in found.groups()]
            return reading.format(*parts) if all(parts) else edtf
    return edtf


def _plain(text: str) -> str | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day, mark = found.groups()
    words = (str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year)
    return " ".join(word for word in words if word) + SURE[mark]
