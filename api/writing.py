"""Files that the command line leaves behind."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from graph.errors import BadRequest

__all__ = ["write_file"]


def write_file(text: str, file: Path) -> Path:
    """Write `text` to `file`, whole or not at all, and return where it is.

    Raises `BadRequest` when it cannot be written.
    """
    try:
        with NamedTemporaryFile("w", dir=file.parent, encoding="utf-8", delete=False) as part:
            part.write(text)
        Path(part.name).chmod(0o666 & ~_umask())
        Path(part.name).replace(file)
    except OSError as error:
        raise BadRequest(f"{file} cannot be written: {error.strerror}.") from error
    return file.absolute()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
