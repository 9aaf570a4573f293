"""Facts from other tables as columns of the row they are about, so that each rule looks at one table only."""

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.tables import Proposal, arrow_schema

Tables = Mapping[str, pa.Table]
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
        "shares_sum_difference": "On the sentence's first share, where its shares cover all rows: how far their sum is from 1.",
    },
    "unmapped": {"row_id": "The report's id, /u and the position."},
}

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


def frame_of(table: pa.Table) -> pd.DataFrame:
    """Return a table as a frame over the same memory: codes categorical, all else Arrow-backed, rows numbered from 0."""
    frame: pd.DataFrame = table.unify_dictionaries().to_pandas(types_mapper=_dtype)
    return frame


def _dtype(type_: pa.DataType) -> pd.ArrowDtype | None:
    return None if pa.types.is_dictionary(type_) else pd.ArrowDtype(type_)


def array_of(column: "pd.Series[str]") -> pa.Array:
    """Return a frame's column as one Arrow array; codes become the words they stand for."""
    found = pa.array(column, from_pandas=True)
    whole = found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found
    return whole.dictionary_decode() if pa.types.is_dictionary(whole.type) else whole


def derive(name: str, tables: Tables) -> pd.DataFrame:
    """Return a table's frame with the columns of DERIVED added.

    Raises:
        KeyError: The table is missing, or one that its derived columns come from.
    """
    adding = ADDING.get(name)
    table = tables[name]
    frame = frame_of(table)
    if adding:
        for column, values in adding(table, tables).items():
            frame[column] = pd.Series(pd.arrays.ArrowExtensionArray(pa.chunked_array([values])), index=frame.index)
    return frame


def _text(table: pa.Table, column: str) -> pa.Array:
    found = table.column(column).combine_chunks()
    return found.dictionary_decode() if pa.types.is_dictionary(found.type) else found


def _look_up(keys: pa.Array, names: pa.Array, values: pa.Array) -> pa.Array:
    """Return for each key the value beside the same name; null where there is none."""
    return values.take(pc.index_in(keys, value_set=names))


def _language(table: pa.Table, tables: Tables) -> pa.Array:
    reports = tables["reports"]
    return _look_up(_text(table, "report_id"), _text(reports, "report_id"), _text(reports, "language"))


def _contains(lists: pa.ChunkedArray, word: str) -> pa.Array:
    """Return whether each list holds the word; false for null and empty ones."""
    whole = lists.combine_chunks()
    held = np.zeros(len(whole), dtype=bool)
    parents = pc.list_parent_indices(whole).to_numpy(zero_copy_only=False)
    held[parents[pc.fill_null(pc.equal(pc.list_flatten(whole), word), False).to_numpy(zero_copy_only=False)]] = True
    return pa.array(held)


def _assessment(table: pa.Table, tables: Tables) -> dict[str, pa.Array]:
    found = {f"{c}_column_absent": _contains(table.column("absent_columns"), c) for c in ASSESSED}
    for suffix in ("", "_planned"):
        start, end = (table.column(f"{edge}_date{suffix}").combine_chunks() for edge in ("start", "end"))
        found[f"days_from_start{suffix}"] = pc.days_between(start, end)
    return {"language": _language(table, tables), **found}


def _commitments(table: pa.Table, tables: Tables) -> dict[str, pa.Array]:
    parents = pc.unique(_text(tables["milestones"], "commitment_id"))
    return {"has_milestones": pc.is_in(_text(table, "commitment_id"), value_set=parents), **_assessment(table, tables)}


def _milestones(table: pa.Table, tables: Tables) -> dict[str, pa.Array]:
    commitments = tables["commitments"]
    named = pc.is_in(_text(table, "commitment_id"), value_set=_text(commitments, "commitment_id"), skip_nulls=True)
    flat = pc.and_(
        pc.invert(pc.is_in(_text(table, "report_id"), value_set=pc.unique(_text(commitments, "report_id")))),
        pc.is_null(_text(table, "commitment_id")),
    )
    return {"commitment_known": pc.or_(named, flat), **_assessment(table, tables)}


def _target(table: pa.Table, tables: Tables, column: str) -> pa.Array:
    """Return what a comment's milestone holds in a column; its commitment's where it is on no milestone."""
    of_milestone, of_commitment = (
        _look_up(_text(table, key), _text(tables[other], key), _text(tables[other], column))
        for other, key in (("milestones", "milestone_id"), ("commitments", "commitment_id"))
    )
    return pc.if_else(pc.is_valid(_text(table, "milestone_id")), of_milestone, of_commitment)


