"""The rules of the house, held by linters and by counting."""

import subprocess
import sys
from pathlib import Path

import pytest

from api.cli import app
from api.terminal import EXIT_CODES
from graph import errors
from graph.settings import Settings

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
SOURCES = sorted(
    path
    for folder in ("api", "bench", "cypher", "graph", "tests", "viz")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".py", ".js", ".css", ".jinja", ".cypher")
    and "node_modules" not in path.parts
)
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    "command",
    [["ruff", "check"], ["ruff", "format", "--check"], ["pyright"], ["lint-imports"]],
    ids=" ".join,
)
def test_a_linter_finds_nothing(command: list[str]) -> None:
    program = str(BIN / command[0])

    done = subprocess.run([program, *command[1:]], cwd=ROOT, capture_output=True, check=False)  # noqa: S603

    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


def test_a_linter_finds_nothing_in_scripts_and_styles() -> None:
    program = str(ROOT / "node_modules" / ".bin" / "biome")

    done = subprocess.run(  # noqa: S603
        [program, "check", "--error-on-warnings"], cwd=ROOT, capture_output=True, check=False
    )

    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_module_is_over_300_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize(("name", "place"), [("neo4j", "graph/driver"), ("pyvis", "viz/filled.py")])
def test_one_place_imports(name: str, place: str) -> None:
    importing = {
        path.relative_to(ROOT).as_posix()
        for path in SOURCES
        if path.suffix == ".py"
        and "bench" not in path.relative_to(ROOT).parts  # it measures pyvis as it comes
        and "tests" not in path.relative_to(ROOT).parts  # they read what a statement cost
        and f"\nfrom {name}" in f"\n{path.read_text('utf-8')}"
    }

    assert importing
    assert all(path.startswith(place) for path in importing)


@pytest.mark.parametrize("field", Settings.model_fields)
def test_every_setting_is_in_the_readme(field: str) -> None:
    about = Settings.model_fields[field]
    variable = str(about.validation_alias or f"REJOINDER_{field.upper()}")
    name = "NEO4J_USER" if "NEO4J_USER" in variable else variable

    assert f"`{name}`" in README
    assert about.description
    if not about.default_factory and about.default not in (None,):
        default = f"{about.default:g}" if isinstance(about.default, float) else about.default
        default = str(default).lower() if isinstance(default, bool) else default
        assert f"| `{default}` |" in next(x for x in README.splitlines() if f"`{name}`" in x)


@pytest.mark.parametrize("command", [each.callback for each in app.registered_commands])
def test_every_command_is_in_the_readme(command: object) -> None:
    assert f"rejoinder {getattr(command, '__name__', '')}" in README


def test_every_exit_code_is_in_the_readme_and_every_error_has_one() -> None:
    codes = sorted({0, *EXIT_CODES.values()})
    kinds = [getattr(errors, name) for name in errors.__all__]

    assert all(f"{code} " in README.partition("Exit codes:")[2][:300] for code in codes)
    assert all(set(each.__mro__) & set(EXIT_CODES) for each in kinds)


def test_every_link_of_the_readme_leads_somewhere() -> None:
    import re

    targets = re.findall(r"\]\((?!https?:)([^)]+)\)", README)

    assert len(targets) >= 8
    assert [each for each in targets if not (ROOT / each).exists()] == []


def test_every_error_is_drawn_in_the_tree_above_them() -> None:
    drawn = errors.__doc__ or ""

    assert [name for name in errors.__all__ if name not in drawn] == []
