"""Get the jars of a Neo4j: in parallel, verified, once for a user, safe when two start at once.

A jar is downloaded into a folder of its own, its sum is compared with the list, and only
then is it moved to its place: a file that is there is whole. What an interrupted run got
stays, and the next one goes on from there.
"""

import errno
import hashlib
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from tempfile import TemporaryDirectory

import portalocker

from graph.errors import DiskFull, JarError
from graph.progress import Report
from graph.server.jarlist import Jar, context

__all__ = ["Fetch", "fetch", "get_jars"]

Fetch = Callable[[Jar, Path], Path]
"""Downloads a jar into a folder and returns where it is."""

_THREADS = 8  # 48 s on one thread, 23 s on eight
_SPARE_BYTES = 300_000_000  # room that a small graph and its logs want beside the jars


def get_jars(folder: Path, wanted: Sequence[Jar], report: Report, fetch: Fetch) -> list[Path]:
    """Return the paths of `wanted` under `folder`, downloading what is missing or damaged.

    Raises `JarError` when a jar cannot be had or twice is not what the list says, `DiskFull`
    when there is no room. Nothing that is not whole is left in its place.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with portalocker.Lock(folder / "lock", timeout=900):
        seen = _Seen(folder / "verified")
        missing = [jar for jar in wanted if not seen.holds(folder / jar.name, jar)]
        if missing:
            _download(folder, wanted, missing, report, fetch)
            seen.note(folder, wanted)
    return [folder / jar.name for jar in wanted]


def fetch(jar: Jar, folder: Path) -> Path:
    """Download `jar` into `folder` with jgo, from the repositories that jgo is set to."""
    component = context(folder).project(jar.group, jar.artifact).at_version(jar.version)
    return component.artifact(classifier=jar.classifier).resolve()


class _Seen:
    """What was verified before: name, size and time of change of each jar, and its sum.

    Reading 155 MB anew at each start costs more than the rest of our own work, so a jar is
    summed again only when it changed since.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines = set(path.read_text("utf-8").splitlines()) if path.exists() else set[str]()

    def holds(self, path: Path, jar: Jar) -> bool:
        if not path.exists() or path.stat().st_size != jar.size:
            return False
        return _line(path, jar) in self._lines or _sum(path) == jar.sha256

    def note(self, folder: Path, wanted: Sequence[Jar]) -> None:
        lines = [_line(folder / jar.name, jar) for jar in wanted]
        self._path.write_text("\n".join(lines) + "\n", "utf-8")


def _line(path: Path, jar: Jar) -> str:
    stat = path.stat()
    return f"{jar.name} {stat.st_size} {stat.st_mtime_ns} {jar.sha256}"


def _download(
    folder: Path, wanted: Sequence[Jar], missing: Sequence[Jar], report: Report, fetch: Fetch
) -> None:
    needed = sum(jar.size for jar in missing)
    free = shutil.disk_usage(folder).free
    if free < needed + _SPARE_BYTES:
        raise DiskFull(
            f"{folder} has {free // 1_000_000} MB free and Neo4j needs "
            f"{(needed + _SPARE_BYTES) // 1_000_000} MB: make room, or name another folder "
            "in REJOINDER_CACHE."
        )
    total = sum(jar.size for jar in wanted)
    done = total - needed
    report("Downloading Neo4j", done, total, "bytes")
    with ThreadPoolExecutor(_THREADS) as pool:
        running = {pool.submit(_place, folder, jar, fetch): jar for jar in missing}
        try:
            for each in as_completed(running):
                each.result()
                done += running[each].size
                report("Downloading Neo4j", done, total, "bytes")
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _place(folder: Path, jar: Jar, fetch: Fetch) -> None:
    """Put a whole `jar` in its place; one that is damaged is fetched once more."""
    from requests import RequestException  # seldom needed, and what starts imports this

    failure: Exception | None = None
    for _attempt in range(2):
        try:
            with TemporaryDirectory(prefix="part-", dir=folder) as part:
                got = fetch(jar, Path(part))
                if _sum(got) == jar.sha256:
                    got.replace(folder / jar.name)
                    return
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise DiskFull(
                    f"{folder} is full: make room, or name another folder in REJOINDER_CACHE. "
                    "What was downloaded stays."
                ) from error
            if not isinstance(error, RequestException):
                raise JarError(f"{jar.name} cannot be written to {folder}: {error}.") from error
            failure = error
        except RuntimeError as error:
            failure = error
        else:
            failure = None
    if failure is not None:
        raise JarError(
            f"{jar.name} cannot be downloaded: no repository answered with it. Check the network, "
            "or name your own repository in jgo's settings; a second try goes on from here."
        ) from failure
    raise JarError(
        f"{jar.name} is not what the list says: its SHA-256 sum differs, twice. Nothing of it was "
        "kept. A proxy or a repository in jgo's settings may alter what it passes on."
    )


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
