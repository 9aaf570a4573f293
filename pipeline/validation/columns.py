"""The columns that rules may name: which are derived, from which tables, and which names a row."""

from collections.abc import Mapping

from pipeline.tables import TABLES

ASSESSED = ("evidence", "reasons", "next_steps")

LANGUAGE = {"language": "The report's language."}
ABSENT = {f"{c}_column_absent": f"Whether the row's table has no column for {c}." for c in ASSESSED}
DAYS = {
    "days_from_start": "Days from the actual start to the actual end; negative where they are reversed.",
    "days_from_start_planned": "The same for the planned dates.",
}
DERIVED: Mapping[str, Mapping[str, str]] = {
    "reports": {
        "comment_window_days": "Days from the first dated comment to the last; null with fewer than two.",
        **{f"rows_without_{c}_column": f"The rows whose table has no column for {c}; null where all have one." for c in ASSESSED},
        "spellings": "Bodies that the report prints in more than one way; null where there are none.",
    },
    "commitments": {"has_milestones": "Whether the report has milestones under it.", **LANGUAGE, **ABSENT, **DAYS},
    "milestones": {"commitment_known": "Whether its commitment is in the tables (or the report has none).", **LANGUAGE, **ABSENT, **DAYS},
    "comments": {
        "target_rating": "The rating of the milestone it is on, else of the commitment.",
        "target_evidence": "The government's evidence there.",
        "days_after_date_prepared": "Days from the day the report was prepared to the comment.",
        "proposes_other_rating": "Whether it proposes, without conditions, another rating than the printed one.",
        "names_current_rating": "Whether it proposes or confirms the rating that is printed.",
        **LANGUAGE,
    },
    "claims": {
        "share_difference": "How far the share is from stated ÷ the sentence's total, 0 to 1.",
        "shares_sum_difference": "On the sentence's first claim, where its shares cover all rows: how far their sum is from 1.",
    },
    "unmapped": {"row_id": "The report's id, /u and the position."},
}

NEEDS: Mapping[str, tuple[str, ...]] = {
    "reports": ("submissions", "commitments", "milestones", "comments"),
    "commitments": ("reports", "milestones"),
    "milestones": ("reports", "commitments"),
    "comments": ("reports", "commitments", "milestones"),
}
"""The tables that a table's derived columns come from."""

ROW_ID = {
    "submissions": "document_id",
    "reports": "report_id",
    "commitments": "commitment_id",
    "milestones": "milestone_id",
    "ratings": "row_id",
    "comments": "comment_id",
    "claims": "claim_id",
    "narrative": "report_id",
    "unmapped": "row_id",
    "disagreements": "row_id",
}
"""The column that names a row."""


def known_columns(table: str) -> set[str]:
    """Return the columns that rules of a table may name: its own and the derived ones."""
    return {c.name for c in TABLES[table].columns} | set(DERIVED.get(table, {}))
