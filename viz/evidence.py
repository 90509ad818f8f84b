"""The evidence view: each statement a card, with the documents that print it beside it.

A document that prints several statements is one box, beside the first of them: it is one
document. What documents draw on is drawn, so that copies are seen to be copies.
"""

from collections.abc import Iterable, Mapping, Sequence

from graph.answers.positions import Position, ReportedIn
from graph.vocabulary import ACTS
from viz.around import Part, around
from viz.boxes import Box, wrapped
from viz.days import in_words
from viz.drawing import CLAIM_PX, SLIM, Drawing, Edge, Node, curved, line, named_node
from viz.forces import by_forces
from viz.layout import GAP, Item, Shapes, Spot, centred
from viz.sectors import SECTORS, SIDES, Sector, of_statement
from viz.shown import unnamed
from viz.sources import node_id
from viz.strokes import stroke

__all__ = ["cited", "evidence_around", "evidence_web", "needs"]

REACH = 44
"""Room between a card and its documents, in pixels."""


def evidence_around(
    boxes: Sequence[Node], relations: Sequence[Edge], here: Sequence[Position]
) -> Drawing:
    """Place the statements on the claim `boxes[0]` around it, by what each commits to."""
    cards, documents, others = _nodes(here)
    mine = _owned(here)
    groups: dict[Sector, list[Item]] = {}
    for each in reversed(here):
        at_hand = each.claim.id == boxes[0].id.partition(":")[2]
        sector = of_statement(each) if at_hand else Sector.ELSEWHERE
        printed = [documents[key].item for key in mine[each.statement]]
        groups.setdefault(sector, []).append(_group(cards[each.statement].item, printed))
    alone = [node.item for node in others.values()]
    parts = [
        Part(title, SIDES[sector], [*groups.get(sector, ()), *_only(sector, alone)])
        for sector, title in SECTORS.items()
    ]
    shapes = around([boxes[0].item], parts, [box.item for box in boxes[1:]])
    placed = {
        shape: (_apart(spots, cards, documents, mine), regions)
        for shape, (spots, regions) in shapes.items()
    }
    nodes = (*boxes, *cards.values(), *documents.values(), *others.values())
    return Drawing(nodes, curved([*_lines(here), *relations]), placed)


def evidence_web(
    nodes: Sequence[Node], relations: Sequence[Edge], here: Sequence[Position]
) -> Drawing:
    """Place the statements on several claims, with their documents, between `nodes`."""
    cards, documents, others = _nodes(here)
    every = (*nodes, *cards.values(), *documents.values(), *others.values())
    edges = [*_lines(here), *relations]
    shapes: Shapes = by_forces([node.item for node in every], [(e.source, e.target) for e in edges])
    return Drawing(every, curved(edges), shapes)


def needs(position: Position) -> set[str]:
    """Return the nodes that a statement needs in the evidence view."""
    found = {f"statement:{position.statement}", node_id(position.claim)}
    found |= {f"document:{each.document}" for each in position.reports}
    return found | {node_id(each) for each in unnamed(position)}


def cited(report: ReportedIn) -> str:
    """Return who published a document, and when, in a few words."""
    who = report.publisher.name if report.publisher else "publisher not known"
    return f"{who}, {in_words(report.published)}"


def _nodes(
    here: Iterable[Position],
) -> tuple[Mapping[str, Node], Mapping[str, Node], Mapping[str, Node]]:
    cards: dict[str, Node] = {}
    documents: dict[str, Node] = {}
    others: dict[str, Node] = {}
    for each in here:
        cards[each.statement] = _card(each)
        for report in each.reports:
            documents.setdefault(report.document, _document(report))
        for source in unnamed(each):
            others.setdefault(node_id(source), named_node(source))
    return cards, documents, others


def _card(position: Position) -> Node:
    who = " and ".join(each.name for each in position.speakers)
    act = ACTS[position.act].phrase
    implied = ", implied" if position.explicit is False else ""
    quote = next((each.quote for each in position.reports if each.quote), None)
    words = f"“{quote}”" if quote else position.paraphrase or ""
    lines = (
        *wrapped(who, CLAIM_PX, SLIM - 20, 2),
        *wrapped(f"{act}{implied} · {in_words(position.said)}", CLAIM_PX, SLIM - 20, 2),
        *wrapped(words, CLAIM_PX, SLIM - 20, 2),
    )
    name = f"{who} {act}{implied}, {in_words(position.said)}"
    return Node(
        f"statement:{position.statement}", "Statement", name, lines, statement=position.statement
    )


