"""What stands at the front of a report: the lines of its cover, and tables of labels with their values."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.curation.about.countries import find_countries
from pipeline.curation.grids import View
from pipeline.curation.wording.matching import fold
from pipeline.model import Block, BlockKind, Cell, CellPlace, Document, Grid
from pipeline.vocabulary import phrases

FIELDS = (
    "country",
    "locality",
    "action_plan",
    "period",
    "date_prepared",
    "report_title",
    "report_kind",
    "report_commitment",
    "prepared_by",
    "document",
)
COVER_ONLY = frozenset({"prepared_by", "document"})  # labels that only a cover has
TELLING = frozenset({"country", "locality", "action_plan", "period", "date_prepared"})  # a table with none of these labels is no cover
SAID_AT_LENGTH = frozenset({"action_plan", "period"})  # facts whose labels may say more than is known
MAX_MORE_WORDS = 3
ASSESSED = ("evidence", "rating", "reasons", "next_steps")
MAX_COVER_ROWS = 16
MAX_COVER_CELLS = 48
MAX_LONE_ROWS = 3  # of a table with one label of a general kind: "Date", "State"
MAX_LABEL = 90  # characters
MAX_LINE = 220  # characters of a line of a cover; a longer one is body text
MAX_LINES = 24
MAX_SPOKEN = 6  # words of a label and of a date that stand in one line without a colon

_LABEL_LINE = re.compile(r"^(?P<label>[^:：՝\t]{3,90}?)\s*(?:[:：՝]|\t|\s[–—]\s)\s*(?P<value>\S.*)$")  # "Date de préparation : 30 novembre 2022"
_BRACKETS = re.compile(r"\s*[(（\[].*?[)）\]]")
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}|[a-z])[.)]\s+")  # "1. Country"
_BODY_END = re.compile(r"[.։。؟?!]\s*$")
_COVER_KINDS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TEXT_BOX, BlockKind.CAPTION, BlockKind.LIST_ITEM})
_YEAR = re.compile(r"(?<!\d)(?:20|٢٠|۲۰)\d\d(?!\d)")
_SPAN_END = re.compile(r"20\d\d\.?\s*[–—-]\s*20\d\d\s*(?:[^\W\d_]{1,3})?\.$")  # "… 2016 – 2018 г.", "… 2014. – 2016.": a plan's name
MIN_BODY = 90  # characters of a line with a full stop that is body text


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label's value, and the cells of both where they stand in a table."""

    field: str
    value: str
    label: CellPlace | None = None
    cell: CellPlace | None = None
    position: int | None = None


@lru_cache(maxsize=64)
def _labels(languages: tuple[str, ...]) -> Mapping[str, str]:
    known = phrases("facts", languages)
    return {fold(label): field for field in FIELDS for label in known.get(f"label_{field}", ())}


def field_of(label: str, languages: tuple[str, ...]) -> str | None:
    """Return which fact a label asks for."""
    if len(label) > MAX_LABEL:
        return None
    known = _labels(languages)
    bare = _NUMBERING.sub("", _BRACKETS.sub("", label))
    exact = known.get(fold(label)) or known.get(fold(bare)) or next((known[f] for part in bare.split("/") if (f := fold(part)) in known), None)
    return exact or _field_inside(fold(bare), known)


def _field_inside(label: str, known: Mapping[str, str]) -> str | None:
    """Return which fact a label asks for that says a known one of two words or more and little else: "Period of validity of the plan".

    What has figures names a plan: "National Action Plan 2018-2020 – Open Government Partnership".
    """
    if any(c.isdigit() for c in label):
        return None
    padded = f" {label} "
    inside = [phrase for phrase, field in known.items() if field in SAID_AT_LENGTH and " " in phrase and f" {phrase} " in padded]
    longest = max(inside, key=len, default=None)
    return known[longest] if longest and len(label.split()) - len(longest.split()) <= MAX_MORE_WORDS else None


def read_cover_table(grid: Grid, languages: tuple[str, ...]) -> tuple[Labelled, ...]:
    """Return what a table of labels and values says; nothing where it is another table.

    Labels stand left of their values, in a row above them, or before a colon in the same cell.
    """
    view = View(grid)
    if view.n_rows > MAX_COVER_ROWS or len(grid.cells) > MAX_COVER_CELLS:
        return ()
    if _is_assessed(grid, languages):
        return ()
    found = max((tuple(_beside(view, languages)), tuple(_above(view, languages)), tuple(_inside(view, languages))), key=len)
    telling = {f.field for f in found} & TELLING
    is_small = view.n_rows <= MAX_LONE_ROWS and view.n_columns <= 2
    if not telling or (len(found) == 1 and not telling & {"country", "period"} and not is_small):
        return ()
    return found


def _is_assessed(grid: Grid, languages: tuple[str, ...]) -> bool:
    """Whether a table has labels of an assessment, which a commitment's form has and no cover."""
    known = phrases("headings", languages)
    labels = {key: {fold(p) for p in known.get(key, ())} for key in ASSESSED}
    printed = {fold(c.text) for c in grid.cells if len(c.text) <= MAX_LABEL}
    return sum(not printed.isdisjoint(words) for words in labels.values()) >= 2


def cover_tables(document: Document, languages: tuple[str, ...]) -> dict[int, tuple[Labelled, ...]]:
    """Return what each cover table says, by the table; one that follows tables of other kinds must tell two facts.

    What several tables say differently at the one label that they know is said of commitments, not of the report.
    """
    found: dict[int, tuple[Labelled, ...]] = {}
    lone: dict[str, set[str]] = {}
    is_front = True
    for grid in document.grids:
        if grid.parent is not None:
            continue
        said = read_cover_table(grid, languages)
        for fact in said if len(said) == 1 else ():
            lone.setdefault(fact.field, set()).add(fact.value)
        if said and (is_front or len({f.field for f in said} & TELLING) > 1):
            found[grid.table] = said
        is_front = is_front and bool(said)
    return {table: said for table, said in found.items() if len(said) > 1 or len(lone[said[0].field]) == 1}


