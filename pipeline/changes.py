"""What a later submission of a report changed, and where two formats of one submission disagree. Pure."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.tables import ChangeKind, Report, Row, Value

Match = tuple[Row | None, Row | None]
"""A row before and after; None where it isn't in one of them."""

_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"/(?:c|m|r)(?P<number>[^/]*)$")  # …/m2.1 → 2.1
_NEAR = 0.85  # similarity of two titles from which a row under another number is the same one, reworded
_SAME = 0.5  # … and under the same number

_DATES = tuple(f"{end}_date{form}" for end in ("start", "end") for form in ("", "_planned", "_text"))
_ASSESSMENT = ("rating", "completion", "percent_complete", "evidence", "reasons", "next_steps", "responsible")
_PRINTED = ("rating_text", "rating_fill")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """How a table's rows are compared."""

    key: str
    changes: tuple[str, ...]
    disagreements: tuple[str, ...]


_TABLES: Mapping[str, _Table] = {
    "commitments": _Table(
        key="commitment_id",
        changes=(
            *("commitment_number", "title", "lead_institution", "supporting_institutions", "description", "problem"),
            *_ASSESSMENT,
            *_PRINTED,
            *_DATES,
        ),
        disagreements=("title", "lead_institution", "supporting_institutions", "description", "problem", *_ASSESSMENT, *_DATES),
    ),
    "milestones": _Table(
        key="milestone_id",
        changes=("milestone_number", "title", *_ASSESSMENT, *_PRINTED, *_DATES),
        disagreements=("title", *_ASSESSMENT, *_DATES),
    ),
    "comments": _Table(
        key="comment_id",
        changes=("organisation", "comment_date", "comment_date_text", "text", "response", "proposed_rating", "proposal", "asks_reevaluation"),
        disagreements=("organisation", "comment_date", "text", "response", "proposed_rating", "proposal"),
    ),
    "claims": _Table(key="claim_id", changes=("stated", "share"), disagreements=("stated", "share")),
}


def find_changes(before: Report, after: Report) -> list[Row]:
    """Return rows of `changes`: what the later submission made of the earlier one."""
    rows: list[Row] = []
    for table, old, new in _matches(before, after):
        how = _TABLES[table]
        if old is None or new is None:
            rows.append(_change(before, after, table, old, new))
            continue
        changed = [c for c in how.changes if _plain(old[c]) != _plain(new[c])]
        rows += [_change(before, after, table, old, new, column) for column in changed]
    return sorted(rows, key=lambda r: (str(r["table"]), str(r["row_id"]), str(r["column"]), str(r["kind"])))


def find_disagreements(leading: Report, rendition: Report) -> list[Row]:
    """Return rows of `disagreements`: one for each row that the two formats give otherwise."""
    rows: list[Row] = []
    for table, ours, theirs in _matches(leading, rendition):
        how = _TABLES[table]
        either = ours or theirs or {}
        row: Row = {"report_id": leading.report_id, "table": table, "row_id": either[how.key], "column": None, "leading": None, "rendition": None}
        if ours is not None and theirs is not None:
            column = next((c for c in how.disagreements if _bare(ours[c]) != _bare(theirs[c])), None)
            if column is None:
                continue
            row |= {"column": column, "leading": _text(ours[column]), "rendition": _text(theirs[column])}
        else:
            row |= {"leading": _name(ours), "rendition": _name(theirs)}
        source = theirs or {"document_id": _document_id(rendition)}
        rows.append(row | {c: source.get(c) for c in ("document_id", "source_table", "source_row", "source_pages")})
    return rows


def likeness(one: Report, other: Report) -> float:
    """Return the share of commitments and milestones that two documents have in common, 0 to 1, by their titles."""
    ours, theirs = ({_bare(r["title"]) for t in ("commitments", "milestones") for r in report.tables[t]} - {""} for report in (one, other))
    return len(ours & theirs) / max(len(ours), len(theirs)) if ours and theirs else 0.0


def _matches(before: Report, after: Report) -> Iterator[tuple[str, Row | None, Row | None]]:
    """Yield each row with its counterpart, table by table."""
    renamed: dict[str, str] = {}
    for table in ("commitments", "milestones"):
        key = _TABLES[table].key
        found = _match(before.tables[table], after.tables[table], _titled(key, renamed))
        renamed |= {str(old[key]): str(new[key]) for old, new in found if old and new}
        yield from ((table, old, new) for old, new in found)
    for table, tests in (("comments", _said(renamed)), ("claims", _claimed())):
        yield from ((table, old, new) for old, new in _match(before.tables[table], after.tables[table], tests))


