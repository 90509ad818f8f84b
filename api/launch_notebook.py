"""``rejoinder.notebook``: maps in a notebook (see `api.notebook`).

The wheel installs one folder, ``rejoinder/``, with this file as its ``notebook``. As for the
command (`api.launch`), that folder goes first on ``sys.path``; from a checkout the packages are
found as they stand. Modules of the same names that a notebook has loaded before would be taken
for ours: then the import fails and says so.
"""

import sys
from pathlib import Path

_HERE = Path(__file__).parent
_OURS = ("api", "cypher", "graph", "viz")


def _is_elsewhere(name: str) -> bool:
    loaded = sys.modules.get(name)
    place = getattr(loaded, "__file__", None) or ""
    return loaded is not None and not Path(place).is_relative_to(_HERE)


if (_HERE / "api").is_dir():
    if taken := [name for name in _OURS if _is_elsewhere(name)]:
        raise ImportError(
            f"Another module called {' and '.join(taken)} is loaded, and Rejoinder has one of that "
            "name. Start the notebook again and import rejoinder.notebook first."
        )
    sys.path.insert(0, str(_HERE))

from api.notebook import (  # noqa: E402  found by the path above
    actor_map,
    between_map,
    claim_map,
    cypher_map,
    dossier_map,
    question_map,
    schema_map,
    state_map,
    weapon_map,
)

__all__ = [
    "actor_map",
    "between_map",
    "claim_map",
    "cypher_map",
    "dossier_map",
    "question_map",
    "schema_map",
    "state_map",
    "weapon_map",
]
