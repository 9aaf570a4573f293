"""Hold curated tables against a truth; each difference is one sentence that stays the same from run to run.

A truth states rows with the contract's columns. A column it has must hold that value, null included; one it lacks isn't judged. Text is compared
without regard to white space. Nothing may be there that the truth lacks.
"""

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pyarrow.parquet as pq

Row = Mapping[str, object]
IDS = {"commitments": "commitment_id", "milestones": "milestone_id", "comments": "comment_id", "claims": "claim_id"}
NOT_COMPARED = {"report_id", "claim_id", "organisation"}
REFERENCES = {"commitment_id", "milestone_id", "comment_id", "row_id"}
COLOUR = re.compile(r"[0-9A-F]{6}")
ROUNDING = 2  # of 255, per channel
ASIDE = {"other_table": ("unmapped", "narrative")}  # where the contract lets a set-aside text stand


@dataclass
class Comparison:
    """What was looked for and what differs."""

    cells: int = 0
    misses: list[str] = field(default_factory=list)
    details: list[str] = field(default_factory=list)

    def miss(self, sentence: str, detail: str = "") -> None:
        """Note a difference."""
        self.misses.append(sentence)
        self.details.append(f"{sentence} {detail}".strip())

    @property
    def score(self) -> str:
        """Say how many of the cells are exact."""
        return f"{self.cells - len(self.misses) + self.extra}/{self.cells}"

    @property
    def extra(self) -> int:
        """Count what is there and should not be."""
        return sum(m.startswith("extra") for m in self.misses)


def compare(curated: Path, truth: Mapping[str, Sequence[Row]], file_name: str) -> Comparison:
    """Compare every table of the report that a file became."""
    result = Comparison()
    submission = next((s for s in _rows(curated, "submissions") if s["file_name"] == file_name), {})
    if "quarantined" in truth:
        _refusal(result, curated, truth["quarantined"], submission)
        return result
    wanted = truth["reports"][0]
    report = next((r for r in _rows(curated, "reports") if r["report_id"] == submission.get("report_id")), None)
    result.cells += 1
    if report is None:
        result.miss(f"missing report {wanted['report_id']}", f"{submission.get('status')}: {submission.get('status_reason')}")
        return result
    found = {
        t: [r for r in _rows(curated, t) if r.get("report_id") == report["report_id"]] for t in (*IDS, "findings", "ratings", "unmapped", "narrative")
    }
    accept = truth["accept"]
    same_id = {report["report_id"]: wanted["report_id"]}
    _cells(result, "reports", wanted["report_id"], wanted, report, accept, same_id)
    if report["report_id"] != wanted["report_id"] and wanted["locality"] is None:
        result.miss(f"wrong reports.report_id {wanted['report_id']}", f"got {report['report_id']!r}")
    for table, key in IDS.items():
        _table(result, table, key, truth[table], found[table], accept, same_id)
    _order(result, truth, found, same_id)
    _organisations(result, truth["comments"], found["comments"], same_id)
    _findings(result, truth, found["findings"], same_id)
    _ratings(result, truth.get("ratings", ()), found["ratings"], same_id)
    _aside(result, truth.get("unmapped", ()), found)
    return result


def compare_renditions(curated: Path, docx: str, pdf: str) -> list[str]:
    """Tell how a PDF differs from its DOCX by the tables themselves: its status, and the findings that name it."""
    submissions = {s["file_name"]: s for s in _rows(curated, "submissions")}
    leads, follows = submissions[docx], submissions[pdf]
    out = [] if leads["status"] == "current" else [f"the DOCX is {leads['status']}"]
    out += [] if follows["status"] == "rendition" else [f"the PDF is {follows['status']}"]
    disagree = [r for r in _rows(curated, "findings") if r["rule"] == "rendition.disagrees" and r["report_id"] == leads["report_id"]]
    return out + sorted(f"rendition.disagrees {r['table']} {r['row_id']} {r['column']}" for r in disagree)


