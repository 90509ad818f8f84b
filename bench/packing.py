"""Records as lines of a dossier in NDJSON, packed or not."""

import gzip
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from graph.model import Assessment, Claim, Document, Dossier, Entity, Part, Statement, WeaponSystem

__all__ = ["opened", "write"]

_NAMES: dict[type[Entity], str] = {
    Assessment: "assessment",
    Claim: "claim",
    Document: "document",
    Statement: "statement",
    WeaponSystem: "weapon",
}
_LEVEL = 4  # of gzip: higher ones take longer than inventing what is packed


def write(records: Iterable[Entity], about: Dossier, to: IO[bytes]) -> int:
    """Write a dossier, its head first; return how many records it has."""
    to.write(_line("dossier", about))
    count = 0
    for record in records:
        to.write(_line(_NAMES.get(type(record), "actor"), record))
        count += 1
    return count


@contextmanager
def opened(path: Path) -> Generator[IO[bytes]]:
    """Lend `path` to write to, packed when its name ends in .gz; the same words, the same bytes."""
    with path.open("wb") as file:
        if path.suffix != ".gz":
            yield file
            return
        with gzip.GzipFile("", "wb", _LEVEL, file, mtime=0) as packed:
            yield cast("IO[bytes]", packed)


def _line(name: str, record: Part) -> bytes:
    return f'{{"{name}":{record.model_dump_json(exclude_defaults=True)}}}\n'.encode()
