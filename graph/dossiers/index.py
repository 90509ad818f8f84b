"""What the checks look up, in a temporary database: archives of any size take the same memory.

SQLite keeps a few megabytes of it in memory and the rest in a file that nobody else can open
and that is gone with the process. Records have numbers, in the order in which they were read;
of several with one id the first counts.
"""

import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from graph.answers import Former, Known
from graph.dates import span
from graph.dossiers.findings import Findings, Place, storable
from graph.dossiers.fingerprints import fingerprint
from graph.dossiers.linking import LINKS, kind_code, named_ids, way
from graph.dossiers.reading import File
from graph.dossiers.records import Record
from graph.model import Document, Entity, Statement

__all__ = ["Index", "Row"]

Row = tuple[Any, ...]

_MEMORY_KIB = 4_000
_BUFFERED = 2_000
_TABLES = """
CREATE TABLE record (
  n INTEGER PRIMARY KEY, file INTEGER, line INTEGER, section TEXT, place INTEGER, id TEXT,
  kind INTEGER, valid INTEGER, print TEXT, day TEXT, low INTEGER, high INTEGER);
CREATE TABLE link (n INTEGER, code INTEGER, slot INTEGER, target TEXT);
CREATE TABLE ready (n INTEGER PRIMARY KEY, row BLOB);
CREATE TABLE held (id TEXT PRIMARY KEY, kind INTEGER, print TEXT, dossiers TEXT) WITHOUT ROWID;
CREATE TABLE rule (code INTEGER PRIMARY KEY, allowed INTEGER);
CREATE TABLE name (n INTEGER, id TEXT, kind TEXT, plain TEXT, slot INTEGER, text TEXT);
CREATE TABLE former (n INTEGER, slot INTEGER, id TEXT, now TEXT);
CREATE INDEX former_id ON former (id);
CREATE TABLE bearer (id TEXT PRIMARY KEY, now TEXT, dossiers TEXT) WITHOUT ROWID;
CREATE TABLE voiced (claim TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE denied (n INTEGER, claim TEXT);
CREATE TABLE unchecked (id TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_RESOLVED = """
CREATE TABLE entity (id TEXT PRIMARY KEY, n INTEGER, kind INTEGER) WITHOUT ROWID;
INSERT INTO entity SELECT id, min(n), kind FROM record WHERE id <> '' GROUP BY id ORDER BY id;
CREATE TABLE same (n INTEGER PRIMARY KEY, first INTEGER);
INSERT INTO same
  SELECT record.n, entity.n FROM record JOIN entity USING (id)
  WHERE record.n <> entity.n
    AND (SELECT count(*) FROM record WHERE id <> '') > (SELECT count(*) FROM entity);
CREATE TABLE step (
  link INTEGER PRIMARY KEY, code INTEGER, source INTEGER, target INTEGER, kind INTEGER);
INSERT INTO step
  SELECT link.rowid, link.code, coalesce(same.first, link.n), entity.n, entity.kind
  FROM link LEFT JOIN same ON same.n = link.n LEFT JOIN entity ON entity.id = link.target;
