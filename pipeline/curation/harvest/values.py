"""Texts of a cell → the columns they belong to: labels inside a cell, dates planned and actual, bodies one a line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.curation.comments.body_words import body_words
from pipeline.curation.harvest.drafts import DateDraft, Draft
from pipeline.curation.wording.matching import AND, fold
from pipeline.curation.wording.patterns import LABELLED, plain
from pipeline.curation.wording.words import SUB_KEYS, Words
from pipeline.dates import DateContext, DateReading, find_dates, read_date, read_range
from pipeline.model import Cell, Mark
from pipeline.tables import DateIssue

LABELS = {"label_next_steps": "next_steps", "label_reasons": "reasons", "label_evidence": "evidence"}
DATES = frozenset({"start_date", "end_date", "dates"})
MAX_HEADING = 60  # characters of a heading that parts actual from planned
COMMITMENT_LINES = ("lead_institution", "supporting_institutions", "responsible", "description", "problem")
"""What a labelled line under a commitment's name can say."""

_MAIL = r"[^\s,;()\[\]<>]+@[^\s,;()\[\]<>]+"
_PHONE = r"(?:(?:t[eé]l\w*|phone|mob\w*|тел\w*|هاتف)[.:]*\s*|(?=\+|00))\(?\+?\d[\d\s()/.-]{5,}\d"  # "tel. 021 555 01 17", "(+226) 00 00 00 11"
_CONTACT = re.compile(rf"\s*[(\[<]?\s*(?:e-?mail:?\s*)?(?:{_MAIL}|{_PHONE})\s*[)\]>]?", re.IGNORECASE)
_COLON = re.compile(r"[:：]\s")
_CAPITAL = re.compile(r"(?<=\s)[^\W\d_a-zа-яё]")  # where a label may begin in mid-line
MAX_LABEL_CAPITALS = 4  # words with a capital in a label
_AND = re.compile(rf"^\s*{AND}\s+", re.IGNORECASE)  # before the last of a list
_APART = re.compile(r"[,;،؛](?![^(（]*[)）])")  # a comma or semicolon outside brackets


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a cell with the marks on it; `number` counts the cell's paragraphs from 0."""

    number: int
    text: str
    marks: tuple[Mark, ...]


def paragraphs(cell: Cell) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a cell, marks counted from each one's own start."""
    found, offset = [], 0
    for number, text in enumerate(cell.text.split("\n")):
        end = offset + len(text)
        marks = tuple(
            Mark(kind=m.kind, start=max(m.start, offset) - offset, end=min(m.end, end) - offset, colour=m.colour, text=m.text)
            for m in cell.marks
            if m.start < end and m.end > offset or (m.start == m.end and offset <= m.start <= end)
        )
        if text.strip():
            found.append(Paragraph(number, text, marks))
        offset = end + 1
    return tuple(found)


def part_by_label(lines: list[str], column: str, words: Words) -> list[tuple[str, str]]:
    """Return (column, paragraph) pairs: from a line "Next steps: …" on, the text is of that column."""
    parted = []
    for line in lines:
        labelled = LABELLED.match(line)
        key = _label_key(labelled["label"], words) if labelled else _label_key(line, words) if len(line) <= 40 else None
        if key:
            column = LABELS[key]
            line = labelled["rest"].strip() if labelled else ""
        if line:
            parted.append((column, line))
    return parted


def _label_key(text: str, words: Words) -> str | None:
    match = words.headings.match(text, frozenset(LABELS), loose=False)
    return match.key if match else None


def read_dates(cell_text: str, dates: DateContext, words: Words, start: DateDraft, end: DateDraft, which: str, heading: str) -> None:
    """Fill a start, an end or both from a cell, planned and actual apart where the cell or its heading parts them.

    Args:
        cell_text: The cell as printed.
        dates: How the report's dates are read.
        words: The report's vocabularies.
        start: Where a start goes.
        end: Where an end goes.
        which: "start_date", "end_date" or "dates" (both in one cell).
        heading: The column's heading; it may say planned or actual.
    """
    text = cell_text.strip()
    if not text:
        return
    kind = "planned" if words.headings.named(heading, ("planned", "actual")) == {"planned"} else "actual"
    if which == "dates":
        _read_both(text, dates, start, end, kind)
        return
    draft = start if which == "start_date" else end
    draft.text = text if draft.text is None else f"{draft.text}\n{text}"
    parts = _planned_actual(text, words)
    if parts:
        for part_kind, part in parts:
            draft.is_parted = draft.is_parted or part_kind == "actual"
            _set(draft, part_kind, part, dates, is_start=which == "start_date")
        return
    span, other = read_range(text, dates, is_whole=True), end if which == "start_date" else start
    if span is not None and other.text is None:
        other.text = text
        _take_both(start, end, kind, span)
        return
    _set(draft, kind, text, dates, is_start=which == "start_date")


def _read_both(text: str, dates: DateContext, start: DateDraft, end: DateDraft, kind: str) -> None:
    """Read a span; a single date is the end of the time given, and so is what is neither ("ongoing", "4th quarter")."""
    end.text = text
    single = read_date(text, dates)
    if single is not None:
        _take(end, kind, single, is_start=False)
        return
    span = read_range(text, dates)
    if span is not None:
        start.text = text
        _take_both(start, end, kind, span)
    if any(found.issue is DateIssue.AMBIGUOUS for found in find_dates(text, dates)):
        start.issue = end.issue = DateIssue.AMBIGUOUS


def _take_both(start: DateDraft, end: DateDraft, kind: str, span: tuple[date | None, date | None]) -> None:
    if kind == "planned":
        start.planned, end.planned = span
    else:
        start.actual, end.actual = span


