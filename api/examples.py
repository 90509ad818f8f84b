"""Real answers from the shipped story, shown in the OpenAPI schema.

Each file in ``api/samples`` holds an address and what the service answers there. A test
asks each anew and compares, so none goes stale; ``python -m tests.examples`` writes them.
"""

import json
from importlib.resources import files
from typing import Any

__all__ = ["CSV", "LINES", "PAGE", "load", "names", "of", "page"]

CSV, LINES, PAGE = "text/csv", "application/x-ndjson", "text/html"


def names() -> list[str]:
    """Return the name of every example."""
    found = files("api").joinpath("samples").iterdir()
    return sorted(each.name.removesuffix(".json") for each in found if each.name.endswith(".json"))


def load(name: str) -> dict[str, Any]:
    """Return one example: its `address` and its `answer`."""
    return json.loads(files("api").joinpath("samples", f"{name}.json").read_text("utf-8"))


def of(name: str | None, *others: str) -> dict[int | str, dict[str, Any]]:
    """Return how a route documents its answer: by an example, and what `others` it answers in."""
    content: dict[str, Any] = {each: {"schema": {"type": "string"}} for each in others}
    if name:
        example = load(name)
        shown = {"summary": f"GET {example['address']}", "value": example["answer"]}
        content["application/json"] = {"examples": {name: shown}}
    return {200: {"content": content}}


def page() -> dict[int | str, dict[str, Any]]:
    """Return how a route documents that it answers a page, and nothing when it is known."""
    return {
        200: {"description": "A page.", "content": {PAGE: {"schema": {"type": "string"}}}},
        304: {"description": "It is the page that the `If-None-Match` names."},
    }
