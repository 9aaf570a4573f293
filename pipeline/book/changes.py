"""Two submissions of a report, side by side, as words that went and words that came."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pipeline.book import names
from pipeline.book.archive import ReportRows, Row
from pipeline.book.lights import Light, colour
from pipeline.tables import Rating

Words = Sequence[tuple[str, str]]
"""Stretches of a text: "same" or "other", and the words."""

_ORDER = {"reports": 0, "commitments": 1, "milestones": 2, "comments": 3, "claims": 4}
_LONG = 3000  # words: beyond that the whole text counts as changed


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """One value before and after."""

    column: str
    old: str | None
    new: str | None
    old_words: Words
    new_words: Words
    old_light: Light | None
    new_light: Light | None


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row that came, went or changed."""

    table: str
    name: str
    title: str | None
    kind: str
    href: str | None
    values: Sequence[ChangedValue]


def changed_rows(rows: ReportRows, before: str, after: str) -> list[ChangedRow]:
    """Return what changed between two submissions, row by row."""
    known = {row[key]: row for table in ("commitments", "milestones", "comments", "claims") if (key := names.row_key(table)) for row in rows[table]}
    by_row: dict[tuple[str, str], list[Row]] = {}
    for change in rows["changes"]:
        if (change["from_document_id"], change["to_document_id"]) == (before, after):
            by_row.setdefault((change["table"], change["row_id"]), []).append(change)
    places = {row_id: row.get("position", n) for n, (row_id, row) in enumerate(known.items())}
    order = sorted(by_row, key=lambda name: (_ORDER.get(name[0], len(_ORDER)), places.get(name[1], -1), name))
    return [_row(table, row_id, by_row[table, row_id], known.get(row_id), rows.report_id) for table, row_id in order]


def _row(table: str, row_id: str, changes: Sequence[Row], row: Row | None, report_id: str) -> ChangedRow:
    kinds = {c["kind"] for c in changes}
    title = (row.get("title") or row.get("text")) if row else None
    href = f"{names.report_page(report_id)}#{names.anchor(row_id, report_id)}" if row and table != "reports" else None
    values = [_value(c) for c in sorted(changes, key=lambda c: (c["column"] != "rating", c["column"] or "")) if c["column"]]
    name, kind = row_id.removeprefix(report_id).strip("/") or report_id, kinds.pop() if len(kinds) == 1 else "changed"
    return ChangedRow(table, name, title, kind, href, values)


def _value(change: Row) -> ChangedValue:
    old, new = change["old"], change["new"]
    old_words, new_words = _compare(old or "", new or "")
    return ChangedValue(change["column"], old, new, old_words, new_words, _light(old), _light(new))


def _light(value: str | None) -> Light | None:
    return colour(value) if value in set(Rating) else None


def _compare(old: str, new: str) -> tuple[Words, Words]:
    a, b = old.split(), new.split()
    if max(len(a), len(b)) > _LONG:
        return [("other", old)], [("other", new)]
    left, right = [], []
    for kind, a0, a1, b0, b1 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        same = "same" if kind == "equal" else "other"
        if a1 > a0:
            left.append((same, " ".join(a[a0:a1])))
        if b1 > b0:
            right.append((same, " ".join(b[b0:b1])))
    return left, right
