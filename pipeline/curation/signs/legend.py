"""The report's own legend: which colour, word, letter or sign means which light."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline import colour
from pipeline.curation.grids import View
from pipeline.curation.signs.entries import (
    COLOUR_MARKS,
    EDGES,
    MAX_ENTRY,
    STATUS_AND_MEANING,
    Entry,
    by_words,
    colour_words,
    entries_of,
    list_joiners,
    other_status,
)
from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.words import Words
from pipeline.model import Block, BlockKind, Cell, CellPlace, Document
from pipeline.tables import Completion, Rating

MAX_CELLS = 24  # a larger table is no legend
MAX_SIGN = 3  # characters of a sign beside a status
LEADING_SIGN = re.compile(r"(?P<sign>[^\w\s()\[\]«»\"'“”.,:;*•–—-]{1,2})\s+(?=\w)")  # "◔ Limited progress"
EXPLAINED = 3  # words; fewer beside a status word explain nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """What the report itself says its signs mean. Empty where it prints none."""

    colours: Mapping[str, Rating] = field(default_factory=dict)
    other_colours: frozenset[str] = frozenset()  # explained too, but no lights: grey for what isn't due yet
    phrases: Mapping[str, Rating | None] = field(default_factory=dict)  # folded (signs as they are); None: a status that is neither light nor level
    parts: Mapping[str, Rating | None] = field(default_factory=dict)  # of phrases that join several: "completed or substantial"
    levels: Mapping[str, Completion] = field(default_factory=dict)  # of words and signs that stand for levels, where no colours or letters do
    is_of_lights: bool = False  # it explains colours or letters, not only statuses
    cells: frozenset[CellPlace] = frozenset()
    positions: frozenset[int] = frozenset()

    @property
    def is_printed(self) -> bool:
        """Whether the report prints a legend at all."""
        return bool(self.colours or self.phrases)

    @property
    def is_scale(self) -> bool:
        """Whether it explains the levels of the completion scale and no colours: then its words are levels."""
        return bool(self.levels) and self.phrases.keys() <= self.levels.keys()

    @property
    def lights(self) -> dict[str, Rating]:
        """The phrases that stand for a light."""
        return {p: r for p, r in self.phrases.items() if r is not None}


def read_legend(document: Document, views: Mapping[int, View], words: Words) -> Legend:
    """Return the legend of a report: from its prose, its small coloured tables and its headings."""
    entries: list[Entry] = []
    positions: set[int] = set()
    cells: set[CellPlace] = set()
    for run in _runs(document.blocks):
        found = [e for b in run for e in entries_of(b.text, b.marks, words)]
        if _is_legend(found):
            entries += found + [e for b in run if not entries_of(b.text, b.marks, words) and (e := other_status(b.text, words))]
            positions |= {b.position for b in run}
    for view in views.values():
        found = _table_entries(view, words)
        if _is_legend(found):
            entries += found
            cells |= {view.place(c) for c in view.grid.cells}
        entries += _heading_entries(view, words)
    return _combine(entries, cells, positions, list_joiners(words.languages))


def _combine(entries: Iterable[Entry], cells: set[CellPlace], positions: set[int], joiners: re.Pattern[str]) -> Legend:
    colours: dict[str, Rating] = {}
    others: set[str] = set()
    statuses: dict[str, Rating | None] = {}
    kept = list(entries)
    for entry in kept:
        if entry.colour and entry.rating:
            colours.setdefault(entry.colour, entry.rating)
        elif entry.colour:
            others.add(entry.colour)
        parted = STATUS_AND_MEANING.match(entry.phrase)
        for phrase in (entry.phrase, *(parted.groups() if parted else ())):
            key = fold(phrase) or phrase.strip()
            if key:
                statuses.setdefault(key, entry.rating)
    signs = _leading_signs(kept)
    statuses = {sign: e.rating for sign, e in signs.items()} | statuses
    levels = {fold(e.phrase) or e.phrase.strip(): e.level for e in kept if e.level} | {sign: e.level for sign, e in signs.items() if e.level}
    joined = {fold(part): e.rating for e in kept if len(e.phrase) <= MAX_ENTRY / 2 for part in joiners.split(e.phrase) if len(fold(part)) >= 3}
    of_lights = any(not e.is_status for e in kept)
    return Legend(
        colours=colours,
        other_colours=frozenset(others - colours.keys()),
        phrases=statuses,
        parts=joined,
        levels={} if of_lights else levels,
        is_of_lights=of_lights,
        cells=frozenset(cells),
        positions=frozenset(positions),
    )


def _leading_signs(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return the entries that begin with a sign which no other begins with: it may stand alone elsewhere."""
    found = {e.phrase: (match["sign"], e) for e in entries if (match := LEADING_SIGN.match(e.phrase))}
    counts = Counter(sign for sign, _ in found.values())
    return {sign: e for sign, e in found.values() if counts[sign] == 1}


def _is_legend(entries: Sequence[Entry]) -> bool:
    return len({e.rating for e in entries if e.rating}) >= 2


def _runs(blocks: Sequence[Block]) -> list[list[Block]]:
    """Single blocks, and runs of short ones one after another: a legend printed as a line, or as a list."""
    runs: list[list[Block]] = []
    short: list[Block] = []
    for block in blocks:
        if (
            block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION, BlockKind.TEXT_BOX, BlockKind.FOOTNOTE)
            and len(block.text) <= 4 * MAX_ENTRY
        ):
            short.append(block)
            continue
        runs.append(short)
        short = []
    runs.append(short)
    return [run for long in runs for run in _legend_runs(long)]


