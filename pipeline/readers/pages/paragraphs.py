"""Lines → paragraphs: where one ends, and how its lines join."""

import math
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pipeline.readers.pages.lines import Line
from pipeline.readers.pages.setting import ROOM, SPACE, Setting, bold_end, breaks_between_syllables, starts_bold
from pipeline.readers.pages.spans import Span
from pipeline.readers.pages.symbols import DRAWN_HYPHEN, HYPHEN, is_right_to_left

TIGHT = "\x1f"  # stands where a line may end in the middle of a word; `mending` decides
LABEL = re.compile(
    r"^(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[^\W\d_]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}|[-–—*])(?=\s)"  # "a.", "(3)", "2.1", "-"
    r"(?!\s(?:\d{1,2}\.\s?)?(?:19|20)\d\d(?:[.,;:)]|$))"  # but not the rest of a date: "12. 2022."
)
FIELD = re.compile(r"^[^\W\d_a-z]\w*(?:[ '’]\w+){0,4} ?:(?=\s|$)")  # "Próximos passos: …"
ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
SENTENCE_ENDS = frozenset('.:;!?…։。؟»”")')
INDENT = 5.0  # points: a line that starts so much farther in or out begins something
LOOSE = 1.22  # of the usual line pitch: lines farther apart are parted by a paragraph's end
FLUSH = 1.5  # points: a line that ends so near to the right side is set there
DOUBT = 0.15  # of the font size: so much more room must be left over where a sentence seems to run on
SIZE_STEP = 1.1  # ratio of font sizes that parts a heading from its text


class Paragraph(NamedTuple):
    """Lines that belong together, joined; `spans` are offsets in `text`."""

    text: str
    lines: tuple[Line, ...]
    spans: tuple[Span, ...]
    is_item: bool
    level: int = 0  # of an item


class Measure(NamedTuple):
    """The room that lines were set in, and how the document sets its text."""

    left: float
    right: float
    setting: Setting
    is_guessed: bool = False  # its ends are the margins', not those of full lines


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
    if same_page and line.base - above.base > min(LOOSE * _pitch(above, line, measure), measure.setting.parting.get(line.size, math.inf)):
        return True
    if _had_room(above, line, measure) or _ends_unspaced(above, line, measure):
        return True
    return _begins_by_its_look(group, line, measure.setting.runs_in) or _is_indented_anew(group, line)


def _begins_by_its_look(group: list[Line], line: Line, runs_in: bool) -> bool:
    """Tell whether a line that had no room above begins something all the same: with a label, or in another weight."""
    above = group[-1]
    if is_label(line) and (is_label(group[0]) or line.label_gap or above.text[-1:] in SENTENCE_ENDS):
        return True
    if ":" in line.text and FIELD.match(line.text) and (FIELD.match(group[0].text) or above.text[-1:] in SENTENCE_ENDS):
        return True
    if _opens_with_bold_label(line) and above.text[-1:] in SENTENCE_ENDS and not any(starts_bold(each) for each in group):
        return True
    if not (line.is_bold or group[0].is_bold) or (runs_in and not (above.text[-1:].isalnum() and line.text[:1].isupper())):
        return False
    return all(each.is_bold for each in group) != line.is_bold and _changes_weight(group, line)


def _opens_with_bold_label(line: Line) -> bool:
    """Tell whether a line begins with bold words up to a colon, or is nothing but the beginning of such a label."""
    end = bold_end(line)
    return end > 0 and line.text[:1].isupper() and (end >= len(line.text) or line.text[:end].rstrip().endswith((":", "：", "՝")))


def _differs_in_size(above: Line, line: Line) -> bool:
    if above.size == line.size:
        return False
    small, large = sorted((above.size, line.size))
    return large > SIZE_STEP * small and min(len(above.text), len(line.text)) > 3


def _pitch(above: Line, line: Line, measure: Measure) -> float:
    size = max(above.size, line.size)
    return measure.setting.pitches.get(size, 1.32 * size)


def _had_room(above: Line, line: Line, measure: Measure) -> bool:
    """Tell whether the first word of a line would have fitted at the end of the line above it."""
    if above.turn:
        return False
    if measure.is_guessed and line.text[:1].islower() and above.text[-1:] not in SENTENCE_ENDS:
        return False
    need = 0.25 * above.size + line.first_word + ROOM + (DOUBT * above.size if _reads_on(above, line) else 0)
    if is_right_to_left(above.text):
        return above.x0 - need >= measure.left
    is_shifted = abs(above.x0 - line.x0) > 1 and (_are_centred(above, line, measure) or _are_flush_right(above, line, measure))
    free = (above.x0 - measure.left if is_shifted else 0) + measure.right - above.x1
    if free < need or not (measure.setting.spaces_wraps and above.last_spaced):
        return free >= need
    return free >= need + _word_width(line, 1)  # wrapped all the same: before words held together


def _reads_on(above: Line, line: Line) -> bool:
    """Tell whether a line may be read as the rest of the one above: in lower case or figures, and no sentence ends above."""
    return above.text[-1:] not in SENTENCE_ENDS and (line.text[:1].islower() or line.text[:1].isdigit())


