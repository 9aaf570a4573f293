"""Table styles: the fill of a cell by where it stands (heading row, bands, corners …)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from pipeline.readers.ooxml.names import SHD, TBL_PR, TC_PR, VAL, w
from pipeline.readers.ooxml.shading import NO_COLOUR, read_shading
from pipeline.readers.ooxml.styles import Styles
from pipeline.readers.ooxml.theme import Theme

_OFF = frozenset({"0", "false", "off"})
# The bits of w:tblLook/@w:val. Source: ECMA-376 part 1, 17.7.6 and 17.4.55.
_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400}
_MAX_DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Which parts of its style a table uses."""

    first_row: bool = False
    last_row: bool = False
    first_column: bool = False
    last_column: bool = False
    row_bands: bool = False
    column_bands: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableStyle:
    """The fills of a table style by condition, "wholeTable" included; ancestors are folded in."""

    fills: Mapping[str, str] = field(default_factory=dict)
    row_band: int = 1
    column_band: int = 1

    def fill(self, look: Look, *, row: int, column: int, is_last_row: bool, is_first_column: bool, is_last_column: bool) -> str | None:
        """Return the fill of a cell; None where the style gives none."""
        top, bottom = look.first_row and row == 0, look.last_row and is_last_row
        left, right = look.first_column and is_first_column, look.last_column and is_last_column
        conditions = (
            ("seCell", bottom and right),
            ("swCell", bottom and left),
            ("neCell", top and right),
            ("nwCell", top and left),
            ("firstRow", top),
            ("lastRow", bottom),
            ("firstCol", left),
            ("lastCol", right),
            (_band(row - look.first_row, self.row_band, "Horz"), look.row_bands),
            (_band(column - look.first_column, self.column_band, "Vert"), look.column_bands),
            ("wholeTable", True),
        )
        return next((self.fills[name] for name, holds in conditions if holds and name in self.fills), None) or None


def read_table_style(styles: Styles, style_id: str | None, theme: Theme) -> TableStyle:
    """Return a table style; the default one where the table names none."""
    fills: dict[str, str] = {}
    bands: dict[str, int] = {}
    for element in styles.chain(style_id or styles.default("table")):
        for condition in element.iterchildren(w("tblStylePr")):
            _take(fills, condition.get(w("type")) or "", condition, theme)
        _take(fills, "wholeTable", element, theme)
        for name in ("tblStyleRowBandSize", "tblStyleColBandSize"):
            said = element.find(f"{TBL_PR}/{w(name)}")
            text = said.get(VAL) if said is not None else None
            if text and text.isdecimal() and len(text) < _MAX_DIGITS:
                bands.setdefault(name, int(text))
    return TableStyle(fills=fills, row_band=bands.get("tblStyleRowBandSize", 1), column_band=bands.get("tblStyleColBandSize", 1))


def read_look(element: etree._Element | None) -> Look:
    """Return what a w:tblLook turns on; nothing where there is none."""
    if element is None:
        return Look()
    try:
        bits = int(element.get(VAL) or "0", 16)
    except ValueError:
        bits = 0

    def says(name: str) -> bool:
        value = element.get(w(name))
        return bool(bits & _BITS[name]) if value is None else value not in _OFF

    return Look(
        first_row=says("firstRow"),
        last_row=says("lastRow"),
        first_column=says("firstColumn"),
        last_column=says("lastColumn"),
        row_bands=not says("noHBand"),
        column_bands=not says("noVBand"),
    )


def _take(fills: dict[str, str], name: str, element: etree._Element, theme: Theme) -> None:
    for properties in (TC_PR, TBL_PR):
        shading = element.find(f"{properties}/{SHD}")
        if shading is not None and name not in fills:
            fills[name] = read_shading(shading, theme) or NO_COLOUR


def _band(place: int, size: int, direction: str) -> str:
    return f"band{1 + (max(place, 0) // max(size, 1)) % 2}{direction}"
