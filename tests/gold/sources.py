"""Gold: where claims come from, and what hangs on which document."""

from datetime import date
from itertools import pairwise

from graph.model import Statement
from graph.vocabulary import FOR, Act
from tests.gold.record import Record, Row

__all__ = [
    "only_unnamed_sources",
    "origins",
    "single_origin",
    "unnamed_sources",
    "way_back",
    "what_depends_on",
]

ON_WHAT_OTHERS_SAID = (
    Act.CONDEMNS,
    Act.WARNS,
    Act.DEMANDS,
    Act.THREATENS_CONSEQUENCES,
    Act.DEEMS_CREDIBLE,
)


def origins(record: Record, claim: str, as_of: date | None) -> list[Row]:
    """Counting documents instead of their publishers would make Reuters six origins or two."""
    reports: dict[str, list[Statement]] = {}
    utterances: dict[str, list[Statement]] = {}
    for each in _forward(record, claim, as_of):
        if _on_the_word_of_others(record, each):
            for outlet in {record.publisher(end) or end for end in _ends(record, each)}:
                reports.setdefault(outlet, []).append(each)
        else:
            for principal in _principals(record, each):
                utterances.setdefault(principal, []).append(each)
    return [
        _origin(record, kind, origin, found[origin])
        for kind, found in (("report", reports), ("utterance", utterances))
        for origin in sorted(found)
    ]


def single_origin(record: Record, as_of: date | None) -> list[Row]:
    """Taking ten copies, or two voices of one state, for two origins would lose rows."""
    rows: list[Row] = []
    for claim in sorted(record.claims):
        found = origins(record, claim, as_of)
        if len({each["origin"] for each in found}) == 1:
            ids = {statement for each in found for statement in each["statements"]}
            documents = record.reporting(record.statements[each] for each in ids)
            rows.append(
                {
                    **{name: found[0][name] for name in ("origin", "name")},
                    "kind": "both" if len(found) > 1 else found[0]["kind"],
                    "statements": list(ids),
                    "claim": claim,
                    "text": record.claims[claim].text,
                    "documents": len(documents),
                    "copies": sum(map(record.draws, documents)),
                    "unchecked": record.unchecked(documents),
                }
            )
    return rows


def only_unnamed_sources(record: Record, as_of: date | None) -> list[Row]:
    """Letting a condemnation lend its name, or a named voice go unseen, would fail here."""
    rows: list[Row] = []
    for claim in sorted(record.claims):
        found = _forward(record, claim, as_of)
        sources = record.sources(found)
        if not sources or not all(_on_the_word_of_others(record, each) for each in found):
            continue
        ends = {end for each in found for end in _ends(record, each)}
        rows.append(
            {
                "claim": claim,
                "text": record.claims[claim].text,
                "unnamedSources": sources,
                "outlets": {record.publisher(end) or end for end in ends},
                "statements": [each.id for each in found],
                "withoutSource": [each.id for each in found if not record.sources([each])],
                "unchecked": record.unchecked(record.reporting(found)),
            }
        )
    return rows


def unnamed_sources(record: Record, claim: str | None, as_of: date | None) -> list[Row]:
    """Merging two descriptions that read alike, or adding up people, would fail here."""
    rows: list[Row] = []
    for on in sorted(record.claims):
        said = record.said(on, as_of) if claim in (None, on) else []
        for source in sorted(record.sources(said)):
            actor = record.actors[source]
            found = [each for each in said if source in record.sources([each])]
            documents = record.reporting(found)
            rows.append(
                {
                    "source": source,
                    "description": record.name(source),
                    "people": getattr(actor, "count", None),
                    "saidToBeFrom": getattr(actor, "said_to_be_from", ()),
                    "claim": on,
                    "statements": [each.id for each in found],
                    "documents": documents,
                    "outlets": {record.publisher(each) for each in documents} - {None},
                    "possiblyPartOf": getattr(actor, "possibly_part_of", ()),
                }
            )
    return rows


def way_back(record: Record, claim: str, document: str | None) -> list[Row]:
    """Calling the first document drawn on the original, or any way the only one, would fail."""
    rows: list[Row] = []
    for each in sorted(record.reporting(record.said(claim))):
        if document not in (None, each) or not record.draws(each):
            continue
        chains = record.chains(each)
        for chain in sorted(chains, key=lambda chain: (chain[-1], len(chain), chain)):
            original = record.documents[chain[-1]]
            rows.append(
                {
                    "document": each,
                    "original": original.id,
                    "originalRead": original.read,
                    "publisher": record.name(original.publisher),
                    "chain": chain,
                    "how": [_how(record, *step) for step in pairwise(chain)],
                    "only": {other[-1] for other in chains} == {original.id},
                    "unchecked": record.unchecked(chain),
                }
            )
    return rows


def what_depends_on(record: Record, document: str) -> list[Row]:
    """Leaving out what draws on it through another document would lose rows."""
    rows: list[Row] = []
    for each in reversed(record.said()):
        reported = record.reporting([each])
        through = {one for one in reported if document in record.behind(one)}
        if through:
            rows.append(
                {
                    "statement": each.id,
                    "claim": each.claim,
                    "through": through,
                    "others": len(reported - through),
                    "alone": reported == through,
                    "key": record.key(each),
                }
            )
    return sorted(rows, key=lambda row: row["key"], reverse=True)


def _forward(record: Record, claim: str, as_of: date | None) -> list[Statement]:
    """Return what puts the claim forward as true, the speaker's word or that of others."""
    return [
        each
        for each in record.said(claim, as_of)
        if (each.belief in FOR or each.relayed_belief in FOR)
        and each.act not in ON_WHAT_OTHERS_SAID
    ]


def _on_the_word_of_others(record: Record, statement: Statement) -> bool:
    return all(
        record.is_unnamed(each) or (record.is_outlet(each) and statement.act == Act.REPORTS)
        for each in record.speakers(statement)
    )


def _ends(record: Record, statement: Statement) -> set[str]:
    """Return the documents that report it and draw on no other, or else those behind them all."""
    reported = record.reporting([statement])
    ends = {chain[-1] for each in reported for chain in record.chains(each)}
    return ends & reported or ends


def _principals(record: Record, statement: Statement) -> set[str]:
    """Return the one at the top of whom it speaks for; its speakers when that is not one."""
    top = {each for each in record.voices(statement) if not record.above(each)}
    return top if len(top) == 1 else set(record.speakers(statement))


def _origin(record: Record, kind: str, origin: str, found: list[Statement]) -> Row:
    documents = record.reporting(found)
    ends = {end for each in found for end in _ends(record, each)}
    if kind == "report":
        ends = {each for each in ends if (record.publisher(each) or each) == origin}
    return {
        "origin": origin,
        "name": record.name(origin) or origin,
        "kind": kind,
        "statements": [each.id for each in found],
        "documents": ends,
        "copies": sum(map(record.draws, documents)),
        "unnamedSources": record.sources(found),
        "unchecked": record.unchecked(documents),
    }


def _how(record: Record, document: str, drawn: str) -> str:
    hows = [each.how for each in record.documents[document].draws_on if each.document == drawn]
    return hows[0] or "not recorded"
