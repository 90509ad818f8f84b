"""The results as a page to read: aims, tables, how it was measured."""

from collections.abc import Iterable, Sequence
from statistics import median

from bench.archives.aims import Aim, aims
from bench.archives.figures import Cell, Figures, Loaded, Reading
from bench.archives.jobs import GRAPHQL, OURS, QUERY_API
from bench.archives.method import METHOD
from bench.archives.questions import QUESTIONS

__all__ = ["report"]


def report(found: Figures) -> str:
    """Return the results in Markdown."""
    held = aims(found)
    return "\n".join(
        [
            "# How fast it is",
            "",
            "Written by `make bench`. Figures are those of one machine; ratios travel.",
            "",
            *_about(found),
            "",
            "## Aims",
            "",
            *_table(("aim", "measured", ""), (_aim(each) for each in held)),
            "",
            *_missed(found, held),
            *_loads(found.loaded),
            *(line for reading in found.readings for line in _reads(reading)),
            *_grows(found),
            *_starts(found),
            *_memory(found),
            "## How it was measured",
            "",
            METHOD,
        ]
    )


def _about(found: Figures) -> list[str]:
    lines = [
        f"- {each.day}, {each.machine}; {each.versions}; code {each.commit}" for each in found.about
    ]
    mixed = ["- Figures of several states of the code are mixed here."] if len(lines) > 1 else []
    return [*lines, *mixed, f"- Neo4j: {found.memory}, the same at every size"]


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    lines = [list(head), *map(list, rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return [f"| {' | '.join(cells)} |" for cells in lines]


def _aim(aim: Aim) -> tuple[str, str, str]:
    return aim.text, aim.figure, "met" if aim.met else f"**missed**, {aim.by}"


def _missed(found: Figures, held: Sequence[Aim]) -> list[str]:
    """Say what the profiles show of what is missed."""
    about = dict.fromkeys(each.about for each in held if not each.met and each.about)
    lines: list[str] = []
    for name in about:
        if name == "load":
            lines += [line for each in found.loaded for line in _stages(each)]
            continue
        for reading in found.readings:
            lines += _computed(reading, name)
        for each in found.shares:
            parts = sorted(each.of.get(name, {}).items(), key=lambda pair: -pair[1])
            told = ", ".join(f"{part} {share:.0%}" for part, share in parts)
            if told:
                lines.append(f"- {name}, {each.size:,}: the service computes in {told}.")
    return ["What is in the way where an aim is missed:", "", *lines, ""] if lines else []


def _computed(reading: Reading, request: str) -> list[str]:
    """Say what one answer costs the processors, whoever gives it, with 8 clients."""
    told: list[str] = []
    for cell in reading.cells:
        if (cell.request, cell.clients) == (request, 8) and cell.side in (OURS, QUERY_API, GRAPHQL):
            own, server = cell.cpu_ms("side"), cell.cpu_ms("server")
            beside = f"{own:.1f} ms and " if own else ""
            told.append(f"{cell.side}: {beside}{server:.1f} ms in Neo4j")
    costs = f"- {request}, {reading.size:,}: what is computed for one answer. {'; '.join(told)}."
    return [costs] if told else []


def _stages(found: Loaded) -> list[str]:
    named = ", ".join(f"{what}: {seconds:.1f} s" for what, seconds in found.stages.items())
    check = f"; `rejoinder check` by itself takes {found.check_s:.1f} s" if found.check_s else ""
    return [
        f"- load, {found.size:,}: {named}. The loader computed {found.loader_cpu_s:.1f} s, Neo4j "
        f"{found.server_cpu_s:.1f} s{check}."
    ]


def _loads(loaded: Sequence[Loaded]) -> list[str]:
    if not loaded:
        return []
    rows: list[tuple[str, str, str, str]] = []
    for each in loaded:
        size = f"{each.size:,}"
        rows.append((size, "`rejoinder load`", *_rate(each.rows, each.seconds)))
        for name, seconds in (
            ("bare script, UNWIND and CREATE", each.limit_create_s),
            ("bare script, UNWIND and MERGE", each.limit_merge_s),
        ):
            if seconds:
                rows.append((size, name, *_rate(each.limit_rows, seconds)))
        for name, rate in each.sampled.items():
            rows.append((size, f"{name} ({each.sample_rows:,} rows)", f"{rate:,.0f}", ""))
    held = [
        f"- {each.size:,} statements: {each.nodes:,} nodes, "
        f"{sum(each.relationships.values()):,} relationships."
        for each in loaded
    ]
    head = ("statements", "way", "rows a second", "in all")
    return ["## Load", "", *held, "", *_table(head, rows), ""]


def _rate(rows: int, seconds: Sequence[float]) -> tuple[str, str]:
    return f"{rows / median(seconds):,.0f}", _spread(seconds, "s")


def _spread(found: Sequence[float], unit: str) -> str:
    """Return median, least and greatest."""
    middle, digits = median(found), 1 if median(found) < 100 else 0
    text = f"{middle:,.{digits}f} {unit}"
    if len(found) < 2:
        return text
    return f"{text} ({min(found):,.{digits}f} to {max(found):,.{digits}f})"


def _reads(found: Reading) -> list[str]:
    lines = [f"## Requests, {found.size:,} statements", ""]
    head = (
        *("clients", "side", "a second", "median", "p95"),
        *("side", "Neo4j", "generator", "generator's share"),
    )
    for question in QUESTIONS:
        cells = [each for each in found.cells if each.request == question.name]
        if cells:
            lines += [f"{question.title.capitalize()} (`{question.address}`):", ""]
            ordered = sorted(cells, key=lambda each: each.clients)
            lines += [*_table(head, map(_cell, ordered)), ""]
    told = [
        f"- {side}: {', '.join(f'{name} {how}' for name, how in by.items())}."
        for side, by in found.equal.items()
    ]
    return [*lines, "Answers compared before anything was timed:", "", *told, ""]


def _cell(cell: Cell) -> tuple[str, ...]:
    rates = [each.per_s for each in cell.rounds]
    share = median(x.cpu_s.get("generator", 0) / x.seconds for x in cell.rounds) / 2
    return (
        str(cell.clients),
        cell.side,
        _spread(rates, "").replace(" (", "("),
        f"{median(each.median_ms for each in cell.rounds):,.1f} ms",
        f"{median(each.p95_ms for each in cell.rounds):,.1f} ms",
        *(f"{cell.cpu_ms(part):.2f} ms" for part in ("side", "server", "generator")),
        f"{share:.0%}",
    )


def _grows(found: Figures) -> list[str]:
    if not found.growth:
        return []
    head = ("request", "about", "statements", "of them its own", "rows", "median", "database hits")
    rows = [
        (
            each.request,
            f"{each.rank}: {each.target}",
            f"{each.size:,}",
            f"{each.about:,}",
            str(each.rows),
            _spread(each.median_ms, "ms"),
            f"{each.hits:,} in {each.statements}",
        )
        for each in sorted(found.growth.found, key=lambda each: (each.request, each.rank))
    ]
    return ["## Growth", "", *_table(head, rows), ""]


def _starts(found: Figures) -> list[str]:
    if not found.started:
        return []
    at = found.started
    return [
        f"## Start, with {at.size:,} statements",
        "",
        f"- `rejoinder up` until `/readyz` answers: {_spread(at.ours, 's')}",
        f"- Neo4j as it ships, until it says that it has started: {_spread(at.bare, 's')}",
        "",
    ]


def _memory(found: Figures) -> list[str]:
    growth = found.growth
    rows = [
        (
            f"{each.size:,}",
            f"{each.peak_mb:,.0f} MiB",
            f"{growth.service_mb.get(each.size, 0):,.0f} MiB" if growth else "",
            f"{growth.server_mb.get(each.size, 0):,.0f} MiB" if growth else "",
        )
        for each in found.loaded
    ]
    head = ("statements", "loader, at its peak", "service", "Neo4j")
    return ["## Memory", "", *_table(head, rows), ""] if rows else []
