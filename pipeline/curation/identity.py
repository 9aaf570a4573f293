"""Ids of commitments, milestones and comments, as the contract forms them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.curation.harvest.drafts import CommentDraft, Draft, Harvest
from pipeline.curation.wording.numbering import in_id


@dataclass(slots=True)
class Identities:
    """The id of each draft, by the draft itself."""

    report_id: str
    commitments: dict[int, str] = field(default_factory=dict)
    milestones: dict[int, str] = field(default_factory=dict)

    def of(self, draft: Draft | None) -> str | None:
        """Return a draft's id."""
        if draft is None:
            return None
        return self.milestones.get(id(draft)) or self.commitments.get(id(draft))


def identify(report_id: str, harvest: Harvest) -> Identities:
    """Return the ids of all commitments and milestones of a report.

    Milestones carry their commitment's id where their numbers begin anew in each commitment. Where an
    id stands already, the next ends in ~2.
    """
    found = Identities(report_id)
    taken: Counter[str] = Counter()
    without = 0
    for draft in harvest.commitments:
        without += draft.number is None
        name = f"c{in_id(draft.number)}" if draft.number else f"r{without}"
        found.commitments[id(draft)] = _free(f"{report_id}/{name}", taken)
    anew = begins_anew(harvest.milestones)
    unnumbered: Counter[str] = Counter()
    for draft in harvest.milestones:
        owner = found.commitments.get(id(draft.parent), report_id) if draft.parent else report_id
        if draft.number is None:
            unnumbered[owner] += 1
            wanted = f"{owner}/r{unnumbered[owner]}"
        else:
            wanted = f"{owner if anew or draft.is_lettered else report_id}/m{in_id(draft.number)}"
        found.milestones[id(draft)] = _free(wanted, taken)
    return found


def _free(wanted: str, taken: Counter[str]) -> str:
    taken[wanted] += 1
    return wanted if taken[wanted] == 1 else f"{wanted}~{taken[wanted]}"


def begins_anew(milestones: Sequence[Draft]) -> bool:
    """Whether milestone numbers start again in each commitment: most of the commitments begin with the same number."""
    firsts: dict[int, str] = {}
    for draft in milestones:
        if draft.number is not None and draft.parent is not None and not draft.is_lettered:
            firsts.setdefault(id(draft.parent), in_id(draft.number))
    if len(firsts) < 2:
        return False
    _, most = Counter(firsts.values()).most_common(1)[0]
    return most >= 2 and most * 2 > len(firsts)


def comment_ids(comments: Sequence[CommentDraft], identities: Identities) -> list[str]:
    """Return the comments' ids in order: the id of what each belongs to, /k and a number from 1."""
    counts: Counter[str] = Counter()
    ids = []
    for comment in comments:
        owner = identities.of(comment.milestone) or identities.of(comment.commitment) or identities.report_id
        counts[owner] += 1
        ids.append(f"{owner}/k{counts[owner]}")
    return ids
