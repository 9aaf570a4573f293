"""Runs → lines: what stands on one base line of a cell, or of a column of prose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.letters import is_in_syllables
from pipeline.model import MarkKind
from pipeline.readers.pages.bidi import Glyph, logical, logical_from_left
from pipeline.readers.pages.glyphs import PageText, Run
from pipeline.readers.pages.spans import Span
from pipeline.readers.pages.symbols import BALLS, BULLET_ITEM, RIGHT_TO_LEFT, is_right_to_left

SAME_BASE = 0.35  # of the font size
RAISED = 0.6  # of the larger font size: how far a small figure is raised or lowered
WORD_GAP = 0.15  # of the font size: a gap that parts words where pdfium doesn't say
SCRIPT_GAP = 0.3  # of the font size: a narrower gap between a Korean letter and another is the word processor's own
FLUSH = 6.0  # points: a line so much nearer to one side of its cell is set there
GREYS = 24  # of 255: colours whose channels differ less are black, grey or white


@dataclass(slots=True, eq=False)
class Line:
    """One line of text, in points of its page's frame."""

    text: str
    page: int
    x0: float
    x1: float
    base: float
    size: float
    is_bold: bool  # all of it
    first_word: float  # width of its first word
    last_spaced: bool  # a space glyph stands at its end
    turn: int = 0
    fonts: tuple[str, str] = ("", "")  # of its first letter and of its last
    spans: tuple[Span, ...] = ()
    bullet: float | None = None  # x of the drawn bullet that was taken off
    label_gap: float = 0.0  # room between its first word and its second, where that is wide
    raised: tuple[tuple[int, int], ...] = ()  # where small raised figures stand, as those of notes
    flow: tuple[float, int] | None = None  # of prose in columns: where they begin on the page, and which column

    @property
    def top(self) -> float:
        return self.base - 0.8 * self.size

    @property
    def place(self) -> tuple[float, int, float]:
        """Where the line stands in its page's reading order."""
        return (*(self.flow or (self.top, 0)), self.top)

    @property
    def bottom(self) -> float:
        return self.base + 0.22 * self.size


