"""Start the installed command.

The wheel installs one folder, ``rejoinder/``, with this file as its ``__main__``. Like any
Python application folder, it goes first on ``sys.path``; from a checkout the packages are
found as they stand.
"""

import sys
from pathlib import Path


def main() -> None:
    """Run the command line."""
    here = Path(__file__).parent
    if (here / "api").is_dir():
        sys.path.insert(0, str(here))
    from api.cli import main as run

    run()


if __name__ == "__main__":
    main()