def _word_width(line: Line, number: int) -> float:
    """Return about how wide a word of a line is, by its number; with the space before it."""
    words = line.text.split(maxsplit=number + 1)
    return (line.x1 - line.x0) * (len(words[number]) + 1) / max(1, len(line.text)) if len(words) > number else 0.0


def _are_centred(above: Line, line: Line, measure: Measure) -> bool:
    return _is_centred(above, measure) and _is_centred(line, measure)


def _are_flush_right(above: Line, line: Line, measure: Measure) -> bool:
    return all(measure.right - each.x1 < FLUSH and each.x0 - measure.left > INDENT for each in (above, line))


def _ends_unspaced(above: Line, line: Line, measure: Measure) -> bool:
    """Tell whether a line ends its paragraph since it has no space at its end, in a document whose wrapped lines have one wherever there is room.

    The space where fonts change belongs to the words of the next line, and none is drawn where lines are centred.
    """
    if not measure.setting.spaces_wraps or above.last_spaced or above.turn or above.fonts[1] != line.fonts[0]:
        return False
    if above.is_bold != starts_bold(line) or abs(above.x0 - line.x0) > 1 or _reads_on(above, line) or is_right_to_left(above.text):
        return False
    last = above.text[-1:]
    if not (last.isalnum() or last == "," or last in SENTENCE_ENDS) or ADDRESS.search(above.text):
        return False
    if " " not in above.text:
        return _has_room_for_letter(above, line, measure)
    return measure.right - above.x1 > SPACE * above.size + ROOM / 2


def _is_centred(line: Line, measure: Measure) -> bool:
    return abs((line.x0 - measure.left) - (measure.right - line.x1)) < 3


def is_label(line: Line) -> bool:
    """Tell whether a line begins with the label of an item."""
    head = line.text[:6]  # letters are a label only with a sign behind five at most
    return (not head[:1].isalpha() or "." in head or ")" in head) and LABEL.match(line.text) is not None


def _changes_weight(group: list[Line], line: Line) -> bool:
    """Tell whether bold turns to plain, or plain to bold, as it does between a label and its text."""
    if line.is_bold:
        return group[-1].text[-1:] in SENTENCE_ENDS
    return not starts_bold(line) and all(each.is_bold for each in group)


def _is_indented_anew(group: list[Line], line: Line) -> bool:
    above = group[-1]
    if line.page != above.page or line.base < above.base or is_right_to_left(line.text):
        return False
    if len(group) == 1 or abs(line.x0 + line.x1 - above.x0 - above.x1) < 2 * FLUSH or abs(line.x1 - above.x1) < FLUSH:  # centred, flush right
        return False
    return abs(line.x0 - above.x0) > INDENT and abs(group[1].x0 - above.x0) <= INDENT and _is_flush(group[1:])


def _is_flush(lines: Sequence[Line]) -> bool:
    return max(line.x0 for line in lines) - min(line.x0 for line in lines) <= 1.5


def _joined(group: Sequence[Line], measure: Measure) -> Paragraph:
    above = group[0]
    text, spans = above.text, list(above.spans)
    for line in group[1:]:
        text += _joint(text, above, line, measure)
        spans += [span._replace(start=span.start + len(text), end=span.end + len(text)) for span in line.spans]
        text += line.text
        above = line
    return Paragraph(text, tuple(group), tuple(_continued(spans)), group[0].bullet is not None)


def _joint(so_far: str, above: Line, line: Line, measure: Measure) -> str:
    """Return what stands between two lines: nothing after a hyphen, a doubt in a filled single word, else a space."""
    if not above.text[-1:].isalpha():
        return _joint_after_sign(so_far, above, line)
    if above.last_spaced or not line.text[:1].isalpha():
        return " "
    if measure.setting.spaces_syllables and breaks_between_syllables(above, line):
        return "" if measure.right - above.x1 > SPACE * above.size + ROOM else TIGHT  # a space would have had room, or not
    # A word too long for its line begins a line of its own before it is broken.
    return " " if " " in above.text or _has_room_for_letter(above, line, measure) else TIGHT


def _joint_after_sign(so_far: str, above: Line, line: Line) -> str:
    if above.text.endswith(HYPHEN):
        return ""
    if above.text.endswith(DRAWN_HYPHEN) and len(above.text) > 1:
        return HYPHEN
    if above.text.endswith("-") and line.text[:1].isalnum() and len(above.text) > 1 and not above.text[-2].isspace():
        return HYPHEN
    if above.text[-1:] in "–—" and above.text[-2:-1].isdigit() and line.text[:1].isdigit() and not above.last_spaced:
        return ""
    if above.text.endswith("/") and not above.text.endswith(" /") and not above.last_spaced:
        return ""
    if above.text[-1:] in "./-_?=&" and not above.last_spaced and ADDRESS.search(so_far):
        return ""
    return " "


def _has_room_for_letter(above: Line, line: Line, measure: Measure) -> bool:
    letter = max(line.first_word / max(1, len(line.text.split(maxsplit=1)[0])), 0.45 * line.size)
    return (measure.right - measure.left) - (above.x1 - above.x0) > 1.3 * letter + ROOM


def _continued(spans: list[Span]) -> list[Span]:
    """Join spans that go on over a line's end."""
    if len(spans) < 2:
        return spans
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