def _legend_runs(blocks: list[Block]) -> list[list[Block]]:
    return [[b] for b in blocks] + ([blocks[n : n + k] for k in (3, 4, 5) for n in range(len(blocks) - k + 1)] if len(blocks) <= 400 else [])


def cell_colour(cell: Cell) -> str | None:
    """The one colour a cell shows, by fill or by mark; None for none or several."""
    if cell.fill and not colour.is_neutral(cell.fill):
        return cell.fill
    seen = {m.colour for m in cell.marks if m.kind in COLOUR_MARKS and m.colour and not colour.is_neutral(m.colour)}
    return seen.pop() if len(seen) == 1 else None


def _table_entries(view: View, words: Words) -> list[Entry]:
    """Entries of a small table whose rows (or, in one row, whose cells) pair a sign with its meaning."""
    if len(view.grid.cells) > MAX_CELLS or view.n_columns > 8:
        return []
    entries: list[Entry] = []
    for row in range(view.n_rows):
        cells = _sign_and_meaning(view.row(row)) or [c for c in view.row(row) if c.text.strip() or cell_colour(c)]
        if view.n_columns > 1 and len(cells) == 2 and view.n_rows >= 2:
            counts = cells[1].text.strip().rstrip("%").isdigit()  # "Completed | 12" counts, it explains nothing
            found = _pair(cells[0], cells[1], words) or ([] if counts else _pair(cells[1], cells[0], words))
            is_heading = row == 0 and cells[0].fill == cells[1].fill and by_words(cells[0].text, words) is None
            entries += found or ([] if is_heading else _explained(cells[0], cells[1], words))
        elif view.n_columns >= 3 and len(cells) == 3 and view.n_rows >= 3:
            entries += _of_three(cells, words)
        elif view.n_rows <= 2 or view.n_columns == 1:
            entries += [e for c in cells if (e := _own_sign(c, words))]
    filled = [r for r in range(view.n_rows) if any(c.text.strip() for c in view.row(r))]
    return entries if len(entries) >= 0.6 * len(filled) else []


def _of_three(cells: Sequence[Cell], words: Words) -> list[Entry]:
    """A sign, the status it stands for, and what that means: "✔ | Completed | All deliverables were produced."."""
    sign, status, _ = cells
    text = sign.text.strip()
    is_sign = cell_colour(sign) if not text else len(text) <= MAX_SIGN and not any(c.isdigit() for c in text)
    known = by_words(status.text, words) if is_sign or colour_words(text, words) else None
    return [known, *_pair(sign, status, words)] if known else []


def _sign_and_meaning(cells: Sequence[Cell]) -> list[Cell]:
    """Of three cells, a blank one on its colour and the word beside it as one sign, and the third, which explains it; of others none."""
    if len(cells) != 3 or not cells[2].text.strip():
        return []
    first, second, meaning = cells
    tint, word = (second, first) if first.text.strip() else (first, second)
    text = word.text.strip()
    if tint.text.strip() or not tint.fill or not text or any(c.isdigit() for c in text):
        return []
    return [replace(tint, text=text), meaning]


def _own_sign(cell: Cell, words: Words) -> Entry | None:
    tint = cell_colour(cell)
    lines = entries_of(cell.text, cell.marks, words)
    if len(lines) == 1:
        return Entry(lines[0].rating, lines[0].phrase, tint)
    if tint is None or len(cell.text) > MAX_ENTRY:
        return None
    named = colour_words(cell.text, words)
    known = by_words(cell.text, words)
    rating = named[0][2] if len({n[2] for n in named}) == 1 else known.rating if known else colour.rating_of(tint)
    return Entry(rating, cell.text.strip(EDGES), tint) if rating else None


def _pair(sign: Cell, meaning: Cell, words: Words) -> list[Entry]:
    """A sign (a fill, a coloured word, a letter, stars) and, beside it, what it means; a status word on the fill is a sign as well."""
    text, tint = sign.text.strip(), cell_colour(sign)
    if not meaning.text.strip() or len(meaning.text) > MAX_ENTRY or len(text) > 40 or len(text) > len(meaning.text) + 12:
        return []
    named = {n[2] for n in colour_words(text, words)}
    by_meaning = by_words(meaning.text, words)
    rating = named.pop() if len(named) == 1 else colour.rating_of(tint) if tint else None
    if rating is None and by_meaning and text and len(text) <= 6:
        return [Entry(by_meaning.rating, text, is_status=not text.isalnum(), level=by_meaning.level)]
    if rating is None:
        return []
    is_word = bool(text) and not colour_words(text, words)
    return [Entry(rating, meaning.text.strip(EDGES), tint), *([Entry(rating, text.strip(EDGES))] if is_word else [])]


def _explained(sign: Cell, meaning: Cell, words: Words) -> list[Entry]:
    """A status with its explanation: a known word, or a word on grey or blue, which stand for no light."""
    text = sign.text.strip(EDGES)
    if len(text) > 40 or len(meaning.text.split()) < EXPLAINED:
        return []
    known = by_words(text, words) if text else None
    if known:
        return [known]
    shown = sign.fill if sign.fill and (cell_colour(sign) or colour.is_dull(sign.fill)) else None
    return [Entry(None, text or meaning.text.strip(EDGES), shown)] if shown or (text and sign.fill) else []


def _heading_entries(view: View, words: Words) -> list[Entry]:
    """Entries listed in a heading cell: "Overall status", then a line for each value."""
    found: list[Entry] = []
    for cell in view.row(0):
        lines = cell.text.split("\n")[1:]
        entries = [e for line in lines if len(line) <= MAX_ENTRY and (e := by_words(line, words))]
        if len(entries) >= 3 and len({e.rating for e in entries}) >= 2 and len(entries) >= 0.6 * len(lines):
            found += entries
    return found
