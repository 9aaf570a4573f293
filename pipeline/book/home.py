"""The first page: every report as a row of lights, and counts over time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from pipeline.book import charts, names
from pipeline.book.lights import Hue, Mix
from pipeline.book.reports import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A report's row on the first page."""

    report_id: str
    page: str
    country: str
    place: str
    what: str
    language: str | None
    first: int | None
    last: int | None
    kind: str
    tiles: Sequence[tuple[Mix, str, str]]
    signs: str
    flags: str
    milestones: int
    comments: int
    contested: int
    critical: int
    lights: Mapping[str, int]
    comment_years: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and the same as numbers."""

    title: str
    by: str
    svg: Markup
    series: Sequence[str]
    rows: Sequence[tuple[str, Sequence[int]]]


def entry_of(page: Page) -> Entry:
    """Return a report's row on the first page."""
    report, findings = page.report, [f for f in page.rows["findings"] if f["status"] == "open"]
    items = [i for g in page.groups for i in (g.item, *g.milestones) if i]
    rated = [i for g in page.groups for i in (g.milestones or ([g.item] if g.item else []))]
    severities = Counter(f["severity"] for f in findings)
    contested = sum(i.is_contested for i in items)
    target = names.report_page(page.rows.report_id)
    number = f" {page.rows.report_id.rsplit('-', 1)[-1]}" if report["report_kind"] == "commitment" else ""
    return Entry(
        report_id=page.rows.report_id,
        page=target,
        country=report["country"] or "Country unknown",
        place=", ".join(p for p in (report["locality"], report["country"]) if p) or "Country unknown",
        what=f"{names.years(report)}, {(report['report_kind'] or 'unknown').replace('_', ' ')}{number}",
        language=report["language"],
        first=report["period_start_year"],
        last=report["period_end_year"],
        kind=report["report_kind"] or "unknown",
        tiles=[(g.mix, f"{target}#{g.item.anchor if g.item else 'row-none'}", g.item.number if g.item else "–") for g in page.groups],
        signs="".join(s for s in "GAR–" if any(s in g.mix.signs for g in page.groups)),
        flags=("c" if severities["critical"] else "n") + ("w" if severities["warning"] else "") + ("x" if contested else ""),
        milestones=report["n_milestones"] or 0,
        comments=report["n_comments"] or 0,
        contested=contested,
        critical=severities["critical"],
        lights=Counter((Hue.NONE if i.light.hue is Hue.OTHER else i.light.hue).value for i in rated),
        comment_years=_comment_years(page),
    )


def _comment_years(page: Page) -> dict[str, tuple[int, int]]:
    years: dict[str, tuple[int, int]] = {}
    for item in (i for g in page.groups for i in (g.item, *g.milestones) if i):
        for remark in item.remarks:
            day = remark.row["comment_date"]
            other, all_ = years.get(key := str(day.year) if day else "no date", (0, 0))
            years[key] = (other + remark.differs, all_ + 1)
    return years


def home_values(entries: Sequence[Entry], commitments: int) -> dict[str, Any]:
    """Return what the first page's template takes."""
    return {
        "entries": sorted(entries, key=lambda e: (e.place, -(e.first or 0), e.report_id)),
        "counts": {
            "reports": len(entries),
            "countries": len({e.country for e in entries}),
            "commitments": commitments,
            "milestones": sum(e.milestones for e in entries),
            "comments": sum(e.comments for e in entries),
            "contested": sum(e.contested for e in entries),
            "critical": sum(e.critical for e in entries),
        },
        "charts": [c for c in (_lights_chart(entries), _comments_chart(entries)) if c.rows],
        "countries": sorted({e.country for e in entries}),
        "kinds": sorted({e.kind for e in entries}),
        "years": sorted({year for e in entries for year in (e.first, e.last) if year}),
    }


_LIGHTS = ((Hue.GREEN, "green"), (Hue.AMBER, "amber"), (Hue.RED, "red"), (Hue.NONE, "no light"))


def _lights_chart(entries: Sequence[Entry]) -> Chart:
    counts: dict[str, Counter[str]] = {}
    for entry in entries:
        if entry.first:
            counts.setdefault(str(entry.first), Counter()).update(entry.lights)
    rows = [(year, [counts[year][hue.value] for hue, _ in _LIGHTS]) for year in sorted(counts)]
    series = [(label, f"var(--{hue.value})") for hue, label in _LIGHTS]
    title = "Ratings of milestones (of commitments without any), by the plan's first year"
    return Chart(title, "First year", charts.stacked(rows, series, "ratings"), [s for s, _ in series], rows)


def _comments_chart(entries: Sequence[Entry]) -> Chart:
    counts: dict[str, list[int]] = {}
    for entry in entries:
        for year, (other, all_) in entry.comment_years.items():
            row = counts.setdefault(year, [0, 0])
            row[0] += other
            row[1] += all_ - other
    rows = [(year, counts[year]) for year in sorted(counts)]
    series = [("propose another rating", "var(--accent)"), ("don't", "var(--quiet)")]
    return Chart("Comments on commitments and milestones, by year", "Year", charts.stacked(rows, series, "comments"), [s for s, _ in series], rows)
