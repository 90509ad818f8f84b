"""Write the exact list of jars of another version of Neo4j, or of its Browser.

    python -m graph.server.resolving neo4j-2026.09.0
    python -m graph.server.resolving neo4j-browser-5.24.0

It resolves the whole dependency tree and downloads every jar once: two to five minutes.
"""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.server.jarlist import context

_ROOTS = {
    "neo4j": ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server"),
    "neo4j-browser": ("org.neo4j.client:neo4j-browser",),
}


def _resolve(what: str, version: str) -> Iterator[str]:
    """Yield the lines of the list of `what` in `version`, from its dependency tree."""
    with TemporaryDirectory() as folder:
        maven = context(Path(folder))
        roots = [maven.create_dependency(f"{each}:{version}") for each in _ROOTS[what]]
        inputs, others = maven.resolver.resolve(roots)
        wanted = [each for each in (*inputs, *others) if each.type == "jar"]
        wanted = [each for each in wanted if each.scope in (None, "compile", "runtime")]
        for each in sorted(wanted, key=lambda e: (e.groupId, e.artifactId, e.classifier)):
            content = each.artifact.resolve().read_bytes()
            parts = [each.groupId, each.artifactId, each.version, each.classifier]
            coordinate = ":".join(part for part in parts if part)
            yield f"{coordinate} {len(content)} {hashlib.sha256(content).hexdigest()}"


def _main(name: str) -> None:
    what, _, version = name.rpartition("-")
    lines = [f"# {what} {version}: coordinate, bytes, SHA-256.", *_resolve(what, version)]
    target = Path(__file__).with_name(f"{name}.jars")
    target.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{target.name}: {len(lines) - 1} jars")


if __name__ == "__main__":
    _main(sys.argv[1])
