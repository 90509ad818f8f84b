"""Gold: what came after what, what answered what, and what was taken back."""

from datetime import date

from graph.model import Statement
from graph.vocabulary import Act
from tests.gold.record import LOADED, Record, Row

__all__ = ["assessors", "new_since", "thread", "withdrawn_or_walked_back"]


def assessors(record: Record, subject: str | None) -> list[Row]:
    """Making up an assessment that nobody stated would add rows: the story states none."""
    return []


def new_since(record: Record, day: date, clock: str, claim: str | None) -> list[Row]:
    """Counting "September 2024" as said by its first day, or as recorded then, would fail here."""
    found = record.said(claim)
    if clock == "said":
        found = [e for e in found if (known := record.known_by(e)) is not None and known > day]
    elif day >= LOADED:
        found = []
    return [
        {
            "change": clock,
            "statement": each.id,
            "speakers": record.names(record.speakers(each)),
            "act": each.act,
            "belief": each.belief,
            "claim": each.claim,
            "said": each.said,
            "paraphrase": each.paraphrase,
            "key": record.key(each),
        }
        for each in found
    ]


def thread(
    record: Record, claim: str | None, statement: str | None, as_of: date | None
) -> list[Row]:
    """Joining statements that merely follow each other, or stopping after a step, would fail."""
    said = record.statements
    asked = {each.id for each in said.values() if statement == each.id or claim == each.claim}
    answers = [
        (each.id, answered)
        for each in record.said()
        for answered in each.responds_to
        if answered in said
    ]
    up = _reach(asked, answers)
    down = _reach(asked, [(answered, answer) for answer, answered in answers])
    return [
        {
            "answer": answer,
            "answerBy": [record.thing(who) for who in record.speakers(said[answer])],
            "answerAct": said[answer].act,
            "answerBelief": said[answer].belief,
            "answerClaim": said[answer].claim,
            "answerSaid": said[answer].said,
            "answered": answered,
            "answeredBy": [record.thing(who) for who in record.speakers(said[answered])],
            "answeredAct": said[answered].act,
            "answeredClaim": said[answered].claim,
            "answeredSaid": said[answered].said,
            "key": record.key(said[answer]),
        }
        for answer, answered in sorted(answers, key=lambda pair: (record.age(said[pair[0]]), pair))
        if (answer in up or answered in down) and record.by_then(said[answer], as_of)
    ]


def withdrawn_or_walked_back(record: Record, claim: str | None) -> list[Row]:
    """Reading every answer as a walk-back, or dropping what was taken back, would fail here."""
    rows: list[Row] = []
    for back in record.said(claim):
        for answered in back.responds_to if back.act == Act.WALKS_BACK else ():
            what = record.statements.get(answered)
            if what and set(record.speakers(what)) & set(record.speakers(back)):
                rows.append(_walked_back(record, what, back))
    return sorted(rows, key=lambda row: (row["kind"], row["what"], row["by"]))


def _walked_back(record: Record, what: Statement, back: Statement) -> Row:
    told = record.reporting([back])
    carry = record.reporting([what])
    tellers = {record.publisher(each) for each in told}
    return {
        "kind": "walked back",
        "what": what.id,
        "by": back.id,
        "on": back.said,
        "words": back.paraphrase,
        "claims": [what.claim],
        "followed": carry & told,
        "notFollowed": carry - told,
        "silentPublishers": {record.publisher(each) for each in carry - told} - tellers - {None},
    }


def _reach(start: set[str], steps: list[tuple[str, str]]) -> set[str]:
    """Return `start` and what the steps lead to from there."""
    found, edge = set(start), set(start)
    while edge:
        edge = {end for begin, end in steps if begin in edge} - found
        found |= edge
    return found
