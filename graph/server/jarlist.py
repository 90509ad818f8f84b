"""The exact list of jars that make up one version of the private Neo4j.

A list is a text file beside this module, a jar a line: its Maven coordinate, its size in
bytes and its SHA-256 sum. Native jars have a classifier that names a platform; a machine
takes only its own. Neo4j Browser has a list of its own, since few ask for it.
``graph/server/resolving.py`` writes the lists of other versions.
"""

import platform
import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jgo.maven import MavenContext

__all__ = ["BROWSER_VERSION", "VERSION", "Jar", "browser_jars", "context", "jars"]

VERSION = "2026.09.0"
"""The Neo4j that is started when no other is asked for."""
BROWSER_VERSION = "5.24.0"
"""The Neo4j Browser that is served when it is asked for."""

_PLATFORM = re.compile(r"(linux|osx|windows)-(x86_64|aarch_64)")


@dataclass(frozen=True, slots=True)
class Jar:
    """One jar of a list."""

    group: str
    artifact: str
    version: str
    classifier: str
    """Empty for a jar that every platform takes."""
    size: int
    """Bytes."""
    sha256: str
    """Lower-case hexadecimal."""

    @property
    def name(self) -> str:
        """File name, unique in a list."""
        tail = f"-{self.classifier}" if self.classifier else ""
        return f"{self.group}.{self.artifact}-{self.version}{tail}.jar"


def jars(version: str = VERSION) -> list[Jar]:
    """Return the jars of `version` that this machine's platform needs."""
    return _listed(f"neo4j-{version}")


def browser_jars() -> list[Jar]:
    """Return the jars of Neo4j Browser."""
    return _listed(f"neo4j-browser-{BROWSER_VERSION}")


def context(folder: Path) -> "MavenContext":
    """Return a Maven context that downloads into `folder`.

    Repositories are those of the user's jgo settings, or jgo's default.
    """
    from jgo.config import GlobalSettings  # seldom needed, and what starts imports this
    from jgo.maven import MavenContext

    own = dict(GlobalSettings.load().repositories)
    return MavenContext(repo_cache=folder, remote_repos=own or None, timeout=30)


def _listed(name: str) -> list[Jar]:
    text = files("graph.server").joinpath(f"{name}.jars").read_text("utf-8")
    listed = [_parse(line) for line in text.splitlines() if line and not line.startswith("#")]
    return [each for each in listed if _fits(each.classifier)]


def _parse(line: str) -> Jar:
    coordinate, size, sha256 = line.split()
    group, artifact, version, *classifier = coordinate.split(":")
    return Jar(group, artifact, version, "".join(classifier), int(size), sha256)


def _fits(classifier: str) -> bool:
    named = _PLATFORM.search(classifier)
    return named is None or named[0] == _this_platform()


def _this_platform() -> str:
    system = {"Darwin": "osx", "Windows": "windows"}.get(platform.system(), "linux")
    arm = platform.machine().lower() in ("aarch64", "arm64")
    return f"{system}-{'aarch_64' if arm else 'x86_64'}"
