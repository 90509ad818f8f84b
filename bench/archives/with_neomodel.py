"""Load a sample with neomodel: nodes in its batch form, relationships as it connects them.

    python bench/archives/with_neomodel.py < {"uri": ..., "password": ..., "rows": [...]}

It runs in an environment of its own, which `make bench` sets up. Prints rows and seconds as JSON.
"""

import json
import sys
import time
from typing import Any

import neomodel  # pyright: ignore[reportMissingImports]

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUntypedBaseClass=false

BATCH = 1000


def properties(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the declarations of what `rows` have, but for their id."""
    found: dict[str, Any] = {}
    for row in rows:
        for key, value in row.items():
            if key != "id" and value is not None:
                found[key] = declared(value)
    return found


def declared(value: object) -> object:
    """Return the kind of property that holds `value`."""
    match value:
        case bool():
            return neomodel.BooleanProperty()
        case int():
            return neomodel.IntegerProperty()
        case float():
            return neomodel.FloatProperty()
        case list():
            return neomodel.ArrayProperty()
        case _:
            return neomodel.StringProperty()


def main() -> None:
    """Load the sample."""
    asked = json.load(sys.stdin)
    rows = asked["rows"]
    by_label: dict[str, dict[str, dict[str, Any]]] = {}
    for row in rows:
        for labels, own in ((row["left"], row["from"]), (row["right"], row["to"])):
            label = next(each for each in labels if each not in ("Entity", "Actor", "Stale"))
            by_label.setdefault(label, {})[own["id"]] = own
    types = {row["type"] for row in rows}
    lines = {
        type_: type(
            f"{type_}Line",
            (neomodel.StructuredRel,),
            properties([row["own"] for row in rows if row["type"] == type_]),
        )
        for type_ in types
    }
    base = type(
        "Entity",
        (neomodel.StructuredNode,),
        {
            "uid": neomodel.StringProperty(unique_index=True, required=True, db_property="id"),
            **{
                f"to_{type_.lower()}": neomodel.RelationshipTo("Entity", type_, model=lines[type_])
                for type_ in types
            },
        },
    )
    sys.modules[__name__].Entity = base  # pyright: ignore[reportAttributeAccessIssue]  neomodel asks it
    classes = {
        label: type(label, (base,), properties(list(held.values())))
        for label, held in by_label.items()
    }
    address = asked["uri"].replace("bolt://", f"bolt://neo4j:{asked['password']}@")
    neomodel.config.DATABASE_URL = address
    neomodel.db.cypher_query("RETURN 1")
    began, count, nodes = time.perf_counter(), 0, {}
    for label, held in by_label.items():
        kept = list(held.values())
        for start in range(0, len(kept), BATCH):
            batch = [
                {("uid" if key == "id" else key): value for key, value in own.items()}
                for own in kept[start : start + BATCH]
            ]
            for node in classes[label].create_or_update(*batch):
                nodes[node.uid] = node
                count += 1
    for start in range(0, len(rows), BATCH):
        with neomodel.db.transaction:
            for row in rows[start : start + BATCH]:
                source, target = nodes[row["from"]["id"]], nodes[row["to"]["id"]]
                getattr(source, f"to_{row['type'].lower()}").connect(target, row["own"])
                count += 1
    print(json.dumps({"rows": count, "seconds": time.perf_counter() - began}))


if __name__ == "__main__":
    main()