def _refusal(result: Comparison, curated: Path, codes: Sequence[object], submission: Row) -> None:
    """A document that can't be read is quarantined for one of the codes, says so in a finding, and leaves nothing behind."""
    result.cells += 3
    if submission.get("status") != "quarantined" or str(submission.get("status_reason")).split(":")[0] not in codes:
        result.miss("wrong submissions.status_reason", f"wanted {codes!r}, got {submission.get('status')} {submission.get('status_reason')!r}")
    document_id = submission.get("document_id")
    if not any(r["rule"] == "document.quarantined" and r["row_id"] == document_id for r in _rows(curated, "findings")):
        result.miss("missing finding document.quarantined")
    left = [t for t in ("reports", *IDS) if any(r.get("document_id") == document_id for r in _rows(curated, t))]
    if left:
        result.miss(f"extra rows in {', '.join(left)}")


@cache
def _rows(curated: Path, table: str) -> list[Row]:
    path = curated / f"{table}.parquet"
    return [{k: _plain(v) for k, v in row.items()} for row in pq.read_table(path).to_pylist()] if path.exists() else []


def _plain(value: object) -> object:
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, dt.date) else value


def _text(value: str) -> str:
    return " ".join(value.split())


def equal(wanted: object, got: object, column: str = "") -> bool:
    """Tell whether two values are the same by the contract."""
    if wanted is None or got is None:
        return wanted is got
    if isinstance(wanted, list | tuple) and isinstance(got, list | tuple):
        return [_text(str(v)) for v in wanted] == [_text(str(v)) for v in got]
    if isinstance(wanted, str) and isinstance(got, str):
        if column == "rating_fill" and COLOUR.fullmatch(wanted) and COLOUR.fullmatch(got):
            return all(abs(int(wanted[i : i + 2], 16) - int(got[i : i + 2], 16)) <= ROUNDING for i in (0, 2, 4))
        return _text(wanted) == _text(got)
    if isinstance(wanted, bool) or isinstance(got, bool):
        return wanted is got
    if isinstance(wanted, int | float) and isinstance(got, int | float):
        return math.isclose(wanted, got, abs_tol=0.005 if column == "share" else 1e-6)
    return wanted == got


def _cells(result: Comparison, table: str, row_id: object, wanted: Row, got: Row, accept: Mapping, same_id: Mapping) -> None:
    for column, value in wanted.items():
        if column in NOT_COMPARED or column == IDS.get(table):
            continue
        seen = got.get(column)
        seen = same_id.get(seen, seen) if column in REFERENCES else seen
        result.cells += 1
        if any(equal(v, seen, column) for v in (value, *accept.get(row_id, {}).get(column, ()))):
            continue
        kind = "extra" if value is None else "missing" if seen is None else "wrong"
        result.miss(f"{kind} {table}.{column} {row_id}", f"\n      wanted {value!r}\n      got    {seen!r}")


def _table(result: Comparison, table: str, key: str, wanted: Sequence[Row], rows: list[Row], accept: Mapping, same_id: dict) -> None:
    pairs, left = _pair(wanted, rows, [_matcher(how, same_id) for how in _MATCHES[table]])
    for want, got in pairs:
        if got is None:
            result.cells += 1
            result.miss(f"missing {table} row {want[key]}", f"{want.get('title') or want.get('text')!r}")
            continue
        same_id[got[key]] = want[key]
    for want, got in pairs:
        if got is not None:
            result.cells += 1
            _cells(result, table, want[key], want, got, accept, same_id)
    for row in left:
        result.miss(f"extra {table} row {row.get(key)}", repr(row.get("title") or row.get("text")))


# How rows are paired, strictest first: the columns that must agree.
_MATCHES: dict[str, tuple[tuple[str, ...], ...]] = {
    "commitments": (("commitment_id",), ("commitment_number",), ("title",)),
    "milestones": (("milestone_id",), ("milestone_number", "commitment_id"), ("milestone_number", "title"), ("title",), ("evidence",)),
    "comments": (("text", "milestone_id"), ("text",), ("organisation_text", "comment_date"), ("milestone_id", "comment_date_text"), ("comment_id",)),
    "claims": (
        ("text", "stated", "unit", "rating", "completion", "commitments"),
        ("text", "stated", "unit", "rating"),
        ("stated", "unit", "rating", "completion"),
        ("text", "stated", "unit"),
        ("text", "stated"),
    ),
}


