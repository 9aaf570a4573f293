"""Dates as reports print them: found, read by the report's own day order, never guessed.

A date's text keeps its year word ("28 серпня 2023 року"). A number that can't be a date of the calendar, or that can be
two, is a reading with an issue and no day.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pipeline.date_words import DAY, SPACE, YEAR, DateWords, date_words, fold, short_pattern
from pipeline.letters import begins_small
from pipeline.tables import DateIssue


class DayOrder(StrEnum):
    """In which order a numeric date's parts stand."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class Precision(StrEnum):
    """How much of a date is printed."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date at start..end of a text, as printed, with the first and the last day it can mean.

    Both are None where only a year is printed, and where `issue` says why it can't be read.
    """

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    precision: Precision
    issue: DateIssue | None = None

    @property
    def day(self) -> date | None:
        """The date, where it is printed to the day and can be read."""
        return self.first if self.precision is Precision.DAY else None


@dataclass(frozen=True, slots=True)
class DateContext:
    """What decides how a report's dates are read: its languages, the main one first, and the order of day and month."""

    languages: tuple[str, ...] = ()
    order: DayOrder | None = None


_WESTERN_DIGITS = {zero + n: str(n) for zero in (0x0660, 0x06F0) for n in range(10)}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ALONE, _NO_MORE = r"(?<!\d)(?<!\d[./-])", r"(?!\d)(?![./-]\d)"
_GAP = rf"{SPACE}*(?P<sep>[./-]){SPACE}*"
_SAME_GAP = rf"{SPACE}*(?P=sep){SPACE}*"

# "2023-08-15", "2023.09.01", "2023. 9. 1", "'23. 9. 1"
_ISO = re.compile(rf"{_ALONE}(?P<y>(?:19|20|21)\d\d|['’‘]\d\d){_GAP}(?P<a>\d{{1,2}}){_SAME_GAP}(?P<b>\d{{1,2}}){_NO_MORE}")
# "31.08.2023", "5/12/2022", "28. 8. 2023"
_NUMERIC = re.compile(rf"{_ALONE}(?P<a>\d{{1,2}}){_GAP}(?P<b>\d{{1,2}}){_SAME_GAP}(?P<y>(?:19|20|21)\d\d){_NO_MORE}")
# "28/08/23", "28.08.23", but not "1.2.10", which numbers a milestone
_NUMERIC_SHORT = re.compile(rf"(?<![№#]){_ALONE}(?P<a>\d\d|\d(?=/))(?P<sep>[./-])(?P<b>\d\d|\d(?=/))(?P=sep)(?P<y>['’]?\d\d){_NO_MORE}")
# "15/VIII/2023"
_ROMAN_MONTH = re.compile(rf"{DAY}(?P<sep>\s?[./-]\s?| )(?P<m>{'|'.join(sorted(_ROMAN, key=len, reverse=True))})(?P=sep){YEAR}")
# "08/2023" and "2023-08", only where they are the whole text: in prose they number laws
_MONTH_YEAR = re.compile(rf"{_ALONE}(?P<m>0?[1-9]|1[0-2])\s?[./-]\s?(?P<y>(?:19|20)\d\d)(?![\d./-])")
_YEAR_MONTH = re.compile(r"(?<![\d./-])(?P<y>(?:19|20)\d\d)[./-](?P<m>0[1-9]|1[0-2])(?![\d./-])")
# "2023. 9.", as Korean prints a month: both dots are its own
_YEAR_MONTH_DOT = re.compile(r"(?<![\d./-])(?P<y>(?:19|20)\d\d|['’‘]\d\d)\.\s?(?P<m>0?[1-9]|1[0-2])\.(?!\s?\d)")
_LONE_YEAR = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?!\d)")
_HAS_YEAR = re.compile(r"\d\d(?:(?<=19|20|21)\d\d|(?<=['’‘]\d\d)|(?<=\w[./-]\d\d)(?!\d))")  # led by its digits: those are found fast
_TIME = re.compile(r"[T ]?\b\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?(?:Z|UTC|GMT|[ap]\.?m\.?|h))?", re.IGNORECASE)  # "14:05"
_FINAL_DOT = re.compile(r"\.(?=\s*[)\]:,;]|\s+\()")  # "28. 8. 2023.)": the dot of an ordinal, not of a sentence
_LAST_DOT = re.compile(r"\.\s*\Z")
_NEXT_LETTER = re.compile(r"\.\s+(?P<letter>[^\W\d_])")
_PLACE = re.compile(r"[^\W\d_]{1,2}(?: [^\W\d_]+){1,3}")  # "V Praze", before "dne"
_AROUND = " \t\n.,;:()[]{}–—-−/«»\"“”„'’‘،؛|\u200e\u200f"


