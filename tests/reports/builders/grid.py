"""A grid of milestones, printed and recorded row by row from the same values."""

from collections.abc import Mapping, Sequence

from tests.reports.builders.markup import Cell, Run, Table, cell, heads
from tests.reports.builders.truth import Truth

GREEN, AMBER, RED = "92D050", "FFC000", "FF0000"
FILL = {"green": GREEN, "amber": AMBER, "red": RED}
RECORDED = {"title", "evidence", "reasons", "next_steps", "responsible"}


def filled(rating: str | None, text: str | None = None, fill: str | None = None) -> tuple[Cell, dict[str, object]]:
    """Return a cell whose fill is the rating, and what it means."""
    shown = fill or FILL.get(rating or "")
    return cell(text, shown), {"rating": rating, "rating_fill": shown, "rating_text": text, "rating_basis": "fill" if rating else None}


def worded(text: str | None, rating: str | None, completion: str | None = None, *, sure: bool = True) -> tuple[Cell, dict[str, object]]:
    """Return a cell whose words are the rating, and what they mean; unsure of a level: null is right as well."""
    columns: dict[str, object] = {"rating": rating, "rating_text": text, "completion": completion, "rating_basis": "text" if text else None}
    if completion and not sure:
        columns["or_completion"] = [None]
    return cell(text), columns


class Grid:
    """Rows of one table; `columns` are (field, heading, centimetres) in the order of print."""

    def __init__(self, truth: Truth, columns: Sequence[tuple[str, str, float]], *, fill: str | None = "D9D9D9") -> None:
        """Start with a heading row."""
        self.truth, self.fields = truth, [f for f, _, _ in columns]
        self.widths = tuple(w for _, _, w in columns)
        self.rows: list[tuple[Cell, ...]] = [heads(*(h for _, h, _ in columns), fill=fill)]
        self.extra = [f for f in self.fields if f not in RECORDED | {"number", "rating", "comments", "commitment", "spacer", "start", "end"}]

    def band(self, text: str, fill: str | None = "F2F2F2") -> None:
        """Add a row merged over all columns."""
        self.rows.append((cell(text, fill, across=len(self.fields), bold=True),))

    def row(
        self,
        number: str | None,
        rated: tuple[Cell | Run | None, dict[str, object]],
        *,
        after: str | None = None,
        cells: Mapping[str, Cell | None] | None = None,
        printed: Mapping[str, str] | None = None,
        row_id: str | None = None,
        truth: Mapping[str, object] | None = None,
        **texts: str | None,
    ) -> str:
        """Add a milestone.

        `after` stands in the evidence cell and isn't evidence; `cells` replaces cells (None: merged with the row above); `printed` is what
        stands where the value is null; `truth` overrides what is recorded.
        """
        mark, meaning = rated
        cells, printed = cells or {}, printed or {}
        out = []
        for field in self.fields:
            if field in cells:
                if cells[field] is not None:
                    out.append(cells[field])
            elif field == "rating":
                out.append(mark if isinstance(mark, Cell) else cell(mark))
            elif field == "number":
                out.append(cell(number))
            else:
                text = printed.get(field, texts.get(field))
                text = f"{text}\n{after}" if field == "evidence" and after and text else after if field == "evidence" and after else text
                out.append(cell(text))
        self.rows.append(tuple(out))
        for field in self.extra:
            if texts.get(field):
                self.truth.set_aside("no_column", texts[field])
        recorded = {k: v for k, v in texts.items() if k in RECORDED}
        return self.truth.milestone(number, recorded.pop("title", None), row_id=row_id, **(meaning | recorded | dict(truth or {})))

    def table(self, **looks: object) -> Table:
        """Return the table."""
        return Table(rows=tuple(self.rows), widths=self.widths, **looks)
