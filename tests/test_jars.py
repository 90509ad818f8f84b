"""Jars: verified, resumed, refused; downloaded by a stand-in, so that nothing goes out."""

import errno
import hashlib
import threading
from pathlib import Path

import pytest

from graph.errors import DiskFull, JarError
from graph.progress import Unit
from graph.server import jars as module
from graph.server.jarlist import VERSION, Jar, browser_jars, jars
from graph.server.jars import get_jars

CONTENT = {f"jar{n}": f"content of jar {n}".encode() for n in range(12)}


def listed() -> list[Jar]:
    return [
        Jar("org.example", name, "1", "", len(content), hashlib.sha256(content).hexdigest())
        for name, content in CONTENT.items()
    ]


class Repository:
    """Hands out jars, after `failures` wrong answers for each name in it."""

    def __init__(self, **failures: list[bytes | Exception]) -> None:
        self.failures = failures
        self.asked: list[str] = []
        self._lock = threading.Lock()

    def __call__(self, jar: Jar, folder: Path) -> Path:
        with self._lock:
            self.asked.append(jar.artifact)
            wrong = self.failures.get(jar.artifact, [])
            answer = wrong.pop(0) if wrong else CONTENT[jar.artifact]
        if isinstance(answer, Exception):
            raise answer
        path = folder / "got.jar"
        path.write_bytes(answer)
        return path


def silent(what: str, done: int, total: int, unit: Unit) -> None:
    pass


def test_every_jar_is_fetched_once_and_then_never_again(tmp_path: Path) -> None:
    repository = Repository()

    first = get_jars(tmp_path, listed(), silent, repository)
    second = get_jars(tmp_path, listed(), silent, repository)

    assert first == second
    assert [path.read_bytes() for path in first] == list(CONTENT.values())
    assert sorted(repository.asked) == sorted(CONTENT)


def test_an_interrupted_download_goes_on_from_where_it_was(tmp_path: Path) -> None:
    gone = OSError("connection reset")
    broken = Repository(jar7=[RuntimeError("not found"), RuntimeError("not found")])
    with pytest.raises(JarError, match="no repository answered"):
        get_jars(tmp_path, listed(), silent, broken)
    there = {path.name for path in tmp_path.glob("*.jar")}
    repository = Repository()

    get_jars(tmp_path, listed(), silent, repository)

    assert gone
    assert "jar7" in repository.asked
    assert not {f"org.example.{name}-1.jar" for name in repository.asked} & there


def test_a_damaged_answer_is_fetched_again(tmp_path: Path) -> None:
    repository = Repository(jar3=[b"half of it"])

    paths = get_jars(tmp_path, listed(), silent, repository)

    assert paths[3].read_bytes() == CONTENT["jar3"]
    assert repository.asked.count("jar3") == 2


def test_an_answer_damaged_twice_is_refused_and_not_kept(tmp_path: Path) -> None:
    repository = Repository(jar3=[b"not it", b"nor this"])

    with pytest.raises(JarError, match=r"jar3-1\.jar is not what the list says"):
        get_jars(tmp_path, listed(), silent, repository)

    assert not (tmp_path / "org.example.jar3-1.jar").exists()
    assert not list(tmp_path.glob("part-*"))


def test_a_jar_damaged_on_disk_is_replaced(tmp_path: Path) -> None:
    paths = get_jars(tmp_path, listed(), silent, Repository())
    paths[5].write_bytes(b"x" * len(CONTENT["jar5"]))
    repository = Repository()

    get_jars(tmp_path, listed(), silent, repository)

    assert repository.asked == ["jar5"]
    assert paths[5].read_bytes() == CONTENT["jar5"]


def test_a_half_written_jar_is_never_taken_for_a_whole_one(tmp_path: Path) -> None:
    paths = get_jars(tmp_path, listed(), silent, Repository())
    paths[2].write_bytes(CONTENT["jar2"][:5])
    repository = Repository()

    get_jars(tmp_path, listed(), silent, repository)

    assert repository.asked == ["jar2"]


def test_two_that_start_at_once_fetch_each_jar_once(tmp_path: Path) -> None:
    repository = Repository()
    runs = [
        threading.Thread(target=get_jars, args=(tmp_path, listed(), silent, repository))
        for _ in range(3)
    ]

    for run in runs:
        run.start()
    for run in runs:
        run.join()

    assert sorted(repository.asked) == sorted(CONTENT)


def test_a_full_disk_is_told_before_and_while_downloading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = Repository(jar1=[OSError(errno.ENOSPC, "No space left on device")])

    with pytest.raises(DiskFull, match="make room"):
        get_jars(tmp_path, listed(), silent, full)
    monkeypatch.setattr(module, "_SPARE_BYTES", 10**18)
    with pytest.raises(DiskFull, match="REJOINDER_CACHE"):
        get_jars(tmp_path, listed(), silent, Repository())


def test_progress_is_told_in_bytes_up_to_the_whole(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []

    def report(what: str, done: int, total: int, unit: Unit) -> None:
        told.append((done, total, unit))

    get_jars(tmp_path, listed(), report, Repository())

    total = sum(map(len, CONTENT.values()))
    assert told[0] == (0, total, "bytes")
    assert told[-1] == (total, total, "bytes")
    assert told == sorted(told)


def test_the_list_that_ships_is_exact_and_fits_this_machine() -> None:
    found = jars(VERSION)

    assert len(found) > 200
    assert len({jar.name for jar in found}) == len(found)
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in found)
    assert sum("native-epoll" in jar.artifact for jar in found) <= 1


def test_neo4j_browser_has_a_list_of_its_own_that_no_plain_start_fetches() -> None:
    browser = browser_jars()

    assert [jar.artifact for jar in browser] == ["neo4j-browser"]
    assert all(len(jar.sha256) == 64 and jar.size > 10_000_000 for jar in browser)
    assert not set(browser) & set(jars(VERSION))
