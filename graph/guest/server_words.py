"""What the server says against a statement, in words for who wrote it.

Its own texts can hold names of Java classes and paths: only the first line of those about the
statement itself is passed on, and not if it holds one.
"""

import re

from graph.errors import CypherError, Refused, RejoinderError, TooSlow, Unavailable
from graph.guest import rules

__all__ = ["NOT_CARRIED", "in_words"]

NOT_CARRIED = (
    "The answer holds a value that cannot be carried over, such as a day in a year beyond 9999: "
    "return it as text, with toString()."
)
_PLACE = re.compile(r"\(line (\d+), column (\d+) \(offset: \d+\)\)")
_INSIDE = re.compile(r"\b(?:org|com|java|scala|io)\.\w+\.\w+|/\w+/\w+/")
_LONGEST = 600


def in_words(code: str, message: str, text: str, shift: int = 0) -> RejoinderError:
    """Return the error for what the server said of `text`.

    `code` is its status code, ``Neo.ClientError.Statement.SyntaxError``; `shift` is added to the
    lines that it names.
    """
    kind = code.rpartition(".")[2]
    if "TimedOut" in kind:
        return TooSlow("It took longer than it may: ask for less, or for a part of it.")
    if "OutOfMemory" in kind or "MemoryPool" in kind:
        return CypherError(
            "It needs more memory than one statement may use: return or collect less at once."
        )
    if kind in ("AccessMode", "ForbiddenDueToTransactionType"):
        what = "The server finds that it writes, in a transaction for reading."
        return Refused(rules.PLAN.name, 1, 1, f"{what} {rules.COMMAND.instead}")
    if kind == "TransactionStartFailed" and "IN TRANSACTIONS" in message:
        return CypherError(
            "A statement runs in one transaction of its own: leave IN TRANSACTIONS out."
        )
    if code.startswith(("Neo.ClientError.Statement.", "Neo.ClientError.Schema.")):
        return _about(kind, message, text, shift)
    if code.startswith("Neo.ClientError.Procedure."):
        return CypherError("A procedure could not be run so: check its name and arguments.")
    return Unavailable(f"The server could not answer ({kind}). Try again in a moment.")


def _about(kind: str, message: str, text: str, shift: int) -> CypherError:
    said = message.splitlines()[0][:_LONGEST] if message else kind
    place = _PLACE.search(said)
    said = _PLACE.sub("", said).strip().rstrip(".") + "."
    if _INSIDE.search(said):
        said = f"The server refuses it ({kind})."
    if place is None:
        return CypherError(said)
    lines = text.splitlines()
    line, column = int(place[1]) + shift, int(place[2])
    if not lines:
        return CypherError(f"{said} Line {line}, column {column}.", line, column)
    shown = lines[line - 1] if 0 < line <= len(lines) else ""
    start = max(0, column - 61)
    marked = f"    {shown[start : start + 120]}\n    {' ' * (column - 1 - start)}^"
    return CypherError(f"{said} Line {line}, column {column}:\n{marked}", line, column)
