"""A report's page: what stands where, made ready for its template."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pipeline.book import names
from pipeline.book.archive import ReportRows, Row
from pipeline.book.lights import NO_LIGHT, Hue, Light, Mix, colour, light_of, mix_of
from pipeline.book.places import Finder

_VALUES = (
    ("description", "What it is"),
    ("problem", "The problem"),
    ("lead_institution", "Lead institution"),
    ("supporting_institutions", "Supporting institutions"),
    ("responsible", "Responsible"),
    ("evidence", "Evidence"),
    ("reasons", "Reasons"),
    ("next_steps", "Next steps"),
)
_DATES = (("start_date", "start_date_planned", "start_date_text", "Start"), ("end_date", "end_date_planned", "end_date_text", "End"))
_ABSENT = {"evidence": "Evidence", "reasons": "Reasons", "next_steps": "Next steps"}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a row: its label, its words, and where the document says so."""

    column: str
    label: str
    text: str
    href: str | None
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment beside what it is on; `light` is what it proposes or confirms, `differs` whether that isn't the rating."""

    row: Row
    anchor: str
    href: str | None
    light: Light | None
    differs: bool
    findings: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Item:
    """A milestone, or a commitment with what the report says of it as a whole."""

    row: Row
    number: str
    title: str
    anchor: str
    light: Light
    light_href: str | None
    title_href: str | None
    values: Sequence[Value]
    remarks: Sequence[Remark]
    findings: Sequence[Row]
    history: Sequence[tuple[str, Light, str | None]]

    @property
    def is_contested(self) -> bool:
        """Whether a comment proposes another rating."""
        return any(r.differs for r in self.remarks)

    @property
    def worst(self) -> str | None:
        """The severity of its worst open finding that asks for something."""
        return next((f["severity"] for f in self.findings if f["status"] == "open" and f["severity"] != "info"), None)


@dataclass(frozen=True, slots=True)
class Group:
    """A commitment and its milestones; `item` is None where milestones name none."""

    item: Item | None
    milestones: Sequence[Item]
    mix: Mix


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that the report states, and what the tables say."""

    row: Row
    anchor: str
    href: str | None
    verdict: str
    findings: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Contest:
    """A row of the disagreement map: the government's light, and each body's."""

    item: Item
    proposals: Mapping[str, Sequence[Remark]]


@dataclass(frozen=True, slots=True)
class Page:
    """All of a report's page."""

    rows: ReportRows
    groups: Sequence[Group]
    loose: Sequence[Remark]
    claims: Sequence[Claim]
    contests: Sequence[Contest]
    bodies: Sequence[str]
    report_findings: Sequence[Row]
    narrative: Sequence[tuple[Row, str | None]]
    unmapped: Sequence[tuple[Row, str | None]]
    submission: Row | None
    drawn: str | None
    others: Sequence[Row] = field(default=())
    changes: Sequence[tuple[str, str, int]] = field(default=())

    @property
    def report(self) -> Row:
        """The report's row."""
        return self.rows.report


class _Maker:
    """Makes the parts of one report's page."""

    def __init__(self, rows: ReportRows, finder: Finder | None) -> None:
        self.rows, self._finder = rows, finder
        self.findings = rows.findings_of()
        self.shown: set[str] = {rows.report_id}
        self._ratings: dict[str, list[Row]] = {}
        for rating in rows["ratings"]:
            self._ratings.setdefault(rating["row_id"], []).append(rating)

    def place(self, row: Row, value: str | None) -> str | None:
        return self._finder.find(row, value) if self._finder else None

    def anchor(self, row_id: str) -> str:
        return names.anchor(row_id, self.rows.report_id)

    def take(self, row_id: str) -> list[Row]:
        self.shown.add(row_id)
        return self.findings.get(row_id, [])

    def item(self, row: Row, kind: str, comments: Iterable[Row]) -> Item:
        row_id, light = row[f"{kind}_id"], light_of(row)
        return Item(
            row=row,
            number=row[f"{kind}_number"] or "–",
            title=row["title"] or "(no title)",
            anchor=self.anchor(row_id),
            light=light,
            light_href=self._light_place(row),
            title_href=self.place(row, row["title"]),
            values=[*self._values(row), *self._dates(row)],
            remarks=[self.remark(c, light) for c in sorted(comments, key=_when)],
            findings=self.take(row_id),
            history=[self._dated(rating) for rating in self._ratings.get(row_id, ())],
        )

    def _dated(self, rating: Row) -> tuple[str, Light, str | None]:
        return rating["as_of_text"] or "", light_of({**rating, "rating_issue": None}), self.place(rating, rating["rating_text"])

    def _light_place(self, row: Row) -> str | None:
        filled = self._finder.fill(row) if self._finder and row["rating_fill"] and row["source_row"] is not None else None
        return filled or self.place(row, row["rating_text"])

    def _values(self, row: Row) -> Iterable[Value]:
        for column, label in _VALUES:
            text = row.get(column)
            if text:
                yield Value(column, label, text, self.place(row, text), column in row["corrected"])
            elif column in _ABSENT and column not in row["absent_columns"] and row.get("milestone_id"):
                yield Value(column, label, "", None)

    def _dates(self, row: Row) -> Iterable[Value]:
        for actual, planned, printed, label in _DATES:
            parts = [f"{row[actual]}" if row[actual] else None, f"planned {row[planned]}" if row[planned] else None]
            text = ", ".join(p for p in parts if p)
            if text or row[printed]:
                shown = f"{text} (printed: {row[printed]})" if row[printed] and text else text or row[printed]
                yield Value(actual, label, shown, self.place(row, row[printed]), actual in row["corrected"])

    def remark(self, row: Row, light: Light) -> Remark:
        named = row["proposed_rating"] or row["confirmed_rating"]
        proposed = colour(named) if named else None
        differs = bool(row["proposed_rating"]) and proposed is not None and proposed.hue != light.hue
        return Remark(row, self.anchor(row["comment_id"]), self.place(row, row["text"]), proposed, differs, self.take(row["comment_id"]))

    def claim(self, row: Row) -> Claim:
        counted = row["counted"]
        verdict = "unknown" if counted is None or row["stated"] is None else "same" if counted == row["stated"] else "differs"
        return Claim(row, self.anchor(row["claim_id"]), self.place(row, row["text"]), verdict, self.take(row["claim_id"]))


