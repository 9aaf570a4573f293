"""Claims against the tables: what is stated beside what is there."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.curation.claims.vocabulary import LIGHTS
from pipeline.curation.wording.patterns import plain
from pipeline.tables import ClaimUnit, Completion, Rating, Row

_WHOLE = 100.0  # percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One number that the prose states.

    `is_sure` is false where words narrow it in a way that the tables may not tell, `is_own_noun` where the tables
    don't call their rows so: then it is a claim only where they, or the rest of the sentence, bear it out.
    `sentence` numbers the sentences, so that claims of one stay together.
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
    is_own_noun: bool
    sentence: int
    source_pages: tuple[int, ...] | None
    noun: str | None = None  # the vocabulary's key of the noun counted
    level: Completion | None = None  # a level that the legend has beside others under its colour
    own_word: re.Pattern[str] | None = None  # a status that means what the tables' rows of that word are rated


def in_sentences(claims: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Yield the claims of one sentence together."""
    for sentence in dict.fromkeys(c.sentence for c in claims):
        yield tuple(c for c in claims if c.sentence == sentence)


def count_claims(claims: Sequence[Claim], commitments: Sequence[Row], milestones: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows of the table `claims` without ids: what is stated beside what the tables say.

    A claim that isn't sure to speak of these tables is left out where they say otherwise.
    """
    rows: list[Row] = []
    for sentence in in_sentences(claims):
        said = [c for claim in sentence if (c := _in_own_words(claim, milestones, commitments)) is not None]
        together = [_on_the_tables_scale(claim, milestones, commitments) for claim in said]
        counts = [(claim, _count(claim, commitments, milestones)) for claim in together]
        kept = [(claim, counted) for claim, counted in counts if counted == claim.stated or _is_sure(claim, counted, counts)]
        rows += [_row(claim, counted, _total(claim, kept, commitments, milestones)) for claim, counted in kept]
    return tuple(rows)


def _is_sure(claim: Claim, counted: int | None, counts: Sequence[tuple[Claim, int | None]]) -> bool:
    """Whether a claim that the tables don't bear out speaks of them all the same.

    A noun that isn't the tables' own does where the sentence's total is theirs, or where it gives the counts of several
    states. What was withdrawn is often left out of the tables.
    """
    if not claim.is_sure or (claim.completion is Completion.WITHDRAWN and counted == 0):
        return False
    mates = [(c, n) for c, n in counts if c.unit is claim.unit and c.commitments == claim.commitments]
    anchored = any(not c.keys and c.stated == n for c, n in mates if c is not claim)
    return claim.is_own_noun or anchored or len({c.keys for c, _ in mates if c.keys}) > 1


def _in_own_words(claim: Claim, milestones: Sequence[Row], commitments: Sequence[Row]) -> Claim | None:
    """Return a claim with what the tables mean by its word; None where no row has the word, or rows differ about it."""
    if claim.own_word is None:
        return claim
    rows = milestones if claim.unit is ClaimUnit.MILESTONES else commitments
    said = [r for r in rows if isinstance(r.get("rating_text"), str) and claim.own_word.search(plain(str(r["rating_text"])))]
    meant = {(r.get("rating"), r.get("completion")) for r in said}
    rating, completion = meant.pop() if len(meant) == 1 else (None, None)
    if completion is not None:
        return replace(claim, completion=Completion(str(completion)))
    return replace(claim, rating=Rating(str(rating))) if rating is not None else None


def _on_the_tables_scale(claim: Claim, milestones: Sequence[Row], commitments: Sequence[Row]) -> Claim:
    """Return a claim on the scale that the tables are on.

    A level is a level where rows are at it, even if the legend has it under a colour with others; where rows have
    colours only, it is its colour.
    """
    rows = milestones if claim.unit is ClaimUnit.MILESTONES else commitments
    levels = {r.get("completion") for r in rows}
    are_told = 2 * sum(r.get("completion") is not None for r in rows) > len(rows)  # a word here and there beside the colours is no scale
    if claim.level in levels and claim.level is not None and are_told:
        return replace(claim, rating=None, completion=claim.level)
    told = levels != {None} or any(r.get("percent_complete") is not None for r in rows)
    light = LIGHTS.get(claim.completion.value) if claim.completion is not None else None
    if light is not None and not told and any(r.get("rating") for r in rows):
        return replace(claim, rating=light, completion=None)
    return claim


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