def settle_dates(drafts: Iterable[Draft], texts: Iterable[str], words: Words) -> None:
    """Take planned dates for the dates where a report never parts planned from actual: "Target date" is the only one it has.

    Args:
        drafts: All that dates were read for.
        texts: Every cell of the report's tables; a heading of actual dates parts them, though no date stands under it.
        words: The report's vocabularies.
    """
    dates = [date for draft in drafts for date in (draft.start, draft.end)]
    if not any(date.planned for date in dates) or any(date.is_parted or (date.planned and date.actual) for date in dates):
        return
    if not any(_heads_actual(text, words) for text in texts):
        for date in dates:
            date.actual, date.planned = date.actual or date.planned, None


def _heads_actual(text: str, words: Words) -> bool:
    if not 0 < len(text) <= MAX_HEADING or "actual" not in words.headings.named(text, ("actual",)):
        return False
    return "actual" in words.headings.exact.get(fold(text), ()) or words.headings.match(text, DATES) is not None


def _planned_actual(text: str, words: Words) -> list[tuple[str, str]]:
    """The parts of "Prevista: … Realizada: …" with what each is."""
    spots = []
    for phrase, keys in words.headings.exact.items():
        kind = next((k for k in keys if k in ("planned", "actual")), None)
        if kind:
            for match in re.finditer(rf"(?<!\w){re.escape(phrase)}\s*[:：]", plain(text)):
                spots.append((match.start(), match.end(), kind))
    spots = [s for s in spots if not any(o is not s and o[0] <= s[0] and o[1] >= s[1] and o[1] - o[0] > s[1] - s[0] for o in spots)]
    if not spots:
        return []
    spots.sort()
    ends = [s[0] for s in spots[1:]] + [len(text)]
    return [(kind, text[begin:stop].strip()) for (_, begin, kind), stop in zip(spots, ends, strict=True)]


def _set(draft: DateDraft, kind: str, text: str, dates: DateContext, *, is_start: bool) -> None:
    if text:
        _take(draft, kind, read_date(text, dates), is_start=is_start)


def _take(draft: DateDraft, kind: str, reading: DateReading | None, *, is_start: bool) -> None:
    if reading is None:
        return
    if reading.issue is DateIssue.AMBIGUOUS:
        draft.issue = reading.issue
    value = reading.first if is_start else reading.last
    if kind == "planned":
        draft.planned = value
    else:
        draft.actual = value


def one_a_line(text: str, words: Words) -> list[str]:
    """Return the bodies of a list, parted at line ends, commas and semicolons outside brackets.

    "And" before the last is dropped, and a label before those of one kind ("Civil society: …").
    """
    lines = [next((rest for key in sorted(SUB_KEYS) if (rest := without_label(line, words, key, loose=False))), line) for line in text.split("\n")]
    parts = [_AND.sub("", part) if n else part for line in lines for n, part in enumerate(_APART.split(line))]
    bodies: list[str] = []
    for part in (p.strip() for p in parts if p.strip(" .\t")):
        if bodies and body_words(words.languages).is_legal_form(part):
            bodies[-1] += f", {part}"  # "Law Forum, z. s." is one body
        else:
            bodies.append(part)
    return bodies


def without_contacts(line: str) -> tuple[str, str | None]:
    """Part a person or body from the e-mail addresses and telephone numbers beside it: (name, contacts)."""
    contacts = [text[1:-1] if text[0] in "([<" and text[-1] in ")]>" else text for m in _CONTACT.finditer(line) if (text := m.group().strip())]
    return (_CONTACT.sub("", line).strip(" ,;–—-|/\t"), ", ".join(contacts)) if contacts else (line, None)


def part_commitment(text: str, words: Words) -> tuple[str, list[tuple[str, str]]]:
    """Part a commitment's name from the labelled lines under it ("Lead agency: …"), each with the column it belongs to."""
    name, *lines = (part for line in text.split("\n") for part in _before_labels(line, words))
    said: list[tuple[str, str]] = []
    for line in lines:
        labelled = commitment_line(line, words)
        said += labelled
        name = name if labelled else f"{name}\n{line}"
    return name, said


def _before_labels(line: str, words: Words) -> list[str]:
    """Part a line before each known label in it, as a PDF may print a name and the line below it as one paragraph."""
    starts = [0]
    for colon in _COLON.finditer(line):
        opening = [m.start() for m in _CAPITAL.finditer(line, starts[-1], colon.start())][-MAX_LABEL_CAPITALS:]
        keys = ((n, words.headings.exact.get(fold(line[n : colon.start()]), ())) for n in opening)
        starts += [n for n, known in keys if n > 0 and any(k in known for k in COMMITMENT_LINES)][:1]
    return [line[a:b].strip() for a, b in zip(starts, [*starts[1:], len(line)], strict=True)]


def commitment_line(line: str, words: Words) -> list[tuple[str, str]]:
    """Return what a labelled line under a commitment's name says, each with its column; nothing where it is no such line."""
    for column in COMMITMENT_LINES:
        text = without_label(line, words, column)
        if text and column == "supporting_institutions":
            return [(column, body) for body in one_a_line(text, words)]
        if text:
            return [("lead_institution" if column == "responsible" else column, text)]
    return []


def without_label(text: str, words: Words, key: str, *, loose: bool = True) -> str | None:
    """Return the rest of "Label: value" where the label means the key; None where it doesn't."""
    labelled = LABELLED.match(text.strip())
    if labelled and words.headings.match(labelled["label"], frozenset({key}), loose=loose) and fold(labelled["rest"]):
        return labelled["rest"].strip()
    return None
