"""The page's scripts: modules in ``viz/script/``, joined into one when a page is made.

Each is a module as browsers and Node read it, with ``import {...} from "./other.js"`` and
``export`` before what others use. A page sealed by hashes holds one classic script, so they are
put one after the other, each after what it imports, with those words taken out. Names are
therefore one space: what would not hold in one scope is refused, with the module that says it.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

__all__ = ["joined", "modules"]

_IMPORT = re.compile(r'^import \{([\w$,\s]*)\} from "([^"\n]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function\b|const\b|let\b|class\b)", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_OWN = re.compile(
    r"^(export )?(?:(?:async )?function\*?|const|let|var|class) +([\w$]+|[\[{])", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Module:
    """One script."""

    path: str
    """Its path in the folder of scripts."""
    imports: dict[str, tuple[str, ...]]
    """Names that it takes, by the path of the module that they come from."""
    own: tuple[str, ...]
    """Names that it declares at its top level."""
    exports: frozenset[str]
    """Those of them that others may take."""
    body: str
    """What it does, without ``import`` and ``export``."""


def joined(texts: Mapping[str, str], entry: str) -> str:
    """Return the module `entry` and all that it needs as one strict script.

    `texts` are the modules by their path. Raises `ValueError` that begins with the path of the
    module at fault: what it imports is missing or not exported, it needs itself, it declares a
    name that another one has declared, or it imports or exports in a form unknown here.
    """
    found: dict[str, Module] = {}
    _collect(entry, texts, (), found)
    owners: dict[str, str] = {}
    for module in found.values():
        for name in module.own:
            if name in owners:
                raise ValueError(f"{module.path}: {name} is declared in {owners[name]}, too")
            owners[name] = module.path
    bodies = "\n".join(module.body for module in found.values())
    return f'"use strict";\n(() => {{\n{bodies}}})();\n'


def modules(folder: Traversable, under: str = "") -> dict[str, str]:
    """Return the text of each script in `folder` and the folders in it, by its path."""
    found: dict[str, str] = {}
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        path = f"{under}{each.name}"
        if each.is_dir():
            found |= modules(each, f"{path}/")
        elif path.endswith(".js"):
            found[path] = each.read_text("utf-8")
    return found


def _collect(
    path: str, texts: Mapping[str, str], on_the_way: tuple[str, ...], found: dict[str, Module]
) -> None:
    """Put the module at `path` into `found`, after all that it imports."""
    if path in on_the_way:
        raise ValueError(f"{path}: needs itself, by way of {' and '.join(on_the_way[1:]) or path}")
    if path in found:
        return
    module = _read(path, texts[path])
    for source, names in module.imports.items():
        if source not in texts:
            raise ValueError(f"{path}: imports from {source}, and there is no such module")
        _collect(source, texts, (*on_the_way, path), found)
        for name in names:
            if name not in found[source].exports:
                raise ValueError(f"{path}: imports {name} from {source}, which does not export it")
    found[path] = module


def _read(path: str, text: str) -> Module:
    imports: dict[str, tuple[str, ...]] = {}
    for names, source in _IMPORT.findall(text):
        if not source.startswith("."):
            raise ValueError(f"{path}: imports from {source}; only modules beside it are taken")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), source))
        if target in imports:
            raise ValueError(f"{path}: imports from {target} twice")
        imports[target] = tuple(name.strip() for name in names.split(",") if name.strip())
    declared = _OWN.findall(text)
    if any(name in "[{" for _, name in declared):
        raise ValueError(
            f"{path}: declares several names at once at its top level; take them apart"
        )
    body = _EXPORT.sub("", _IMPORT.sub("", text))
    if left := _LEFT.search(body):
        raise ValueError(f"{path}: this form is not known here: {left[0]}")
    return Module(
        path,
        imports,
        tuple(name for _, name in declared),
        frozenset(name for export, name in declared if export),
        body.lstrip("\n"),
    )
