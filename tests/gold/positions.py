"""Gold: who stands where, who speaks for whom, and who went from where to where."""

from datetime import date

from graph.model import Official, State, Statement
from graph.vocabulary import AGAINST, FOR, Act
from tests.gold.record import Record, Row, earliest, latest, side

__all__ = [
    "admitted_after_denying",
    "parties_without_position",
    "state_positions",
    "who_changed_position",
    "who_speaks_for",
]

NO_POSITION = (Act.DECLINES_TO_COMMENT, Act.NO_RESPONSE, Act.THREATENS_CONSEQUENCES, Act.DEMANDS)


def state_positions(record: Record, claim: str, as_of: date | None) -> list[Row]:
    """Letting a later evasion replace a denial, or one voice stand for all, would fail here."""
    rows: list[Row] = []
    for state in sorted(each.id for each in record.actors.values() if isinstance(each, State)):
        said = [each for each in record.said(claim, as_of) if state in record.voices(each)]
        found = {
            speaker: _latest(record, [e for e in said if speaker in record.speakers(e)], as_of)
            for speaker in sorted({speaker for each in said for speaker in record.speakers(each)})
        }
        sides = {side(each) for ones in found.values() for each in ones}
        of_state: list[Row] = [
            {
                "state": state,
                "name": record.name(state),
                "speaker": speaker,
                "speakerName": record.name(speaker),
                "voice": record.voices(each)[state],
                "position": side(each),
                "statement": each.id,
                "act": each.act,
                "belief": each.belief,
                "said": each.said,
                "disagree": sides >= {"says it happened", "says it did not"},
                "key": record.key(each),
            }
            for speaker, ones in found.items()
            for each in ones
        ]
        rows += sorted(of_state, key=lambda row: (row["key"], row["speaker"]))
    return rows


def parties_without_position(record: Record, claim: str, as_of: date | None) -> list[Row]:
    """Taking silence for a denial, or a no comment for half of one, would lose rows."""
    of = record.claims[claim]
    slots = {"supplier": of.supplier, "recipient": of.recipient, "party": of.party}
    rows: list[Row] = []
    for party in sorted({each for ids in slots.values() for each in ids}):
        said = [each for each in record.said(claim, as_of) if party in record.actors_of(each)]
        held = [each for each in said if _committed(each) and not record.walked_back(each, as_of)]
        if not held:
            neither = [each for each in said if not _committed(each)]
            rows.append(
                {
                    "actor": party,
                    "name": record.name(party),
                    "namedAs": [slot for slot, ids in slots.items() if party in ids],
                    "acts": sorted({each.act.value for each in neither}),
                    "statements": [each.id for each in neither],
                }
            )
    return rows


def admitted_after_denying(record: Record, actor: str | None, as_of: date | None) -> list[Row]:
    """Reading the admission of one claim as that of another would give the wrong relation."""
    said = record.said(as_of=as_of)
    rows: list[Row] = []
    for admission in (each for each in said if each.act == Act.ADMITS):
        for denial in (each for each in said if each.act == Act.DENIES):
            if not _before(record, denial, admission):
                continue
            both = record.actors_of(denial) & record.actors_of(admission)
            rows += [
                {
                    "actor": who,
                    "name": record.name(who),
                    "denial": denial.id,
                    "denied": denial.claim,
                    "deniedOn": denial.said,
                    "admission": admission.id,
                    "admitted": admission.claim,
                    "admittedOn": admission.said,
                    "relation": relation,
                    "on": on,
                    "extent": admission.extent,
                    "key": record.key(admission),
                }
                for who in both
                for relation, on in _relations(record, admission.claim, denial.claim)
                if actor in (None, who)
            ]
    order = ("key", "actor", "denial", "relation")
    return sorted(rows, key=lambda row: [row[name] for name in order])


