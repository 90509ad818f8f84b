"""What was measured, and where it is kept between the steps of a run."""

from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Generic, TypeVar

from pydantic import BaseModel

from bench.archives.clock import About, about

__all__ = [
    "Cell",
    "Figures",
    "Grown",
    "Growth",
    "Kept",
    "Loaded",
    "Mixed",
    "Reading",
    "Round",
    "Shares",
    "Started",
]

T = TypeVar("T", bound=BaseModel)


class Mixed(ValueError):
    """Figures of several machines or of several states of the code."""


class Loaded(BaseModel):
    """How one archive was loaded."""

    size: int
    """Statements."""
    nodes: int
    relationships: dict[str, int]
    """Relationships of the final graph, by type."""
    seconds: list[float]
    """Of `rejoinder load`, the whole command, each round."""
    stages: dict[str, float]
    """Seconds of the last round by what its progress said."""
    loader_cpu_s: float
    server_cpu_s: float
    """Of the last round."""
    check_s: float | None
    """Of `rejoinder check` on the same file; None where it was left out."""
    peak_mb: float
    """Most memory of the loader, MiB."""
    limit_rows: int = 0
    limit_create_s: list[float] = []
    """Of a bare script that only UNWINDs the same rows and creates them."""
    limit_merge_s: list[float] = []
    """Of one that merges them, so that it may be repeated."""
    sampled: dict[str, float] = {}
    """Rows a second by way, on a sample."""
    sample_rows: int = 0

    @property
    def rows(self) -> int:
        """Nodes and relationships of the final graph."""
        return self.nodes + sum(self.relationships.values())


class Round(BaseModel):
    """One round of one load."""

    answers: int
    seconds: float
    median_ms: float
    p95_ms: float
    cpu_s: dict[str, float]
    """Seconds computed by the generator, the side itself, and the server."""

    @property
    def per_s(self) -> float:
        """Answers a second."""
        return self.answers / self.seconds


class Cell(BaseModel):
    """One side at one request with so many clients."""

    side: str
    request: str
    clients: int
    rounds: list[Round] = []

    def per_s(self) -> float:
        """Return answers a second, the median of the rounds."""
        return median(each.per_s for each in self.rounds)

    def cpu_ms(self, part: str) -> float:
        """Return the milliseconds that `part` computed for one answer."""
        return 1000 * median(x.cpu_s.get(part, 0) / max(1, x.answers) for x in self.rounds)


class Reading(BaseModel):
    """How requests were answered at one size."""

    size: int
    cells: list[Cell]
    equal: dict[str, dict[str, str]]
    """By side and request: how its answers were found equal, or why they cannot be."""


class Shares(BaseModel):
    """Where the service computes at one size."""

    size: int
    of: dict[str, dict[str, float]]
    """By request and part, as shares of samples."""


class Grown(BaseModel):
    """One question about one thing, at one size."""

    size: int
    request: str
    rank: str
    target: str
    about: int
    """Statements that the target has."""
    rows: int
    hits: int
    """Database hits of all its statements."""
    statements: int
    """How many statements the service ran for it."""
    median_ms: list[float] = []
    """Each round."""


class Growth(BaseModel):
    """The same questions at every size, asked in turns."""

    found: list[Grown]
    service_mb: dict[int, float]
    server_mb: dict[int, float]
    """Resident memory by size, after all of them."""


class Started(BaseModel):
    """How long starts took, seconds."""

    size: int
    ours: list[float]
    bare: list[float]


class Figures(BaseModel):
    """Everything that was measured."""

    about: list[About]
    memory: str
    loaded: list[Loaded]
    readings: list[Reading]
    shares: list[Shares]
    growth: Growth | None
    started: Started | None


class _File(BaseModel, Generic[T]):
    about: About
    memory: str
    found: T


class Kept:
    """Figures in files of a folder, one for each step and size."""

    def __init__(self, folder: Path, memory: str) -> None:
        self._folder, self._memory = folder, memory
        folder.mkdir(parents=True, exist_ok=True)

    def has(self, step: str) -> bool:
        """Return whether a step has been measured."""
        return self._path(step).exists()

    def keep(self, step: str, found: BaseModel) -> None:
        """Write what a step found, whole or not at all."""
        file = _File[BaseModel](about=about(), memory=self._memory, found=found)
        part = self._path(step).with_suffix(".part")
        part.write_text(file.model_dump_json(indent=1, serialize_as_any=True), "utf-8")
        part.replace(self._path(step))

    def forget(self, step: str) -> None:
        """Forget a step."""
        self._path(step).unlink(missing_ok=True)

    def all(self, *, mixed: bool = False) -> Figures:
        """Return everything. Raises `Mixed` unless it is of one machine, code and memory.

        With `mixed` several commits may be, and are listed.
        """
        loaded, some = self._of("load", Loaded)
        readings, more = self._of("read", Reading)
        shares, those = self._of("shares", Shares)
        growth, others = self._of("growth", Growth)
        started, last = self._of("start", Started)
        files = [*some, *more, *those, *others, *last]
        commits = {each.commit for each, _ in files}
        if len({(each.machine, memory) for each, memory in files}) > 1:
            raise Mixed("The figures are of several machines: measure all of them on one.")
        if len(commits) > 1 and not mixed:
            found = ", ".join(sorted(commits))
            raise Mixed(f"The figures are of several commits ({found}): --again, or --mixed.")
        abouts = list({each.model_dump_json(): each for each, _ in files}.values())
        return Figures(
            about=abouts,
            memory=files[0][1] if files else self._memory,
            loaded=sorted(loaded, key=lambda each: each.size),
            readings=sorted(readings, key=lambda each: each.size),
            shares=sorted(shares, key=lambda each: each.size),
            growth=growth[0] if growth else None,
            started=started[0] if started else None,
        )

    def _of(self, step: str, kind: type[T]) -> tuple[list[T], Sequence[tuple[About, str]]]:
        paths = sorted(self._folder.glob(f"{step}*.json"))
        files = [_File[kind].model_validate_json(path.read_text("utf-8")) for path in paths]
        return [each.found for each in files], [(each.about, each.memory) for each in files]

    def _path(self, step: str) -> Path:
        return self._folder / f"{step}.json"
