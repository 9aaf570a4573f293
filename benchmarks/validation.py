"""Suites over a million milestones, against plain pandas masks doing the same rules in the same process.

    python benchmarks/validation.py [ROWS]

Prints CPU seconds of both, their ratio (at most 3), the peak memory of this process (under 2 GB), whether both find the
same rows, and the CPU seconds that one report spends in validation beyond the import of Great Expectations (at most 1.5).
"""

import json
import re
import resource
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pyarrow as pa

from pipeline.tables import TABLES, arrow_schema
from pipeline.validation import load_suites, validate

NOW = datetime(2026, 1, 1, tzinfo=UTC)
PER_REPORT = 50
WORDS = (
    "the",
    "ministry",
    "published",
    "a",
    "register",
    "of",
    "contracts",
    "trained",
    "officers",
    "in",
    "charge",
    "with",
    "partners",
    "from",
    "society",
)


def texts(rng: np.random.Generator, rows: int, words: int, blank: float) -> pa.Array:
    """Return texts of about so many words each, a share of them null."""
    pool = [" ".join(rng.choice(WORDS, words)) + f" {n}." for n in range(20_000)]
    mask = rng.random(rows) < blank
    return pa.array(np.array(pool, dtype=object)[rng.integers(0, len(pool), rows)], pa.string(), mask=mask)


