"""Words of others on one line of a text of ours: nothing in them breaks it, hides or turns it."""

import re

__all__ = ["apart", "in_line", "web_address"]

_NO_TEXT = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
"""Controls, halves of characters and what is no character: XML 1.0 can hold none of the first."""
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NOT_IN_ADDRESS = re.compile('[\\s"<>\\\\^`{|}\x00-\x1f\x7f-\x9f]')


def in_line(text: str) -> str:
    """Return `text` on one line, without signs that turn the words beside it around.

    What no text can hold becomes U+FFFD; any run of white space one space.
    """
    return " ".join(_NO_TEXT.sub("\ufffd", _TURNING.sub("", text)).split())


def apart(text: str) -> str:
    """Return `text` on one line; one that runs leftwards is isolated from the words beside it."""
    plain = in_line(text)
    return f"\u2068{plain}\u2069" if _LEFTWARDS.search(plain) else plain


def web_address(url: str | None) -> str | None:
    """Return an address of the web with all that could end it escaped; None for any other."""
    plain = in_line(url or "")
    if not re.match(r"https?://[^/\s]", plain, re.IGNORECASE):
        return None
    return _NOT_IN_ADDRESS.sub(lambda found: _escaped(found[0]), plain)


def _escaped(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())