"""


class Index:
    """Records, what they name, and what the graph holds of both."""

    def __init__(self, ready: Callable[[Entity, str], bytes] | None = None) -> None:
        """Make an empty one. `ready` makes of a record and its fingerprint what is kept for it."""
        self.database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self.database.execute(f"PRAGMA cache_size = -{_MEMORY_KIB}")
        self.database.execute("PRAGMA journal_mode = OFF")  # nothing is ever rolled back
        self.database.execute("PRAGMA synchronous = OFF")
        self.database.executescript(_TABLES)
        self.database.executemany(
            "INSERT INTO rule VALUES (?, ?)",
            [(code, link.mask) for code, link in enumerate(LINKS)],
        )
        self.files: list[File] = []
        self._ready = ready
        self._count = 0
        self._rows: dict[str, list[Row]] = defaultdict(list)

    def close(self) -> None:
        """Forget everything."""
        self.database.close()

    def open(self, file: File) -> int:
        """Take note of a file; return its number."""
        self.files.append(file)
        return len(self.files) - 1

    def add(self, record: Record, found: Findings) -> tuple[int, str]:
        """Keep a record of the last file; return its number and fingerprint."""
        self._count += 1
        n, entity = self._count, record.entity
        day = low = high = None
        if isinstance(entity, Statement | Document):
            day = entity.said if isinstance(entity, Statement) else entity.published
            days = span(day) if day else None
            low = days.earliest.toordinal() if days and days.earliest else None
            high = days.latest.toordinal() if days and days.latest else None
        printed = fingerprint(entity) if entity else _raw_print(record)
        kind, id_ = kind_code(record.kind), storable(record.id)
        section, place = record.path
        row = (n, len(self.files) - 1, record.line, section, place, id_, kind)
        self._rows["record"].append((*row, entity is not None, printed, day, low, high))
        if entity and self._ready:
            self._rows["ready"].append((n, self._ready(entity, printed)))
        for code, slot, target in named_ids(record.kind, record.raw):
            self._rows["link"].append((n, code, slot, storable(target)))
            if target == record.id and record.kind in LINKS[code].allowed:
                at = record.place(*way(code, slot))
                found.fault(at, f"{target!r} names itself", "name another")
        if len(self._rows["record"]) >= _BUFFERED:
            self._flush()
        return n, printed

    def keep(self, table: str, *row: object) -> None:
        """Add a row to one of the tables, unless it has that row and may have it once only."""
        self._rows[table].append(row)

    def resolve(self) -> None:
        """Find what each id means, once every record is there."""
        self._flush()
        self.database.executescript(_RESOLVED)

    def unclear(self, most: int) -> Iterator[list[str]]:
        """Yield the ids that a graph is to be asked about: defined, only named, or had before."""
        for sql in (
            "SELECT id FROM entity WHERE id > ? ORDER BY id LIMIT ?",
            "SELECT DISTINCT link.target FROM step JOIN link ON link.rowid = step.link"
            " WHERE step.target IS NULL AND link.target > ? ORDER BY link.target LIMIT ?",
            "SELECT DISTINCT id FROM former WHERE id > ? ORDER BY id LIMIT ?",
        ):
            last = ""
            while ids := [str(row[0]) for row in self.rows(sql, last, most)]:
                yield ids
                last = ids[-1]

    def hold(self, known: Iterable[Known]) -> None:
        """Take note of what the graph holds."""
        self.database.executemany(
            "INSERT OR REPLACE INTO held VALUES (?, ?, ?, ?)",
            [(k.id, kind_code(k.type), k.fingerprint, json.dumps(k.dossiers)) for k in known],
        )

    def bear(self, former: Iterable[Former]) -> None:
        """Take note of the ids that what stands in the graph had before."""
        self.database.executemany(
            "INSERT OR REPLACE INTO bearer VALUES (?, ?, ?)",
            [(each.id, each.now, json.dumps(each.dossiers)) for each in former],
        )

    def rows(self, sql: str, *params: object) -> Iterator[Row]:
        """Yield the rows of a query."""
        return iter(self.database.execute(sql, params))

    def one(self, sql: str, *params: object) -> Row:
        """Return the only row of a query."""
        return self.database.execute(sql, params).fetchone()

    def place(self, n: int, *path: str | int) -> Place:
        """Return the place of a field of the record with that number."""
        number, line, section, place = self.one(
            "SELECT file, line, section, place FROM record WHERE n = ?", n
        )
        return self.files[int(number)].place((section, place, *path), line)

    def place_of_link(self, n: int, code: int, slot: int | None) -> Place:
        """Return the place at which a record names an id."""
        return self.place(n, *way(code, slot))

    def id(self, n: int) -> str:
        """Return the id of the record with that number."""
        return str(self.one("SELECT id FROM record WHERE n = ?", n)[0])

    def _flush(self) -> None:
        self.database.execute("BEGIN")
        for table, rows in self._rows.items():
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                adding = f"INSERT OR IGNORE INTO {table} VALUES ({marks})"  # noqa: S608  ours
                self.database.executemany(adding, rows)
                rows.clear()
        self.database.execute("COMMIT")


def _raw_print(record: Record) -> str:
    """Return what two records with faults are compared by, whatever the order of their fields."""
    text = json.dumps([record.kind, record.raw], sort_keys=True, default=repr)
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