def milestones(rows: int, seed: int = 7) -> dict[str, pa.Table]:
    """Return tables with that many milestones, some of them faulty."""
    rng = np.random.default_rng(seed)
    n_reports = max(1, rows // PER_REPORT)
    report = np.minimum(np.arange(rows) // PER_REPORT, n_reports - 1)
    number = np.arange(rows) - report * PER_REPORT + 1
    ids = [f"r{r}" for r in range(n_reports)]
    evidence = texts(rng, rows, 22, 0.002).to_pylist()
    for n in rng.integers(0, rows, rows // 200):
        evidence[n] = "The register is still pending approval by the cabinet."
    titles, reasons = texts(rng, rows, 8, 0.0005).to_pylist(), texts(rng, rows, 6, 0.002).to_pylist()
    for n in rng.integers(0, rows, rows // 500):
        evidence[n] = titles[n] or "Done."
    for n in rng.integers(0, rows, rows // 500):
        evidence[n] = "The officers were trained well in all places."
    for n in np.flatnonzero(report % 100 == 0):
        reasons[n] = "Plan completed."
    twice = rng.random(rows) < 0.001
    keep = rng.random(rows) > 0.001
    columns: dict[str, object] = {
        "report_id": pa.DictionaryArray.from_arrays(pa.array(report, pa.int32()), pa.array(ids)),
        "milestone_id": [f"r{r}/m{n}{'~2' if again else ''}" for r, n, again in zip(report, number, twice, strict=True)],
        "commitment_id": [f"r{r}/c{n // 10}" for r, n in zip(report, number, strict=True)],
        "milestone_number": number.astype(str),
        "position": number,
        "title": titles,
        "rating": pa.array(rng.choice(["green", "amber", "red", None], rows, p=[0.6, 0.25, 0.148, 0.002])),
        "evidence": evidence,
        "reasons": reasons,
        "next_steps": texts(rng, rows, 6, 0.002),
        "start_date": pa.array([date(2021, 1, 1)] * rows),
        "end_date": pa.array(np.where(rng.random(rows) < 0.001, date(2020, 1, 1), date(2022, 1, 1))),
        "absent_columns": pa.array([[]] * rows, pa.list_(pa.string())),
        "source_table": np.zeros(rows, dtype=np.int32),
        "source_row": number,
    }
    commitments = pd.unique(pd.Series(columns["commitment_id"]))
    tables = {name: arrow_schema(name).empty_table() for name in TABLES}
    tables["milestones"] = filled("milestones", columns, rows).filter(pa.array(keep))
    tables["commitments"] = filled(
        "commitments", {"report_id": [c.split("/")[0] for c in commitments], "commitment_id": commitments}, len(commitments)
    )
    tables["reports"] = filled("reports", {"report_id": ids, "language": ["en"] * n_reports}, n_reports)
    return tables


def filled(name: str, columns: Mapping[str, object], rows: int) -> pa.Table:
    """Return a table of that name, columns that aren't given null."""
    arrays = []
    for field in arrow_schema(name):
        given = columns.get(field.name)
        if given is None:
            arrays.append(pa.nulls(rows, field.type))
            continue
        array = given if isinstance(given, pa.Array) else pa.array(given)
        if pa.types.is_dictionary(field.type) and not pa.types.is_dictionary(array.type):
            array = array.dictionary_encode()
        arrays.append(array if array.type == field.type else array.cast(field.type))
    return pa.table(arrays, schema=arrow_schema(name))


def suite_rules() -> dict[str, dict[str, object]]:
    """Return the kwargs of the milestones' rules, by name."""
    from importlib import resources

    content = json.loads((resources.files("pipeline") / "suites" / "milestones.json").read_text(encoding="utf-8"))
    return {entry["meta"]["rule"]: entry["kwargs"] for entry in content["expectations"]}


def masks(tables: Mapping[str, pa.Table]) -> dict[str, np.ndarray]:
    """Return which milestones break each rule, by plain pandas."""
    frame = tables["milestones"].to_pandas(types_mapper=lambda t: None if pa.types.is_dictionary(t) else pd.ArrowDtype(t))
    frame["language"] = frame["report_id"].map(tables["reports"].select(["report_id", "language"]).to_pandas().set_index("report_id")["language"])
    absent = {
        c: frame["absent_columns"].map(lambda held, c=c: c in held if held is not None else False).astype(bool)
        for c in ("evidence", "reasons", "next_steps")
    }
    rules = suite_rules()
    found: dict[str, pd.Series] = {}
    unrated = frame[["rating", "completion", "percent_complete", "rating_text", "rating_fill", "rating_issue"]].isna().all(axis=1)
    found["rating.colour_and_text_disagree"] = frame["rating_issue"] == "colour_and_text_disagree"
    found["rating.outside_legend"] = frame["rating_issue"] == "outside_legend"
    found["milestone.rating.missing"] = unrated
    closed = frame["rating_text"].isin(rules["milestone.next_steps.missing"]["unless"]["rating_text"])
    over = frame["completion"].isin(["complete", "withdrawn"]) | frame["percent_complete"].eq(100).fillna(False) | closed
    found["milestone.next_steps.missing"] = frame["next_steps"].isna() & ~over & ~absent["next_steps"]
    for column in ("evidence", "reasons"):
        found[f"milestone.{column}.missing"] = frame[column].isna() & ~frame["completion"].isin(["withdrawn"]) & ~absent[column]
    found["milestone.title.missing"] = frame["title"].isna()
    found["milestone.number.duplicate"] = frame["milestone_id"].str.contains(r"/m[^/]*~\d+$", regex=True)
    found["milestone.number.gap"] = gaps(frame)
    found["milestone.commitment.unknown"] = ~frame["commitment_id"].isin(tables["commitments"].column("commitment_id").to_pandas())
    for column in ("next_steps", "reasons"):
        together = frame.groupby(["report_id", frame[column].str.lower()], observed=True)[column].transform("size")
        often = (together > 0.5 * frame.groupby("report_id", observed=True)[column].transform("count")) & (together >= 5)
        found[f"milestone.{column}.boilerplate"] = often.fillna(False) & ~frame["report_id"].where(often).duplicated()
    short = frame["evidence"].str.len() <= frame["title"].str.len() + 40
    news = [adds_little(e, t) for e, t in zip(frame["evidence"][short], frame["title"][short], strict=True)]
    found["milestone.evidence.repeats_title"] = pd.Series(news, index=frame.index[short.fillna(False)]).reindex(frame.index, fill_value=False)
    green = (frame["rating"] == "green") & frame["evidence"].notna()
    english = green & (frame["language"] == "en")
    tips = pattern(rules["milestone.evidence.contradicts_rating"]["words"]["en"])
    found["milestone.evidence.contradicts_rating"] = english & frame["evidence"].where(english).str.contains(tips, regex=True).fillna(False)
    found["milestone.evidence.thin"] = frame["evidence"].str.count(r"\w+").lt(4).fillna(False)
    bare = english & ~frame["evidence"].where(english).str.contains(r"[0-9]|https?:|www\.|[“”«»„\"]", regex=True).fillna(True)
    named = pattern(rules["milestone.evidence.no_source"]["words"]["en"])
    found["milestone.evidence.no_source"] = bare & ~frame["evidence"].where(bare).str.contains(named, regex=True).fillna(True)
    reversed_ = frame["end_date"] < frame["start_date"]
    found["milestone.dates.reversed"] = (reversed_ | (frame["end_date_planned"] < frame["start_date_planned"])).fillna(False)
    found["date.ambiguous"] = frame["date_issue"] == "ambiguous"
    return {rule: np.flatnonzero(mask.to_numpy(dtype=bool, na_value=False)) for rule, mask in found.items()}


def gaps(frame: pd.DataFrame) -> pd.Series:
    """Return the rows before which their report's numbers leave one out."""
    order = frame.assign(last=frame["milestone_number"].astype("string[pyarrow]").str.extract(r"(\d+)$")[0].astype("Int64")).sort_values(
        ["report_id", "last"]
    )
    step = order.groupby("report_id", observed=True)["last"].diff()
    return ((step > 1) & (step <= 21)).reindex(frame.index).fillna(False)


def adds_little(evidence: str, title: str) -> bool:
    """Whether a text has at most one word, without a digit, that the title lacks."""
    said, known = re.findall(r"\w+", evidence.casefold()), re.findall(r"\w+", title.casefold())
    news = [w for w in said if w not in known]
    return (
        len(said) >= 3 and len(news) <= 1 and not any(c.isdigit() for w in news for c in w) and len(set(said) & set(known)) >= 0.6 * len(set(known))
    )


def pattern(words: list[str]) -> str:
    """Return whole words as one pattern."""
    return r"(?i)\b(?:" + "|".join(re.escape(w).replace(r"\*", r"\w*").replace("'", "['’]") for w in words) + r")\b"


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Return the CPU seconds that a piece of work took, and its result."""
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def main(rows: int) -> None:
    """Measure and print."""
    suites = load_suites(None)
    small = milestones(PER_REPORT)
    one, _ = timed(lambda: validate(small, suites, now=NOW))
    tables = milestones(rows)
    suite_seconds, result = timed(lambda: validate(tables, suites, now=NOW))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    mask_seconds, found = timed(lambda: masks(tables))
    by_rule = {rule: len(positions) for rule, positions in found.items()}
    checks = {c["rule"]: c for c in result.checks.to_pylist() if c["table"] == "milestones"}
    print(f"one report: {one:.2f} s CPU in validation (at most 1.5)")
    ratio = suite_seconds / mask_seconds
    print(f"{len(tables['milestones']):,} milestones, {len(result.findings):,} findings")
    print(f"suites {suite_seconds:.1f} s, plain pandas masks {mask_seconds:.1f} s, ratio {ratio:.2f} (at most 3)")
    print(f"peak memory with the tables, before the masks: {peak:.2f} GB (under 2)")
    for rule, check in sorted(checks.items()):
        same = "same" if by_rule[rule] == check["failed"] else f"masks {by_rule[rule]}"
        print(f"  {rule:40} {check['failed']:8} {same:14} {check['seconds']:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
