"""Lines → paragraphs: where one ends, and how its lines join."""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from pipeline.readers.pages.lines import Line
from pipeline.readers.pages.spans import Span
from pipeline.readers.pages.symbols import DRAWN_HYPHEN, HYPHEN, is_right_to_left

TIGHT = "\x1f"  # stands where a line may end in the middle of a word; `mending` decides
LABEL = re.compile(
    r"^(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[^\W\d_]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}|[-–—*])(?=\s)"  # "a.", "(3)", "2.1", "-"
)
FIELD = re.compile(r"^[^\W\d_a-z]\w*(?:[ '’]\w+){0,4} ?:(?=\s|$)")  # "Próximos passos: …"
ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
SENTENCE_ENDS = frozenset('.:;!?…։。؟»”")')
INDENT = 5.0  # points: a line that starts so much farther in or out begins something
ROOM = 0.6  # points that must be left over before a word counts as having had room
LOOSE = 1.22  # of the usual line pitch: lines farther apart are parted by a paragraph's end
SIZE_STEP = 1.1  # ratio of font sizes that parts a heading from its text


class Paragraph(NamedTuple):
    """Lines that belong together, joined; `spans` are offsets in `text`."""

    text: str
    lines: tuple[Line, ...]
    spans: tuple[Span, ...]
    is_item: bool
    level: int = 0  # of an item


class Measure(NamedTuple):
    """The room that lines were set in, and the document's usual distance of base lines by font size."""

    left: float
    right: float
    pitches: Mapping[float, float]
    is_guessed: bool = False  # its ends are the margins', not those of full lines


def usual_pitches(columns: Iterable[tuple[Sequence[Line], float]]) -> dict[float, float]:
    """Return the usual distance of base lines by font size, from lines that run full, given columns and their right ends."""
    counts: dict[float, Counter[float]] = {}
    for lines, right in columns:
        for above, below in itertools.pairwise(lines):
            if above.page == below.page and above.size == below.size and above.x1 + below.first_word > right - ROOM and below.bullet is None:
                pitch = round(below.base - above.base, 1)
                if 0.8 * above.size < pitch < 2.6 * above.size:
                    counts.setdefault(above.size, Counter())[pitch] += 1
    return {size: min(pitches, key=lambda pitch: (-pitches[pitch], pitch)) for size, pitches in counts.items()}


