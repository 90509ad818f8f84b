"""Event data as a dossier: who said something of whom, by day.

    python -m bench.events events.tsv -o archive.ndjson.gz

A line is ``actor, verb, actor, date``, parted by tabs; verbs are those of ICEWS or codes of CAMEO
(`bench.verbs` has the table). Verbs that are no speech act are counted and left out. The data do
not say what was said, so a claim stands for what one actor said of another in one month, and says
so; a denial is of what the other had accused it of in that month. ``--claims record`` makes each
record a claim of its own: then nothing is taken to answer anything.

Actors keep their names and are matched with nobody else's: every id begins with that of the
dossier. What sort of actor they are is not known either; all are institutions here.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from bench.packing import opened, write
from bench.verbs import Verb, verb_of
from graph.model import Claim, Document, Dossier, Entity, Institution, Report, Speaker, Statement

__all__ = ["Events", "main", "slug"]

_LONGEST = 40  # of an id's part that comes from a name
_LONGEST_NAME = 500
_NOBODY = "nobody named"
_TOLD = 20
"""Lines that cannot be read are told up to that many, and counted."""


def slug(text: str) -> str:
    """Return a name as a part of an id; one that has no Latin letters as a short sum of it."""
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return found[:_LONGEST].strip("-") if found else _sum(text)


@dataclass(slots=True)
class Events:
    """The records of some event data. Names and claims are remembered, lines are not."""

    dossier: str
    each_record: bool = False
    """Whether each record is a claim of its own."""
    statements: int = 0
    left_out: Counter[str] = field(default_factory=Counter[str])
    """How often each verb occurred that is no speech act."""
    faults: list[str] = field(default_factory=list[str])
    """What cannot be read, each with its line."""
    _ids: dict[str, str] = field(default_factory=dict[str, str])
    _taken: set[str] = field(default_factory=set[str])
    _claims: set[str] = field(default_factory=set[str])

    def records(self, lines: Iterable[str]) -> Iterator[Entity]:
        """Yield what `lines` say; whatever is named comes before what names it."""
        for number, line in enumerate(lines, 1):
            parts = [each.strip() for each in line.rstrip("\r\n").split("\t")]
            if not line.strip() or (number == 1 and parts[-1].lower() == "date"):
                continue
            read = self._read(parts)
            if isinstance(read, str):
                self.faults.append(f"line {number}: {read}")
            elif (verb := verb_of(parts[1])) is None:
                self.left_out[parts[1]] += 1
            else:
                yield from self._said(number, verb, parts[0], parts[2] or _NOBODY, read)

    def _read(self, parts: list[str]) -> date | str:
        """Return the day of a line, or what is wrong with it."""
        if len(parts) != 4:
            return f"has {len(parts)} parts and should have 4: actor, verb, actor, date"
        if not parts[0] or not parts[1]:
            return "names nobody who speaks, or no verb"
        if max(map(len, parts)) > _LONGEST_NAME:
            return f"has a name of more than {_LONGEST_NAME} characters"
        try:
            return date.fromisoformat(parts[3])
        except ValueError:
            return f"{parts[3]!r} is no day such as 2014-03-05"

    def _said(self, number: int, verb: Verb, by: str, of: str, day: date) -> Iterator[Entity]:
        for name in (by, of):
            yield from self._actor(name)
        first, second = (of, by) if verb.answers else (by, of)
        yield from self._claim(
            claim := self._claim_id(number, verb, first, second, day), verb, first, second, day
        )
        page = f"{self.dossier}-record-{number}"
        yield Document(
            id=page,
            kind="report",
            title=f"Event record: {by} | {verb.name} | {of}",
            notes=f"Line {number} of event data, coded {verb.code} in CAMEO.",
        )
        self.statements += 1
        yield Statement(
            id=f"{self.dossier}-statement-{number}",
            by=(Speaker(actor=self._ids[by]),),
            act=verb.act,
            claim=claim,
            belief=verb.belief,
            said=day.isoformat(),
            said_basis="event data",
            paraphrase=f"{by}: {verb.name} ({of}). The words are not recorded.",
            reports=(Report(document=page, characterised_as=verb.act),),
        )

    def _actor(self, name: str) -> Iterator[Entity]:
        if name in self._ids:
            return
        id_ = f"{self.dossier}-{slug(name)}"
        id_ = f"{id_}-{_sum(name)}" if id_ in self._taken else id_
        self._ids[name] = id_
        self._taken.add(id_)
        yield Institution(
            id=id_,
            type="institution",
            kind="unspecified",
            name=name,
            notes="An actor of event data, which do not say what sort of actor it is.",
        )

    def _claim_id(self, number: int, verb: Verb, first: str, second: str, day: date) -> str:
        if self.each_record:
            return f"{self.dossier}-claim-{number}"
        key = f"{verb.claim}\t{first}\t{second}\t{day:%Y-%m}"
        return f"{self.dossier}-claim-{verb.claim}-{day:%Y-%m}-{_sum(key)}"

    def _claim(self, id_: str, verb: Verb, first: str, second: str, day: date) -> Iterator[Entity]:
        if not self.each_record:
            if id_ in self._claims:
                return
            self._claims.add(id_)
        several = "" if self.each_record else ", and may mean several matters"
        text = verb.text.format(a=first, b=second, m=f"{day:%B %Y}")
        yield Claim(
            id=id_,
            text=f"{text}{several}.",
            kind="event_data",
            party=tuple(dict.fromkeys((self._ids[first], self._ids[second]))),
        )


def _sum(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:10]


def main(arguments: list[str]) -> int:
    """Write one archive; return 1 when some lines could not be read."""
    parser = argparse.ArgumentParser(prog="python -m bench.events", description="Read event data.")
    parser.add_argument("events", type=Path, help="actor, verb, actor, date, parted by tabs; UTF-8")
    parser.add_argument("-o", "--output", type=Path, required=True, help="A file: .gz packs it.")
    parser.add_argument("--claims", choices=("month", "record"), default="month")
    given = parser.parse_args(arguments)
    name = f"events-{slug(given.events.stem)}"
    events = Events(name, each_record=given.claims == "record")
    about = Dossier(
        dossier=name,
        title=f"Event data: {given.events.name}",
        notes="Coded by machine. The data do not say what was said.",
    )
    with given.events.open(encoding="utf-8") as lines, opened(given.output) as to:
        count = write(events.records(lines), about, to)
    for fault in events.faults[:_TOLD]:
        print(f"{given.events}, {fault}", file=sys.stderr)
    left = ", ".join(f"{verb} {times}" for verb, times in events.left_out.most_common())
    print(
        f"Written: {given.output}, {count} records, {events.statements} statements. Left out as no "
        f"speech act: {events.left_out.total()}{f' ({left})' if left else ''}. "
        f"Not read: {len(events.faults)} lines.",
        file=sys.stderr,
    )
    return 1 if events.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
