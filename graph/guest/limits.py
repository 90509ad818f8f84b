"""How much Cypher from a stranger may ask for.

Figures were measured on Neo4j 2026.09 with a 512 MB heap on two cores: time to plan, unless
it says otherwise.
"""

from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one statement may ask for."""

    text_bytes: int = 20_000
    """UTF-8 bytes of the statement. The longest of our own has 5,000."""
    tokens: int = 5_000
    """Words, literals and signs; 15,000 in maps take 4 s."""
    depth: int = 24
    """Brackets and CASE inside one another; 200 overflow the compiler's stack."""
    bodies: int = 5
    """`{ }` subqueries inside one another; 20 nested EXISTS never came back."""
    clauses: int = 80
    """Clauses and subquery patterns in all; 300 COUNT { } take 8 s, 100 take 2.4 s."""
    operators: int = 60
    """Operators and signs in one expression; 300 plus signs hang the compiler."""
    all_operators: int = 200
    """The same in the whole text; 270 ANDs over nine MATCH take 8 s."""
    exclusive: int = 8
    """XORs in one expression; each doubles what the planner rewrites, 14 take 0.16 s."""
    patterns: int = 6
    """Patterns between commas in one MATCH; 8 take 0.8 s to plan, 10 more than 6 s."""
    hops: int = 8
    """Relationships written out between two WITH; 10 take up to 4 s to plan, 14 more."""
    all_hops: int = 32
    """The same in the whole text; 36 take 15 s on a busy machine. Our own use 19 at most."""
    steps: int = 20
    """Upper bound of a repeated step; time limits do end longer walks (6 s after 5 s)."""
    optional: int = 10
    """OPTIONAL MATCH in all; 20 take 1.2 s to plan, 40 more than 6 s."""
    unions: int = 20
    """UNION in all; 500 overflow the compiler's stack."""
    arguments: int = 50
    """Arguments of one function; coalesce of 3,000 takes 21 s."""
    columns: int = 100
    """Columns of one WITH or RETURN; 1,000 overflow the compiler's stack."""
    loops: int = 2
    """Comprehensions and quantifiers inside one another: one row's work is not timed."""
    short: int = 20
    """Elements of a list, or fifties of characters of a text, that a loop may work through
    for each of its own: 10 kB CONTAINS 500 characters, a million times, ran on for ever."""
    range_items: int = 10_000
    """Numbers in one `range`."""
    ranges: int = 1_000_000
    """The sizes of every `range` multiplied: the rows that UNWIND makes of them."""
    growth: int = 100_000
    """Values in one value, as `graph.guest.growth` reckons: two collects in one another pass."""
    joined: int = 1_000
    """The same for what + and || make: searching a text of 80 MB in a loop ends nowhere."""
    parameter_bytes: int = 1_000_000
    """All parameters as JSON, UTF-8."""
    parameter_text: int = 10_000
    """Characters of one text or key in the parameters."""
    parameter_depth: int = 6
    """Lists and maps inside one another in a parameter."""
    parameter_items: int = 10_000
    """Values in all parameters together."""
    timeout_s: float = 10.0
    """Seconds from the plan to the last row."""
    rows: int = 1_000
    """Rows of one answer; more are cut off, and it says so."""
    answer_bytes: int = 8_000_000
    """The rows of one answer as JSON, UTF-8; more are cut off, and it says so."""
    at_once: int = 4
    """Statements answered at the same time."""
    foreign: frozenset[str] = frozenset()
    """Functions, in lower case, that plug-ins brought: refused even if they are called like one
    that may be called."""
