"""What the prompt suggests while Cypher is typed: words that fit where the cursor stands."""

import re
from collections.abc import Iterable, Iterator, Mapping

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from graph.guest.rules import FUNCTIONS
from graph.terms import Terms

__all__ = ["COMMANDS", "Suggestions"]

COMMANDS: Mapping[str, str] = {
    ":param": "name => value: set a parameter",
    ":params": "the parameters that are set",
    ":help": "this list",
    ":quit": "leave (also Ctrl-D)",
}
_KEYWORDS = (
    "MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "WITH", "UNWIND", "ORDER BY", "SKIP", "LIMIT",
    "DISTINCT", "AS", "AND", "OR", "NOT", "XOR", "IN", "IS NULL", "IS NOT NULL", "STARTS WITH",
    "ENDS WITH", "CONTAINS", "CASE", "WHEN", "THEN", "ELSE", "END", "EXISTS", "COUNT", "COLLECT",
    "CALL", "YIELD", "UNION", "UNION ALL", "ASC", "DESC", "SHORTEST", "ALL SHORTEST", "SHOW",
    "EXPLAIN", "PROFILE", "CREATE", "MERGE", "ON CREATE SET", "ON MATCH SET", "SET", "REMOVE",
    "DELETE", "DETACH DELETE", "FOREACH", "true", "false", "null",
)  # fmt: skip
_QUOTED = re.compile(
    r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`|//[^\n]*\n|/\*.*?\*/""", re.DOTALL
)
_INSIDE = re.compile(r"""['"`]|//|/\*""")
_LAST = re.compile(r"(?P<sign>[:|&!$.]?)`?(?P<begun>[\w.]*)$")
_PLAIN = re.compile(r"[^\W\d]\w*")


class Suggestions(Completer):
    """Suggests labels, relationship types, property keys, parameters, functions and keywords."""

    def __init__(self, terms: Terms, params: Mapping[str, object]) -> None:
        self._terms, self._params = terms, params

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterator[Completion]:
        """Yield what may stand at the cursor; nothing within a string or a comment."""
        before = document.text_before_cursor
        if re.fullmatch(r":\w*", before):
            for name, meaning in COMMANDS.items():
                if name.startswith(before):
                    yield Completion(name, -len(before), display_meta=meaning)
            return
        code = _QUOTED.sub(lambda each: " " * len(each[0]), before)
        if _INSIDE.search(code.rpartition("`")[0] if code.count("`") == 1 else code):
            return
        match = _LAST.search(before)
        if match is None:
            return
        yield from self._fitting(code, match["sign"], match["begun"])

    def _fitting(self, code: str, sign: str, begun: str) -> Iterator[Completion]:
        bracket = _open(code)
        object_, dot, key = begun.rpartition(".")
        if sign == "$":
            yield from _begun(self._params, begun, "parameter")
        elif sign and sign in ":|&!":
            in_edge = bracket == "["
            found = self._terms.types if in_edge else self._terms.labels
            yield from _begun(found, begun, "relationship" if in_edge else "label")
        elif (dot and object_) or sign == ".":
            yield from _begun(self._terms.keys, key, "property")
            yield from _functions(begun)
        elif begun:
            if bracket == "{":
                yield from _begun(self._terms.keys, begun, "property")
            yield from _functions(begun)
            for word in _KEYWORDS:
                if word.lower().startswith(begun.lower()):
                    yield Completion(word, -len(begun), display_meta="keyword")


def _functions(begun: str) -> Iterator[Completion]:
    for name in sorted(FUNCTIONS):
        if begun and name.startswith(begun.lower()):
            yield Completion(f"{name}(", -len(begun), display_meta="function")


def _begun(names: Iterable[str], begun: str, what: str) -> Iterator[Completion]:
    for name in names:
        if name.lower().startswith(begun.lower()):
            text = name if _PLAIN.fullmatch(name) else f"`{name.replace('`', '``')}`"
            yield Completion(text, -len(begun), display=name, display_meta=what)


def _open(code: str) -> str:
    """Return the bracket that is open at the end of `code`; nothing when none is."""
    waiting: list[str] = []
    for sign in code:
        if sign in "([{":
            waiting.append(sign)
        elif sign in ")]}" and waiting:
            waiting.pop()
    return waiting[-1] if waiting else ""
