"""Which statements, lines and nodes a reader's filters leave: the rule of the page, for JSON.

A statement stays when any day that it may have been made on lies in the range; one without a
day stays unless undated ones are hidden; on a day in the past only what had been said by then.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from viz.caption import Asked

__all__ = ["at_first", "stays"]

Values = Mapping[str, Any]


def stays(statement: Values, asked: Asked, as_of: date | None) -> bool:
    """Return whether a statement, as `viz.sources.source` gives it, is shown."""
    if statement["group"] in asked.hide or (statement["implied"] and "implied" in asked.hide):
        return False
    if as_of and statement["knownDay"] > as_of.isoformat():
        return False
    if not statement["edtf"]:
        return asked.undated
    latest, earliest = statement["latest"], statement["earliest"]
    too_early = asked.since and latest and latest < asked.since.isoformat()
    too_late = asked.until and earliest and earliest > asked.until.isoformat()
    return not too_early and not too_late


def at_first(
    nodes: Sequence[Values],
    edges: Sequence[Values],
    statements: Sequence[Values],
    asked: Asked,
    as_of: date | None,
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """Return what is shown of a map before a reader touches it, each node where it stands."""
    said = [dict(each) for each in statements if stays(each, asked, as_of)]
    here = {each["id"] for each in said}
    lines = [
        _counted(each, here)
        for each in edges
        if not (each["implied"] and "implied" in asked.hide)
        and each["group"] not in asked.hide
        and _rests(each, here)
    ]
    tied = {end for each in lines for end in (each["from"], each["to"])}
    fixed = not statements
    found = [
        _placed(each, as_of)
        for each in nodes
        if fixed or each["focus"] or each["id"] in tied or each["statement"] in here
    ]
    kept = {each["id"] for each in found}
    return found, [each for each in lines if {each["from"], each["to"]} <= kept], said


def _rests(edge: Values, here: set[str]) -> bool:
    """Return whether what a line rests on is shown: answers need both ends, others one."""
    if edge["statement"]:
        return edge["statement"] in here
    if not edge["statements"]:
        return True
    needed = all if edge["group"] == "answers" else any
    return needed(each in here for each in edge["statements"])


def _counted(edge: Values, here: set[str]) -> dict[str, Any]:
    left = [each for each in edge["statements"] if each in here]
    return {**edge, "statements": left, "count": edge["count"] and len(left)}


def _placed(node: Values, as_of: date | None) -> dict[str, Any]:
    places: list[Any] = node["places"]["wide"]
    if as_of:
        day = as_of.isoformat()
        places = [each for each in places if each[0] is None or each[0] <= day]
    _, x, y, side, box = places[-1]
    return {**node, "x": x, "y": y, "side": side, "box": box}
