"""Whole numbers in prose, in digits and in words, and shares in percent."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.curation.wording.patterns import compile_phrases, plain
from pipeline.vocabulary import phrases

MAX_COUNT = 999  # more is never a count of milestones

_DIGITS = re.compile(
    r"(?:(?<!\w)|(?<=(?<!\w)و))(?<!\d[.,:/–-])(?<![^\W\d_]-)(?P<value>\d{1,3})"  # "12", "12-ти" with a case ending; not "1.2", "COVID-19"
    r"(?:-(?P<ending>[^\W\d_]{1,3})|(?P<glued>[^\W\d_]{1,6}))?(?![\w%º°ª])(?![.,:/–-]\d)(?!\s?%)(?!-\w)"
)
_FRACTION = re.compile(r"(?<![\w.,/–-])(?P<part>\d{1,3})/(?P<whole>\d{1,3})(?=\s+[^\W\d_])(?!\s?%)")  # "8/12 milestones"
_PERCENT = re.compile(r"(?<![\w.,])(?P<value>\d{1,3}(?:[.,٫]\d{1,2})?)\s?(?:%|٪|(?P<word>[^\W\d_]+(?:\s[^\W\d_]+)?))")  # "73,6 %", "74 percent"
_IN_COMPOUND = re.compile(r"-\w")  # "two-year"
_TENS_STEP, _HUNDRED = 10, 100


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number at start..end of a text; an article is one only where a noun follows."""

    start: int
    end: int
    value: int
    is_article: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage at start..end of a text, as 0..1."""

    start: int
    end: int
    share: float


@dataclass(frozen=True, slots=True)
class _Words:
    values: Mapping[str, int]
    expression: re.Pattern[str]
    joiner: re.Pattern[str]
    articles: frozenset[str]
    endings: frozenset[str]
    percent: re.Pattern[str]


@lru_cache(maxsize=64)
def _words(languages: tuple[str, ...]) -> _Words:
    known = phrases("numbers", languages)
    values = {plain(word): int(key) for key, words in known.items() if key.isdecimal() for word in words}
    joiners = "|".join(re.escape(j) for j in known.get("joiner", ())) or "(?!)"
    return _Words(
        values=values,
        expression=compile_phrases(values),
        joiner=re.compile(rf"\s*-\s*|\s+(?:(?:{joiners})\s+)?|(?:{joiners})"),
        articles=frozenset(plain(a) for a in known.get("article", ())),
        endings=frozenset(known.get("case_endings", ())),
        percent=compile_phrases(known.get("percent", ())),
    )


def _in_digits(text: str, words: _Words) -> list[Number]:
    found = []
    for match in _DIGITS.finditer(text):
        ending = match["ending"] or match["glued"]
        if ending is None or ending in words.endings:
            found.append(Number(match.start(), match.end(), int(match["value"])))
    for match in _FRACTION.finditer(text):
        if int(match["part"]) <= int(match["whole"]):
            found += [Number(*match.span(g), int(match[g])) for g in ("part", "whole") if all(match.start(g) != n.start for n in found)]
    return found


def _joined(left: Number, right: Number, between: str, words: _Words) -> Number | None:
    """Return "forty" + "one" as 41, "hundred" + "twelve" as 112; None where the two are numbers of their own."""
    if not words.joiner.fullmatch(between):
        return None
    tens = left.value % _TENS_STEP == 0 and _TENS_STEP < left.value < _HUNDRED and 0 < right.value < _TENS_STEP
    hundreds = left.value % _HUNDRED == 0 and left.value >= _HUNDRED and 0 < right.value < _HUNDRED
    return Number(left.start, right.end, left.value + right.value) if tens or hundreds else None


def _in_words(text: str, words: _Words) -> list[Number]:
    found: list[Number] = []
    for match in words.expression.finditer(text):
        said = " ".join(match.group().split())
        value = words.values.get(said, words.values.get(said.replace("-", " ")))
        if value is None:
            continue
        number = Number(match.start(), match.end(), value, said in words.articles)
        joined = _joined(found[-1], number, text[found[-1].end : number.start], words) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(number)
    return [
        n for n in found if not _IN_COMPOUND.match(text, n.end) and not (n.start > 1 and text[n.start - 1] == "-" and text[n.start - 2].isalnum())
    ]


def find_numbers(text: str, languages: tuple[str, ...]) -> tuple[Number, ...]:
    """Return the whole numbers of a text in reading order; percentages, decimals, ordinals and codes are none."""
    words, lowered = _words(languages), plain(text)
    shares = find_shares(text, languages)
    numbers = sorted((*_in_digits(lowered, words), *_in_words(lowered, words)), key=lambda n: n.start)
    return tuple(n for n in numbers if n.value <= MAX_COUNT and not any(s.start <= n.start < s.end for s in shares))


def find_shares(text: str, languages: tuple[str, ...]) -> tuple[Share, ...]:
    """Return the percentages of a text in reading order."""
    words, lowered = _words(languages), plain(text)
    found = []
    for match in _PERCENT.finditer(lowered):
        end = match.end()
        if match["word"]:
            said = words.percent.match(lowered[match.start("word") : match.end() + 1])  # "proc." has its dot
            if said is None:
                continue
            end = match.start("word") + said.end()
        value = float(re.sub("[,٫]", ".", match["value"]))
        if value <= _HUNDRED:
            found.append(Share(match.start(), end, round(value / _HUNDRED, 6)))
    return tuple(found)
