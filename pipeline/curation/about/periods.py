"""Periods of years as reports print them: "2021-2023", "2016-18", "July 2016 – June 2018", "2021–2023 роки"."""

import re
from dataclasses import dataclass
from itertools import pairwise

from pipeline.dates import DateContext, find_dates, is_ordinal

FIRST_YEAR, LAST_YEAR = 2010, 2060  # the Partnership's plans; other spans of years are something else
MAX_YEARS = 6  # of a plan

_EASTERN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_DASH = r"\s*[-–—‒−/]\s*"
_TO = r"\s+(?:to|until|through|and|a|al|até|à|au|et|до|по|та|и|do|dhe|deri(?: në| më)?|la|până(?: în)?|kuni|až|hingga|sampai|إلى)\s+"
_YEARS = re.compile(
    rf"(?<![\d./-])(?P<start>20\d\d)(?P<dot>\.?)(?:{_DASH}|{_TO})(?P<end>20\d\d|\d\d)(?![\d])(?![./-]\d)"
)  # "2021-2023", "2016-18", "2018/2020"
_FISCAL = re.compile(rf"(?<![\d./-])(?P<start>20\d\d)/\d\d{_DASH}20\d\d/(?P<end>\d\d)(?!\d)")  # "2016/17-2018/19"
_ONE_YEAR = re.compile(r"(?<![\d./-])(?P<start>20\d\d)(?![\d./-])")
_BETWEEN_DATES = re.compile(rf"^(?:{_DASH}|{_TO}|\s*[,.]?\s*)$")


@dataclass(frozen=True, slots=True)
class Period:
    """A span of years at start..end of a text."""

    start: int
    end: int
    text: str
    first_year: int
    last_year: int


def _period(text: str, start: int, end: int, first: int, last: int) -> Period | None:
    fits = FIRST_YEAR <= first <= last <= LAST_YEAR and last - first <= MAX_YEARS
    return Period(start, end, text[start:end], first, last) if fits else None


def _in_years(text: str) -> list[Period]:
    found = []
    for match in _FISCAL.finditer(text.translate(_EASTERN_DIGITS)):
        period = _period(text, match.start(), match.end(), int(match["start"]), int(match["start"][:2] + match["end"]))
        found += [period] if period else []
    for match in _YEARS.finditer(text.translate(_EASTERN_DIGITS)):
        first = int(match["start"])
        last = int(match["end"]) if len(match["end"]) > 2 else first - first % 100 + int(match["end"])
        has_dot = (match["dot"] and text.startswith(".", match.end())) or is_ordinal(text, match.end())  # "2018. do 2020."
        period = _period(text, match.start(), match.end() + bool(has_dot), first, last)
        if (
            period
            and all(period.end <= f.start or period.start >= f.end for f in found)
            and not (len(match["end"]) == 2 and int(match["end"]) <= 12 and last <= first)
        ):
            found.append(period)
    return found


def _in_dates(text: str, dates: DateContext) -> list[Period]:
    """Return spans from one date to another: "July 2016 – June 2018"."""
    found = []
    readings = [r for r in find_dates(text, dates) if r.first and r.last]
    for left, right in pairwise(readings):
        if left.first and right.last and _BETWEEN_DATES.match(text[left.end : right.start]) and text[left.end : right.start].strip():
            period = _period(text, left.start, right.end, left.first.year, right.last.year)
            found += [period] if period else []
    return found


def find_periods(text: str, dates: DateContext) -> tuple[Period, ...]:
    """Return the spans of years of a text in order, those that name months first where they overlap."""
    months = _in_dates(text, dates)
    years = [y for y in _in_years(text) if all(y.end <= m.start or y.start >= m.end for m in months)]
    return tuple(sorted((*months, *years), key=lambda p: p.start))


def read_period(text: str, dates: DateContext) -> Period | None:
    """Read a text that is said to be a period: one span, or a single year; its text is all that is printed."""
    stripped = " ".join(text.split())
    found = find_periods(stripped, dates)
    if found and all((p.first_year, p.last_year) == (found[0].first_year, found[0].last_year) for p in found):
        return Period(0, len(stripped), stripped, found[0].first_year, found[0].last_year)
    years = {int(m["start"]) for m in _ONE_YEAR.finditer(stripped.translate(_EASTERN_DIGITS))}
    return _period(stripped, 0, len(stripped), min(years), max(years)) if not found and 1 <= len(years) <= 2 else None
