"""What Cypher from a stranger may not do, and why.

Figures were measured on Neo4j 2026.09 with a 512 MB heap on two cores; how much of each is
allowed is in `graph.guest.limits`. Everything is an
allow-list but `COMMANDS`, which is a second net under the grammar of `graph.guest.reading`.
"""

from dataclasses import dataclass

from graph.guest.limits import Limits

__all__ = [
    "COMMANDS",
    "FUNCTIONS",
    "PROCEDURES",
    "RULES",
    "SMALL",
    "Limits",
    "Rule",
]


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason for refusing a statement."""

    name: str
    refuses: str
    why: str
    instead: str
    """What to write in its place: the last line of every refusal."""


SIZE = Rule(
    "size",
    "a text of more than `text_bytes` bytes or `tokens` tokens",
    "What the compiler does grows faster than the text.",
    "Shorten the text: pass long lists and texts as parameters.",
)
CHARACTER = Rule(
    "character",
    "a character that is no letter, digit, sign of Cypher, space, tab or line end in ASCII, "
    "outside strings, comments and back quotes; control characters everywhere",
    "Neo4j takes several invisible characters as white space or as part of a symbol.",
    "Only letters, digits and the signs of Cypher stand there; other names go into back quotes.",
)
ESCAPE = Rule(
    "escape",
    "backslash-u anywhere, and any backslash outside a string",
    "Neo4j decodes \\uXXXX before it looks for strings and comments, so one can end a string.",
    "Write the character itself, or pass the text as a parameter.",
)
QUOTE = Rule(
    "quote",
    "a string, name or comment that does not end, and an empty name",
    "Nobody can tell what is quoted and what is said.",
    "Close the quotation; inside back quotes write a back quote twice, and no backslash.",
)
INTERPOLATION = Rule(
    "interpolation",
    "a string with a letter in front: s'...'",
    "It holds code: s'{COUNT { SHOW TRANSACTIONS }}' ran in a READ transaction.",
    "Join texts with +, and put a space between a word and a string.",
)
NUMBER = Rule(
    "number",
    "a number that touches a word: 1RETURN",
    "Versions of Neo4j differ in where the number ends.",
    "Put a space between them.",
)
PREFIX = Rule(
    "prefix",
    "EXPLAIN, PROFILE or CYPHER in front",
    "They change what is planned, and PROFILE runs the statement.",
    "Send the statement alone.",
)
SEVERAL = Rule(
    "several",
    "a semicolon anywhere but at the end",
    "One request is one statement.",
    "Send the statements one by one.",
)
COMMAND = Rule(
    "command",
    "a word of `COMMANDS`, unless it is plainly a name",
    "Only reading is open; some of these ran in a READ transaction, hidden in COLLECT { }.",
    "Leave it out. If it is a name, put it into back quotes.",
)
CLAUSE = Rule(
    "clause",
    "a word where only a reading clause may stand",
    "A clause that is not known to be harmless may be anything.",
    "Use MATCH, OPTIONAL MATCH, WHERE, WITH, UNWIND, CALL, FILTER, LET, RETURN, ORDER BY, "
    "SKIP, OFFSET, LIMIT or UNION there.",
)
FORM = Rule(
    "form",
    "what the grammar of reading does not know",
    "What is not understood is not passed on.",
    "Write it in a plainer way: see the questions in the folder cypher/ for examples.",
)
FUNCTION = Rule(
    "function",
    "a function that is not in `FUNCTIONS`, or with more than `arguments` arguments",
    "Functions can read files, settings and hosts, or make one row as large as the heap.",
    "Use another built-in function. Instead of reduce, use UNWIND and an aggregation.",
)
PROCEDURE = Rule(
    "procedure",
    "a procedure that is not in `PROCEDURES`",
    "Procedures can do everything that the server can.",
    "CALL db.index.fulltext.queryNodes, db.labels, db.relationshipTypes or db.propertyKeys.",
)
TRANSACTIONS = Rule(
    "transactions",
    "CALL { } IN TRANSACTIONS",
    "Parts would be committed, and the server refuses it with an error of its own.",
    "Leave IN TRANSACTIONS out.",
)
REGEX = Rule(
    "regex",
    "=~",
    "The expression .*.*.*x on 2,000 characters outlived every time limit.",
    "Use STARTS WITH, ENDS WITH, CONTAINS or the full-text index.",
)
DEPTH = Rule(
    "depth",
    "more than `depth` brackets or `bodies` subqueries inside one another",
    "200 nested lists overflow the compiler's stack, and the connection never answers.",
    "Take the inner part out into a WITH of its own.",
)
CLAUSES = Rule(
    "clauses",
    "more than `clauses` clauses and subqueries",
    "Planning grows with them.",
    "Ask in several statements.",
)
OPERATORS = Rule(
    "operators",
    "more than `operators` operators, or `exclusive` XORs, in one expression, or "
    "`all_operators` in all",
    "300 plus signs hang the compiler; 200 ANDs take 13 s to plan.",
    "Use a list and IN, or all() and any() over a list.",
)
PATTERNS = Rule(
    "patterns",
    "more than `patterns` patterns between commas",
    "Ten take more than 6 s to plan; unconnected ones multiply rows.",
    "Split the MATCH, with a WITH in between.",
)
HOPS = Rule(
    "hops",
    "more than `hops` relationships written out between two WITH, or `all_hops` in all",
    "20 cost more than 6 s of planning.",
    "Split the MATCH, with a WITH in between, or repeat a step: -[:DRAWS_ON*1..8]->.",
)
STEPS = Rule(
    "steps",
    "a repeated step without an upper bound, or with one over `steps`",
    "The number of paths grows with the power of the bound.",
    "Write a bound: *1..8 or {1,8}.",
)
OPTIONAL = Rule(
    "optional",
    "more than `optional` OPTIONAL MATCH",
    "40 take more than 6 s to plan.",
    "Use COLLECT { MATCH ... RETURN ... } for each part.",
)
UNIONS = Rule(
    "unions",
    "more than `unions` UNION",
    "500 overflow the compiler's stack, and the connection never answers.",
    "Use UNWIND over a list of what differs.",
)
COLUMNS = Rule(
    "columns",
    "more than `columns` columns in one WITH or RETURN",
    "1,000 overflow the compiler's stack, and the connection never answers.",
    "Return properties(x), or a map projection x {.*}.",
)
LOOPS = Rule(
    "loops",
    "more than `loops` comprehensions or quantifiers inside one another, and a list or text "
    "longer than `short` worked through for each element of another",
    "Work on one row ignores the time limit and the closing of the connection: a million "
    "times CONTAINS on 10 kB never came back.",
    "Use UNWIND: rows can be stopped. In a loop, x IN list, list[0] and size(list) are allowed.",
)
RANGE = Rule(
    "range",
    "a range that is not plainly short, or several whose sizes multiply past `ranges`",
    "It makes one row as large as the heap.",
    "Give whole numbers, parameters, or size(list) plus or minus a number, 10,000 at most.",
)
GROWTH = Rule(
    "growth",
    "values built from copies of values, again and again",
    "WITH l + l AS l thirty times fills the heap: texts and lists are not all counted "
    "against the memory limit, and comparing [l, l] nested 20 deep takes 1 s.",
    "Name each value once, and collect at the end only.",
)
PARAMETERS = Rule(
    "parameters",
    "parameters that are missing, too large, too deep, or neither JSON nor days",
    "They are sent whole, and lists in them are worked through on one row.",
    "Pass the parameters that the text names: texts, numbers of 64 bits, true, false, null, "
    "lists and maps.",
)

PLAN = Rule(
    "plan",
    "what the server plans as anything but reading, with steps and procedures that are known",
    "The server may understand a text in a way that nobody here thought of.",
    "Ask in another way; if it only reads, please tell us: this is then our mistake.",
)

RULES = (
    SIZE, CHARACTER, ESCAPE, QUOTE, INTERPOLATION, NUMBER, PREFIX, SEVERAL, COMMAND, CLAUSE,
    FORM, FUNCTION, PROCEDURE, TRANSACTIONS, REGEX, DEPTH, CLAUSES, OPERATORS, PATTERNS, HOPS,
    STEPS, OPTIONAL, UNIONS, COLUMNS, LOOPS, RANGE, GROWTH, PARAMETERS, PLAN,
)  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PREFIXES = frozenset({"EXPLAIN", "PROFILE", "CYPHER"})

COMMANDS = _words(
    """
    ALTER CREATE DEALLOCATE DELETE DENY DETACH DROP DRYRUN ENABLE FOREACH GRANT INSERT LOAD
    MERGE NODETACH REALLOCATE REMOVE RENAME REVOKE SET SHOW TERMINATE USE
    """
)
"""Words that begin a clause or command which is no reading. START and STOP are left to the
grammar: they only begin a whole statement, and `start` is a good name for a variable."""

PROCEDURES = frozenset(
    {"db.index.fulltext.queryNodes", "db.labels", "db.propertyKeys", "db.relationshipTypes"}
)
"""Procedures that may be called, spelled as the server spells them."""

FUNCTIONS = _words(
    """
    all any none single exists isempty property_exists shortestpath allshortestpaths
    count collect collect_list avg sum min max stdev stdevp stdev_pop stdev_samp
    percentilecont percentiledisc percentile_cont percentile_disc
    coalesce nullif elementid id type labels keys properties valuetype startnode endnode
    nodes relationships length path_length size cardinality head last tail reverse range
    char_length character_length
    abs ceil ceiling floor round sign isnan rand e exp ln log log10 sqrt pi
    sin cos tan cot asin acos atan atan2 sinh cosh tanh coth haversin degrees radians
    toboolean tobooleanornull tobooleanlist tofloat tofloatornull tofloatlist
    tointeger tointegerornull tointegerlist tostring tostringornull tostringlist
    left right substring trim btrim ltrim rtrim lower upper tolower toupper split normalize
    string.indexof randomuuid uuid uuid.leastsignificantbits uuid.mostsignificantbits
    coll.distinct coll.indexof coll.insert coll.max coll.min coll.remove coll.sort
    date date.realtime date.statement date.transaction date.truncate
    datetime datetime.fromepoch datetime.fromepochmillis datetime.realtime datetime.statement
    datetime.transaction datetime.truncate zoned_datetime
    localdatetime localdatetime.realtime localdatetime.statement localdatetime.transaction
    localdatetime.truncate local_datetime
    time time.realtime time.statement time.transaction time.truncate zoned_time
    localtime localtime.realtime localtime.statement localtime.transaction localtime.truncate
    local_time timestamp duration duration.between duration.indays duration.inmonths
    duration.inseconds duration_between
    point point.distance point.withinbbox vector.similarity.cosine vector.similarity.euclidean
    vector_dimension_count vector_distance vector_norm
    """
)
"""Built-in functions in lower case: those whose answer is no larger than what they are given.

Left out of what SHOW FUNCTIONS lists: `reduce`, `allReduce`, `coll.flatten`, `string.join`
and `replace`, which multiply (10 kB became 100 MB in 0.2 s, not counted against the memory
limit); `format`, whose patterns grow; `string.regexReplace`, for the reason of =~; `file` and
`linenumber`; `graph.*`, which are other graphs; `vector`, whose length is a number.
"""

SMALL = _words(
    """
    count size length cardinality sum avg tointeger tofloat toboolean abs round sign exists
    isempty type elementid id labels valuetype date datetime duration
    """
)
"""Functions whose answer is small whatever they are given."""
