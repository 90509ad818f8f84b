"""Write the exact list of jars of another version of Neo4j.

    python -m graph.server.resolving 2026.09.0

It resolves the whole dependency tree and downloads every jar once: two to five minutes.
"""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.server.jarlist import context

_ROOTS = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server")


def _resolve(version: str) -> Iterator[str]:
    """Yield the lines of the list of `version`, from the dependency tree of the server."""
    with TemporaryDirectory() as folder:
        maven = context(Path(folder))
        roots = [maven.create_dependency(f"{each}:{version}") for each in _ROOTS]
        inputs, others = maven.resolver.resolve(roots)
        wanted = [each for each in (*inputs, *others) if each.type == "jar"]
        wanted = [each for each in wanted if each.scope in (None, "compile", "runtime")]
        for each in sorted(wanted, key=lambda e: (e.groupId, e.artifactId, e.classifier)):
            content = each.artifact.resolve().read_bytes()
            parts = [each.groupId, each.artifactId, each.version, each.classifier]
            coordinate = ":".join(part for part in parts if part)
            yield f"{coordinate} {len(content)} {hashlib.sha256(content).hexdigest()}"


def _main(version: str) -> None:
    lines = [f"# Neo4j Community {version}: coordinate, bytes, SHA-256.", *_resolve(version)]
    target = Path(__file__).with_name(f"neo4j-{version}.jars")
    target.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{target.name}: {len(lines) - 1} jars")


if __name__ == "__main__":
    _main(sys.argv[1])
