"""Which milestone or commitment a reference names."""

import re
from collections.abc import Sequence

from pipeline.curation.harvest.drafts import Draft, Harvest
from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.numbering import in_id, opens_commitment, references
from pipeline.curation.wording.words import Words

_WORDS = re.compile(r"[^\W\d_]{2,}")


def find_named(harvest: Harvest, about: str, words: Words) -> tuple[Draft | None, Draft | None]:
    """Return the milestone and the commitment that a cell or a sentence names by number or by title.

    "Commitment 2, milestone 3" finds the third of the second; a number that two rows share, without
    their commitment, finds none.
    """
    titled = _by_title(harvest.milestones, about)
    if titled is not None:
        return titled, titled.parent
    named = opens_commitment(about, words)
    if named and named.number:
        commitment = _only(harvest.commitments, named.number)
        rest = references(named.title or "")
        milestone = next((m for n in rest for m in _numbered(harvest.milestones, n) if m.parent is commitment), None)
        return milestone, commitment
    for number in references(about):
        found = _numbered(harvest.milestones, number)
        if len(found) == 1:
            return found[0], found[0].parent
    pair = _by_pair(harvest, references(about))
    if pair is not None:
        return pair, pair.parent
    if not harvest.milestones or not _WORDS.search(about):
        for number in references(about):
            commitment = _only(harvest.commitments, number)
            if commitment is not None:
                return None, commitment
    return None, _by_title(harvest.commitments, about)


def _by_pair(harvest: Harvest, numbers: Sequence[str]) -> Draft | None:
    """The milestone of which one number is the commitment's and another its own: "4.1, milestone 3"."""
    found = [
        m for n in numbers for c in _numbered(harvest.commitments, n) for k in numbers for m in _numbered(harvest.milestones, k) if m.parent is c
    ]
    return found[0] if len(found) == 1 else None


def _numbered(drafts: Sequence[Draft], number: str) -> list[Draft]:
    return [d for d in drafts if d.number is not None and in_id(d.number) == number]


def _only(drafts: Sequence[Draft], number: str) -> Draft | None:
    found = _numbered(drafts, in_id(number))
    return found[0] if len(found) == 1 else None


def _by_title(drafts: Sequence[Draft], about: str) -> Draft | None:
    folded = fold(about)
    if len(folded) < 8:
        return None
    found = [d for d in drafts if d.title and (fold(d.title) == folded or (len(fold(d.title)) >= 16 and fold(d.title) in folded))]
    return found[0] if len(found) == 1 else None