def _when(comment: Row) -> tuple[date, int]:
    return comment["comment_date"] or date.max, comment["position"]


def _by(rows: Iterable[Row], column: str) -> dict[str | None, list[Row]]:
    found: dict[str | None, list[Row]] = {}
    for row in rows:
        found.setdefault(row[column], []).append(row)
    return found


def make_page(rows: ReportRows, finder: Finder | None, *, submission: Row | None, others: Sequence[Row]) -> Page:
    """Return a report's page, ready for its template.

    Args:
        rows: The report's rows.
        finder: Where its values stand; None where its document isn't staged.
        submission: The file that leads.
        others: Other reports of the country.
    """
    maker = _Maker(rows, finder)
    groups, loose = _groups(maker)
    claims = [maker.claim(c) for c in rows["claims"]]
    contests = [c for g in groups for i in (g.item, *g.milestones) if i and (c := _contest(i))]
    bodies = list(dict.fromkeys(body for c in contests for body in c.proposals))
    narrative = [(n, maker.place(n, n["text"])) for n in rows["narrative"]]
    left = sorted(rows["unmapped"], key=lambda u: u["reason"] != "not_understood")
    rest = [f for f in rows["findings"] if (f["row_id"] or rows.report_id) == rows.report_id or f["row_id"] not in maker.shown]
    return Page(
        rows=rows,
        groups=groups,
        loose=loose,
        claims=claims,
        contests=contests,
        bodies=bodies,
        report_findings=rest,
        narrative=narrative,
        unmapped=[(u, maker.place(u, u["text"])) for u in left],
        submission=submission,
        drawn=finder.lead.drawn if finder else None,
        others=others,
        changes=change_pages(rows),
    )


def _groups(maker: _Maker) -> tuple[list[Group], list[Remark]]:
    rows = maker.rows
    comments, milestones = rows["comments"], _by(rows["milestones"], "commitment_id")
    on_milestone, on_commitment = _by(comments, "milestone_id"), _by((c for c in comments if not c["milestone_id"]), "commitment_id")
    groups, known = [], {c["commitment_id"] for c in rows["commitments"]}
    for commitment in rows["commitments"]:
        item = maker.item(commitment, "commitment", on_commitment.get(commitment["commitment_id"], ()))
        inner = [maker.item(m, "milestone", on_milestone.get(m["milestone_id"], ())) for m in milestones.get(commitment["commitment_id"], ())]
        groups.append(Group(item, inner, commitment_mix(item.light, [i.light for i in inner])))
    strays = [m for m in rows["milestones"] if m["commitment_id"] not in known]
    if strays:
        inner = [maker.item(m, "milestone", on_milestone.get(m["milestone_id"], ())) for m in strays]
        groups.append(Group(None, inner, mix_of(i.light for i in inner)))
    ids = {m["milestone_id"] for m in rows["milestones"]} | known
    loose = [maker.remark(c, NO_LIGHT) for c in comments if (c["milestone_id"] or c["commitment_id"]) not in ids]
    return groups, loose


def commitment_mix(own: Light, inner: Sequence[Light]) -> Mix:
    """Return a commitment's tile: its own light where it has one, else its milestones'."""
    return mix_of([own]) if own.hue is not Hue.NONE or not inner else mix_of(inner)


def _contest(item: Item) -> Contest | None:
    proposals: dict[str, list[Remark]] = {}
    for remark in item.remarks:
        if remark.light or remark.row["asks_reevaluation"]:
            proposals.setdefault(remark.row["organisation"] or "Unnamed", []).append(remark)
    return Contest(item, proposals) if proposals else None


def change_pages(rows: ReportRows) -> list[tuple[str, str, int]]:
    """Return each pair of submissions in which something changed, and how much."""
    pairs: dict[tuple[str, str], int] = {}
    for change in rows["changes"]:
        pair = change["from_document_id"], change["to_document_id"]
        pairs[pair] = pairs.get(pair, 0) + 1
    return [(before, after, n) for (before, after), n in sorted(pairs.items())]


def summary(page: Page) -> dict[str, Any]:
    """Return what `compare` shows of a report."""
    return {
        "name": names.headline(page.report),
        "page": names.report_page(page.rows.report_id),
        "facts": {k: str(page.report[c]).replace("_", " ") for c, k in _FACTS if page.report[c] is not None},
        "commitments": [
            {
                "number": g.item.number if g.item else "–",
                "title": g.item.title if g.item else "Milestones that name no commitment",
                "words": g.mix.words,
                "milestones": [[*_signs(i.light), i.number, i.title, i.anchor, len(i.remarks), i.is_contested] for i in g.milestones],
                "own": _signs(g.item.light) if g.item else None,
            }
            for g in page.groups
        ],
    }


def _signs(light: Light) -> list[str]:
    return [light.hue.value, light.sign, light.words]


_FACTS = (
    ("period", "Period"),
    ("report_kind", "Kind"),
    ("date_prepared", "Prepared"),
    ("rating_scheme", "Rated by"),
    ("n_commitments", "Commitments"),
    ("n_milestones", "Milestones"),
    ("n_comments", "Comments"),
)