def lines_of(runs: Sequence[Run], page: int, text: PageText, sides: tuple[float, float] | None = None) -> list[Line]:
    """Return the lines that runs make, from top to bottom; `sides` are those of their cell."""
    rows: list[list[Run]] = []
    for run in runs if len(runs) < 2 else sorted(runs, key=_height):
        if rows and _on_one_line(rows[-1], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    lines: list[Line] = []
    for row in rows:
        goes_on_from_right = text.has_right_to_left and bool(lines) and is_right_to_left(lines[-1].text) and _is_without_letters(row)
        if len(row) == 1 and row[0].text.isascii() and not goes_on_from_right:
            lines.append(_plain_line(row[0], page, text))
        else:
            lines.append(_line(row, page, text, sides, from_right=goes_on_from_right))
    return lines


def _is_without_letters(row: list[Run]) -> bool:
    """Tell whether a line is figures and signs: it runs as the line above it does."""
    return not any(char.isalpha() for run in row for char in run.text)


def _plain_line(run: Run, page: int, page_text: PageText) -> Line:
    """Return the line of one run of plain characters; what `_line` does for any, at less cost."""
    text, style = run.text, run.style
    if "  " in text or "\t" in text:
        text = " ".join(text.split())
    spans = _run_spans(run, 0, len(text)) if style.is_bold or style.colour != "000000" or run.highlight or run.sign else []
    first_word = page_text.first_word(run)
    return Line(
        text,
        page,
        run.x0,
        run.x1,
        run.base,
        style.size,
        style.is_bold,
        first_word,
        page_text.draws_space_after(run),
        style.turn,
        (style.font, style.font),
        tuple(spans),
    )


def _height(run: Run) -> tuple[int, float]:
    return run.style.turn, run.base


def _on_one_line(row: list[Run], run: Run) -> bool:
    first = max(row, key=lambda run: run.style.size) if len(row) > 1 else row[0]
    size, other = first.style.size, run.style.size
    distance = abs(run.base - first.base)
    if distance > size and distance > other or first.style.turn != run.style.turn:
        return False
    if distance <= SAME_BASE * min(size, other):
        return True
    return min(size, other) < 0.8 * max(size, other) and distance <= RAISED * max(size, other) and not _collide(row, run)


def _collide(row: list[Run], run: Run) -> bool:
    return any(run.x0 < other.x1 - 0.5 and other.x0 < run.x1 - 0.5 for other in row)


def _line(row: list[Run], page: int, page_text: PageText, sides: tuple[float, float] | None, *, from_right: bool = False) -> Line:
    ordered = _in_reading_order(row) if len(row) > 1 else row
    largest = ordered[0] if len(ordered) == 1 else max(ordered, key=lambda run: run.style.size * len(run.text) ** 0.5)
    if from_right or any(RIGHT_TO_LEFT.search(run.text) for run in ordered if not run.text.isascii()):
        text, spans, first_word = _right_to_left_text(ordered, page_text, sides)
    else:
        text, spans, first_word = _text(ordered, page_text)
    line = Line(
        text,
        page,
        min(run.x0 for run in ordered),
        max(run.x1 for run in ordered),
        largest.base,
        largest.style.size,
        all(run.style.is_bold for run in ordered),
        first_word,
        page_text.draws_space_after(ordered[-1]),
        largest.style.turn,
        (ordered[0].style.font, ordered[-1].style.font),
        tuple(_merged(spans)),
        None,
        _label_gap(ordered),
        _raised(ordered, largest, text) if len(ordered) > 1 else (),
    )
    is_level = sides is not None and page_text.has_part_balls and text[:1] in BALLS
    return line if is_level else _without_bullet(line, ordered)


def _raised(ordered: Sequence[Run], largest: Run, text: str) -> tuple[tuple[int, int], ...]:
    """Return where the small raised runs of a line stand in its text."""
    raised = []
    at = 0
    for run in ordered:
        own = " ".join(run.text.split())
        at = max(at, text.find(own, at))
        if run.style.size < 0.8 * largest.style.size and run.base < largest.base - 0.12 * largest.style.size:
            raised.append((at, at + len(own)))
        at += len(own)
    return tuple(raised)


def _text(ordered: Sequence[Run], page_text: PageText) -> tuple[str, list[Span], float]:
    """Return the text of runs side by side, its spans, and the width of its first word."""
    if len(ordered) == 1:
        text = " ".join(ordered[0].text.split())
        return text, _run_spans(ordered[0], 0, len(text)), page_text.first_word(ordered[0])
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    for number, run in enumerate(ordered):
        if number and _is_parted(ordered[number - 1], run):
            parts.append(" ")
            length += 1
        text = " ".join(run.text.split())
        spans += _run_spans(run, length, length + len(text))
        parts.append(text)
        length += len(text)
    return "".join(parts), spans, _first_word(ordered, page_text)


def _right_to_left_text(ordered: Sequence[Run], page_text: PageText, sides: tuple[float, float] | None) -> tuple[str, list[Span], float]:
    """Do as `_text` for a line of which some is read from the right, from where its glyphs stand."""
    drawn = page_text.glyphs(ordered)
    glyphs = logical_from_left(drawn) if _starts_at_left(drawn, sides) else logical(drawn)
    spans: list[Span] = []
    length = 0
    for number, own in groupby(glyphs, key=lambda glyph: glyph.run):
        width = sum(len(glyph.char) for glyph in own)
        spans += _run_spans(ordered[number], length, length + width)
        length += width
    end = next((at for at, glyph in enumerate(glyphs) if glyph.char == " "), len(glyphs))
    first_word = max(glyph.x1 for glyph in glyphs[:end]) - min(glyph.x0 for glyph in glyphs[:end])
    return "".join(glyph.char for glyph in glyphs), spans, first_word


def _starts_at_left(glyphs: Sequence[Glyph], sides: tuple[float, float] | None) -> bool:
    """Tell whether a line of two scripts is read from the left: it begins there in Latin letters, has more of them, and isn't set flush right."""
    letters = [glyph for glyph in glyphs if glyph.char.isalpha()]
    if not letters or is_right_to_left("".join(glyph.char for glyph in letters)):
        return False
    first, last = min(glyphs, key=lambda glyph: glyph.x0), max(glyphs, key=lambda glyph: glyph.x1)
    is_flush_right = sides is not None and first.x0 - sides[0] > sides[1] - last.x1 + FLUSH
    return RIGHT_TO_LEFT.match(min(letters, key=lambda glyph: glyph.x0).char) is None and not is_flush_right


def _in_reading_order(row: list[Run]) -> list[Run]:
    if len(row) == 1:
        return row
    ordered = sorted(row, key=lambda run: run.x0)
    if is_right_to_left("".join(run.text for run in row)):
        numbers = {run.line for run in row}
        if len(numbers) == 1:
            return sorted(row, key=lambda run: run.start)
        ordered.reverse()
    return ordered


def _is_parted(before: Run, run: Run) -> bool:
    if run.line == before.line and run.start >= before.end and (run.is_spaced or before.ends_spaced):
        return True
    gap = SCRIPT_GAP if is_in_syllables(before.text[-1:]) != is_in_syllables(run.text[:1]) else WORD_GAP
    return max(run.x0 - before.x1, before.x0 - run.x1) > gap * run.style.size or before.ends_spaced


def _first_word(ordered: Sequence[Run], page_text: PageText) -> float:
    """Return the width of a line's first word, over all the runs in which it stands."""
    width = page_text.first_word(ordered[0])
    for number in range(1, len(ordered)):
        run = ordered[number]
        if " " in ordered[number - 1].text or _is_parted(ordered[number - 1], run):
            break
        width += page_text.first_word(run)
    return width


def _label_gap(ordered: Sequence[Run]) -> float:
    if len(ordered) < 2:
        return 0.0
    gap = ordered[1].x0 - ordered[0].x1
    return gap if gap > 0.5 * ordered[0].style.size else 0.0


def _run_spans(run: Run, start: int, end: int) -> list[Span]:
    spans = []
    if run.sign is not None:
        spans.append(run.sign._replace(start=start, end=end))
    if run.style.is_bold:
        spans.append(Span(MarkKind.BOLD, start, end))
    if is_colourful(run.style.colour):
        spans.append(Span(MarkKind.FONT, start, end, run.style.colour))
    if run.highlight is not None:
        spans.append(Span(MarkKind.HIGHLIGHT, start, end, run.highlight))
    return spans


def is_colourful(colour: str | None) -> bool:
    """Tell whether a colour is other than black, grey and white."""
    if colour is None or colour == "000000":
        return False
    channels = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    return max(channels) - min(channels) >= GREYS


def _merged(spans: list[Span]) -> list[Span]:
    """Join spans of one kind and colour that stand side by side."""
    if len(spans) < 2:
        return spans
    merged: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.kind, span.start)):
        last = merged[-1] if merged else None
        if last and (last.kind, last.colour, last.text) == (span.kind, span.colour, span.text) and span.start - last.end <= 1:
            merged[-1] = last._replace(end=span.end)
        else:
            merged.append(span)
    return sorted(merged, key=lambda span: (span.start, span.kind))


def _without_bullet(line: Line, ordered: Sequence[Run]) -> Line:
    """Take a drawn bullet off a line; a coloured dot is a sign, not a bullet."""
    bullet = BULLET_ITEM.match(line.text)
    if bullet is None or is_colourful(ordered[0].style.colour) or _is_sign(ordered):
        return line
    rest = line.text[bullet.end() :]
    text = rest.lstrip()
    if not text:
        return line
    cut = len(line.text) - len(text)
    spans = tuple(span._replace(start=max(0, span.start - cut), end=span.end - cut) for span in line.spans if span.end > cut)
    x0 = ordered[1].x0 if len(ordered) > 1 and len(ordered[0].text) == 1 else line.x0
    return replace(line, text=text, spans=spans, bullet=line.x0, x0=x0)


def _is_sign(ordered: Sequence[Run]) -> bool:
    """Tell whether a line begins with a dot in a grey of its own: a sign among coloured ones."""
    colour = ordered[0].style.colour
    return len(ordered) > 1 and len(ordered[0].text) == 1 and colour not in ("000000", ordered[1].style.colour)