def _document(report: ReportedIn) -> Node:
    title = report.title or report.url or report.document
    headline = wrapped(f"“{report.title}”", CLAIM_PX, SLIM - 20, 2) if report.title else ()
    lines = (*wrapped(cited(report), CLAIM_PX, SLIM - 20, 2), *headline)
    facts = [
        ("publisher", report.publisher.name if report.publisher else "not known"),
        ("published", in_words(report.published)),
        ("address", report.url or "not recorded"),
        ("read", "yes" if report.read else "no: known only through documents that draw on it"),
        ("draws on", "; ".join(report.draws_on)),
        ("withdrawn", in_words(report.withdrawn) if report.withdrawn else ""),
    ]
    key = report.document
    kept = tuple((label, text) for label, text in facts if text)
    return Node(f"document:{key}", "Document", title, lines, facts=kept, document=key)


def _lines(here: Sequence[Position]) -> list[Edge]:
    drawn = {each.statement for each in here}
    printed: dict[str, list[str]] = {}
    for each in here:
        for report in each.reports:
            printed.setdefault(report.document, []).append(each.statement)
    found: list[Edge] = []
    copies: dict[tuple[str, str], Edge] = {}
    for each in here:
        key, card = each.statement, f"statement:{each.statement}"
        found.append(
            Edge(
                card,
                card,
                node_id(each.claim),
                stroke(each.act).group,
                statement=key,
                implied=each.explicit is False,
                label="implied" if each.explicit is False else "",
            )
        )
        for other in each.responds_to:
            if other in drawn:
                both = (key, other)
                ends = (card, f"statement:{other}")
                found.append(line(f"answers:{key}:{other}", *ends, "answers", statements=both))
        for source in unnamed(each):
            ends = (card, node_id(source))
            found.append(line(f"relay:{key}:{source.id}", *ends, "relay", statements=(key,)))
        for report in each.reports:
            ends = (card, f"document:{report.document}")
            name = f"printed:{key}:{report.document}"
            found.append(line(name, *ends, "printed", statements=(key,)))
            for root in report.draws_on:
                if root in printed:
                    pair = (report.document, root)
                    rests = tuple(dict.fromkeys(printed[report.document]))
                    ends = (f"document:{report.document}", f"document:{root}")
                    name = f"draws-on:{report.document}:{root}"
                    copies[pair] = line(name, *ends, "draws-on", statements=rests)
    return [*found, *copies.values()]


def _owned(here: Sequence[Position]) -> dict[str, list[str]]:
    """Return the documents that stand beside each statement: those that no earlier one has."""
    taken: set[str] = set()
    found: dict[str, list[str]] = {}
    for each in reversed(here):
        mine = [report.document for report in each.reports if report.document not in taken]
        found[each.statement] = list(dict.fromkeys(mine))
        taken |= set(mine)
    return found


def _only(sector: Sector, items: Sequence[Item]) -> Sequence[Item]:
    return items if sector is Sector.PASSES_ON else ()


def _group(card: Item, printed: Sequence[Item]) -> Item:
    tall = sum(item.height + GAP for item in printed) - GAP
    wide = card.width + (REACH + max(item.width for item in printed) if printed else 0)
    return Item(card.id, wide, max(card.height, tall), boxed=True)


def _apart(
    spots: Mapping[str, Spot],
    cards: Mapping[str, Node],
    documents: Mapping[str, Node],
    mine: Mapping[str, Sequence[str]],
) -> dict[str, Spot]:
    """Place each card and its documents where their group stands; documents outward."""
    found = dict(spots)
    for key, card in cards.items():
        box = found[card.id].box
        side = -1 if mine[key] and box.right <= 0 else 1
        found[card.id] = _edge(card.item, box, side)
        printed = [documents[each].item for each in mine[key]]
        y = box.top + box.height / 2 - (sum(item.height + GAP for item in printed) - GAP) / 2
        for item in printed:
            wide = Box(box.left, y, box.width, item.height)
            found[item.id] = _edge(item, wide, -side)
            y += item.height + GAP
    return found


def _edge(item: Item, box: Box, side: int) -> Spot:
    """Place an item at the inner edge of a group's box."""
    x = box.left + item.width / 2 if side > 0 else box.right - item.width / 2
    return centred(item, x, box.top + box.height / 2)
