"""One workbook: a sheet a table, as a desk officer would lay it out.

Every text is written as text: no cell is ever a formula or a link, whatever it begins with.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import xlsxwriter

from pipeline.exports.duckdb_ import meaning
from pipeline.exports.rows import field, rows
from pipeline.tables import TABLES, Column, Completion, Rating, Severity, Table, Type

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from pipeline.storage.snapshots import Snapshot

SHEET_ROWS = 1_048_575  # below the header
CELL_UNITS = 32_767  # UTF-16 units that a cell may hold
_CUT = " … [cut here: a cell holds no more]"
_FIRST_DAY = date(1900, 3, 1)  # before it Excel's calendar is off by a day; earlier dates are written as text
_WIDTHS = (9, 60)  # characters
_LINES = 12  # of a row's text that show without opening it
_LINE_POINTS = 15.0
_ORDER = ("reports", "commitments", "milestones", "comments", "findings")  # what is asked for first
_COLOURS: dict[str, str] = {
    Rating.GREEN: "92D050",
    Rating.AMBER: "FFC000",
    Rating.RED: "FF5050",
    Completion.COMPLETE: "92D050",
    Completion.SUBSTANTIAL: "C6E0B4",
    Completion.LIMITED: "FFE699",
    Completion.NOT_STARTED: "FF9999",
    Completion.WITHDRAWN: "D9D9D9",
    Severity.CRITICAL: "FF9999",
    Severity.WARNING: "FFE699",
}


class Styles:
    """The workbook's cell formats, each made once."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, str], Format] = {}
        self.heading = workbook.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3864", "valign": "vcenter", "text_wrap": True})

    def of(self, number: str = "", fill: str = "") -> "Format":
        """Return the format of a cell: its number format, and its fill ("RRGGBB")."""
        if (number, fill) not in self._made:
            wishes: dict[str, object] = {"valign": "top", "text_wrap": True}
            if number:
                wishes |= {"num_format": number, "align": "left"}
            if fill:
                wishes |= {"bg_color": f"#{fill}", "font_color": "#000000" if _is_light(fill) else "#FFFFFF"}
            self._made[number, fill] = self._workbook.add_format(wishes)
        return self._made[number, fill]


def write(snapshot: "Snapshot", path: Path) -> tuple[str, ...]:
    """Write the workbook; return a note where texts were longer than a cell may be."""
    cut = 0
    with xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        workbook.set_properties({"title": "Self-assessment reports", "comments": f"Snapshot {snapshot.number}", "created": _committed(snapshot)})
        styles = Styles(workbook)
        for name in (*_ORDER, *(t for t in TABLES if t not in _ORDER)):
            rows_ = snapshot.arrow(name)
            for part, start in enumerate(range(0, max(rows_.num_rows, 1), SHEET_ROWS), 1):
                sheet = workbook.add_worksheet(name if part == 1 else f"{name} {part}")
                cut += _write_sheet(sheet, TABLES[name], rows_.slice(start, SHEET_ROWS), styles)
    return (f"{cut} texts are longer than a cell may be and were cut; every other format has them whole.",) if cut else ()


def _committed(snapshot: "Snapshot") -> datetime:
    """Return when the newest document was processed: the same snapshot is the same workbook."""
    newest = pc.max(snapshot.arrow("submissions")["processed_at"]).as_py()
    return newest.replace(tzinfo=None) if newest else datetime(2000, 1, 1)  # noqa: DTZ001  # Excel's times have no zone


def _write_sheet(sheet: "Worksheet", table: Table, content: pa.Table, styles: Styles) -> int:
    """Write a table's rows below their headings and return how many texts were cut."""
    widths = [_width(content[c.name], c) for c in table.columns]
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, content.num_rows, len(widths) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{content.num_rows + 1}"})
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_row(0, 2 * _LINE_POINTS)
    for n, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.set_column(n, n, width)
        sheet.write_string(0, n, column.name, styles.heading)
        sheet.write_comment(0, n, f"{meaning(column)}{' UTC.' if column.type is Type.TIMESTAMP else ''}", {"x_scale": 2})
    return sum(_write_row(sheet, n, row, table.columns, widths, styles) for n, row in enumerate(rows(content), 1))


def _write_row(sheet: "Worksheet", n: int, row: Sequence[object], columns: Sequence[Column], widths: Sequence[int], styles: Styles) -> int:
    texts = [field(value) if isinstance(value, (str, list)) else None for value in row]
    lines = max((_lines(text, width) for text, width in zip(texts, widths, strict=True) if text), default=1)
    sheet.set_row(n, _LINE_POINTS * min(lines, _LINES))
    return sum(_write_cell(sheet, (n, m), value, column, styles) for m, (value, column) in enumerate(zip(row, columns, strict=True)))


def _write_cell(sheet: "Worksheet", place: tuple[int, int], value: object, column: Column, styles: Styles) -> bool:
    """Write a value as what it is, nothing where it is missing; return whether a text was cut."""
    if isinstance(value, bool):
        sheet.write_boolean(*place, value, styles.of())
    elif isinstance(value, (int, float)):
        sheet.write_number(*place, value, styles.of())
    elif isinstance(value, datetime):
        sheet.write_datetime(*place, value.astimezone(UTC).replace(tzinfo=None), styles.of("yyyy-mm-dd hh:mm:ss"))
    elif isinstance(value, date) and value >= _FIRST_DAY:
        sheet.write_datetime(*place, datetime(value.year, value.month, value.day), styles.of("yyyy-mm-dd"))  # noqa: DTZ001  # a day has no zone
    elif (text := field(value)) is not None:
        whole = shortened(text)
        sheet.write_string(*place, whole, styles.of(fill=_fill(column, text)))
        return whole != text
    return False


def _fill(column: Column, text: str) -> str:
    """Return the colour of a cell: a rating's own, or the very colour that the report printed."""
    if column.name == "rating_fill":
        return text
    return _COLOURS.get(text, "") if column.terms in (Rating, Completion, Severity) else ""


def shortened(text: str) -> str:
    """Return a text that fits a cell; one that is cut says so at its end."""
    if len(text) <= CELL_UNITS // 2 or _units(text) <= CELL_UNITS:
        return text
    kept = text.encode("utf-16-le")[: 2 * (CELL_UNITS - len(_CUT))].decode("utf-16-le", errors="ignore")
    return kept + _CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _width(values: pa.ChunkedArray, column: Column) -> int:
    """Return a width that shows nine of ten values, within bounds; a document's hash needs less."""
    least, most = _WIDTHS
    if column.name.endswith("document_id"):
        return 14
    heading = min(len(column.name) + 4, 24)
    if column.type is Type.TIMESTAMP:
        return max(heading, 20)
    if column.type not in (Type.STR, Type.CODE):
        return max(heading, 12)
    lengths = pc.utf8_length(values.cast(pa.string())).drop_null()
    usual = pc.quantile(lengths, 0.9)[0].as_py() if len(lengths) else 0
    return max(least, heading, min(most, round(usual) + 2))


def _lines(text: str, width: int) -> int:
    return sum(max(1, -(-len(line) // width)) for line in text.split("\n"))


def _is_light(fill: str) -> bool:
    red, green, blue = (int(fill[n : n + 2], 16) for n in (0, 2, 4))
    return 299 * red + 587 * green + 114 * blue > 128_000