def decide_order(texts: Iterable[str], languages: Sequence[str]) -> DateContext:
    """Decide in which order a report writes day and month: from its own dates, else from its language.

    English alone decides nothing, nor do dates that contradict each other.
    """
    seen = set()
    for text in texts:
        western = text.translate(_WESTERN_DIGITS)
        for pattern in (_NUMERIC, _NUMERIC_SHORT) if _HAS_YEAR.search(western) else ():
            for found in pattern.finditer(western):
                a, b = int(found["a"]), int(found["b"])
                seen |= {DayOrder.DMY} if 31 >= a > 12 >= b else {DayOrder.MDY} if 31 >= b > 12 >= a else set()
    own = seen.pop() if len(seen) == 1 else None
    return DateContext(tuple(languages), own or _order_of(languages[0]) if languages else own)


def _order_of(language: str) -> DayOrder | None:
    """The order a language writes, None for English, whose countries differ."""
    letters = re.sub(r"[^dMy]", "", short_pattern(language))
    if language == "en" or not letters:
        return None
    return DayOrder.YMD if letters[0] == "y" else DayOrder.DMY if letters[0] == "d" else DayOrder.MDY


def find_dates(text: str, context: DateContext) -> tuple[DateReading, ...]:
    """Find the dates of a text that name at least a month and a year, in reading order."""
    western = text.translate(_WESTERN_DIGITS)
    if not _HAS_YEAR.search(western):
        return ()
    taken: list[DateReading] = []
    for reading in _candidates(text, western, context, date_words(context.languages)):
        if all(reading.end <= t.start or reading.start >= t.end for t in taken):
            taken.append(reading)
    return tuple(sorted(taken, key=lambda r: r.start))


def read_date(text: str, context: DateContext) -> DateReading | None:
    """Read a text that is a date and what may stand around one: a weekday, a time, "on", a place or label before it.

    A month in figures ("08/2023") and a year alone count here.
    """
    words = date_words(context.languages)
    found = find_dates(text, context) or _whole(text, words)
    if len({r.first or r.text for r in found}) != 1:
        return None
    reading = found[0]
    return reading if _is_frame(text[: reading.start], text[found[-1].end :], words) else None


def read_range(text: str, context: DateContext, *, is_whole: bool = False) -> tuple[date | None, date | None] | None:
    """Read a span of time as its first and last day; None where the text is no span.

    "July 2016 – end of June 2018" is 1 July 2016 to 30 June 2018; "2016-2018" is (None, None), as years name no day; an open end is None.
    With `is_whole`, nothing but what may frame a date stands around it.
    """
    words = date_words(context.languages)
    found = find_dates(text, context) or _whole(text, words)
    if is_whole and found and not _is_frame(text[: found[0].start], text[found[-1].end :], words):
        return None
    if len(found) == 2 and _is_between(text[found[0].end : found[1].start], words):
        return found[0].first, found[1].last
    return _half_range(text, found[0], words) if len(found) == 1 else None


def _is_between(text: str, words: DateWords) -> bool:
    """Whether a text leads from one date to another: "to", "until the end of"."""
    to = words.to.match(text)
    return to is not None and not all(_without_leads(lead, words).strip() for lead in (text, text[to.end() :]))


def _half_range(text: str, reading: DateReading, words: DateWords) -> tuple[date | None, date | None] | None:
    """A span of which one end is no whole date: "1 – 30 June 2018", "July 2016 – ongoing"."""
    after = text[reading.end :]
    opening = words.to.match(after)
    if opening and fold(after[opening.end() :].strip(_AROUND)) in words.open_ends:
        return reading.first, None
    short = words.half_range.search(text[: reading.start].strip())
    if not short or reading.last is None or not (short["m"] or short["d"]):
        return None
    month = words.months[fold(short["m"])] if short["m"] else reading.last.month
    return _date(reading.last.year - (month > reading.last.month), month, int(short["d"] or 1)), reading.last


def _candidates(text: str, western: str, context: DateContext, words: DateWords) -> Iterator[DateReading]:
    """Every match, the surest kinds first."""
    for found in _ISO.finditer(western):
        yield _on_day(text, found, words, int(found["a"]), int(found["b"]))
    for pattern in (_NUMERIC, _NUMERIC_SHORT):
        for found in pattern.finditer(western):
            yield _in_figures(text, found, words, context.order)
    for found in _ROMAN_MONTH.finditer(western):
        yield _on_day(text, found, words, _ROMAN.index(found["m"]) + 1, int(found["d"]))
    for pattern in words.with_day:
        for found in pattern.finditer(western):
            yield _on_day(text, found, words, words.months[fold(found["m"])], int(found["d"]))
    for pattern in words.month_only:
        for found in pattern.finditer(western):
            yield _in_month(text, found, words, words.months[fold(found["m"])])