def who_changed_position(
    record: Record, claim: str | None, actor: str | None, as_of: date | None
) -> list[Row]:
    """Joining statements that another stands between, or of uncertain order, would add rows."""
    said = [each for each in record.said(as_of=as_of) if each.said and each.act not in NO_POSITION]
    rows: list[Row] = []
    for who in sorted(set[str]().union(*map(record.actors_of, said))):
        if actor not in (None, who):
            continue
        own = [each for each in said if who in record.actors_of(each)]
        rows += [
            {
                "actor": record.thing(who),
                "kind": "same claim" if one.claim == then.claim else "narrower claim",
                "fromStatement": one.id,
                "fromClaim": one.claim,
                "fromAct": one.act,
                "fromBelief": one.belief,
                "fromSaid": one.said,
                "toStatement": then.id,
                "toClaim": then.claim,
                "toAct": then.act,
                "toBelief": then.belief,
                "toSaid": then.said,
                "by": record.thing(record.speakers(then)[0]),
                "key": record.key(then),
            }
            for one in own
            for then in own
            if claim in (None, one.claim, then.claim) and _is_step(record, one, then, own)
        ]
    return sorted(
        rows, key=lambda row: (row["key"], row["actor"]["id"], row["kind"], row["fromStatement"])
    )


def who_speaks_for(record: Record, institution: str, day: date | None) -> list[Row]:
    """Listing advisers and think tanks, or taking a day seen for the whole term, would fail."""
    voiced = [each for each in record.said() if institution in record.voices(each)]
    rows: list[Row] = []
    for official in record.actors.values():
        for role in official.roles if isinstance(official, Official) else ():
            if not role.speaks_for:
                continue
            if institution not in {role.institution, *record.above(role.institution)}:
                continue
            first, last = earliest(role.start), latest(role.end)
            if day and ((first and day < first) or (last and day > last)):
                continue
            rows.append(
                {
                    "official": official.id,
                    "name": record.name(official.id),
                    "title": role.title,
                    "institution": role.institution,
                    "institutionName": record.name(role.institution),
                    "start": role.start,
                    "end": role.end,
                    "seenOn": role.seen_on,
                    "seenIn": role.seen_in,
                    "statements": sum(official.id in record.speakers(each) for each in voiced),
                }
            )
    order = ("institution", "official", "title", "start", "seenOn")
    return sorted(rows, key=lambda row: [row[name] or "~" for name in order])


def _latest(record: Record, said: list[Statement], as_of: date | None) -> list[Statement]:
    """Return the latest commitments that stand, or else the latest statements."""
    held = [each for each in said if _committed(each) and not record.walked_back(each, as_of)]
    days = [record.known_by(each) or date.min for each in held or said]
    return [each for each, day in zip(held or said, days, strict=True) if day == max(days)]


def _committed(statement: Statement) -> bool:
    return statement.belief in (*FOR, *AGAINST)


def _before(record: Record, one: Statement, other: Statement) -> bool:
    """Return whether the days say for certain that `one` came before `other`."""
    last, first = record.known_by(one), earliest(other.said)
    return last is not None and first is not None and last < first


def _is_step(record: Record, one: Statement, then: Statement, own: list[Statement]) -> bool:
    if side(one) == side(then) or not _before(record, one, then):
        return False
    narrower = one.claim in record.claims[then.claim].narrows
    if one.claim != then.claim and not (narrower and _committed(then)):
        return False
    return not any(
        _before(record, one, each) and _before(record, each, then)
        for each in own
        if each.claim == one.claim or (each.claim == then.claim and _committed(each))
    )


def _relations(record: Record, admitted: str, denied: str) -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []
    if admitted == denied:
        found.append(("the same", None))
    if denied in record.claims[admitted].narrows:
        found.append(("narrows it", None))
    if admitted in record.claims[denied].narrows:
        found.append(("is narrowed by it", None))
    for one, other in ((admitted, denied), (denied, admitted)):
        for each in record.claims[one].contradicts:
            if each.claim == other:
                found.append(("contradicts it", each.on))
    return found
