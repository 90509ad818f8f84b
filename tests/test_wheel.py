"""The wheel, built and installed alone elsewhere, and everything run from it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.settings import Settings

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the wheel in it; its dependencies are those of this run."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)  # noqa: S603
    wheel = next(folder.glob("*.whl"))
    target = folder / "installed"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, "--target", str(target), str(wheel)], check=True)  # noqa: S603
    return target


def test_one_folder_lands_in_site_packages(installed: Path) -> None:
    names = {each.name for each in installed.iterdir()} - {"bin"}

    assert names == {"rejoinder", "rejoinder-0.1.0.dist-info"}
    assert not (installed / "rejoinder" / "tests").exists()


def test_demo_runs_from_the_wheel_on_a_home_of_its_own(installed: Path, tmp_path: Path) -> None:
    of = Settings()  # pyright: ignore[reportCallIssue]
    environment = {
        **os.environ,
        "REJOINDER_CACHE": str(of.cache),
        "REJOINDER_HOME": str(tmp_path / "home"),
    }

    done = subprocess.run(  # noqa: S603
        # Isolated: nothing of the checkout is on the path, only the folder of the wheel.
        [sys.executable, "-P", str(installed / "rejoinder"), "demo", "-o", "map.html"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "Permanent Mission" in done.stdout
    assert (tmp_path / "map.html").stat().st_size > 100_000
    assert "Stopping Neo4j" in done.stderr


def test_a_notebook_imports_maps_from_the_wheel_whatever_else_it_has_loaded(
    installed: Path, tmp_path: Path
) -> None:
    (tmp_path / "graph.py").write_text("", "utf-8")
    imports = "from rejoinder.notebook import claim_map; import viz; print(viz.__file__)"

    def notebook(cell: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(  # noqa: S603
            # Isolated from the checkout; the folder of the notebook is on the path, before others.
            [sys.executable, "-P", "-c", f"import sys; sys.path[:0] = ['', '{installed}']; {cell}"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    fresh = notebook(imports)
    taken = notebook(f"import graph; {imports}")

    assert fresh.stdout.strip() == str(installed / "rejoinder" / "viz" / "__init__.py")
    assert "Another module called graph is loaded" in taken.stderr
    assert "Start the notebook again" in taken.stderr
