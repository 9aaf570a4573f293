"""The report's own legend: which colour, word, letter or sign means which light."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pipeline import colour
from pipeline.curation.grids import View
from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.words import COLOURS, LEVELS, LIGHTS, STATUS_KEYS, Words
from pipeline.model import Block, BlockKind, Cell, CellPlace, Document, Mark, MarkKind
from pipeline.tables import Completion, Rating
from pipeline.vocabulary import phrases

COLOUR_MARKS = frozenset({MarkKind.HIGHLIGHT, MarkKind.SHADING, MarkKind.FONT, MarkKind.SHAPE, MarkKind.PICTURE})
MAX_ENTRY = 160  # characters; a legend's entry is a phrase, not a paragraph
PALEST = 10  # of 255: how far a tint's channels stand apart at least; paper greys are below
MAX_CELLS = 24  # a larger table is no legend

_JOINT = re.compile(r"^\s*[–—:=\-(（]|^\s*\w*\s*[–—:=]")  # what stands between a colour's name and its meaning
_CODE_BEFORE = re.compile(r"(?<!\w)(?P<code>[^\W\d_]{1,2}|\d)\s*[–—:=\-]\s*$")  # "V – " before "verde"
# "★★★ = completed", but not "5-ն", whose hyphen joins an ending
_CODES = re.compile(r"(?P<sign>[★☆⭐✩✪]+|(?<!\w)[^\W_]{1,2})(?:\s*[–—:=]\s*|\s*-\s+)(?P<meaning>[^;,|\n★☆⭐✩✪]{3,80})")
# "FI – fully implemented", "Provedeno – aktivnost je u cijelosti provedena", "Scores: 3 = completed"
_SYMBOLS = re.compile(r"(?P<sign>[\u2190-\u2bff])\ufe0f?\s*[–—:=-]?\s*(?P<meaning>[^;,.|\n\u2190-\u2bff]{3,80})")  # "✔ completed; ● delayed"
_STATUS_AND_MEANING = re.compile(r"^(?:[^:：]{3,20}[:：]\s*)?(?P<status>[^–—=:]{1,40}?)\s*(?:\s[–—-]|[–—=:])\s+(?P<meaning>\S.+)$", re.DOTALL)
_HEAD_BEFORE = re.compile(r"(?:^|[.;:,|\n]\s*)(?P<head>[^.;:,|\n()（）]{1,40}?)\s*[(（]\s*$")  # "C (" before "green"
_BRACKET_CLOSES = re.compile(r"\s*[)）]\s*[–—:=]\s*")
_OPENS_LIST = re.compile(r"(?:^|[:：(（])\s*$")  # what stands before a list's first item
_SPLIT = re.compile(r"\s*[;|\n\t]\s*|\s{2,}|\s*,\s+")
_LIST_AFTER_COLON = re.compile(r"^[^:：]{3,80}[:：]\s*(?P<list>.+?)\.?$")  # "Possible values: Completed, On schedule, …"
_QUOTED = re.compile(r"[„“\"«‘'](?P<status>[^„“”\"«»‘’']{3,60})[“”\"»’']")  # „Provedeno“
_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
_INTRODUCTION = re.compile(r"^.*[:：]\s+", re.DOTALL)  # "The status is rated as follows: done"
_EDGES = " \t\n.;,:：–—-=()（）●⬤•■□▪"
MAX_SIGN = 3  # characters of a sign beside a status
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a legend."""

    rating: Rating | None
    phrase: str
    colour: str | None = None
    is_status: bool = False  # a status word alone, which no colour or letter stands for
    level: Completion | None = None  # of the completion scale, for a word of it or a sign that stands for one


def read_legend(document: Document, views: Mapping[int, View], words: Words) -> Legend:
    """Return the legend of a report: from its prose, its small coloured tables and its headings."""
    entries: list[Entry] = []
    positions: set[int] = set()
    cells: set[CellPlace] = set()
    for run in _runs(document.blocks):
        found = [e for b in run for e in _entries(b.text, b.marks, words)]
        if _is_legend(found):
            entries += found + [e for b in run if not _entries(b.text, b.marks, words) and (e := _other_status(b.text, words))]
            positions |= {b.position for b in run}
    for view in views.values():
        found = _table_entries(view, words)
        if _is_legend(found):
            entries += found
            cells |= {view.place(c) for c in view.grid.cells}
        entries += _heading_entries(view, words)
    return _combine(entries, cells, positions, _joiners(words.languages))


