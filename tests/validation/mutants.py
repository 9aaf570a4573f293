"""One change to a sound report, and the findings that it must bring, no more and no fewer."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.validation.curated import Draft

Expected = set[tuple[str, str]]
Mutation = Callable[[Draft, Random], Expected]


def _any(draft: Draft, rng: Random, table: str = "milestones") -> tuple[dict[str, Any], str]:
    """Return a row, and its id without the report's."""
    row = rng.choice(draft.rows[table])
    key = {"milestones": "milestone_id", "comments": "comment_id", "commitments": "commitment_id"}[table]
    return row, row[key].removeprefix(f"{draft.report_id}/")


def blank_a_rating(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng)
    row.update(rating=None, rating_fill=None, rating_basis=None)
    return {("milestone.rating.missing", id_)}


def rate_by_completion_alone(draft: Draft, rng: Random) -> Expected:
    row, _ = _any(draft, rng)
    row.update(rating=None, rating_fill=None, completion="withdrawn", rating_text="Withdrawn")
    return set()


def rate_by_the_legends_own_status(draft: Draft, rng: Random) -> Expected:
    row, _ = _any(draft, rng)
    row.update(rating=None, rating_fill=None, rating_text="Closed", next_steps=None)
    return set()


def colour_against_word(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng)
    row.update(rating=None, rating_text="Complete", rating_fill="FF0000", rating_issue="colour_and_text_disagree")
    return {("rating.colour_and_text_disagree", id_)}


def rate_outside_the_legend(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng)
    row.update(rating=None, rating_fill="7030A0", rating_issue="outside_legend")
    return {("rating.outside_legend", id_)}


def clear_next_steps(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng)
    row["next_steps"] = None
    return {("milestone.next_steps.missing", id_)}


def clear_next_steps_of_what_is_over(draft: Draft, rng: Random) -> Expected:
    row, _ = _any(draft, rng)
    row["next_steps"] = None
    row.update(rng.choice([{"completion": "complete"}, {"completion": "withdrawn"}, {"percent_complete": 100.0}]))
    return set()


def clear_evidence(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng)
    row["evidence"] = None
    return {("milestone.evidence.missing", id_)}


def clear_reasons(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng)
    row["reasons"] = None
    return {("milestone.reasons.missing", id_)}


def clear_a_title(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng)
    row["title"] = None
    return {("milestone.title.missing", id_)}


def take_a_column_away(draft: Draft, rng: Random) -> Expected:
    column = rng.choice(["evidence", "reasons", "next_steps"])
    for row in draft.rows["milestones"]:
        row.update({column: None, "absent_columns": (column,)})
    return {("report.column.absent", "")}


def repeat_a_row(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng)
    draft.rows["milestones"].append({**row, "milestone_id": f"{row['milestone_id']}~2", "source_row": 9})
    return {("milestone.number.duplicate", f"{id_}~2")}


def leave_a_row_out(draft: Draft, rng: Random) -> Expected:
    number = rng.choice(["1", "2", "3", "4", "5", "6"])
    draft.rows["milestones"].remove(draft.milestone(number))
    draft.rows["comments"] = [c for c in draft.rows["comments"] if c["milestone_id"] != draft.id(f"m{number}")]
    return {("milestone.number.gap", f"m{int(number) + 1}")} if number in "2345" else set()


def name_an_unknown_commitment(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng)
    row["commitment_id"] = rng.choice([draft.id("c9"), None])
    return {("milestone.commitment.unknown", id_)}


def add_a_commitment_without_milestones(draft: Draft, rng: Random) -> Expected:
    given = rng.choice([{}, {"rating": "red"}, {"rating": "red", "next_steps": "Start."}, {"completion": "complete", "rating": "green"}])
    draft.rows["commitments"].append({"report_id": draft.report_id, "commitment_id": draft.id("c3"), "commitment_number": "3", **given})
    missing = {("commitment.rating.missing", "c3")} if "rating" not in given else set()
    return missing | ({("commitment.next_steps.missing", "c3")} if "next_steps" not in given and "completion" not in given else set())


