"""Plain literals of Cypher: text, numbers, true, false, null, days, lists and maps of these."""

import re
from datetime import date

__all__ = ["Unreadable", "literal"]

_SPACE = re.compile(r"(?:\s|//.*|/\*.*?\*/)*")
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?(?![\w.])")
_TEXT = re.compile(r"""'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)\"""")
_DAY = re.compile(r"""date\s*\(\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*\)""", re.IGNORECASE)
_KEY = re.compile(r"([^\W\d]\w*)|`((?:``|[^`])+)`|'((?:\\.|[^'\\])*)'|\"((?:\\.|[^\"\\])*)\"")
_WORD = re.compile(r"(?:true|false|null)\b", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_DEEPEST = 50


class Unreadable(ValueError):
    """A text is no plain literal. The message says where it stops to be one."""


def literal(text: str) -> object:
    """Return the value of `text`; a semicolon or a comment may follow it. Days are dates.

    Raises `Unreadable`.
    """
    reading = _Reading(text)
    found = reading.value(0)
    reading.end()
    return found


class _Reading:
    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0

    def value(self, depth: int) -> object:
        self._skip()
        if depth > _DEEPEST:
            raise Unreadable(f"it is more than {_DEEPEST} lists or maps deep")
        if self._take("["):
            return self._list(depth)
        if self._take("{"):
            return self._map(depth)
        for pattern, value in (
            (_TEXT, self._string),
            (_NUMBER, self._number),
            (_DAY, self._day),
            (_WORD, self._word),
        ):
            match = pattern.match(self._text, self._at)
            if match:
                self._at = match.end()
                return value(match)
        raise self._unreadable()

    def end(self) -> None:
        self._skip()
        self._take(";")
        self._skip()
        if self._at < len(self._text):
            raise self._unreadable()

    def _list(self, depth: int) -> list[object]:
        found: list[object] = []
        while not self._closed("]", first=not found):
            found.append(self.value(depth + 1))
        return found

    def _map(self, depth: int) -> dict[str, object]:
        found: dict[str, object] = {}
        while not self._closed("}", first=not found):
            match = _KEY.match(self._text, self._at)
            if match is None:
                raise self._unreadable()
            self._at = match.end()
            key = match[1] or (match[2] or "").replace("``", "`")
            key = key or _unescaped(match[3] or match[4] or "")
            self._skip()
            if not self._take(":"):
                raise self._unreadable()
            found[key] = self.value(depth + 1)
        return found

    def _closed(self, sign: str, *, first: bool) -> bool:
        """Return whether `sign` stands here; else pass the comma between two values."""
        self._skip()
        if self._take(sign):
            return True
        if not first and not self._take(","):
            raise self._unreadable()
        self._skip()
        return False

    def _string(self, match: re.Match[str]) -> object:
        return _unescaped(match[1] if match[1] is not None else match[2])

    def _number(self, match: re.Match[str]) -> object:
        found = float(match[0]) if re.search(r"[.eE]", match[0]) else int(match[0])
        if isinstance(found, int) and not -(2**63) <= found < 2**63:
            raise Unreadable(f"{match[0]} has more than 64 bits")
        return found

    def _day(self, match: re.Match[str]) -> object:
        text = match[1] if match[1] is not None else match[2]
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Unreadable(f"{text!r} is no day such as 2024-02-23") from None

    def _word(self, match: re.Match[str]) -> object:
        return {"true": True, "false": False, "null": None}[match[0].lower()]

    def _skip(self) -> None:
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _take(self, sign: str) -> bool:
        taken = self._text.startswith(sign, self._at)
        self._at += len(sign) if taken else 0
        return taken

    def _unreadable(self) -> Unreadable:
        rest = self._text[self._at :]
        if not rest.strip(" ;"):
            return Unreadable("the value is missing or ends too early")
        return Unreadable(f"{rest[:60]!r} is no plain value")


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(
        lambda each: chr(int(each[1], 16)) if each[1] else _ESCAPED.get(each[2], each[2]), text
    )
