"""The reader of statements from strangers: what its grammar of reading knows may pass.

It is an allow-list. Every token is read by a rule of the grammar, as a clause word, an
operand, an operator or a name in its place; the first that fits nowhere refuses the text.
So a command can hide nowhere, at no depth. The grammar is a little wider than Cypher's
(the server still refuses what makes no sense) and knows no clause that writes, commands,
leaves the database or loads anything.
"""

from collections.abc import Mapping, Sequence

from graph.guest import parameters as values
from graph.guest import rules, words
from graph.guest.expressions import Expressions
from graph.guest.growth import Growth
from graph.guest.limits import Limits
from graph.guest.tokens import Source, Token, cut

__all__ = ["clauses", "read"]


def read(
    text: str, parameters: Mapping[str, object], limits: Limits, *, ours: bool = False
) -> None:
    """Return when `text` only reads, within `limits`; raise `Refused` otherwise.

    Of a text that is `ours`, word for word, it is known what its clauses do: they are not read.
    """
    source = Source(text)
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        source.refuse(rules.CHARACTER, error.start, "Half of a character (a lone surrogate)")
    if size > limits.text_bytes:
        source.refuse(rules.SIZE, 0, f"A text of {size:,} bytes (more than {limits.text_bytes:,})")
    tokens = cut(text)
    if len(tokens) > limits.tokens:
        what = f"A text of {len(tokens):,} tokens (more than {limits.tokens:,})"
        source.refuse(rules.SIZE, tokens[limits.tokens].offset, what)
    if tokens[0].upper in rules.PREFIXES:
        source.refuse(rules.PREFIX, tokens[0].offset, f"{tokens[0].text} in front")
    if tokens[-2:-1] and tokens[-2].upper == ";":
        del tokens[-2]
    for token in tokens:
        if token.upper == ";":
            source.refuse(rules.SEVERAL, token.offset, "A semicolon before the end")
    words.check(source, tokens)
    values.check(source, tokens, parameters, limits)
    if not ours:
        clauses(source, tokens, parameters, limits)


def clauses(
    source: Source, tokens: Sequence[Token], parameters: Mapping[str, object], limits: Limits
) -> None:
    """Return when the grammar alone knows every token; raise `Refused` otherwise."""
    _Statement(source, tokens, parameters, limits).statement()


