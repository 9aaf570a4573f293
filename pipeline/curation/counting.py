"""Claims against the tables: what is stated beside what is there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.tables import ClaimUnit, Completion, Rating, Row

_WHOLE = 100.0  # percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One number that the prose states.

    `is_sure` is false where words narrow it in a way that the tables may not tell: then it is a claim only
    where they bear it out. `sentence` numbers the sentences, so that claims of one stay together.
    """

    section: str | None
    commitments: tuple[str, ...]
    unit: ClaimUnit
    rating: Rating | None
    completion: Completion | None
    keys: frozenset[str]
    stated: int
    share: float | None
    text: str
    is_sure: bool
    sentence: int
    source_pages: tuple[int, ...] | None


def in_sentences(claims: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Yield the claims of one sentence together."""
    for sentence in dict.fromkeys(c.sentence for c in claims):
        yield tuple(c for c in claims if c.sentence == sentence)


def count_claims(claims: Sequence[Claim], commitments: Sequence[Row], milestones: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows of the table `claims` without ids: what is stated beside what the tables say.

    A claim that isn't sure to speak of these tables is left out where they say otherwise.
    """
    rows: list[Row] = []
    for together in in_sentences(claims):
        kept = []
        for claim in together:
            counted = _count(claim, commitments, milestones)
            if claim.is_sure or counted == claim.stated:
                kept.append((claim, counted))
        rows += [_row(claim, counted, _total(claim, kept, commitments, milestones)) for claim, counted in kept]
    return tuple(rows)


def _rows_of(claim: Claim, commitments: Sequence[Row], milestones: Sequence[Row]) -> list[Row]:
    """Return the rows that a claim is about: of its unit, and of its commitments."""
    rows = list(milestones if claim.unit is ClaimUnit.MILESTONES else commitments)
    return [r for r in rows if not claim.commitments or number_in_id(r["commitment_id"]) in claim.commitments]


def number_in_id(commitment_id: object) -> str:
    """Return a commitment's number as its id has it."""
    return str(commitment_id).rsplit("/c", 1)[-1]


def _is_at(row: Row, completion: Completion) -> bool:
    """Whether a row is at a level, as it says itself or by its percentage."""
    percent = row.get("percent_complete")
    if row.get("completion") is None and isinstance(percent, float | int):
        return (completion is Completion.COMPLETE and percent == _WHOLE) or (completion is Completion.NOT_STARTED and percent == 0)
    return row.get("completion") == completion


def _count(claim: Claim, commitments: Sequence[Row], milestones: Sequence[Row]) -> int | None:
    rows = _rows_of(claim, commitments, milestones)
    if not rows:
        return None
    if claim.completion is not None:
        level = claim.completion
        told = [r for r in rows if r.get("completion") is not None or r.get("percent_complete") is not None]
        return _number(rows, lambda r: _is_at(r, level)) if told else None
    if claim.rating is not None:
        rating = claim.rating
        return _number(rows, lambda r: r.get("rating") == rating) if any(r.get("rating") for r in rows) else None
    return len(rows)


def _number(rows: Sequence[Row], test: Callable[[Row], bool]) -> int:
    return sum(1 for r in rows if test(r))


def _total(claim: Claim, kept: Sequence[tuple[Claim, int | None]], commitments: Sequence[Row], milestones: Sequence[Row]) -> int | None:
    """Return what the sentence's shares are of: the total it prints, else all rows where the parts make them up."""
    mates = [c for c, _ in kept if c.unit is claim.unit and c.commitments == claim.commitments]
    printed = [c.stated for c in mates if not c.keys]
    if printed:
        return printed[0]
    everything = len(_rows_of(claim, commitments, milestones))
    parts = sum(c.stated for c in mates if c.share is not None)
    return everything if claim.share is not None and parts == everything else None


def _row(claim: Claim, counted: int | None, total: int | None) -> Row:
    return {
        "section": claim.section,
        "commitments": claim.commitments,
        "unit": claim.unit,
        "rating": claim.rating,
        "completion": claim.completion,
        "stated": claim.stated,
        "share": claim.share,
        "counted": counted,
        "sentence_total": total,
        "text": claim.text,
        "source_table": None,
        "source_row": None,
        "source_pages": claim.source_pages,
    }