def leave_work_pending(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng)
    row["evidence"] = rng.choice(
        ["The draft of 2022 is still pending approval by the cabinet.", "A first version is in draft since May 2022.",
         "It was not yet adopted by 2023.", "The law was approved in 2021.\nThe decree of 2022 is being drafted."]
    )  # fmt: skip
    return {("milestone.evidence.contradicts_rating", id_)} if row["rating"] == "green" else set()


def settle_what_was_pending(draft: Draft, rng: Random) -> Expected:
    row, _ = _any(draft, rng)
    row["evidence"] = rng.choice(
        ["In 2021 the draft was still pending approval. It was adopted in May 2022.", "By 2022 no longer pending; the register opened.",
         "Spending of 2022 is depending on the budget.", "The list of 2022 shows which requests are pending."]
    )  # fmt: skip
    return set()


def repeat_the_title(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng)
    row["evidence"] = rng.choice(["{0}.", "{0} done.", "{0}"]).format(row["title"])
    return {("milestone.evidence.repeats_title", id_)}


def say_little(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng)
    row["evidence"] = "Done in 2022."
    return {("milestone.evidence.thin", id_)}


def name_no_source(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng)
    row["evidence"] = "The officers in all districts were trained by experienced people."
    return {("milestone.evidence.no_source", id_)} if row["rating"] == "green" else set()


def say_the_same_everywhere(draft: Draft, rng: Random) -> Expected:
    column = rng.choice(["next_steps", "reasons"])
    for row in draft.rows["milestones"][1:]:
        row[column] = "National action plan completed."
    return {(f"milestone.{column}.boilerplate", "")}


def end_before_the_start(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng)
    planned = rng.choice(["", "_planned"])
    row.update({f"start_date{planned}": date(2022, 5, 1), f"end_date{planned}": date(2022, 4, 30)})
    return {("milestone.dates.reversed", id_)}


def doubt_a_date(draft: Draft, rng: Random) -> Expected:
    table = rng.choice(["milestones", "commitments", "comments"])
    row, id_ = _any(draft, rng, table)
    row["date_issue"] = "ambiguous"
    if table == "comments":
        row["comment_date"] = None
        draft.rows["reports"][0]["date_prepared"] = date(2023, 12, 1)
    return {("date.ambiguous", id_)}


def lose_a_comments_date(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng, "comments")
    row.update(comment_date=None, comment_date_text="sometime in June", date_issue="unreadable")
    return {("comment.date.unreadable", id_)}


def comment_late(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng, "comments")
    row["comment_date"] = date(2023, 10, 1) + timedelta(days=rng.choice([0, 1, 40]))
    return {("comment.after_date_prepared", id_)} if row["comment_date"] > date(2023, 10, 1) else set()


def comment_as_government(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng, "comments")
    row["organisation_kind"] = "government"
    return {("comment.by_government", id_)}


def propose_a_rating(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng, "comments")
    printed = next(m["rating"] for m in draft.rows["milestones"] if m["milestone_id"] == row["milestone_id"])
    row.update(proposal=rng.choice(["explicit", "conditional"]), proposed_rating=rng.choice(["green", "amber", "red"]))
    if row["proposal"] == "conditional":
        return set()
    return {(f"comment.proposes_{'current' if row['proposed_rating'] == printed else 'other'}_rating", id_)}


def agree_with_the_rating(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng, "comments")
    row["confirmed_rating"] = next(m["rating"] for m in draft.rows["milestones"] if m["milestone_id"] == row["milestone_id"])
    return {("comment.proposes_current_rating", id_)}


def copy_the_evidence(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng, "comments")
    row["text"] = next(m["evidence"] for m in draft.rows["milestones"] if m["milestone_id"] == row["milestone_id"])
    return {("comment.repeats_government_text", id_)}


def name_no_milestone(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng, "comments")
    row.update(milestone_id=None, commitment_id=None, milestone_issue="names_none")
    return {("comment.names_no_milestone", id_)}


