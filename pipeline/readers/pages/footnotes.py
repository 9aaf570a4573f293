"""Notes at the foot of pages, and the raised numbers that refer to them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.readers.pages.lines import Line
from pipeline.readers.pages.reading import Page

SMALLER = 0.94  # of the prose's font size
LABEL = re.compile(r"^(?P<label>\d{1,3}|\*{1,3}|[†‡§]|[a-z](?=\s))[.)]?\s*(?=\S)")  # "1 The minutes", "*See"
NEAR, SHORT = 12.0, 0.42  # a rule above notes begins so near the text's left (points) and is so much of the page wide at most
FAR = 2.2  # of the font size: lines farther apart aren't of one stretch of notes


def part_footnotes(pages: Sequence[Page]) -> list[list[Line]]:
    """Take the notes off the pages' feet, and their numbers out of the text; return each note's lines."""
    size = _prose_size(pages)
    notes: list[list[Line]] = []
    for page in pages:
        own = _notes(page, size)
        for note in own:
            label = LABEL.match(note[0].text)
            if label is not None:
                _drop_references(page, label["label"])
                notes.append([_without_start(note[0], label.end()), *note[1:]])
        taken = {id(line) for note in own for line in note}
        page.lines = [line for line in page.lines if id(line) not in taken]
    return notes


def _prose_size(pages: Sequence[Page]) -> float:
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            letters[line.size] += len(line.text)
    return max(letters, key=lambda size: (letters[size], size)) if letters else 0.0


def _notes(page: Page, prose_size: float) -> list[list[Line]]:
    """Return the notes of a page: small lines at its foot, from one whose number a raised one refers to."""
    floor = max((table.lattice.ys[-1] for table in page.tables), default=0.0)
    separator = _separator(page, floor)
    lines = sorted((line for line in page.lines if line.top > floor - 1 and not line.turn), key=lambda line: line.base)
    start = len(lines)
    while start > 0 and (lines[start - 1].top > separator - 1 or lines[start - 1].size < SMALLER * prose_size):
        if start < len(lines) and lines[start].base - lines[start - 1].base > FAR * lines[start].size:
            break
        start -= 1
    if start == len(lines):
        return []
    raised = {text for line in _all_lines(page) if line.raised for text in _raised(line)}
    notes: list[list[Line]] = []
    for line in lines[start:]:
        label = LABEL.match(line.text)
        if label is not None and label["label"] in raised:
            notes.append([line])
        elif notes:
            notes[-1].append(line)
    return notes


def _separator(page: Page, floor: float) -> float:
    """Return the height of the short rule above notes; below the page where there is none."""
    left = min((line.x0 for line in page.lines), default=0.0)
    longest = SHORT * page.frame.width
    short = [rule.at for rule in page.rules if rule.at > floor - 1 and abs(rule.start - left) < NEAR and rule.end - rule.start < longest]
    return max((at for at in short if at > page.frame.height / 2), default=page.frame.height)


def _all_lines(page: Page) -> Iterable[Line]:
    yield from page.lines
    for table in page.tables:
        for lines in table.lines:
            yield from lines


def _raised(line: Line) -> list[str]:
    return [line.text[start:end] for start, end in line.raised]


def _drop_references(page: Page, label: str) -> None:
    """Take a note's raised number out of the lines that it stands in."""
    page.lines = [_without_reference(line, label) for line in page.lines]
    for table in page.tables:
        table.lines = [[_without_reference(line, label) for line in lines] for lines in table.lines]


def _without_reference(line: Line, label: str) -> Line:
    for start, end in line.raised:
        if start > 0 and line.text[start:end] == label:
            return _without_stretch(line, start, end)
    return line


def _without_start(line: Line, end: int) -> Line:
    return _without_stretch(line, 0, end)


def _without_stretch(line: Line, start: int, end: int) -> Line:
    """Cut characters out of a line; its spans move along."""

    def moved(place: int) -> int:
        return place if place <= start else max(start, place - (end - start))

    spans = tuple(span._replace(start=moved(span.start), end=moved(span.end)) for span in line.spans)
    raised = tuple((moved(a), moved(b)) for a, b in line.raised if (a, b) != (start, end) and a >= start)
    return replace(line, text=line.text[:start] + line.text[end:], spans=spans, raised=raised)