def _comments(table: pa.Table, tables: Tables) -> dict[str, pa.Array]:
    rating = _target(table, tables, "rating")
    reports = tables["reports"]
    prepared = _look_up(_text(table, "report_id"), _text(reports, "report_id"), reports.column("date_prepared").combine_chunks())
    explicit = pc.equal(_text(table, "proposal"), Proposal.EXPLICIT)
    proposed, confirmed = _text(table, "proposed_rating"), _text(table, "confirmed_rating")
    false = partial(pc.fill_null, fill_value=False)
    return {
        "target_rating": rating,
        "target_evidence": _target(table, tables, "evidence"),
        "days_after_date_prepared": pc.days_between(prepared, table.column("comment_date").combine_chunks()),
        "proposes_other_rating": false(pc.and_(explicit, pc.not_equal(proposed, rating))),
        "names_current_rating": pc.or_(false(pc.and_(explicit, pc.equal(proposed, rating))), false(pc.equal(confirmed, rating))),
        "language": _language(table, tables),
    }


def _claims(table: pa.Table, _: Tables) -> dict[str, pa.Array]:
    rows = table.select(["report_id", "section", "text", "unit", "stated", "share", "counted", "sentence_total"]).to_pylist()
    off: list[float | None] = [None] * len(rows)
    sums: list[float | None] = [None] * len(rows)
    first: dict[tuple[object, ...], int] = {}
    shared: dict[tuple[object, ...], list[int]] = {}
    for n, row in enumerate(rows):
        sentence = (row["report_id"], row["section"], row["text"])
        first.setdefault(sentence, n)
        if row["share"] is not None and row["sentence_total"]:
            shared.setdefault((*sentence, row["unit"]), []).append(n)
            off[n] = None if row["stated"] is None else abs(row["share"] - row["stated"] / row["sentence_total"])
    for key, places in shared.items():
        total = rows[places[0]]["sentence_total"]
        if len(places) > 1 and any(_adds_up([rows[n][of] for n in places], total) for of in ("stated", "counted")):
            sums[first[key[:3]]] = abs(sum(rows[n]["share"] for n in places) - 1)
    return {"share_difference": pa.array(off, pa.float64()), "shares_sum_difference": pa.array(sums, pa.float64())}


def _adds_up(numbers: list[int | None], total: int) -> bool:
    return None not in numbers and sum(n for n in numbers if n is not None) == total


def _unmapped(table: pa.Table, _: Tables) -> dict[str, pa.Array]:
    position = pc.cast(table.column("position").combine_chunks(), pa.string())
    return {"row_id": pc.binary_join_element_wise(_text(table, "report_id"), position, "/u")}


def _reports(table: pa.Table, tables: Tables) -> dict[str, pa.Array]:
    from pipeline.validation.bodies import spellings

    ids = table.column("report_id").to_pylist()
    window, printed = _windows(tables["comments"]), spellings(tables["comments"])
    found = {
        "comment_window_days": pa.array([window.get(i) for i in ids], pa.int32()),
        "spellings": pa.array([printed.get(i) for i in ids], pa.string()),
    }
    for column in ASSESSED:
        lacking = _rows_without(column, tables)
        found[f"rows_without_{column}_column"] = pa.array([lacking.get(i) for i in ids], pa.string())
    return found


def _windows(comments: pa.Table) -> dict[str, int]:
    dated = comments.select(["report_id", "comment_date"]).drop_null()
    dated = dated.set_column(0, "report_id", _text(dated, "report_id"))
    spans = dated.group_by("report_id").aggregate([("comment_date", "min"), ("comment_date", "max"), ("comment_date", "count")]).to_pylist()
    return {s["report_id"]: (s["comment_date_max"] - s["comment_date_min"]).days for s in spans if s["comment_date_count"] > 1}


def _rows_without(column: str, tables: Tables) -> dict[str, str]:
    """Return by report the rows that ought to have the column and whose table doesn't: milestones, and commitments without any."""
    parents = pc.unique(_text(tables["milestones"], "commitment_id"))
    found: dict[str, list[str]] = {}
    for name, number in (("milestones", "milestone_number"), ("commitments", "commitment_number")):
        lacking = tables[name].filter(_contains(tables[name].column("absent_columns"), column))
        if name == "commitments":
            lacking = lacking.filter(pc.invert(pc.is_in(_text(lacking, "commitment_id"), value_set=parents)))
        for row in lacking.select(["report_id", number]).to_pylist():
            found.setdefault(row["report_id"], []).append(f"{name[:-1]} {row[number] or '(no number)'}")
    return {report: ", ".join(rows) for report, rows in found.items()}


ADDING: Mapping[str, Callable[[pa.Table, Tables], dict[str, pa.Array]]] = {
    "reports": _reports,
    "commitments": _commitments,
    "milestones": _milestones,
    "comments": _comments,
    "claims": _claims,
    "unmapped": _unmapped,
}


def empty_table(name: str) -> pa.Table:
    """Return a table of that name without rows."""
    return arrow_schema(name).empty_table()
