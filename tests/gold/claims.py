"""Gold: claims, and what they have to do with each other and with actors."""

from collections.abc import Iterator
from datetime import date

from graph.model import Claim
from graph.vocabulary import Act, Stage
from tests.gold.record import Record, Row, side

__all__ = [
    "about_weapon",
    "connection",
    "contradicting_claims",
    "how_far_it_went",
    "narrower_claims",
    "presupposed",
]


def about_weapon(record: Record, weapon: str) -> list[Row]:
    """Counting a launcher as the missile, or a family as one of its variants, would add rows."""
    return [
        {
            "claim": each.id,
            "text": each.text,
            "weapons": sorted(each.items),
            "suppliers": record.names(each.supplier),
            "recipients": record.names(each.recipient),
            "stage": each.stage,
            "statements": len(record.said(each.id)),
        }
        for each in _claims(record)
        if record.carry(weapon) & set(each.items)
    ]


def contradicting_claims(record: Record, claim: str | None) -> list[Row]:
    """Calling two claims contradictory because they differ, or a pair twice, would add rows."""
    rows: list[Row] = [
        {
            "claim": each.id,
            "text": each.text,
            "contradicts": other.claim,
            "contradictsText": record.claims[other.claim].text,
            "on": other.on,
        }
        for each in _claims(record)
        for other in each.contradicts
        if claim in (None, each.id, other.claim)
    ]
    return sorted(rows, key=lambda row: (row["claim"], row["contradicts"]))


def narrower_claims(record: Record, claim: str, as_of: date | None) -> list[Row]:
    """Passing a confirmation on to the wider claim, or stopping after a step, would fail here."""

    def ways(narrower: Claim) -> Iterator[list[str]]:
        for wider in narrower.narrows:
            if wider == claim:
                yield [wider]
            yield from ([wider, *rest] for rest in ways(record.claims[wider]))

    rows: list[Row] = []
    for each in _claims(record):
        said = {
            act: [one for one in record.said(each.id, as_of) if one.act == act]
            for act in (Act.CONFIRMS, Act.ADMITS)
        }
        by = {
            act: {who for one in ones for who in record.speakers(one)} for act, ones in said.items()
        }
        rows += [
            {
                "claim": each.id,
                "text": each.text,
                "narrows": way,
                "stage": each.stage,
                "confirmedBy": record.names(by[Act.CONFIRMS]),
                "admittedBy": record.names(by[Act.ADMITS]),
                "statements": [one.id for ones in said.values() for one in ones],
            }
            for way in ways(each)
        ]
    return sorted(rows, key=lambda row: (len(row["narrows"]), row["claim"], row["narrows"]))


def presupposed(record: Record, claim: str) -> list[Row]:
    """Reading PRESUPPOSES backwards, or stopping after a step, would fail here."""
    steps: dict[str, int] = {}
    edge, step = {claim}, 0
    while edge:
        step += 1
        edge = {other for each in edge for other in record.claims[each].presupposes} - set(steps)
        steps |= dict.fromkeys(edge, step)
    return [
        {
            "claim": each,
            "text": record.claims[each].text,
            "steps": step,
            "statements": len(record.said(each)),
        }
        for each, step in sorted(steps.items(), key=lambda each: (each[1], each[0]))
    ]


def how_far_it_went(
    record: Record,
    supplier: str | None,
    recipient: str | None,
    weapon: str | None,
    as_of: date | None,
) -> list[Row]:
    """Reading a condemnation or silence as a side, or a stage as the next one, would fail here."""
    rows: list[Row] = []
    for stage in Stage:
        for claim in _claims(record):
            if claim.stage != stage:
                continue
            if supplier not in (None, *claim.supplier):
                continue
            if recipient not in (None, *claim.recipient):
                continue
            if weapon and not record.carry(weapon) & set(claim.items):
                continue
            rows += [
                {
                    "stage": stage,
                    "claim": claim.id,
                    "position": side(each),
                    "statement": each.id,
                    "speakers": record.names(record.speakers(each)),
                    "act": each.act,
                    "belief": each.belief,
                    "said": each.said,
                    "key": record.key(each),
                }
                for each in record.said(claim.id, as_of)
            ]
    return rows


def connection(record: Record, actor: str, other: str, as_of: date | None) -> list[Row]:
    """Leaving out the organs of a state, or claims that name one of the two, would lose rows."""
    rows: list[Row] = []
    for claim in _claims(record):
        said = record.said(claim.id, as_of)
        named = [_slots(claim, who) for who in (actor, other)]
        spoke = [[e for e in said if who in record.actors_of(e)] for who in (actor, other)]
        if not (named[0] or spoke[0]) or not (named[1] or spoke[1]):
            continue
        if as_of and not said:
            continue
        rows.append(
            {
                "claim": claim.id,
                "text": claim.text,
                "actorNamedAs": named[0],
                "actorActs": sorted({each.act.value for each in spoke[0]}),
                "otherNamedAs": named[1],
                "otherActs": sorted({each.act.value for each in spoke[1]}),
                "statements": sorted({each.id for both in spoke for each in both}),
            }
        )
    return rows


def _claims(record: Record) -> list[Claim]:
    return [record.claims[each] for each in sorted(record.claims)]


def _slots(claim: Claim, actor: str) -> list[str]:
    slots = {"supplier": claim.supplier, "recipient": claim.recipient, "party": claim.party}
    return [slot for slot, ids in slots.items() if actor in ids]