class _Statement(Expressions):
    """Reads clauses."""

    bodies: int = 0
    clauses: int = 0
    optional: int = 0
    unions: int = 0

    def statement(self) -> None:
        """Read the whole text."""
        self._grown: dict[str, Growth] = {}
        self.elements = []
        self._query()
        if self.token.kind != "end":
            self.unknown("after the statement")

    def growth(self, name: str) -> Growth:
        """Return the growth of a variable: one value unless it was built from others."""
        return self._grown.get(name, Growth.of(1))

    def grow(self, name: str, found: Growth) -> None:
        """Note the growth of a variable, the largest under that name, whatever its scope."""
        most = self.limits.growth
        self.bound(rules.GROWTH, found.all, most, "A value made of so many copies", self.at - 1)
        self._grown[name] = Growth(*map(max, found, self.growth(name)))

    def body(self) -> Growth:
        """Read ``{ ... }``: a pattern or clauses."""
        hops, operators, rows = self.hops, self.operators, self.rows
        self.hops, self.rows = 0, 1
        self.bodies += 1
        self.bound(rules.DEPTH, self.bodies, self.limits.bodies, "A subquery this deep")
        with self.inside("{", "}"):
            named = self.token.is_name and self.ahead().upper == "="
            if self.sees("(") or named:
                self._count_clause()
                self.patterns()
                if self.take("WHERE"):
                    self._alone()
                found = Growth.of(1)
            else:
                found = self._query()
        self.bodies -= 1
        self.hops, self.operators, self.rows = hops, operators, rows
        return found

    def _query(self) -> Growth:
        """Read clauses, with UNION between; return the growth of what comes back."""
        found = self._clauses()
        while self.take("UNION"):
            self.unions += 1
            self.bound(rules.UNIONS, self.unions, self.limits.unions, "So many UNION")
            if not self.take("ALL"):
                self.take("DISTINCT")
            self.hops = 0
            found = max(found, self._clauses())
        return found

    def _clauses(self) -> Growth:
        """Read clauses up to the end, a brace or UNION. There must be one."""
        first = True
        found = Growth.of(0)
        while first or not (self.token.kind == "end" or self.sees("}") or self.sees("UNION")):
            first = False
            self._count_clause()
            found = self._clause()
        return found

    def _count_clause(self) -> None:
        self.clauses += 1
        self.bound(rules.CLAUSES, self.clauses, self.limits.clauses, "So many clauses")

    def _clause(self) -> Growth:
        if self.take("OPTIONAL", "MATCH"):
            self.optional += 1
            self.bound(
                rules.OPTIONAL, self.optional, self.limits.optional, "So many OPTIONAL MATCH"
            )
            self.patterns()
        elif self.take("MATCH"):
            self.patterns()
        elif self.take("WITH") or self.take("RETURN"):
            return self._columns()
        elif self.take("UNWIND"):
            self._unwind()
        elif self.take("ORDER", "BY"):
            self._order()
        elif self.take("LET"):
            self._let()
        elif self.take("CALL") or self.take("OPTIONAL", "CALL"):
            self._call_clause()
        elif any(self.take(word) for word in ("WHERE", "FILTER", "SKIP", "OFFSET", "LIMIT")):
            self.take("WHERE")
            self._alone()
        elif self.token.is_name:
            self.refuse(rules.CLAUSE, f"The word {self.token.text[:40]}")
        else:
            self.unknown("where a clause should stand")
        return Growth.of(0)

    def _alone(self) -> Growth:
        """Read an expression that stands alone in its clause."""
        self.operators = self.exclusive = 0
        found = self.expression()
        most = self.limits.growth
        self.bound(rules.GROWTH, found.all, most, "A value made of so many copies", self.at - 1)
        return found

    def _columns(self) -> Growth:
        """Read the columns of WITH or RETURN."""
        first, columns, sum_ = self.at, 0, 0
        self.take("DISTINCT")
        more = not self.take("*") or self.take(",")
        while more:
            columns += 1
            self.bound(rules.COLUMNS, columns, self.limits.columns, "So many columns", first)
            found = self._alone()
            sum_ += found.all
            if self.take("AS"):
                self.grow(self.name(), found)
            more = self.take(",")
        self.hops, self.rows = 0, 1
        return Growth.of(sum_)

    def _unwind(self) -> None:
        found = self._alone()
        self.expect("AS")
        self.grow(self.name(), Growth.of(found.one))
        self.rows *= found.items

    def _order(self) -> None:
        while True:
            self._alone()
            for word in ("ASC", "ASCENDING", "DESC", "DESCENDING"):
                if self.take(word):
                    break
            if not self.take(","):
                return

    def _let(self) -> None:
        while True:
            name = self.name()
            self.expect("=")
            self.grow(name, self._alone())
            if not self.take(","):
                return

    def _call_clause(self) -> None:
        """Read ``CALL { }``, ``CALL (a, b) { }`` or the call of an allowed procedure."""
        if self.sees("("):
            with self.inside("(", ")"):
                if not self.take("*") and not self.sees(")"):
                    self.name()
                    while self.take(","):
                        self.name()
            if not self.sees("{"):
                self.unknown("where { should stand")
        if self.sees("{"):
            self.body()
            if self.sees("IN"):
                self.refuse(rules.TRANSACTIONS, "CALL { } IN TRANSACTIONS")
            return
        first = self.at
        name = self.function_name()
        if name not in rules.PROCEDURES:
            self.refuse(rules.PROCEDURE, f"The procedure {name[:60]}", first)
        with self.inside("(", ")"):
            self.operators = 0
            self.expressions(")")
        if self.take("YIELD"):
            while True:
                self.name()
                if self.take("AS"):
                    self.name()
                if not self.take(","):
                    return