def _beside(view: View, languages: tuple[str, ...]) -> Iterator[Labelled]:
    for row in range(view.n_rows):
        cells = [c for c in view.row(row) if c.row == row and c.text.strip()]
        if len(cells) % 2:
            continue  # a heading row: "Entity | Contact | Telephone"
        for label, value in zip(cells[0::2], cells[1::2], strict=False):
            yield from _pair(view, label, value, languages)


def _above(view: View, languages: tuple[str, ...]) -> Iterator[Labelled]:
    if view.n_rows > 6 or view.n_rows % 2:
        return
    for row in range(0, view.n_rows, 2):
        for label in (c for c in view.row(row) if c.row == row):
            value = view.at(row + 1, label.column)
            if value is not None and value is not label:
                yield from _pair(view, label, value, languages)


def _pair(view: View, label: Cell, value: Cell, languages: tuple[str, ...]) -> Iterator[Labelled]:
    field = field_of(label.text, languages)
    if field and value.text.strip() and field_of(value.text, languages) is None and _answers(field, value.text, languages):
        yield Labelled(field, value.text.strip(), view.place(label), view.place(value))


def _answers(field: str, value: str, languages: tuple[str, ...]) -> bool:
    """Whether a value can be what its label asks for: a country's is a country, a date's or a period's has figures; none is a status or a heading."""
    if field == "country":
        return bool(find_countries(value, languages))
    if fold(value) in _table_words(languages, ("ratings", "headings") if field == "locality" else ("ratings",)) and field != "report_kind":
        return False
    return field not in ("date_prepared", "period") or any(c.isdigit() for c in value)


@lru_cache(maxsize=64)
def _table_words(languages: tuple[str, ...], topics: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for topic in topics for words in phrases(topic, languages).values() for word in words)


def _inside(view: View, languages: tuple[str, ...]) -> Iterator[Labelled]:
    for cell in view.grid.cells:
        for line in cell.text.split("\n"):
            said = labelled_line(line, languages)
            if said:
                yield Labelled(said[0], said[1], None, view.place(cell))


def labelled_line(line: str, languages: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the field and the value of a line "label: value"."""
    match = _LABEL_LINE.match(line.strip())
    field = field_of(match["label"], languages) if match else None
    return (field, match["value"].strip()) if match and field else None


def spoken_line(line: str, languages: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the date that a line without a colon says after its label: "Prepared on 11 November 2022"."""
    words = line.split()
    for n in range(min(len(words) - 1, MAX_SPOKEN), 0, -1):
        if field_of(" ".join(words[:n]), languages) == "date_prepared" and any(c.isdigit() for c in words[n] + words[-1]):
            return ("date_prepared", " ".join(words[n:])) if len(words) - n <= MAX_SPOKEN else None
    return None


def opens_cover_only(line: str, languages: tuple[str, ...]) -> bool:
    """Whether a line begins with a label that only a cover has: "Prepared by the Secretariat"."""
    words = line.split()
    return any(field_of(" ".join(words[:n]).rstrip(":"), languages) in COVER_ONLY for n in range(1, min(len(words), MAX_SPOKEN)))


def label_cells(grid: Grid, found: Sequence[Labelled]) -> frozenset[CellPlace]:
    """Return the labels of a cover table: those read, and those that stand where they stand."""
    known = [f.label for f in found if f.label]
    columns, rows = {p.column for p in known}, {p.row for p in known}
    values = {f.cell for f in found}
    across = len(rows) == 1 and len(columns) > 1
    places = {CellPlace(grid.table, c.row, c.column) for c in grid.cells if c.text.strip() and (c.row in rows if across else c.column in columns)}
    return frozenset(places - values) if known else frozenset()


def cover_blocks(document: Document, languages: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the lines of the cover: short prose before the contents, the body, or a table that isn't of labels and values."""
    contents = {fold(w) for w in phrases("facts", languages).get("contents", ())}
    covers = cover_tables(document, languages)
    lines: list[Block] = []
    for block in document.blocks:
        if block.kind is BlockKind.TABLE and block.table not in covers:
            break
        if block.kind not in _COVER_KINDS or not block.text.strip():
            continue
        if fold(block.text) in contents or len(lines) >= MAX_LINES:
            return tuple(lines)
        if len(block.text) > MAX_LINE or (len(block.text) >= MIN_BODY and _BODY_END.search(block.text) and not _SPAN_END.search(block.text)):
            break
        lines.append(block)
    return _without_first_section(lines, languages)


def _without_first_section(lines: list[Block], languages: tuple[str, ...]) -> tuple[Block, ...]:
    """Leave out the headings right above the body, which no cover has: they name no report, no plan and no year."""
    words = (*title_words(languages), *(fold(p.replace("*", "").split("/")[0]) for p in phrases("facts", languages).get("plan_names", ())))
    kept = list(lines)
    while len(kept) > 0 and kept[-1].kind is BlockKind.HEADING and not _YEAR.search(kept[-1].text) and not has_title_word(kept[-1].text, words):
        kept.pop()
    return tuple(kept)


@lru_cache(maxsize=64)
def title_words(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that a report's title has: "report", "self-assessment"."""
    return tuple(fold(w) for w in phrases("facts", languages).get("title_words", ()))


def has_title_word(text: str, words: Sequence[str]) -> bool:
    """Whether a line has one of the words, whole or as the beginning of one."""
    folded = f" {fold(text)}"
    return any(f" {w}" in folded for w in words)