Test = Callable[[Row, Row], bool]


def _match(before: Sequence[Row], after: Sequence[Row], tests: Sequence[Test]) -> list[Match]:
    """Pair rows, each test over all that are left before the next; what finds none stands alone."""
    pairs: list[Match] = []
    old, new = list(before), list(after)
    for test in tests:
        for row in list(old):
            other = next((n for n in new if test(row, n)), None)
            if other is not None:
                pairs.append((row, other))
                old.remove(row)
                new.remove(other)
    return pairs + [(row, None) for row in old] + [(None, row) for row in new]


def _titled(key: str, renamed: Mapping[str, str]) -> list[Test]:
    """Match by number and title, then by title, then by number where the title was reworded, then by a near title."""

    def same_id(old: Row, new: Row) -> bool:
        parent = renamed.get(str(old.get("commitment_id")), str(old.get("commitment_id")))
        return old[key] == new[key] or (_number(old[key]) == _number(new[key]) and key == "milestone_id" and parent == new["commitment_id"])

    return [
        lambda o, n: same_id(o, n) and _bare(o["title"]) == _bare(n["title"]),
        lambda o, n: bool(_bare(o["title"])) and _bare(o["title"]) == _bare(n["title"]),
        lambda o, n: same_id(o, n) and (_similarity(o, n) >= _SAME or not (o["title"] and n["title"])),
        lambda o, n: _similarity(o, n) >= _NEAR,
        same_id,
    ]


def _said(renamed: Mapping[str, str]) -> list[Test]:
    def place(row: Row, names: Mapping[str, str]) -> str:
        found = str(row["milestone_id"] or row["commitment_id"] or "")
        return names.get(found, found)

    def same_place(old: Row, new: Row) -> bool:
        return place(old, renamed) == place(new, {})

    def same_author(old: Row, new: Row) -> bool:
        return old["organisation"] == new["organisation"] and old["comment_date"] == new["comment_date"]

    return [
        lambda o, n: same_place(o, n) and same_author(o, n) and _bare(o["text"]) == _bare(n["text"]),
        lambda o, n: same_place(o, n) and same_author(o, n),
        lambda o, n: same_place(o, n) and _bare(o["text"]) == _bare(n["text"]),
        lambda o, n: same_author(o, n) and _bare(o["text"]) == _bare(n["text"]),
    ]


def _claimed() -> list[Test]:
    columns = ("section", "commitments", "unit", "rating", "completion")

    def same(old: Row, new: Row) -> bool:
        return all(_bare(old[c]) == _bare(new[c]) for c in columns)

    return [lambda o, n: same(o, n) and o["stated"] == n["stated"], same]


def _similarity(old: Row, new: Row) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(_plain(old["title"]) or "", _plain(new["title"]) or "") / 100


def _number(identifier: Value) -> str:
    match = _NUMBER.search(str(identifier))
    return match["number"] if match else ""


def _change(before: Report, after: Report, table: str, old: Row | None, new: Row | None, column: str | None = None) -> Row:
    kind = ChangeKind.ADDED if old is None else ChangeKind.REMOVED if new is None else ChangeKind.CHANGED
    return {
        "report_id": after.report_id,
        "from_document_id": _document_id(before),
        "to_document_id": _document_id(after),
        "table": table,
        "row_id": (new or old or {})[_TABLES[table].key],
        "column": column,
        "old": _text(old[column]) if old and column else None,
        "new": _text(new[column]) if new and column else None,
        "kind": kind.value,
    }


def _document_id(report: Report) -> Value:
    return report.tables["reports"][0]["document_id"]


def _name(row: Row | None) -> str | None:
    return None if row is None else _text(row.get("title") or row.get("text"))


def _text(value: Value) -> str | None:
    """Return a value as `changes` holds it."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, date):
        return value.isoformat()
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _plain(value: Value) -> str | None:
    """Return a value for comparison: runs of white space are one."""
    text = _text(value)
    return None if text is None else _SPACE.sub(" ", text).strip()


def _bare(value: Value) -> str:
    """Return a value for comparison across formats: white space and case tell nothing, soft hyphens neither."""
    return _SPACE.sub("", (_text(value) or "").replace("\u00ad", "")).casefold()
