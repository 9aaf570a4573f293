"""How a document sets its text: the distance of its lines, and what tells a wrapped line from a paragraph's end."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.letters import is_in_syllables
from pipeline.model import MarkKind
from pipeline.readers.pages.lines import Line

ROOM = 0.6  # points that must be left over before a word counts as having had room
SPACE = 0.32  # of the font size: so much room holds a space of any usual font
ENOUGH = 30  # lines: where so many are seen to wrap, and all of them with a space, none does without
SURE = 8  # lines: where so many are seen to wrap and so many to end a paragraph, their distances tell the two apart
STEP = 0.8  # points: distances that differ by less are one
SEVERAL = 4  # lines that break between syllables and have a space there: the producer draws it
SELDOM = 0.05  # of the lines that end a cell or stretch of prose: so few may have a space behind them


class Column(NamedTuple):
    """Lines set one below the other, and how far right they may reach."""

    lines: Sequence[Line]
    right: float
    is_cell: bool


class Setting(NamedTuple):
    """What holds for all the text of a document."""

    pitches: Mapping[float, float]  # usual distance of base lines by font size
    parting: Mapping[float, float]  # the distance, by font size, beyond which lines are of two paragraphs, where that shows
    spaces_wraps: bool = False  # a space glyph stands at the end of each wrapped line that has room for it, and of hardly any paragraph
    spaces_syllables: bool = False  # the same of Korean, whose words may break after any syllable: without a space there the word goes on
    runs_in: bool = False  # bold labels in cells stand on one line with their text


def setting_of(columns: Sequence[Column]) -> Setting:
    """Return how a document sets its text, given its cells and its stretches of prose."""
    neighbours = list(_neighbours(columns))
    wraps = [above.last_spaced for above, below, right in neighbours if _surely_wraps(above, below, right)]
    ends = [column.lines[-1].last_spaced for column in columns if column.lines]
    spaces_wraps = len(wraps) >= ENOUGH and all(wraps) and sum(ends) <= SELDOM * len(ends)
    runs_in = _runs_in(column for column in columns if column.is_cell)
    syllables = sum(above.last_spaced and breaks_between_syllables(above, below) for above, below, _ in neighbours)
    return Setting(_usual_pitches(neighbours), _parting(neighbours), spaces_wraps, syllables >= SEVERAL, runs_in)


def breaks_between_syllables(above: Line, below: Line) -> bool:
    """Tell whether a line's end stands between two Korean syllables, perhaps of one word."""
    return not above.text.isascii() and is_in_syllables(above.text[-1:]) and is_in_syllables(below.text[:1])


def bold_end(line: Line) -> int:
    """Return where the bold words end that a line begins with; 0 where it begins with none."""
    for span in line.spans:
        if span.kind is MarkKind.BOLD and span.start == 0:
            return span.end
    return 0


def starts_bold(line: Line) -> bool:
    """Tell whether a line's first word is bold."""
    return bool(line.spans) and bold_end(line) > 0


def _usual_pitches(neighbours: Iterable[tuple[Line, Line, float]]) -> dict[float, float]:
    """Return the usual distance of base lines by font size, from lines that run full."""
    counts: dict[float, Counter[float]] = defaultdict(Counter)
    for above, below, right in neighbours:
        size = above.size
        if size == below.size and above.x1 + below.first_word > right - ROOM and below.bullet is None:
            pitch = round(below.base - above.base, 1)
            if 0.8 * size < pitch < 2.6 * size:
                counts[size][pitch] += 1
    return {size: min(pitches, key=lambda pitch: (-pitches[pitch], pitch)) for size, pitches in counts.items()}


def _parting(neighbours: Iterable[tuple[Line, Line, float]]) -> dict[float, float]:
    """Return by font size the distance between those that wrapped lines have and those that a paragraph's last and the next one's first have."""
    wraps: dict[float, list[float]] = {}
    ends: dict[float, list[float]] = {}
    for above, below, right in neighbours:
        if above.size != below.size or above.is_bold != below.is_bold or abs(above.x0 - below.x0) > 1 or above.turn or below.bullet is not None:
            continue
        free = right - above.x1 - below.first_word - SPACE * above.size - ROOM
        if below.text[:1].islower() and above.text[-1:].isalpha() and free < 0:
            wraps.setdefault(above.size, []).append(below.base - above.base)
        elif below.text[:1].isupper() and above.text[-1:] in ".!?" and free > 2 * above.size:
            ends.setdefault(above.size, []).append(below.base - above.base)
    limits = {size: (max(wraps[size]), min(found)) for size, found in ends.items() if len(found) >= SURE and len(wraps.get(size, ())) >= SURE}
    return {size: (widest + least) / 2 for size, (widest, least) in limits.items() if least - widest >= STEP}


def _neighbours(columns: Iterable[Column]) -> Iterator[tuple[Line, Line, float]]:
    for column in columns:
        for above, below in itertools.pairwise(column.lines):
            if above.page == below.page:
                yield above, below, column.right


def _surely_wraps(above: Line, below: Line, right: float) -> bool:
    """Tell whether a sentence runs on from one line into the next, with room for a space at the end of the first."""
    if not (below.text[:1].islower() and above.text[-1:].isalpha() and above.x1 + SPACE * above.size < right - ROOM):
        return False
    return above.is_bold == below.is_bold and above.size == below.size and abs(above.x0 - below.x0) <= 1 and not above.turn


def _runs_in(columns: Iterable[Column]) -> bool:
    """Tell whether more bold labels are followed by their text on their own line than stand alone where it would have fitted."""
    score = 0
    for column in columns:
        score += sum(bold_end(line) > 0 for line in column.lines if line.spans and not line.is_bold)
        for above, below in itertools.pairwise(column.lines):
            if above.is_bold and not starts_bold(below):
                score -= above.x1 + 0.3 * above.size + below.first_word < column.right - 2 * ROOM
    return score > 0
