"""What a sidecar beside a document states or mends, applied and marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date

from pipeline.curation.about.facts import Facts
from pipeline.errors import SidecarError
from pipeline.model import Cell, CellPlace, Document
from pipeline.tables import REPORT_TABLES, TABLES, Report, ReportKind, Row, Value

FACTS = (
    "country",
    "country_code",
    "locality",
    "action_plan",
    "period",
    "period_start_year",
    "period_end_year",
    "report_kind",
    "date_prepared",
    "title",
)
UNMARKED = frozenset({"position", "corrected", "document_id", "source_table", "source_row", "source_pages"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """One misprint: the cell, what it says, what it should say, and why."""

    place: CellPlace
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """A parsed `<file>.toml`."""

    name: str
    facts: Mapping[str, Value] = field(default_factory=dict)
    mends: tuple[Mend, ...] = ()


def read_sidecar(name: str, said: Mapping[str, object]) -> Sidecar:
    """Read a parsed sidecar.

    `[report]` holds facts by their column's name; each `[[mend]]` names table, row and column (from 0),
    old, new and reason.

    Raises:
        SidecarError: Something in it is not of that form.
    """
    unknown = set(said) - {"report", "mend"}
    if unknown:
        raise SidecarError(name, f"it has no use for {', '.join(sorted(unknown))}; write [report] and [[mend]].")
    report = said.get("report", {})
    mends = said.get("mend", [])
    if not isinstance(report, Mapping) or not isinstance(mends, list):
        raise SidecarError(name, "[report] must be a table and [[mend]] an array of tables.")
    wrong = set(report) - set(FACTS)
    if wrong:
        raise SidecarError(name, f"[report] knows no {', '.join(sorted(wrong))}; it knows {', '.join(FACTS)}.")
    return Sidecar(name=name, facts={k: _fact(name, k, v) for k, v in report.items()}, mends=tuple(_mend(name, m) for m in mends))


def _fact(name: str, column: str, value: object) -> Value:
    wanted: type = int if column.endswith("year") else date if column == "date_prepared" else str
    if not isinstance(value, wanted):
        raise SidecarError(name, f"{column} must be {wanted.__name__}, not {value!r}.")
    if column == "report_kind" and value not in set(ReportKind):
        raise SidecarError(name, f"report_kind must be one of {', '.join(ReportKind)}, not {value!r}.")
    return value if isinstance(value, str | int | date) else None


def _mend(name: str, said: object) -> Mend:
    if not isinstance(said, Mapping) or set(said) != {"table", "row", "column", "old", "new", "reason"}:
        raise SidecarError(name, "each [[mend]] needs table, row, column, old, new and reason, and nothing else.")
    place = [said["table"], said["row"], said["column"]]
    texts = [said["old"], said["new"], said["reason"]]
    if not all(isinstance(p, int) for p in place) or not all(isinstance(t, str) for t in texts):
        raise SidecarError(name, "in a [[mend]], table, row and column are whole numbers; old, new and reason are texts.")
    return Mend(place=CellPlace(place[0], place[1], place[2]), old=texts[0], new=texts[1], reason=texts[2])


def apply_facts(facts: Facts, sidecar: Sidecar) -> Facts:
    """Return the facts with what the sidecar states in place of what was read."""
    stated = dict(sidecar.facts)
    if "report_kind" in stated:
        stated["report_kind"] = ReportKind(str(stated["report_kind"]))
    known = {f.name for f in fields(Facts)}
    return replace(facts, **{k: v for k, v in stated.items() if k in known})  # type: ignore[arg-type]  # checked by read_sidecar


def apply_cells(document: Document, sidecar: Sidecar) -> Document:
    """Return the document with the misprints mended.

    Raises:
        SidecarError: A cell isn't there, or no longer says what the sidecar says it does.
    """
    mends = {m.place: m for m in sidecar.mends}
    applied: set[CellPlace] = set()
    grids = []
    for grid in document.grids:
        cells: list[Cell] = []
        for cell in grid.cells:
            mend = mends.get(CellPlace(grid.table, cell.row, cell.column))
            if mend is not None:
                if mend.old not in cell.text or not mend.old:
                    raise SidecarError(sidecar.name, f"table {grid.table}, row {cell.row}, column {cell.column} no longer says {mend.old!r}.")
                applied.add(mend.place)
                cell = replace(cell, text=cell.text.replace(mend.old, mend.new), marks=())
            cells.append(cell)
        grids.append(replace(grid, cells=tuple(cells)))
    missing = set(mends) - applied
    if missing:
        place = sorted(missing, key=lambda p: (p.table, p.row, p.column))[0]
        raise SidecarError(sidecar.name, f"there is no cell at table {place.table}, row {place.row}, column {place.column}.")
    return replace(document, grids=tuple(grids))


def mark_corrected(plain: Report, mended: Report) -> Report:
    """Return the mended report, each row naming the columns whose value the sidecar changed."""
    return replace(mended, tables={name: _marked(name, plain.tables[name], mended.tables[name]) for name in REPORT_TABLES})


def _marked(name: str, before: Sequence[Row], after: Sequence[Row]) -> tuple[Row, ...]:
    table = TABLES[name]
    if all(c.name != "corrected" for c in table.columns):
        return tuple(after)
    columns = [c.name for c in table.columns if c.name not in UNMARKED]
    by_position = {row.get("position", 0): row for row in before}
    rows = []
    for row in after:
        old = by_position.get(row.get("position", 0))
        changed = tuple(c for c in columns if old is None or old[c] != row[c])
        rows.append({**row, "corrected": changed})
    return tuple(rows)
