"""Real answers from the shipped story, shown in the OpenAPI schema.

Each file in ``api/samples`` holds an address and what the service answers there. A test
asks each anew and compares, so none goes stale; ``python -m tests.examples`` writes them.
"""

import json
from importlib.resources import files
from typing import Any

__all__ = ["load", "names", "of"]


def names() -> list[str]:
    """Return the name of every example."""
    found = files("api").joinpath("samples").iterdir()
    return sorted(each.name.removesuffix(".json") for each in found if each.name.endswith(".json"))


def load(name: str) -> dict[str, Any]:
    """Return one example: its `address` and its `answer`."""
    return json.loads(files("api").joinpath("samples", f"{name}.json").read_text("utf-8"))


def of(
    name: str | None = None, *, csv: bool = False, page: bool = False
) -> dict[int | str, dict[str, Any]]:
    """Return how a route documents its answer: an example, whether CSV and a page too."""
    content: dict[str, Any] = {"text/csv": {"schema": {"type": "string"}}} if csv else {}
    if page:
        content["text/html"] = {"schema": {"type": "string"}}
    if name:
        example = load(name)
        shown = {"summary": f"GET {example['address']}", "value": example["answer"]}
        content["application/json"] = {"examples": {name: shown}}
    return {200: {"content": content}}
