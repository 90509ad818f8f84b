"""The pages that are compared: each kind at each size, written once, with its bytes."""

import gzip
import json
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.maps.archive import Archive, archive
from bench.maps.ours import claim_page, graph_page, whole_graph_page
from bench.maps.with_pyvis import pyvis_page

__all__ = [
    "CLAIM",
    "KINDS",
    "NEO4J_VIZ",
    "NEO4J_VIZ_PYTHON",
    "OURS",
    "PYVIS",
    "WHOLE",
    "Kind",
    "Made",
    "made",
]

HERE = Path(__file__).parent
NEO4J_VIZ_PYTHON = HERE.parent.parent / ".venv" / "bench-maps" / "bin" / "python"
"""The environment that has neo4j-viz; `make bench-maps` sets it up."""
OURS, WHOLE, PYVIS, NEO4J_VIZ, CLAIM = "ours", "ours-whole", "pyvis", "neo4j-viz", "claim"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of page."""

    name: str
    title: str
    """As the table calls it."""
    sizes: tuple[int, ...]
    """Numbers of nodes at which it is made."""
    besides: str
    """CSS selector of what lies over its map and is not the map."""
    rounds: int = 5
    """How often each of its pages is opened."""


KINDS = (
    Kind(OURS, "ours", (50, 200, 500, 1000, 2000), ".tools"),
    Kind(WHOLE, "ours, limit lifted", (1000, 2000), ".tools"),
    Kind(
        NEO4J_VIZ,
        "neo4j-viz",
        (50, 200, 500, 1000, 2000),
        ".ndl-graph-visualization-interaction-island, .nvl-legend",
    ),
    Kind(PYVIS, "pyvis as it comes", (50, 200, 500, 1000, 2000), "#loadingBar", 3),
    Kind(CLAIM, "our map of a claim", (50, 200, 500), ".tools"),
)
"""Every kind, in the order of the table."""


@dataclass(frozen=True, slots=True)
class Made:
    """A page that lies in a file."""

    kind: str
    size: int
    file: Path
    file_bytes: int
    gzip_bytes: int
    """Compressed as ``gzip -6`` does it."""


def made(kinds: Sequence[Kind], sizes: Sequence[int], folder: Path) -> list[Made]:
    """Write every page of `kinds` at `sizes` into `folder`.

    The three tools are given the same archive at each size.
    """
    return [
        _written(kind.name, size, folder) for size in sizes for kind in kinds if size in kind.sizes
    ]


def _written(kind: str, size: int, folder: Path) -> Made:
    file = folder / f"{kind}-{size}.html"
    if kind == NEO4J_VIZ:
        _neo4j_viz_page(archive(size), file)
    elif kind == CLAIM:
        file.write_text(claim_page(size), "utf-8")
    else:
        file.write_text(_MAKERS[kind](archive(size)), "utf-8")
    page = file.read_bytes()
    return Made(kind, size, file, len(page), len(gzip.compress(page, 6)))


_MAKERS: dict[str, Callable[[Archive], str]] = {
    OURS: graph_page,
    WHOLE: whole_graph_page,
    PYVIS: pyvis_page,
}


def _neo4j_viz_page(given: Archive, file: Path) -> None:
    """Have another process write `file`; it has neo4j-viz and nothing of ours."""
    subprocess.run(  # noqa: S603
        [str(NEO4J_VIZ_PYTHON), str(HERE / "with_neo4j_viz.py"), str(file)],
        input=json.dumps(asdict(given)),
        text=True,
        check=True,
    )
