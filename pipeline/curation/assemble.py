"""Drafts → rows of the curated tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.curation.about.facts import Facts
from pipeline.curation.comments.organisations import settle, settle_kinds
from pipeline.curation.harvest.account import Left
from pipeline.curation.harvest.drafts import LOOKED_FOR, CommentDraft, Draft, Harvest, Source
from pipeline.curation.identity import Identities, comment_ids
from pipeline.curation.signs.ratings import RatingReading
from pipeline.model import CellPlace
from pipeline.tables import COMMENTS, COMMITMENTS, MILESTONES, RATINGS, REPORTS, UNMAPPED, OrganisationKind, RatingBasis, RatingScheme, Row, blank_row

COLOURED = (RatingBasis.FILL, RatingBasis.SYMBOL, RatingBasis.SHAPE)


@dataclass(frozen=True, slots=True)
class Assembly:
    """What every row of one report ends with, and the ids that its rows refer to."""

    document_id: str
    report_id: str
    identities: Identities

    def source(self, source: Source) -> Row:
        """Return the columns that say where a row comes from."""
        return {"document_id": self.document_id, "source_table": source.table, "source_row": source.row, "source_pages": source.pages}

    def commitments(self, harvest: Harvest) -> tuple[Row, ...]:
        """Return the rows of `commitments`."""
        parents = {id(m.parent) for m in harvest.milestones if m.parent is not None}
        return tuple(
            blank_row(
                COMMITMENTS,
                {
                    "report_id": self.report_id,
                    "commitment_id": self.identities.of(draft),
                    "commitment_number": draft.number,
                    "position": position,
                    "title": draft.title,
                    "lead_institution": draft.text("lead_institution"),
                    "supporting_institutions": draft.text("supporting_institutions"),
                    "description": draft.text("description"),
                    "problem": draft.text("problem"),
                    **assessment(draft, is_parent=id(draft) in parents),
                    **self.source(draft.source),
                },
            )
            for position, draft in enumerate(harvest.commitments)
        )

    def milestones(self, harvest: Harvest) -> tuple[Row, ...]:
        """Return the rows of `milestones`."""
        return tuple(
            blank_row(
                MILESTONES,
                {
                    "report_id": self.report_id,
                    "milestone_id": self.identities.of(draft),
                    "commitment_id": self.identities.of(draft.parent),
                    "milestone_number": draft.number,
                    "position": position,
                    "title": draft.title,
                    **assessment(draft, is_parent=False),
                    **self.source(draft.source),
                },
            )
            for position, draft in enumerate(harvest.milestones)
        )

    def ratings(self, harvest: Harvest) -> tuple[Row, ...]:
        """Return the rows of `ratings`: every dated rating of a row that has several."""
        return tuple(
            blank_row(
                RATINGS,
                {
                    "report_id": self.report_id,
                    "row_id": self.identities.of(draft),
                    "as_of": dated.as_of,
                    "as_of_text": dated.as_of_text,
                    **_rating(dated.reading, ("rating", "completion", "percent_complete", "rating_text", "rating_fill")),
                    **self.source(draft.source),
                },
            )
            for draft in (*harvest.commitments, *harvest.milestones)
            for dated in draft.dated
        )

    def comments(self, comments: Sequence[CommentDraft]) -> tuple[Row, ...]:
        """Return the rows of `comments`, one spelling for each body."""
        bodies = [c.block.body for c in comments if c.block.body is not None]
        spelling = settle(bodies)
        kinds = settle_kinds(bodies, spelling)
        ids = comment_ids(comments, self.identities)
        return tuple(self._comment(c, comment_id, n, spelling, kinds) for n, (c, comment_id) in enumerate(zip(comments, ids, strict=True)))

    def _comment(self, comment: CommentDraft, comment_id: str, position: int, names: Mapping[str, str], kinds: Mapping[str, OrganisationKind]) -> Row:
        block, body = comment.block, comment.block.body
        name = names.get(body.name, body.name) if body else None
        return blank_row(
            COMMENTS,
            {
                "report_id": self.report_id,
                "comment_id": comment_id,
                "milestone_id": self.identities.of(comment.milestone),
                "commitment_id": self.identities.of(comment.commitment),
                "section": comment.section,
                "position": position,
                "organisation": name,
                "organisation_text": block.organisation_text,
                "co_organisations": tuple(names.get(n, n) for n in body.co) if body else (),
                "organisation_kind": kinds.get(name or "", body.kind) if body else OrganisationKind.UNKNOWN,
                "comment_date": block.comment_date,
                "comment_date_text": block.date_text,
                "date_issue": block.date_issue,
                "text": block.text or None,
                "response": block.response,
                "proposed_rating": block.proposal.proposed_rating,
                "proposal": block.proposal.proposal,
                "proposal_text": block.proposal.proposal_text,
                "confirmed_rating": block.proposal.confirmed_rating,
                "asks_reevaluation": block.proposal.asks_reevaluation,
                "milestone_issue": comment.milestone_issue,
                **self.source(comment.source),
            },
        )

    def unmapped(self, left: Sequence[Left], headings: dict[int, str | None]) -> tuple[Row, ...]:
        """Return the rows of `unmapped`."""
        return tuple(
            blank_row(
                UNMAPPED,
                {
                    "report_id": self.report_id,
                    "position": position,
                    "where": _where(item.place),
                    "heading": item.heading if item.place is not None else headings.get(item.position or 0),
                    "text": item.text,
                    "reason": item.reason,
                    **self.source(Source(item.place.table if item.place else None, item.place.row if item.place else None, item.pages)),
                },
            )
            for position, item in enumerate(left)
        )

    def report(self, facts: Facts, languages: Sequence[str], harvest: Harvest, doubts: Sequence[str]) -> Row:
        """Return the row of `reports`."""
        return blank_row(
            REPORTS,
            {
                "report_id": self.report_id,
                "country": facts.country,
                "country_text": facts.country_text,
                "country_code": facts.country_code,
                "locality": facts.locality,
                "action_plan": facts.action_plan,
                "period": facts.period,
                "period_start_year": facts.period_start_year,
                "period_end_year": facts.period_end_year,
                "report_kind": facts.report_kind,
                "date_prepared": facts.date_prepared,
                "date_prepared_text": facts.date_prepared_text,
                "date_issue": facts.date_issue,
                "language": languages[0] if languages else None,
                "title": facts.title,
                "rating_scheme": scheme(harvest),
                "n_commitments": len(harvest.commitments),
                "n_milestones": len(harvest.milestones),
                "n_comments": len(harvest.comments),
                "reading_doubts": "\n".join(doubts) or None,
                **self.source(Source(None, None, None)),
            },
        )


def assessment(draft: Draft, *, is_parent: bool) -> Row:
    """Return the assessment columns of a draft. A commitment that has milestones lacks no column."""
    issue = draft.start.issue or draft.end.issue
    return {
        **_rating(draft.rating, ("rating", "completion", "percent_complete", "rating_text", "rating_fill", "rating_basis", "rating_issue")),
        "evidence": draft.text("evidence"),
        "reasons": draft.text("reasons"),
        "next_steps": draft.text("next_steps"),
        "responsible": draft.text("responsible"),
        "start_date": draft.start.actual,
        "end_date": draft.end.actual,
        "start_date_planned": draft.start.planned,
        "end_date_planned": draft.end.planned,
        "start_date_text": draft.start.text,
        "end_date_text": draft.end.text,
        "date_issue": issue,
        "absent_columns": () if is_parent else tuple(c for c in LOOKED_FOR if c not in draft.present),
    }


def _rating(reading: RatingReading, columns: Sequence[str]) -> Row:
    values: Row = {
        "rating": reading.rating,
        "completion": reading.completion,
        "percent_complete": reading.percent,
        "rating_text": reading.text,
        "rating_fill": reading.fill,
        "rating_basis": reading.basis,
        "rating_issue": reading.issue,
    }
    return {c: values[c] for c in columns}


def scheme(harvest: Harvest) -> RatingScheme | None:
    """Return how a report rates: by what its rated rows carry; several ways are mixed, no rating is none."""
    seen = {_way(d.rating) for d in (*harvest.commitments, *harvest.milestones) if d.rating.basis is not None}
    if len(seen) > 1:
        return RatingScheme.MIXED
    return seen.pop() if seen else None


def _way(reading: RatingReading) -> RatingScheme:
    if reading.basis in COLOURED:
        return RatingScheme.COLOUR
    if reading.basis is RatingBasis.PERCENT:
        return RatingScheme.PERCENT
    return RatingScheme.COMPLETION if reading.completion else RatingScheme.WORDS


def _where(place: CellPlace | None) -> str:
    return f"table {place.table}, row {place.row}, column {place.column}" if place else "prose"