@lru_cache(maxsize=64)
def _joiners(languages: tuple[str, ...]) -> re.Pattern[str]:
    """What joins the items of a list: "and", "or"."""
    known = phrases("claims", (*languages, "en")).get("list_joiners", ())
    return re.compile(rf"\s+(?:{'|'.join(re.escape(w) for w in known)})\s+", re.IGNORECASE)


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
        parted = _STATUS_AND_MEANING.match(entry.phrase)
        for phrase in (entry.phrase, *(parted.groups() if parted else ())):
            key = fold(phrase) or phrase.strip()
            if key:
                statuses.setdefault(key, entry.rating)
    joined = {fold(part): e.rating for e in kept if len(e.phrase) <= MAX_ENTRY / 2 for part in joiners.split(e.phrase) if len(fold(part)) >= 3}
    of_lights = any(not e.is_status for e in kept)
    return Legend(
        colours=colours,
        other_colours=frozenset(others - colours.keys()),
        phrases=statuses,
        parts=joined,
        levels={} if of_lights else {fold(e.phrase) or e.phrase.strip(): e.level for e in kept if e.level},
        is_of_lights=of_lights,
        cells=frozenset(cells),
        positions=frozenset(positions),
    )


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


def _colour_words(text: str, words: Words) -> list[tuple[int, int, Rating]]:
    """Where a colour is named, each by its first name in the text."""
    found = []
    for match in re.finditer(r"\w+", text):
        known = words.ratings.match(match.group(), frozenset(COLOURS), loose=False)
        if known:
            found.append((match.start(), match.end(), COLOURS[known.key]))
    return found


def _entries(text: str, marks: Sequence[Mark], words: Words) -> list[Entry]:
    """Entries in a line of prose: "Green – completed   Amber – limited", "V – verde: …", "Completed (green), …", "Possible values: …"."""
    named = _colour_words(text, words)
    if named and len(text) <= MAX_ENTRY * max(3, len(named)):
        bracketed = _bracketed(text, marks, named)
        if len(bracketed) > 1:
            return bracketed
        shown = [n for n in named if _is_marked(marks, n[0], n[1])]
        opening = [n for n in named if _JOINT.match(text[n[1] :]) and not text[n[1] :].lstrip().startswith("(")]
        opening = opening or (shown if len({n[2] for n in shown}) >= 2 else [])
        if opening and opening[0][0] <= 40:
            return _after(text, marks, opening)
        closing = [n for n in named if re.search(r"[(（=–:-]\s*$", text[: n[0]])]
        if closing:
            return _before(text, marks, closing)
    return _coded(text, words) or _symbols(text, marks, words) or _listed(text, words)


def _other_status(text: str, words: Words) -> Entry | None:
    """A legend's line that names no colour: "D – dropped"."""
    parted = _STATUS_AND_MEANING.match(text.strip(_EDGES))
    if not parted or len(text) > MAX_ENTRY:
        return None
    known = _by_words(parted["status"], words) or _by_words(parted["meaning"], words)
    return Entry(known.rating if known else None, text.strip(_EDGES))


def _listed(text: str, words: Words) -> list[Entry]:
    """Entries of "Possible values: Completed, On schedule, …"."""
    listed = _LIST_AFTER_COLON.match(text)
    if not listed or len(text) > 400:
        return []
    found = [_by_words(part, words) for part in _items(listed["list"], words) if part.strip()]
    known = [e for e in found if e is not None]
    return known if len(known) >= 3 and len(known) >= 0.6 * len(found) else []


def _items(listed: str, words: Words) -> list[str]:
    """The statuses of a list: what stands in quotes, else what commas part, and "or" before the last; explanations in brackets are none."""
    quoted = [m["status"] for m in _QUOTED.finditer(listed)]
    if len(quoted) >= 3:
        return quoted
    parts = _SPLIT.split(_BRACKETS.sub("", listed))
    return [
        item for part in parts for item in ([part] if words.ratings.match(part, STATUS_KEYS, loose=False) else _joiners(words.languages).split(part))
    ]


