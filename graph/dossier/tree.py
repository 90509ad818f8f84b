"""From YAML to plain values that know their lines, and nothing that YAML can do besides.

Built from the parser's events and not by its composer, so that nothing recurses, no tag
makes an object and no alias multiplies. Plain scalars are read by the core schema of YAML
1.2: ``no`` is text, and so is a date.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from graph.dossier.events import Event, NotYaml, events
from graph.dossier.findings import Finding
from graph.dossier.wording import path_text, shown

__all__ = ["Fields", "Items", "Path", "line_at", "tree_of"]

DEEPEST = 20
"""Levels of nesting; a dossier uses six."""
Path = tuple[str | int, ...]

_TAGS = ("!", *(f"tag:yaml.org,2002:{each}" for each in ("str", "int", "float", "bool", "null")))
"""Tags that say no more than the model does: they are passed over, and the value is text."""
_NUMBER = re.compile(r"[-+]?[0-9]{1,18}")  # more digits fit in no 64-bit integer: text
_FRACTION = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, object] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_CURES = {
    "mapping values": "put text that holds a colon in quotes, and check the indent",
    "'\\t'": "indent with spaces, not with tabs",
    "unexpected end": "close the quotation mark",
    "<block end>": "indent the fields of one record alike",
    "',' or": "close the bracket",
}


class Fields(dict[str, object]):
    """A mapping that knows on which line each of its fields begins."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Items(list[object]):
    """A list that knows on which line each of its items begins."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


def line_at(root: Fields, path: Path) -> int:
    """Return the line of what `path` leads to, or of the nearest thing around it."""
    found: object = root
    line = root.line
    for step in path:
        match found, step:
            case Fields(), str() if step in found:
                line, found = found.lines[step], found[step]
            case Items(), int() if step < len(found):
                line, found = found.lines[step], found[step]
            case _:
                break
    return line


def tree_of(file: str, text: str) -> tuple[Fields | None, list[Finding]]:
    """Return the mapping that `text` holds, None if it holds none, and what is wrong with it."""
    builder = _Builder(file, text)
    try:
        for event in events(text):
            if not builder.take(event):
                return None, builder.findings
    except NotYaml as error:
        builder.syntax(error)
        return None, builder.findings
    return builder.whole(), builder.findings


@dataclass(slots=True)
class _Frame:
    into: Fields | Items
    line: int
    """Line of the field or item being read."""
    key: str | None = None
    """Field whose value comes next; None where a field name comes next."""
    drop: bool = False
    """Whether that value is left out, since its name cannot be used."""

    def expects_name(self) -> bool:
        return isinstance(self.into, Fields) and self.key is None


class _Builder:
    def __init__(self, file: str, text: str) -> None:
        self.findings: list[Finding] = []
        self._file, self._text = file, text
        # The parser's own line numbers count U+2028 and others, which editors do not.
        self._ends = [found.start() for found in re.finditer("\n", text)]
        self._frames: list[_Frame] = []
        self._root: object = None
        self._documents = 0
        self._line = 1

    def take(self, event: Event) -> bool:
        """Read one event; False when reading the file must stop."""
        self._line = self._line_of(event.index)
        self._signs(event)
        match event.kind:
            case "document":
                self._documents += 1
                if self._documents > 1:
                    self._fault("a second YAML document begins here", "one file, one dossier")
                return self._documents == 1
            case "alias":
                self._place(None)
            case "scalar":
                at_key = self._frames and self._frames[-1].expects_name()
                self._place(_value(event) if event.plain and not at_key else event.text)
            case "mapping" | "list":
                into = Fields(self._line) if event.kind == "mapping" else Items(self._line)
                self._place(into)
                self._frames.append(_Frame(into, self._line))
            case "end":
                self._frames.pop()
        if len(self._frames) > DEEPEST:
            self._fault(f"is nested deeper than {DEEPEST} levels", "take the brackets out")
        return len(self._frames) <= DEEPEST

    def whole(self) -> Fields | None:
        """Return the mapping read, or None with a finding."""
        if isinstance(self._root, Fields):
            return self._root
        what = "is empty" if self._root is None else f"holds {shown(self._root)}, not fields"
        self.findings.append(self._finding(1, what, "begin with `dossier: some-id`"))
        return None

    def syntax(self, error: NotYaml) -> None:
        """Say where the file is not YAML."""
        line, column, problem = self._line, "", str(error)
        if error.index is not None:
            line = self._line_of(error.index)
            column = f" at column {error.index - self._text.rfind(chr(10), 0, error.index)}"
        cures = (cure for sign, cure in _CURES.items() if sign in problem)
        right = next(cures, "write it as YAML 1.2")
        self.findings.append(self._finding(line, f"is not YAML{column}: {problem}", right))

    def _signs(self, event: Event) -> None:
        if event.anchor is not None:
            # A few nested aliases can stand for billions of values; a dossier needs none.
            sign = ("*" if event.kind == "alias" else "&") + event.anchor
            what = f"anchors and aliases are not read here: {shown(sign)}"
            self._fault(what, "write the value out")
        if event.tag is not None and event.tag not in _TAGS:
            self._fault(f"the tag {shown(event.tag)} is not known", "take the tag out")

    def _place(self, value: object) -> None:
        if not self._frames:
            self._root = value
            return
        frame = self._frames[-1]
        if isinstance(frame.into, Items):
            frame.into.append(value)
            frame.into.lines.append(self._line)
        elif frame.key is None:
            self._name(frame, frame.into, value)
        else:
            if not frame.drop:
                frame.into[frame.key] = value
                frame.into.lines[frame.key] = frame.line
            frame.key = None

    def _name(self, frame: _Frame, into: Fields, name: object) -> None:
        frame.line, frame.drop = self._line, not isinstance(name, str) or name in into
        frame.key = name if isinstance(name, str) else ""
        if not isinstance(name, str):
            self._fault("a field name must be text", "write `name: value`")
        elif frame.drop:
            first = into.lines[name]
            self._fault(f"is there twice, first on line {first}", "keep one of the two")

    def _fault(self, what: str, right: str) -> None:
        path: list[str | int] = []
        for frame in self._frames:
            if isinstance(frame.into, Items):
                path.append(len(frame.into))
            elif frame.key is not None:
                path.append(frame.key)
        self.findings.append(self._finding(self._line, what, right, path_text(path)))

    def _finding(self, line: int, what: str, right: str, field: str = "") -> Finding:
        return Finding(self._file, line, field, what, right)

    def _line_of(self, index: int) -> int:
        return bisect_left(self._ends, index) + 1


def _value(event: Event) -> object:
    text = event.text
    if text in _WORDS:
        return _WORDS[text]
    if _NUMBER.fullmatch(text):
        return int(text)
    return float(text) if _FRACTION.fullmatch(text) else text
