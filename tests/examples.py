"""Real answers for the OpenAPI schema: ``python -m tests.examples URL`` writes them anew."""

import json
import sys
from pathlib import Path
from typing import Any, cast

import httpx2

from graph.story import CLAIM

__all__ = ["ADDRESSES", "shown"]

ADDRESSES = {
    "actor": "/v1/actors/andrii-chernyak",
    "actors": "/v1/actors?type=State&limit=2",
    "claim": "/v1/claims/iran-gave-russia-more-than-400-attack-drones",
    "claims": "/v1/claims?about=ir&limit=1",
    "cypher": "/v1/cypher?q=MATCH+(a)-[:DENIED]->(c)+RETURN+a.id,c.id+ORDER+BY+a.id,c.id&rows=2",
    "document": "/v1/documents/reuters-2024-02-21",
    "graph": "/v1/graph/claims/russia-used-iranian-ballistic-missiles?as_of=2024-12-31",
    "question": f"/v1/questions/origins?claim={CLAIM}",
    "schema": "/v1/schema?only=VOICES",
    "search": "/v1/search?q=zolfaghar&limit=2",
    "statement": "/v1/statements/andrii-chernyak-2024-02",
    "weapon": "/v1/weapons/zolfaghar",
    "who": f"/v1/who/denied?claim={CLAIM}&limit=1",
}


def shown(answer: Any) -> Any:
    """Return `answer` with fixed values where they differ from load to load."""
    then = "2026-11-25T00:00:00Z"
    fixed = {"recordedAt": then, "recorded": "2026-11-25", "made": then, "score": 1.0}
    if isinstance(answer, dict):
        pairs = cast("dict[str, Any]", answer).items()
        return {name: fixed.get(name) or shown(value) for name, value in pairs}
    if isinstance(answer, list):
        return [shown(each) for each in cast("list[Any]", answer)]
    return answer


if __name__ == "__main__":
    folder = Path(__file__).parent.parent / "api" / "samples"
    for name, address in ADDRESSES.items():
        answer = shown(httpx2.get(sys.argv[1] + address, timeout=60).json())
        text = json.dumps({"address": address, "answer": answer}, indent=1, ensure_ascii=False)
        (folder / f"{name}.json").write_text(text + "\n", "utf-8")