def _coded(text: str, words: Words) -> list[Entry]:
    """Entries of "★★★ = completed; ★☆☆ = limited progress" or "C: completed, L: limited": a sign, a mark, a status."""
    if len(text) > 600:
        return []
    entries: list[Entry] = []
    codes = list(_CODES.finditer(text))
    if codes and codes[0]["sign"].isdigit() and not _OPENS_LIST.search(text[: codes[0].start()]):
        return []  # "Of 11 activities 3 were completed, 2 – partly, …" counts
    for part in codes:
        meaning = _by_words(part["meaning"], words)
        if meaning is not None:
            entries += [meaning, Entry(meaning.rating, part["sign"])]
    return entries if len(entries) >= 4 else []


def _symbols(text: str, marks: Sequence[Mark], words: Words) -> list[Entry]:
    """Entries of "✔ completed; ● on schedule; ● delayed": a symbol and a status. One of several colours stands for none by itself."""
    if len(text) > 600:
        return []
    found = [(part, meaning) for part in _SYMBOLS.finditer(text) if (meaning := _by_words(part["meaning"], words))]
    signs = Counter(part["sign"] for part, _ in found)
    entries: list[Entry] = []
    for part, meaning in found:
        tint = _colour_near(marks, part.start(), part.start("meaning"), text)
        entries += [replace(meaning, colour=tint), *([Entry(meaning.rating, part["sign"])] if signs[part["sign"]] == 1 else [])]
    return entries if len(found) > 1 and any(e.colour or not e.is_status for e in entries) else []


def _is_marked(marks: Sequence[Mark], start: int, end: int) -> bool:
    return any(m.kind in COLOUR_MARKS and m.colour and m.start < end and m.end > start and _is_tinted(m.colour) for m in marks)


def _is_tinted(hexadecimal: str) -> bool:
    """Whether a colour is any colour at all, however pale: beside a colour's name that is enough."""
    channels = [int(hexadecimal[n : n + 2], 16) for n in (0, 2, 4)]
    return max(channels) - min(channels) >= PALEST


def _after(text: str, marks: Sequence[Mark], named: list[tuple[int, int, Rating]]) -> list[Entry]:
    codes = [_CODE_BEFORE.search(text[: n[0]]) for n in named]
    starts = [code.start() if code else n[0] for code, n in zip(codes, named, strict=True)]
    entries: list[Entry] = []
    for (start, end, rating), stop, code in zip(named, [*starts[1:], len(text)], codes, strict=True):
        if stop - end <= MAX_ENTRY:
            entries.append(Entry(rating, text[end:stop].strip(_EDGES), _colour_near(marks, start, stop, text)))
            entries += [Entry(rating, code["code"])] if code else []
    return entries


def _bracketed(text: str, marks: Sequence[Mark], named: list[tuple[int, int, Rating]]) -> list[Entry]:
    """Entries of "C (green): completed. P (amber): …": a letter or a status, its colour in a bracket, and behind a colon what it means."""
    heads = [(head, closing, n[2]) for n in named if (head := _HEAD_BEFORE.search(text[: n[0]])) and (closing := _BRACKET_CLOSES.match(text, n[1]))]
    entries: list[Entry] = []
    for n, (head, closing, rating) in enumerate(heads):
        stop = heads[n + 1][0].start("head") if n + 1 < len(heads) else len(text)
        meaning = text[closing.end() : stop].strip(_EDGES)
        tint = _colour_near(marks, head.start("head"), stop, text)
        entries += [Entry(rating, said, tint) for said in (head["head"].strip(_EDGES), meaning) if said and len(said) <= MAX_ENTRY]
    return entries if len(heads) > 1 else []


def _before(text: str, marks: Sequence[Mark], named: list[tuple[int, int, Rating]]) -> list[Entry]:
    starts = [0] + [n[1] for n in named[:-1]]
    said = [
        (rating, text[begin:start].strip(_EDGES), _colour_near(marks, begin, end, text))
        for (start, end, rating), begin in zip(named, starts, strict=True)
    ]
    if len(said) > 1 and not any(":" in phrase for _, phrase, _ in said[1:]):  # else a colon parts each status from its meaning
        said[0] = (said[0][0], _INTRODUCTION.sub("", said[0][1]), said[0][2])
    return [Entry(rating, phrase, tint) for rating, phrase, tint in said if len(phrase) <= MAX_ENTRY]


