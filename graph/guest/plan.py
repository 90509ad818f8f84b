"""What the server means to do, looked at before it does it.

A plan does not show everything: what stands inside a subquery expression is hidden in it, so
this comes after `graph.guest.reading` and never instead of it. It is the layer that sees what
the server itself understood.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.answers import Record
from graph.errors import Refused
from graph.guest import rules

__all__ = ["OPERATORS", "Note", "Plan", "check", "noted", "planned"]

_STEPS = """
AllNodesScan AntiSemiApply Apply Argument BFSPruningVarExpand CacheProperties CartesianProduct
ConditionalApply DirectedAllRelationshipsScan DirectedRelationshipByElementIdSeek
DirectedRelationshipIndexContainsScan DirectedRelationshipIndexEndsWithScan
DirectedRelationshipIndexScan DirectedRelationshipIndexSeek DirectedRelationshipIndexSeekByRange
DirectedRelationshipTypeScan DirectedUnionRelationshipTypesScan Distinct
DynamicDirectedRelationshipTypeLookup DynamicLabelNodeLookup
DynamicUndirectedRelationshipTypeLookup Eager EagerAggregation EmptyResult EmptyRow Expand
Filter IntersectionNodeByLabelsScan LeftOuterHashJoin LetAntiSemiApply LetSelectOrAntiSemiApply
LetSelectOrSemiApply LetSemiApply Limit MultiNodeIndexSeek NodeByElementIdSeek NodeByLabelScan
NodeCountFromCountStore NodeHashJoin NodeIndexContainsScan NodeIndexEndsWithScan NodeIndexScan
NodeIndexSeek NodeIndexSeekByRange NodeUniqueIndexSeek NodeUniqueIndexSeekByRange Optional
OptionalExpand OrderedAggregation OrderedDistinct OrderedUnion PartialSort PartialTop
PathPropagatingBFS ProcedureCall ProduceResults ProjectEndpoints Projection PruningVarExpand
RelationshipCountFromCountStore Repeat RightOuterHashJoin RollUpApply SelectOrAntiSemiApply
SelectOrSemiApply SemiApply ShortestPath SimulatedExpand Skip Sort StatefulShortestPath
SubtractionNodeByLabelsScan Top Top1WithTies TriadicSelection UndirectedAllRelationshipsScan
UndirectedRelationshipByElementIdSeek UndirectedRelationshipIndexContainsScan
UndirectedRelationshipIndexEndsWithScan UndirectedRelationshipIndexScan
UndirectedRelationshipIndexSeek UndirectedRelationshipIndexSeekByRange
UndirectedRelationshipTypeScan UndirectedUnionRelationshipTypesScan Union UnionNodeByLabelsScan
Unwind ValueHashJoin VarLengthExpand
"""
OPERATORS = frozenset(_STEPS.split())
"""Steps of plans that only read, without what stands in brackets behind them."""
_OURS = ("00000", "00001", "02000", "01N60")
"""Status codes that say nothing of the text: success, no data, and parameters left out by us."""


class Note(Record):
    """What the server remarks on a statement."""

    code: str
    """GQL status code."""
    severity: str
    """WARNING or INFORMATION."""
    category: str
    """DEPRECATION, PERFORMANCE, UNRECOGNIZED ..."""
    description: str
    """In the server's words."""
    line: int | None
    """Line in the text, from 1; null when it is on the whole."""
    column: int | None
    """Column in that line, from 1."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the server answers to EXPLAIN."""

    type: str | None
    """``r`` for reading; anything else is not."""
    operators: tuple[str, ...]
    """Names of every step, without the name of the database."""
    calls: tuple[str, ...]
    """Procedures called."""
    columns: tuple[str, ...]
    notes: tuple[Note, ...]


def planned(
    type_: str | None, root: Mapping[str, Any] | None, columns: Iterable[str], said: Iterable[Any]
) -> Plan:
    """Return what EXPLAIN answered as a `Plan`.

    `root` is its last step, with its children; `said` are its status objects (GQL), whose places
    are one line too low.
    """
    steps = list(_steps(root)) if root else []
    calls = [each["args"].get("Details", "") for each in steps if _name(each) == "ProcedureCall"]
    return Plan(
        type_,
        tuple(_name(each) for each in steps),
        tuple(str(each).partition("(")[0] for each in calls),
        tuple(columns),
        noted(said, -1),
    )


def noted(said: Iterable[Any], shift: int = 0) -> tuple[Note, ...]:
    """Return what status objects (GQL) remark, each once. `shift` is added to their lines."""
    found = (_note(each, shift) for each in said if each.gql_status not in _OURS)
    return tuple(dict.fromkeys(found))


def _note(status: Any, shift: int) -> Note:
    place = status.position
    said = status.status_description
    return Note(
        code=status.gql_status,
        severity=status.raw_severity or "",
        category=status.raw_classification or "",
        description=said.partition(": ")[2] or said,
        line=place.line + shift if place else None,
        column=place.column if place else None,
    )


def _steps(step: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield step
    for each in step.get("children", []):
        yield from _steps(each)


def _name(step: Mapping[str, Any]) -> str:
    return str(step["operatorType"]).partition("@")[0]


def check(plan: Plan) -> None:
    """Return when `plan` only reads; raise `Refused` otherwise."""
    if plan.type != "r":
        _refuse(f"The server plans it as {plan.type or 'nothing'!r} and not as 'r', reading")
    for operator in plan.operators:
        if operator.partition("(")[0] not in OPERATORS:
            _refuse(f"The server plans the step {operator}")
    for call in plan.calls:
        if call not in rules.PROCEDURES:
            _refuse(f"The server plans to call {call}")


def _refuse(what: str) -> None:
    rule = rules.PLAN
    raise Refused(rule.name, 1, 1, f"{what} ({rule.name}: {rule.why}) {rule.instead}")