def _whole(text: str, words: DateWords) -> tuple[DateReading, ...]:
    """The months in figures, else the years, of a text that has no other date."""
    western = text.translate(_WESTERN_DIGITS)
    months = [
        m
        for p in (_MONTH_YEAR, _YEAR_MONTH, _YEAR_MONTH_DOT)
        for m in p.finditer(western)
        if p is not _YEAR_MONTH or int(m["m"]) <= int(m["y"]) % 100
    ]
    if months:  # "2010-12" is rather two years
        return tuple(_in_month(text, m, words, int(m["m"])) for m in sorted(months, key=lambda m: m.start()))
    places = [_place(text, m, words) for m in _LONE_YEAR.finditer(western)]
    return tuple(DateReading(start, end, text[start:end], None, None, Precision.YEAR) for start, end in places)


def _in_figures(text: str, found: re.Match[str], words: DateWords, order: DayOrder | None) -> DateReading:
    a, b = int(found["a"]), int(found["b"])
    if a > 12 or (b <= 12 and (a == b or order is DayOrder.DMY)):
        return _on_day(text, found, words, b, a)
    if b > 12 or order is DayOrder.MDY:
        return _on_day(text, found, words, a, b)
    start, end = _place(text, found, words)
    return DateReading(start, end, text[start:end], None, None, Precision.DAY, DateIssue.AMBIGUOUS)


def _on_day(text: str, found: re.Match[str], words: DateWords, month: int, day: int) -> DateReading:
    start, end = _place(text, found, words)
    value = _date(_year(found), month, day)
    return DateReading(start, end, text[start:end], value, value, Precision.DAY, None if value else DateIssue.UNREADABLE)


def _in_month(text: str, found: re.Match[str], words: DateWords, month: int) -> DateReading:
    start, end = _place(text, found, words)
    year = _year(found)
    return DateReading(start, end, text[start:end], date(year, month, 1), date(year, month, monthrange(year, month)[1]), Precision.MONTH)


def _place(text: str, found: re.Match[str], words: DateWords) -> tuple[int, int]:
    """Where the date stands, its year word or ordinal dot included."""
    end = found.end()
    is_last = words.has_ordinal_years and _LAST_DOT.match(text, end)
    if found[0][-1].isdigit() and (is_last or _FINAL_DOT.match(text, end) or is_ordinal(text, end)):
        end += 1
    word = words.year_word.match(text, end)
    return found.start(), word.end() if word else end


def is_ordinal(text: str, end: int) -> bool:
    """Whether a dot behind a year makes it an ordinal and ends no sentence: a small letter follows, "2018. do 2020. godine"."""
    following = _NEXT_LETTER.match(text, end)
    return following is not None and begins_small(following["letter"])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(found: re.Match[str]) -> int:
    number = int(found["y"].strip("'’‘"))
    return number if number > 99 else 2000 + number


def _is_frame(before: str, after: str, words: DateWords) -> bool:
    """Whether what stands around a date is no text of its own."""
    behind = _without_weekdays(_TIME.sub(" ", after), words).strip(_AROUND)
    if behind and fold(behind) not in words.trails:
        return False
    return any(_is_led(lead, words) for lead in (before, _without_weekdays(before, words)))  # Domingo: a Sunday, and a saint


def _is_led(before: str, words: DateWords) -> bool:
    """Whether what stands before a date leads to it: a label, a place and a comma, or a place in its case and "on"."""
    place = _without_leads(before, words)
    return _is_lead(place) or (place != before and _PLACE.fullmatch(place.strip()) is not None)


def _is_lead(place: str) -> bool:
    """Whether nothing stands before a date, or a place or a label."""
    return not place.strip(_AROUND) or (place.rstrip().endswith((",", "،", ":")) and len(place.split()) <= 4 and not any(c.isdigit() for c in place))


def _without_leads(before: str, words: DateWords) -> str:
    """What stands before a date without the words that lead to it ("Fait à Dakar, le" → "Fait à Dakar,"), be they several ("by | the end of")."""
    spelt = before.split()
    starts = {len(spelt)}  # where a run of leads up to the end may begin
    for end in range(len(spelt), 0, -1):
        if end < min(starts):
            break
        is_apart = end < len(spelt) and spelt[end - 1].endswith((",", "،", ":"))
        last = fold(spelt[end - 1].strip(_AROUND))
        if end in starts and not is_apart and (not last or last in words.lead_ends):
            starts |= {n for n in range(end) if fold(" ".join(spelt[n:end]).strip(_AROUND)) in words.leads}
    return " ".join(spelt[: min(starts)]) if min(starts) < len(spelt) else before


def _without_weekdays(text: str, words: DateWords) -> str:
    return " ".join(w for w in text.split() if fold(w.strip(_AROUND)) not in words.weekdays)