def _colour_near(marks: Sequence[Mark], start: int, stop: int, text: str) -> str | None:
    """The colour printed on an entry's own characters, or on the dot just before its name."""
    begin = start
    while begin > 0 and text[begin - 1] in " ●⬤■•▪\u00a0":
        begin -= 1
    for mark in marks:
        if mark.kind in COLOUR_MARKS and mark.colour and mark.start < max(stop, begin + 1) and mark.end > begin and _is_tinted(mark.colour):
            return mark.colour
    return None


def _by_words(text: str, words: Words) -> Entry | None:
    match = words.ratings.match(text.strip(_EDGES), STATUS_KEYS)
    if match is None or match.score < 0.8:
        return None
    return Entry(LIGHTS.get(match.key), text.strip(_EDGES), is_status=True, level=completion_of(match.key))


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
        cells = [c for c in view.row(row) if c.text.strip() or cell_colour(c)]
        if view.n_columns > 1 and len(cells) == 2 and view.n_rows >= 2:
            counts = cells[1].text.strip().rstrip("%").isdigit()  # "Completed | 12" counts, it explains nothing
            found = _pair(cells[0], cells[1], words) or ([] if counts else _pair(cells[1], cells[0], words))
            entries += found or _explained(cells[0], cells[1], words)
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
    known = _by_words(status.text, words) if is_sign or _colour_words(text, words) else None
    return [known, *_pair(sign, status, words)] if known else []


def _own_sign(cell: Cell, words: Words) -> Entry | None:
    tint = cell_colour(cell)
    lines = _entries(cell.text, cell.marks, words)
    if len(lines) == 1:
        return Entry(lines[0].rating, lines[0].phrase, tint)
    if tint is None or len(cell.text) > MAX_ENTRY:
        return None
    named = _colour_words(cell.text, words)
    by_words = _by_words(cell.text, words)
    rating = named[0][2] if len({n[2] for n in named}) == 1 else by_words.rating if by_words else colour.rating_of(tint)
    return Entry(rating, cell.text.strip(_EDGES), tint) if rating else None


def _pair(sign: Cell, meaning: Cell, words: Words) -> list[Entry]:
    """A sign (a fill, a coloured word, a letter, stars) and, beside it, what it means; a status word on the fill is a sign as well."""
    text, tint = sign.text.strip(), cell_colour(sign)
    if not meaning.text.strip() or len(meaning.text) > MAX_ENTRY or len(text) > 40 or len(text) > len(meaning.text) + 12:
        return []
    named = {n[2] for n in _colour_words(text, words)}
    by_meaning = _by_words(meaning.text, words)
    rating = named.pop() if len(named) == 1 else colour.rating_of(tint) if tint else None
    if rating is None and by_meaning and text and len(text) <= 6:
        return [Entry(by_meaning.rating, text, is_status=not text.isalnum(), level=by_meaning.level)]
    if rating is None:
        return []
    is_word = bool(text) and not _colour_words(text, words)
    return [Entry(rating, meaning.text.strip(_EDGES), tint), *([Entry(rating, text.strip(_EDGES))] if is_word else [])]


def _explained(sign: Cell, meaning: Cell, words: Words) -> list[Entry]:
    """A status with its explanation: a known word, or a word on grey or blue, which stand for no light."""
    text = sign.text.strip(_EDGES)
    if len(text) > 40 or len(meaning.text.split()) < EXPLAINED:
        return []
    known = _by_words(text, words) if text else None
    if known:
        return [known]
    shown = sign.fill if sign.fill and (cell_colour(sign) or colour.is_dull(sign.fill)) else None
    return [Entry(None, text or meaning.text.strip(_EDGES), shown)] if shown or (text and sign.fill) else []


def _heading_entries(view: View, words: Words) -> list[Entry]:
    """Entries listed in a heading cell: "Overall status", then a line for each value."""
    found: list[Entry] = []
    for cell in view.row(0):
        lines = cell.text.split("\n")[1:]
        entries = [e for line in lines if len(line) <= MAX_ENTRY and (e := _by_words(line, words))]
        if len(entries) >= 3 and len({e.rating for e in entries}) >= 2 and len(entries) >= 0.6 * len(lines):
            found += entries
    return found


def completion_of(key: str) -> Completion | None:
    """The level of OGP's scale that a status key stands for."""
    return LEVELS.get(key)
