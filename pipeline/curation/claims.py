"""What the prose says in numbers of milestones and commitments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.tables import ClaimUnit, Completion, Rating, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimContext:
    """What a report's claims are read with."""

    languages: tuple[str, ...]
    legend: Mapping[str, Rating] = field(default_factory=dict)  # the legend's phrases, as printed or folded
    nouns: Mapping[str, ClaimUnit] = field(default_factory=dict)  # headings of the tables' columns that name the rows, as printed
    commitments: Mapping[str, str | None] = field(default_factory=dict)  # number as in the ids → title
    plan: str | None = None  # the report's own action plan as printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One number that the prose states."""

    section: str | None
    commitments: tuple[str, ...]
    unit: ClaimUnit
    rating: Rating | None
    completion: Completion | None
    stated: int
    share: float | None
    text: str


def read_claims(rows: Sequence[Row], context: ClaimContext) -> tuple[Claim, ...]:
    """Return the claims of narrative rows in reading order."""
    return ()


def count_claims(claims: Sequence[Claim], commitments: Sequence[Row], milestones: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows of the table `claims` without ids: what is stated beside what the tables say."""
    return ()
