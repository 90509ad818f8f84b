"""The parameters that come with a statement: JSON and days, few, small and flat."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import cast

from graph.guest import rules
from graph.guest.limits import Limits
from graph.guest.tokens import Source, Token

__all__ = ["check"]

_INTEGERS = range(-(2**63), 2**63)


def check(
    source: Source, tokens: Sequence[Token], parameters: Mapping[str, object], limits: Limits
) -> None:
    """Raise `Refused` unless every parameter is named, there, and within `limits`.

    The place is where the text uses the parameter, or its beginning.
    """
    used = {token.text: token.offset for token in reversed(tokens) if token.kind == "parameter"}
    missing = [name for name in used if name not in parameters]
    if missing:
        name = missing[-1]
        source.refuse(rules.PARAMETERS, used[name], f"The parameter ${name[:60]}, not given,")
    items = size = 0
    for name, value in parameters.items():
        for fault, bytes_ in _walk(name, value, limits):
            items += 1
            size += bytes_
            if items > limits.parameter_items:
                fault = f"one of more than {limits.parameter_items:,} values"
            elif size > limits.parameter_bytes:
                fault = f"one of more than {limits.parameter_bytes:,} bytes"
            if fault:
                what = f"The parameter {str(name)[:60]!r}, {fault},"
                source.refuse(rules.PARAMETERS, used.get(name, 0), what)


def _walk(key: object, value: object, limits: Limits) -> Iterator[tuple[str, int]]:
    """Yield, for each key and value inside, what is wrong with it ("" for nothing) and its bytes.

    It stops at the first fault, so no list is walked further than the limits reach.
    """
    waiting: list[tuple[object, object, int]] = [(key, value, 0)]
    while waiting:
        key, value, depth = waiting.pop()
        if not isinstance(key, str) or not key:
            yield "with a name that is no text", 0
            return
        fault = _fault(key, limits) or _fault(value, limits)
        if depth > limits.parameter_depth:
            fault = f"more than {limits.parameter_depth} lists or maps deep"
        # At least what JSON writes: quotes, a colon and a comma.
        bytes_ = 0 if fault else _bytes(key) + _bytes(value) + 4
        yield fault, bytes_
        if fault:
            return
        if isinstance(value, dict):
            inner = cast("dict[object, object]", value)
            waiting.extend((name, each, depth + 1) for name, each in inner.items())
        elif isinstance(value, list):
            waiting.extend(("item", each, depth + 1) for each in cast("list[object]", value))


def _fault(value: object, limits: Limits) -> str:
    """Say what is wrong with a value by itself; nothing when all is well."""
    if value is None or isinstance(value, bool | date):
        return ""
    if isinstance(value, str):
        if len(value) > limits.parameter_text:
            return f"with a text of more than {limits.parameter_text:,} characters"
        return "" if _encodes(value) else "with half of a character (a lone surrogate)"
    if isinstance(value, int):
        return "" if value in _INTEGERS else "with a number of more than 64 bits"
    if isinstance(value, float):
        return "" if value - value == 0 else "with a number that JSON does not know"
    if isinstance(value, list | dict):
        inside = len(cast("list[object] | dict[object, object]", value))
        too_many = inside > limits.parameter_items
        return f"with more than {limits.parameter_items:,} values" if too_many else ""
    return "of a type that JSON does not know"


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _bytes(value: object) -> int:
    return len(value.encode()) if isinstance(value, str) else 8