def _matcher(columns: tuple[str, ...], same_id: Mapping) -> Callable[[Row, Row], bool]:
    def agree(want: Row, got: Row) -> bool:
        if len(columns) == 1 and want.get(columns[0]) is None:
            return False
        return all(equal(want.get(c), same_id.get(got.get(c), got.get(c)) if c in REFERENCES else got.get(c)) for c in columns)

    return agree


def _pair(
    wanted: Sequence[Row], rows: Sequence[Row], matchers: Iterable[Callable[[Row, Row], bool]]
) -> tuple[list[tuple[Row, Row | None]], list[Row]]:
    partner: dict[int, Row] = {}
    left = list(rows)
    for agrees in matchers:
        for index, want in enumerate(wanted):
            hit = None if index in partner else next((r for r in left if agrees(want, r)), None)
            if hit is not None:
                partner[index] = hit
                left.remove(hit)
    return [(want, partner.get(index)) for index, want in enumerate(wanted)], left


def _order(result: Comparison, truth: Mapping, found: Mapping, same_id: Mapping) -> None:
    for table in ("commitments", "milestones"):
        key = IDS[table]
        wanted = [r[key] for r in truth[table]]
        got = [same_id[r[key]] for r in sorted(found[table], key=lambda r: r["position"]) if r[key] in same_id]
        if got != [w for w in wanted if w in got]:
            result.miss(f"wrong {table} order", repr(got))


def _organisations(result: Comparison, wanted: Sequence[Row], rows: Sequence[Row], same_id: Mapping) -> None:
    """One body has one spelling, which is one of the printed ones without its legal form."""
    by_id = {same_id.get(r["comment_id"]): r for r in rows}
    bodies: dict[object, list[Row]] = {}
    for want in wanted:
        if want["comment_id"] in by_id:
            bodies.setdefault(want["organisation"], []).append(want)
    for body, wants in bodies.items():
        names = [by_id[w["comment_id"]].get("organisation") for w in wants]
        allowed = {_letters(body), *(_letters(w["organisation_text"]) for w in wants)}
        result.cells += 1
        if len(set(names)) != 1 or _letters(names[0]) not in allowed:
            result.miss(f"wrong comments.organisation {body}", f"got {names!r}")


def _letters(name: object) -> str:
    return re.sub(r"\W+", " ", str(name or "")).casefold().strip()


def _findings(result: Comparison, truth: Mapping, rows: Sequence[Row], same_id: Mapping) -> None:
    got = {(r["rule"], same_id.get(r.get("row_id"), r.get("row_id"))) for r in rows}
    ignored = set(truth["rules_not_judged"])
    for finding in truth["expected_findings"]:
        result.cells += 1
        if not any(_answers(finding, g) for g in got):
            result.miss(f"missing finding {finding['rule']} {finding['row_id']}")
    known = [*truth["expected_findings"], *truth["optional_findings"]]
    for rule, row_id in sorted(got, key=str):
        if rule not in ignored and not any(_answers(f, (rule, row_id)) for f in known):
            result.miss(f"extra finding {rule} {row_id}")


def _answers(finding: Row, got: tuple[object, object]) -> bool:
    return finding["rule"] == got[0] and finding["row_id"] in (None, got[1])


def _ratings(result: Comparison, wanted: Sequence[Row], rows: Sequence[Row], same_id: Mapping) -> None:
    if not wanted:
        return
    got = {(same_id.get(r["row_id"], r["row_id"]), r.get("as_of")): r for r in rows}
    for want in wanted:
        key = (want["row_id"], want["as_of"])
        result.cells += 1
        row = got.get(key)
        if row is None:
            result.miss(f"missing ratings row {key[0]} {key[1]}")
        elif not all(equal(want[c], row.get(c)) for c in ("rating", "rating_text")):
            result.miss(f"wrong ratings row {key[0]} {key[1]}", repr(row))


def _aside(result: Comparison, wanted: Sequence[Row], found: Mapping[str, Sequence[Row]]) -> None:
    for want in wanted:
        result.cells += 1
        places = ASIDE.get(str(want["reason"]), ("unmapped",))
        text = _text(str(want["text"]))
        rows = [r for place in places for r in found[place] if r.get("reason", want["reason"]) == want["reason"]]
        if not any(text in _text(str(r.get("text") or "")) for r in rows):
            result.miss(f"missing unmapped {want['reason']} {text[:60]}")
