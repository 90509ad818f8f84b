"""Answers that are kept for the next who asks: so many bytes of them, and their tags."""

import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

__all__ = ["Kept", "Ready", "is_known", "made_by", "tagged", "takes_gzip"]


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer as it is sent."""

    body: bytes
    headers: Mapping[str, str]


class Kept:
    """The last answers, up to so many bytes in all; the newest is kept even if it alone has more.

    They are known by keys that say all that an answer depends on.
    """

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._answers: OrderedDict[str, Ready] = OrderedDict()
        self.size = 0
        """Bytes that are kept."""

    def get(self, key: str) -> Ready | None:
        """Return the answer kept as `key`, which is the newest now; None when there is none."""
        found = self._answers.get(key)
        if found is not None:
            self._answers.move_to_end(key)
        return found

    def keep(self, key: str, answer: Ready) -> None:
        """Keep `answer`, and let go of those that nobody asked for the longest."""
        self._forget(key)
        self._answers[key] = answer
        self.size += len(answer.body)
        while self.size > self._most and len(self._answers) > 1:
            self._forget(next(iter(self._answers)))

    def _forget(self, key: str) -> None:
        gone = self._answers.pop(key, None)
        self.size -= len(gone.body) if gone else 0


def tagged(*parts: str) -> str:
    """Return what stands for `parts`, in keys and tags."""
    return sha256("\n".join(parts).encode()).hexdigest()[:32]


def is_known(key: str, known: str) -> bool:
    """Return whether an ``If-None-Match`` names this answer; weak and strong tags are alike."""
    return known.strip() == "*" or key in re.findall(r'"([^"]*)"', known)


def takes_gzip(accepted: str) -> bool:
    """Return whether an ``Accept-Encoding`` (RFC 9110, 12.5.3) takes gzip."""
    weights: dict[str, float] = {}
    for each in accepted.lower().split(","):
        name, _, weight = each.replace(" ", "").partition(";q=")
        try:
            weights[name] = float(weight or 1)
        except ValueError:
            weights[name] = 0
    return weights.get("gzip", weights.get("*", 0)) > 0


def made_by() -> str:
    """Return what differs when answers of equal graphs do: the text of all that makes them."""
    found = sha256(version("pyvis").encode())
    for folder in ("cypher", "graph", "viz", "api"):
        for each in _texts(files(folder)):
            found.update(each.read_bytes())
    return found.hexdigest()


def _texts(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            found += _texts(each)
        elif each.name.endswith((".cypher", ".py", ".js", ".css", ".jinja")):
            found.append(each)
    return found
