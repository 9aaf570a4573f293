"""What a comment proposes: another rating, at once or under a condition, or a new assessment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.tables import Proposal, Rating


@dataclass(frozen=True, slots=True)
class ProposalReading:
    """What a comment proposes, in the columns' terms."""

    proposed_rating: Rating | None = None
    proposal: Proposal = Proposal.NONE
    proposal_text: str | None = None
    confirmed_rating: Rating | None = None
    asks_reevaluation: bool = False


def read_proposal(text: str, languages: Sequence[str], legend_words: Mapping[str, Rating] | None = None) -> ProposalReading:
    """Read what a comment proposes; `legend_words` are the report's own words for its ratings ("Limited progress" → amber)."""
    return ProposalReading()
