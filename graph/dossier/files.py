"""From a path to text, or to the finding that says why there is none."""

from pathlib import Path

from graph.dossier.findings import Finding

__all__ = ["MAX_BYTES", "text_of"]

MAX_BYTES = 100_000_000
"""Largest file read. A hundred thousand statements take about half of it."""


def text_of(path: Path) -> str | Finding:
    """Return the text of the file at `path`, its line ends made those of Unix."""
    try:
        content = _bytes(path)
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
    except FileNotFoundError:
        return _finding(path, "there is no such file", "write the path of a dossier")
    except UnicodeDecodeError as error:
        return _not_utf8(path, error)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return _finding(path, f"cannot be read: {why}", "make it readable for this user")
    if isinstance(text, Finding):
        return text
    # Editors count all three ends as one line; the YAML parser also counts others.
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes(path: Path) -> bytes | Finding:
    if path.is_dir():
        return _finding(path, "is a folder", "name the files in it")
    # A pipe or a device could keep the check waiting for ever.
    if path.exists() and not path.is_file():
        return _finding(path, "is not a regular file", "save the dossier as a file")
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        most = MAX_BYTES // 1_000_000
        return _finding(path, f"is larger than {most} MB", "split it into several dossiers")
    return content


def _not_utf8(path: Path, error: UnicodeDecodeError) -> Finding:
    before = error.object[: error.start]
    line = 1 + before.count(b"\n")
    byte = error.object[error.start]
    if error.object.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _finding(path, "is not UTF-8 but UTF-16", "save it as UTF-8")
    column = error.start - before.rfind(b"\n")
    what = f"is not UTF-8: byte 0x{byte:02x} at byte {column} of the line"
    return _finding(path, what, "save the file as UTF-8", line)


def _finding(path: Path, what: str, right: str, line: int = 1) -> Finding:
    return Finding(str(path), line, "", what, right)
