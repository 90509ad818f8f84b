"""The policy that seals a page: it takes its own texts, known by their sums, and no others."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

__all__ = ["sealed"]


def sealed(scripts: Sequence[str], style: str, *more: str, forms: str = "'none'") -> str:
    """Return a Content-Security-Policy: hashes only, no ``unsafe-``, and nothing else but `more`.

    `forms` says where forms may lead.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}" if scripts else "script-src 'none'",
            f"style-src {_hash(style)}",
            *more,
            "base-uri 'none'",
            f"form-action {forms}",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
