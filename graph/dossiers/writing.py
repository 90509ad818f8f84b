"""A statement as a dossier has it: text that an analyst copies, changes and loads."""

import io
from typing import Any

from ruamel.yaml import YAML

from graph.answers import Position, ReportedIn

__all__ = ["as_dossier"]


def as_dossier(position: Position) -> str:
    """Return a statement as YAML, an entry of the section `statements` of a dossier.

    What an answer does not tell is not in it: the bounds of a quantity, which statements share its
    utterance, and ids that it had before.
    """
    entry = {
        "id": position.statement,
        "by": [_filled({"actor": each.id, "role": each.role}) for each in position.speakers],
        "on_behalf_of": [each.id for each in position.on_behalf_of],
        "act": position.act.value,
        "claim": position.claim.id,
        "belief": position.belief.value,
        "relayed_belief": position.relayed_belief and position.relayed_belief.value,
        "explicit": position.explicit,
        "hedged": position.hedged or None,
        "extent": position.extent,
        "extent_words": position.extent_words,
        "quantity": {"text": position.quantity} if position.quantity else None,
        "said": position.said,
        "said_basis": position.said_basis,
        "channel": position.channel,
        "paraphrase": position.paraphrase,
        "notes": position.notes,
        "responds_to": position.responds_to,
        "relays": [each.id for each in position.relays],
        "reports": [_report(each) for each in position.reports],
    }
    yaml = YAML()
    yaml.width = 100
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump({"statements": [_filled(entry)]}, out)  # pyright: ignore[reportUnknownMemberType]
    return out.getvalue()


def _report(report: ReportedIn) -> dict[str, Any]:
    called = report.characterised_as
    return _filled(
        {
            "document": report.document,
            "quote": report.quote,
            "quote_language": report.quote_language,
            "characterised_as": called and called.value,
            "characterised_in_words": report.characterised_in_words,
            "hedge": report.hedge,
        }
    )


def _filled(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if value not in (None, [])}
