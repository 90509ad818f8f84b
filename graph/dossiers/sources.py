"""Unnamed sources and their documents; reports; denials of what nobody said."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import networkx

from graph.answers import Known
from graph.dossiers.findings import Findings
from graph.dossiers.records import Records
from graph.model import Claim, Document, Statement, UnnamedSource
from graph.vocabulary import AGAINST, FOR, Act, Derivation

nx: Any = networkx  # it comes without types

__all__ = ["denials", "sources"]


def sources(records: Records, found: Findings) -> None:
    """Find unnamed sources in unrelated documents, and reports told twice.

    Documents are related when one draws on the other or both on a third. Unrelated ones are a
    warning where one was not checked for what it draws on: a common original may be unread.
    """
    documents = {each.id: each for _, each in records.valid(Document)}
    drawn: Any = nx.Graph()
    drawn.add_nodes_from(documents)
    for document in documents.values():
        drawn.add_edges_from((document.id, draw.document) for draw in document.draws_on)
    for record, source in records.valid(UnnamedSource):
        known = [id_ for id_ in source.documents if id_ in documents]
        for index, id_ in enumerate(source.documents):
            if id_ in documents and known and not nx.has_path(drawn, known[0], id_):
                open_ = [
                    each
                    for each in (known[0], id_)
                    if documents[each].derivation is Derivation.UNCHECKED
                ]
                place = record.place("documents", index)
                what = f"{id_!r} and {known[0]!r} do not draw on each other or on a third"
                if open_:
                    found.warning(place, what, "make sure that it is one source: its original")
                else:
                    found.fault(place, what, "make it two sources: wording matches nobody")
    for record, statement in records.valid(Statement):
        counted = Counter(report.document for report in statement.reports)
        for index, report in enumerate(statement.reports):
            if counted[report.document] > 1 and index:
                counted[report.document] = 0
                place = record.place("reports", index, "document")
                found.fault(place, f"{report.document!r} reports it twice", "make them one report")
    for record, claim in records.valid(Claim):
        for id_ in sorted(set(claim.supplier) & set(claim.recipient)):
            what = f"{id_!r} is supplier and recipient"
            found.warning(record.place("recipient"), what, "make sure that both are meant")


def denials(records: Records, graph: Mapping[str, Known], found: Findings) -> None:
    """Find denials of a claim that nobody has put forward: a warning, since it happens.

    What the graph says of the claim is not known here, so one it holds is taken as put forward.
    """
    narrower: dict[str, set[str]] = {}
    for _, claim in records.valid(Claim):
        for id_ in claim.narrows:
            narrower.setdefault(id_, set()).add(claim.id)
    voiced = {
        each.claim
        for _, each in records.valid(Statement)
        if each.relayed_belief in FOR or each.belief in FOR or each.act is Act.ALLEGES
    }
    for record, statement in records.valid(Statement):
        denied = statement.act is Act.DENIES and statement.belief in AGAINST
        around = {statement.claim, *narrower.get(statement.claim, ())}
        if denied and not around & voiced and statement.claim not in graph:
            what = f"nobody here has put forward {statement.claim!r}"
            right = "add the accusation, known from this denial's own document if nowhere else"
            found.warning(record.place("claim"), what, right)
