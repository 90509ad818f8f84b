"""Gold: who said what of a claim, and how it was put."""

from datetime import date

from graph.model import Statement
from graph.vocabulary import Act
from tests.gold.record import LOADED, Record, Row, earliest, latest

__all__ = [
    "characterised_otherwise",
    "everything_on",
    "quantities",
    "statement",
    "what_stood_on",
    "who_alleged",
    "who_denied",
    "who_gave_no_answer",
    "without_quote",
]

PUT_FORWARD = (Act.ALLEGES, Act.ASSERTS, Act.FINDS, Act.CONFIRMS, Act.ADMITS, Act.REPORTS)
NO_ANSWER = (Act.DECLINES_TO_COMMENT, Act.NO_RESPONSE, Act.EVADES, Act.DECLINES_TO_CONFIRM)


def who_denied(record: Record, claim: str, as_of: date | None) -> list[Row]:
    """Taking a headline's "denies", or a dispute of an admission, for a denial would add rows."""
    return _sayings(record, claim, as_of, (Act.DENIES,))


def who_gave_no_answer(record: Record, claim: str, as_of: date | None) -> list[Row]:
    """Folding the four answers into one act, or counting a doubt as one, would fail here."""
    return _sayings(record, claim, as_of, NO_ANSWER)


def who_alleged(record: Record, claim: str, as_of: date | None) -> list[Row]:
    """Counting a condemnation, or a copy as an allegation of its own, would add rows."""
    return [
        {**row, "repeatedIn": sorted(filter(record.draws, (d["id"] for d in row["documents"])))}
        for row in _sayings(record, claim, as_of, PUT_FORWARD)
    ]


def what_stood_on(record: Record, claim: str, day: date, clock: str) -> list[Row]:
    """Letting "February 2024" count from its first day, or mixing the clocks, would fail here."""
    if clock == "recorded":
        return _sayings(record, claim, None, tuple(Act)) if day >= LOADED else []
    return _sayings(record, claim, day, tuple(Act))


def everything_on(record: Record, claim: str, as_of: date | None) -> list[Row]:
    """Giving one document's quotation or label to another report would fail here."""
    rows: list[Row] = []
    for each in record.said(claim, as_of):
        for report in sorted(each.reports, key=lambda report: report.document):
            document = record.documents[report.document]
            rows.append(
                {
                    "statement": each.id,
                    "speakers": record.speaking(each),
                    "act": each.act,
                    "belief": each.belief,
                    "explicit": each.explicit,
                    "said": each.said,
                    "paraphrase": each.paraphrase,
                    "quote": report.quote,
                    "quoteLanguage": report.quote_language,
                    "characterisedAs": report.characterised_as,
                    "document": report.document,
                    "title": document.title,
                    "publisher": record.name(document.publisher),
                    "published": document.published,
                    "url": str(document.url) if document.url else None,
                    "read": document.read,
                    "withdrawn": document.withdrawn,
                    "key": record.key(each),
                }
            )
    return rows


def characterised_otherwise(record: Record, claim: str | None, as_of: date | None) -> list[Row]:
    """Taking a statement of unknown explicitness for an implied one would add rows."""
    rows: list[Row] = []
    for each in record.said(claim, as_of):
        for report in sorted(each.reports, key=lambda report: report.document):
            called = report.characterised_as
            if called is None or (called == each.act and each.explicit is not False):
                continue
            rows.append(
                {
                    "statement": each.id,
                    "speakers": record.names(record.speakers(each)),
                    "act": each.act,
                    "explicit": each.explicit,
                    "document": report.document,
                    "publisher": record.name(record.publisher(report.document)),
                    "characterisedAs": called,
                    "characterisedInWords": report.characterised_in_words,
                    "quote": report.quote,
                    "difference": "implied" if called == each.act else "called otherwise",
                    "said": each.said,
                    "key": record.key(each),
                }
            )
    return rows


