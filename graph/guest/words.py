"""Words that command, looked for without knowing any grammar.

A second net under `graph.guest.reading`, on purpose as simple as can be: should the
grammar ever be led astray, these words still do not pass.
"""

from collections.abc import Sequence

from graph.guest import rules
from graph.guest.tokens import Source, Token

__all__ = ["check"]

_BEFORE_A_NAME = frozenset({".", ":", "|", "&", "!", "%"})


def check(source: Source, tokens: Sequence[Token]) -> None:
    """Raise `Refused` at the first bare word of `rules.COMMANDS` that is not in a name's place.

    A name's place is after a dot, in a label expression, or before the colon of a map's key.
    """
    for at, token in enumerate(tokens):
        if token.kind != "word" or token.upper not in rules.COMMANDS:
            continue
        before = tokens[at - 1].text if at and tokens[at - 1].kind == "symbol" else ""
        after = tokens[at + 1].text if tokens[at + 1].kind == "symbol" else ""
        is_key = before in ("{", ",") and after == ":"
        if not is_key and before not in _BEFORE_A_NAME:
            source.refuse(rules.COMMAND, token.offset, f"The word {token.text}")
