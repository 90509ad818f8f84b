"""What the questions answer with: one record for each shape of row.

Fields are snake_case in Python and camelCase in Cypher and JSON; the docstring under each
is its description in the OpenAPI schema. Days are given as they are known (EDTF text) and
as the earliest and latest day that they may mean.
"""

from graph.answers.actors import (
    ActorSummary,
    Former,
    Hit,
    Known,
    KnownAs,
    Recorded,
    RoleHeld,
)
from graph.answers.claims import (
    ClaimDetail,
    ClaimSummary,
    ClaimTie,
    KeptStanding,
    Origin,
    PartyPosition,
    Standing,
    StandingName,
)
from graph.answers.described import (
    DescribedLabel,
    DescribedProperty,
    DescribedRelationship,
    DescribedRow,
    DescribedSchema,
    Ends,
)
from graph.answers.exchanges import Change, Exchange
from graph.answers.overviews import (
    ActorOverview,
    ClaimOverview,
    DocumentDetail,
    DocumentOverview,
    ListedClaim,
    PublishedDocument,
    StatementOverview,
)
from graph.answers.positions import Position, ReportedIn, SpokenBy, Voiced
from graph.answers.record import Mention, Record
from graph.answers.sayings import Alleged, Citation, Dependent, Printed, Saying
from graph.answers.weapons import SaidMaker, StatedRange, WeaponDetail

__all__ = [
    "ActorOverview",
    "ActorSummary",
    "Alleged",
    "Change",
    "Citation",
    "ClaimDetail",
    "ClaimOverview",
    "ClaimSummary",
    "ClaimTie",
    "Dependent",
    "DescribedLabel",
    "DescribedProperty",
    "DescribedRelationship",
    "DescribedRow",
    "DescribedSchema",
    "DocumentDetail",
    "DocumentOverview",
    "Ends",
    "Exchange",
    "Former",
    "Hit",
    "KeptStanding",
    "Known",
    "KnownAs",
    "ListedClaim",
    "Mention",
    "Origin",
    "PartyPosition",
    "Position",
    "Printed",
    "PublishedDocument",
    "Record",
    "Recorded",
    "ReportedIn",
    "RoleHeld",
    "SaidMaker",
    "Saying",
    "SpokenBy",
    "Standing",
    "StandingName",
    "StatedRange",
    "StatementOverview",
    "Voiced",
    "WeaponDetail",
]