def quantities(record: Record, claim: str | None, as_of: date | None) -> list[Row]:
    """Giving a speaker the number of the claim, or "dozens" an upper bound, would fail here."""
    return [
        {
            "statement": each.id,
            "speakers": record.names(record.speakers(each)),
            "act": each.act,
            "claim": each.claim,
            "words": each.quantity.text,
            "minimum": each.quantity.min,
            "maximum": each.quantity.max,
            "approximate": each.quantity.approximate,
            "unit": each.quantity.unit,
            "said": each.said,
            "key": record.key(each),
        }
        for each in record.said(claim, as_of)
        if each.quantity
    ]


def without_quote(record: Record, claim: str | None, as_of: date | None) -> list[Row]:
    """Listing a silence, or a statement that only some of its documents quote, would add rows."""
    return [
        {
            "statement": each.id,
            "speakers": record.names(record.speakers(each)),
            "act": each.act,
            "claim": each.claim,
            "said": each.said,
            "paraphrase": each.paraphrase,
            "documents": sorted(record.reporting([each])),
            "read": any(record.documents[report.document].read for report in each.reports),
            "key": record.key(each),
        }
        for each in record.said(claim, as_of)
        if each.act != Act.NO_RESPONSE and not any(report.quote for report in each.reports)
    ]


def statement(record: Record, statement: str, as_of: date | None) -> list[Row]:
    """Choosing one document's label, or reading unknown explicitness as false, would fail here."""
    this = record.statements[statement]
    rests_on = {True: "words", False: "characterisation", None: "unknown"}
    return [
        {
            **_saying(record, this),
            "restsOn": rests_on[this.explicit],
            "hedged": this.hedged,
            "extent": this.extent,
            "extentWords": this.extent_words,
            "quantity": this.quantity.text if this.quantity else None,
            "named": not all(map(record.is_unnamed, record.speakers(this))),
            "onBehalfOf": [record.thing(each) for each in this.on_behalf_of],
            "voices": [record.thing(of) | {"as": how} for of, how in record.voices(this).items()],
            "claim": record.thing(this.claim),
            "saidBasis": this.said_basis,
            "knownBy": record.known_by(this),
            "channel": this.channel,
            "notes": this.notes,
            "respondsTo": list(this.responds_to),
            "answeredBy": [e.id for e in record.said(as_of=as_of) if this.id in e.responds_to],
            "relays": [record.thing(each) for each in this.relays],
            "reports": _reports(record, this),
        }
    ]


def _sayings(record: Record, claim: str, as_of: date | None, acts: tuple[Act, ...]) -> list[Row]:
    found = [each for each in record.said(claim, as_of) if each.act in acts]
    rows = [{**_saying(record, each), "documents": _documents(record, each)} for each in found]
    return sorted(
        rows,
        key=lambda row: (row["saidLatest"] or date.max, row["key"]),
    )


def _saying(record: Record, statement: Statement) -> Row:
    return {
        "statement": statement.id,
        "act": statement.act,
        "belief": statement.belief,
        "relayedBelief": statement.relayed_belief,
        "explicit": statement.explicit,
        "speakers": record.speaking(statement),
        "said": statement.said,
        "saidEarliest": earliest(statement.said),
        "saidLatest": latest(statement.said),
        "paraphrase": statement.paraphrase,
        "key": record.key(statement),
    }


def _documents(record: Record, statement: Statement) -> list[Row]:
    return [
        {
            "id": report.document,
            "publisher": record.name(record.publisher(report.document)),
            "url": _url(record, report.document),
            "quote": report.quote,
            "characterisedAs": report.characterised_as,
        }
        for report in statement.reports
    ]


def _reports(record: Record, statement: Statement) -> list[Row]:
    rows: list[Row] = []
    for report in statement.reports:
        document = record.documents[report.document]
        rows.append(
            {
                "document": report.document,
                "title": document.title,
                "url": _url(record, report.document),
                "published": document.published,
                "language": document.language,
                "read": document.read,
                "withdrawn": document.withdrawn,
                "publisher": record.thing(document.publisher) if document.publisher else None,
                "drawsOn": sorted(each.document for each in document.draws_on),
                "quote": report.quote,
                "quoteLanguage": report.quote_language,
                "characterisedAs": report.characterised_as,
                "characterisedInWords": report.characterised_in_words,
                "hedge": report.hedge,
            }
        )
    return rows


def _url(record: Record, document: str) -> str | None:
    url = record.documents[document].url
    return str(url) if url else None
