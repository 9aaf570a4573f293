"""Draws one table of each layout family, and writes docs/layouts.md with what is recognised in it.

python docs/draw_layouts.py

The tables are those of the held-out reports in tests/reports, as read: cells, spans, fills and coloured signs.
"""

from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from pipeline.curation.curate import Inspection, inspect
from pipeline.model import Cell, Grid, Mark
from pipeline.readers import read_document

DOCS = Path(__file__).parent
REPORTS = DOCS.parent / "tests" / "reports"
WIDTH, LINE, LINES, ROWS = 460, 9, 3, 7
SIZE = 7


@dataclass(frozen=True, slots=True)
class Family:
    """One family: what it is, and the report and table that show it."""

    name: str
    report: str
    table: int


FAMILIES = (
    Family("A row per milestone, the commitment a band over all columns", "mongolia-theme-fills", 1),
    Family("A row per milestone, a table per commitment, headings of two storeys", "armenia-two-storeys", 0),
    Family("A row per milestone, the commitment a vertically merged cell", "georgia-merged-commitment", 0),
    Family("A tick under one of several levels", "sierra-leone-ticks", 0),
    Family("A column per date, letters for ratings", "romania-letters", 0),
    Family("One table cut into several, headings above the first alone", "peru-split-tables", 1),
    Family("Percentages, planned and actual dates apart", "argentina-commitment-4", 1),
    Family("Colours from the table's style", "kyrgyz-table-style", 0),
    Family("Coloured words", "serbia-font-colour", 0),
    Family("Stars, explained by a table of their own", "italy-stars", 0),
    Family("Drawn and pictured shapes", "costa-rica-shapes", 0),
    Family("Right to left", "morocco-right-to-left", 0),
    Family("No rules at all in the PDF", "serbia-latin-borderless", 0),
    Family("A row per commitment", "bulgaria-percent", 0),
    Family("A form: a field per row, a commitment per table", "albania-checkboxes", 0),
    Family("A form whose columns of levels name lettered items", "cabo-verde-letters", 0),
    Family("A form with a table of milestones inside or after it", "uruguay-nested-milestones", 0),
    Family("A card per milestone", "croatia-cards", 0),
    Family("Comments in an annex", "indonesia-annex", 2),
)


def draw(grid: Grid) -> str:
    """Return a table's first rows as SVG."""
    shown = min(grid.n_rows, ROWS)
    weights = [_weight(grid, column) for column in range(grid.n_columns)]
    lefts = [0.5]
    for weight in weights:
        lefts.append(lefts[-1] + (WIDTH - 1) * weight / sum(weights))
    height = LINE * LINES + 5
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {shown * height + 1}" width="{WIDTH}" '
        f'font-family="sans-serif" font-size="{SIZE}">',
        f'<rect width="{WIDTH}" height="{shown * height + 1}" fill="#fff"/>',
    ]
    for cell in grid.cells:
        if cell.row < shown:
            right, bottom = lefts[cell.column + cell.column_span], min(cell.row + cell.row_span, shown) * height + 0.5
            parts += _cell(cell, lefts[cell.column], cell.row * height + 0.5, right, bottom)
    return "\n".join([*parts, "</svg>", ""])


def _weight(grid: Grid, column: int) -> int:
    longest = max((len(c.text) for c in grid.cells if c.column == column and c.column_span == 1), default=4)
    return min(max(longest, 7), 26)


def _cell(cell: Cell, left: float, top: float, right: float, bottom: float) -> list[str]:
    box = f'x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{bottom - top:.1f}"'
    parts = [f'<rect {box} fill="#{cell.fill or "fff"}" stroke="#999" stroke-width=".6"/>']
    colours = [mark.colour for mark in cell.marks if isinstance(mark, Mark) and mark.colour]
    sign = next((c for c in colours if c not in ("000000", "FFFFFF")), None)
    text = cell.text or ("●" if sign else "")
    for n, line in enumerate(_lines(text, int((right - left - 4) / (SIZE * (0.53 if cell.text.isascii() else 0.62))))):
        colour = f' fill="#{sign}"' if sign and n == 0 else ""
        parts.append(f'<text x="{left + 2:.1f}" y="{top + LINE * (n + 1):.1f}"{colour}>{escape(line)}</text>')
    return parts


def _lines(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    cut = [line if len(line) <= width else f"{line[: max(width - 1, 1)]}…" for line in lines[:LINES]]
    return cut if len(lines) <= LINES else [*cut[:-1], f"{cut[-1][: max(width - 1, 1)]}…"]


def recognised(family: Family, found: Inspection) -> str:
    """Return a table's layout, its fields, and how its ratings were told."""
    decision = next(d for d in found.decisions if d.table == family.table)
    layout = decision.layout.name if decision.layout else "no layout"
    fields = ", ".join(dict.fromkeys(field for _, field in decision.headings if field))
    tables = found.report.tables if found.report else {}
    rows = [row for name in ("commitments", "milestones") for row in tables.get(name, ())]
    bases = sorted({str(row["rating_basis"]) for row in rows if row["rating_basis"]})
    told = f"<br>ratings by {', '.join(bases)}" if bases else ""
    counts = ", ".join(f"{len(tables.get(name, ()))} {name}" for name in ("commitments", "milestones", "comments") if tables.get(name))
    return f"`{layout}`: {fields}{told}<br>in the report: {counts}"


def main() -> None:
    """Write the pictures and the page."""
    lines = [
        "# Layouts",
        "",
        "Which families of tables are recognised, a test report each (invented texts, see `tests/reports`), and what `ogp-etl inspect` says",
        "of the table shown.",
        "Names in `code` are the files in `pipeline/layouts/`: few, since one family takes columns in any order, with any of the headings of",
        "thirty-four languages, and any sign for a rating. Another one is one more file: [add a layout](add-a-layout.md).",
        "",
        "Written by `python docs/draw_layouts.py` from the reports themselves.",
        "",
        "| family | | what is recognised |",
        "| --- | --- | --- |",
    ]
    for family in FAMILIES:
        path = REPORTS / family.report / "report.docx"
        document = read_document(path.read_bytes(), path.name)
        grid = next(g for g in document.grids if g.table == family.table)
        (DOCS / "pictures" / f"{family.report}.svg").write_text(draw(grid), encoding="utf-8")
        lines.append(f"| {family.name} | ![{family.name}](pictures/{family.report}.svg) | {recognised(family, inspect(document))} |")
    lines += [
        "",
        "What is no table of milestones (contacts, contents, signatures, budgets, abbreviations) is left out by the same rules, and its",
        "texts are in `unmapped`, reason `other_table`. A document in which nothing is recognised is quarantined as `unknown_layout`, one",
        "that two families fit alike as `ambiguous_layout`.",
        "",
    ]
    (DOCS / "layouts.md").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