def close_the_window(draft: Draft, rng: Random) -> Expected:
    days = rng.choice([0, 13, 14])
    for n, row in enumerate(draft.rows["comments"]):
        row["comment_date"] = date(2023, 9, 1) + timedelta(days=days if n == 1 else 0)
    return {("report.comment_window.short", "")} if days < 14 else set()


def spell_a_body_in_two_ways(draft: Draft, rng: Random) -> Expected:
    first, second = rng.sample(draft.rows["comments"], 2)
    second.update(
        organisation=first["organisation"], organisation_text=rng.choice([f"{first['organisation_text']}s", f"{first['organisation_text']} NGO"])
    )
    return set() if second["organisation_text"].endswith("NGO") else {("organisation.new_spelling", "")}


def misstate_a_number(draft: Draft, rng: Random) -> Expected:
    row = draft.rows["claims"][0]
    row["stated"] = rng.choice([5, 7])
    return {("claim.count.mismatch", "n1")}


def misstate_a_share(draft: Draft, rng: Random) -> Expected:
    n = rng.choice([2, 3])
    draft.rows["claims"][n - 1]["share"] += 0.1
    return {("claim.share.mismatch", f"n{n}"), ("claim.percentages.sum", "n1")}


def misstate_shares_of_some_rows(draft: Draft, rng: Random) -> Expected:
    for row in draft.rows["claims"]:
        row["sentence_total"] = 12
    draft.rows["claims"][1]["share"], draft.rows["claims"][2]["share"] = 0.33, 0.17
    return set()


def leave_text_over(draft: Draft, rng: Random) -> Expected:
    reason = rng.choice(["not_understood", "placeholder", "no_column"])
    draft.rows["unmapped"].append({"report_id": draft.report_id, "position": 4, "where": "table 1", "text": "x", "reason": reason})
    return {("content.unmapped", "u4")} if reason == "not_understood" else set()


def differ_in_the_rendition(draft: Draft, rng: Random) -> Expected:
    row, id_ = _any(draft, rng)
    draft.rows["disagreements"].append(
        {"report_id": draft.report_id, "table": "milestones", "row_id": row["milestone_id"], "column": "rating", "document_id": "e" * 64,
         "leading": "green", "rendition": "red"}
    )  # fmt: skip
    return {("rendition.disagrees", id_)}


def forget_the_cover(draft: Draft, rng: Random) -> Expected:
    forgotten, rule = rng.choice(
        [(("country",), "report.country.missing"), (("period", "period_start_year"), "report.period.missing"),
         (("date_prepared", "date_prepared_text"), "report.date.missing")]
    )  # fmt: skip
    draft.rows["reports"][0].update(dict.fromkeys(forgotten))
    return {(rule, "")}


def date_the_report_by_month(draft: Draft, rng: Random) -> Expected:
    draft.rows["reports"][0].update(date_prepared=None, date_prepared_text="October 2023")
    return set()


def lose_a_page(draft: Draft, rng: Random) -> Expected:
    draft.rows["reports"][0]["reading_doubts"] = "Page 3 has no text layer; what it shows is not read."
    return {("report.reading.doubtful", "")}


MUTATIONS: tuple[Mutation, ...] = (
    blank_a_rating, rate_by_completion_alone, rate_by_the_legends_own_status, colour_against_word, rate_outside_the_legend, clear_next_steps,
    clear_next_steps_of_what_is_over, clear_evidence, clear_reasons, clear_a_title, take_a_column_away, repeat_a_row, leave_a_row_out,
    name_an_unknown_commitment, add_a_commitment_without_milestones, leave_work_pending, settle_what_was_pending, repeat_the_title, say_little,
    name_no_source, say_the_same_everywhere, end_before_the_start, doubt_a_date, lose_a_comments_date, comment_late, comment_as_government,
    propose_a_rating, agree_with_the_rating, copy_the_evidence, name_no_milestone, close_the_window, spell_a_body_in_two_ways, misstate_a_number,
    misstate_a_share, misstate_shares_of_some_rows, leave_text_over, differ_in_the_rendition, forget_the_cover, date_the_report_by_month,
    lose_a_page,
)  # fmt: skip