def paragraphs_of(lines: Sequence[Line], room: Callable[[Line], Measure]) -> list[Paragraph]:
    """Group the lines of a cell or of prose, in reading order, and join them; `room` tells the room of each line."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _starts_anew(groups[-1], line, room(groups[-1][-1])):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_joined(group, room(group[0])) for group in groups]


def _starts_anew(group: list[Line], line: Line, measure: Measure) -> bool:
    above = group[-1]
    if line.turn != above.turn or line.bullet is not None or _differs_in_size(above, line):
        return True
    same_page = line.page == above.page and line.base > above.base - 0.5 * above.size
    if same_page and line.base - above.base > LOOSE * _pitch(above, line, measure):
        return True
    if _had_room(above, line, measure):
        return True
    if _is_label(line) and (_is_label(group[0]) or line.label_gap or above.text[-1:] in SENTENCE_ENDS):
        return True
    if FIELD.match(line.text) and (FIELD.match(group[0].text) or above.text[-1:] in SENTENCE_ENDS):
        return True
    if (line.is_bold or group[0].is_bold) and all(each.is_bold for each in group) != line.is_bold and _changes_weight(group, line):
        return True
    return _is_indented_anew(group, line)


def _differs_in_size(above: Line, line: Line) -> bool:
    small, large = sorted((above.size, line.size))
    return large > SIZE_STEP * small and min(len(above.text), len(line.text)) > 3


def _pitch(above: Line, line: Line, measure: Measure) -> float:
    size = max(above.size, line.size)
    return measure.pitches.get(size, 1.32 * size)


def _had_room(above: Line, line: Line, measure: Measure) -> bool:
    """Tell whether the first word of a line would have fitted at the end of the line above it."""
    if above.turn:
        return False
    if measure.is_guessed and line.text[:1].islower() and above.text[-1:] not in SENTENCE_ENDS:
        return False
    gap = 0.25 * above.size
    if is_right_to_left(above.text):
        return above.x0 - gap - line.first_word >= measure.left + ROOM
    is_centred = abs(above.x0 - line.x0) > 1 and _is_centred(above, measure) and _is_centred(line, measure)
    free = (above.x0 - measure.left if is_centred else 0) + measure.right - above.x1
    return free >= gap + line.first_word + ROOM


def _is_centred(line: Line, measure: Measure) -> bool:
    return abs((line.x0 - measure.left) - (measure.right - line.x1)) < 3


def _is_label(line: Line) -> bool:
    return LABEL.match(line.text) is not None


def _changes_weight(group: list[Line], line: Line) -> bool:
    """Tell whether bold turns to plain, or plain to bold, as it does between a label and its text."""
    if line.is_bold:
        return group[-1].text[-1:] in SENTENCE_ENDS
    starts_bold = any(span.kind == "bold" and span.start == 0 for span in line.spans)
    return not starts_bold and all(each.is_bold for each in group)


def _is_indented_anew(group: list[Line], line: Line) -> bool:
    above = group[-1]
    if line.page != above.page or line.base < above.base or is_right_to_left(line.text):
        return False
    if len(group) == 1:
        return False
    return abs(line.x0 - above.x0) > INDENT and abs(group[1].x0 - above.x0) <= INDENT and _is_flush(group[1:])


def _is_flush(lines: Sequence[Line]) -> bool:
    return max(line.x0 for line in lines) - min(line.x0 for line in lines) <= 1.5


def _joined(group: Sequence[Line], measure: Measure) -> Paragraph:
    text, spans = "", []
    for number, line in enumerate(group):
        if number:
            text += _joint(text, group[number - 1], line, measure)
        spans += [span._replace(start=span.start + len(text), end=span.end + len(text)) for span in line.spans]
        text += line.text
    return Paragraph(text, tuple(group), tuple(_continued(spans)), group[0].bullet is not None)


def _joint(so_far: str, above: Line, line: Line, measure: Measure) -> str:
    """Return what stands between two lines: nothing after a hyphen, a doubt in a filled single word, else a space."""
    if above.text.endswith(HYPHEN):
        return ""
    if above.text.endswith(DRAWN_HYPHEN) and len(above.text) > 1:
        return HYPHEN
    if above.text.endswith("-") and line.text[:1].isalnum() and len(above.text) > 1 and not above.text[-2].isspace():
        return HYPHEN
    if above.text.endswith("/") and not above.text.endswith(" /") and not above.last_spaced:
        return ""
    if above.text[-1:] in "./-_?=&" and not above.last_spaced and ADDRESS.search(so_far):
        return ""
    if above.last_spaced or not above.text[-1:].isalpha() or not line.text[:1].isalpha():
        return " "
    return TIGHT if _is_too_long(above, line, measure) and not _has_room_for_letter(above, line, measure) else " "


def _is_too_long(above: Line, line: Line, measure: Measure) -> bool:
    """Tell whether the last word above and the first below, taken as one, wouldn't fit on a line."""
    last = above.text.rsplit(" ", 1)[-1]
    width = (above.x1 - above.x0) * len(last) / max(1, len(above.text))
    return " " not in above.text or width + line.first_word > measure.right - measure.left


def _has_room_for_letter(above: Line, line: Line, measure: Measure) -> bool:
    letter = line.first_word / max(1, len(line.text.split(maxsplit=1)[0]))
    return (measure.right - measure.left) - (above.x1 - above.x0) > 2 * letter + ROOM


def _continued(spans: Iterable[Span]) -> list[Span]:
    """Join spans that go on over a line's end."""
    joined: list[Span] = []
    for span in spans:
        for index in range(len(joined) - 1, max(-1, len(joined) - 6), -1):
            last = joined[index]
            if (last.kind, last.colour, last.text) == (span.kind, span.colour, span.text) and 0 <= span.start - last.end <= 1:
                joined[index] = last._replace(end=span.end)
                break
        else:
            joined.append(span)
    return joined
