"""Whole numbers in prose, in digits and in words, and shares in percent."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.curation.wording.patterns import compile_phrases, plain
from pipeline.vocabulary import phrases

MAX_COUNT = 999  # more is never a count of milestones

_DIGITS = re.compile(
    r"(?:(?<!\w)|(?<=(?<!\w)و))(?<!\d[.,:/–-])(?:(?<![^\W\d_]-)|(?<=(?<!\w)[ובכלמהש]-))(?P<value>\d{1,3})"  # "12", "ו-12"; not "1.2", "COVID-19"
    r"(?:[-:](?P<ending>[^\W\d_]{1,3})|(?P<glued>[^\W\d_]{1,6}))?(?![\w%º°ª])(?![.,:/–-]\d)(?!\s?%)(?!-\w)"  # endings: "12-ти", "21:stä", "12개는"
)
_FRACTION = re.compile(r"(?<![\w.,/–-])(?P<part>\d{1,3})/(?P<whole>\d{1,3})(?=\s+[^\W\d_])(?!\s?%)")  # "8/12 milestones"
_PERCENT = re.compile(r"(?<![\w.,])(?P<value>\d{1,3}(?:[.,٫]\d{1,2})?)\s?(?:%|٪|(?P<word>[^\W\d_]+(?:\s[^\W\d_]+)?))")  # "73,6 %", "74 percent"
_PERCENT_BEFORE = re.compile(
    r"(?:(?<!\d)(?<!\d\s)[%٪]|(?<!\w)(?P<word>[^\W\d_]+)\s)(?P<value>\d{1,3}(?:[.,٫]\d{1,2})?)(?![.,]?\d)(?!\s?[%٪])"
)  # "%57"
_APOSTROPHE = re.compile(r"'(?P<ending>[^\W\d_]{1,7})(?!\w)")  # "24'ünden": what a figure ends in
_IN_COMPOUND = re.compile(r"-\w")  # "two-year"
_TENS_STEP, _HUNDRED = 10, 100


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number at start..end of a text; an article is one only where a noun follows."""

    start: int
    end: int
    value: int
    is_article: bool = False
    is_counted: bool = False  # a word that counts things stands with it: "24개"


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
    counter: re.Pattern[str]  # such a word, with its ending, and the space before it
    percent: re.Pattern[str]
    dotted: frozenset[str]  # abbreviations of "percent" whose dot belongs to them
    percent_before: frozenset[str]


@lru_cache(maxsize=64)
def _words(languages: tuple[str, ...]) -> _Words:
    known = phrases("numbers", languages)
    values = {plain(word): int(key) for key, words in known.items() if key.isdecimal() for word in words}
    endings = frozenset(plain(e) for e in known.get("case_endings", ()))
    counters = [plain(c) for c in known.get("counters", ())]
    spelt = "|".join(map(re.escape, counters)) or "(?!)"
    joiners = "|".join(re.escape(j) for j in known.get("joiner", ())) or "(?!)"
    return _Words(
        values=values,
        expression=compile_phrases([*values, *(f"{word}{counter}*" for word in values for counter in counters)]),
        joiner=re.compile(rf"\s*-\s*|\s+(?:(?:{joiners})\s+)?|(?:{joiners})"),
        articles=frozenset(plain(a) for a in known.get("article", ())),
        endings=endings,
        counter=re.compile(rf"\s?(?:{spelt})(?:{'|'.join(sorted(endings, key=len, reverse=True))})?(?!\w)"),
        percent=compile_phrases(p.rstrip(".") for p in known.get("percent", ())),
        dotted=frozenset(plain(p) for p in known.get("percent", ()) if p.endswith(".")),
        percent_before=frozenset(plain(w) for w in known.get("percent_before", ())),
    )


def _in_digits(text: str, words: _Words) -> list[Number]:
    found = []
    for match in _DIGITS.finditer(text):
        ending = match["ending"] or match["glued"]
        is_counted = match["glued"] is not None and words.counter.fullmatch(ending) is not None
        if ending is None or is_counted or ending in words.endings:
            parted = _APOSTROPHE.match(text, match.end())
            end = parted.end() if parted and parted["ending"] in words.endings else match.end()
            found.append(_with_counter(Number(match.start(), end, int(match["value"]), is_counted=is_counted), text, words))
    for match in _FRACTION.finditer(text):
        if int(match["part"]) <= int(match["whole"]):
            found += [Number(*match.span(g), int(match[g])) for g in ("part", "whole") if all(match.start(g) != n.start for n in found)]
    return found


def _with_counter(number: Number, text: str, words: _Words) -> Number:
    """Return a number with the counting word that may stand behind it: "24 개"."""
    counter = None if number.is_counted else words.counter.match(text, number.end)
    return replace(number, end=counter.end(), is_article=False, is_counted=True) if counter else number


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
        counter = next((c for c in words.counter.finditer(text, match.start(), match.end()) if c.end() == match.end()), None)
        said = " ".join(text[match.start() : counter.start() if counter else match.end()].split())
        value = words.values.get(said, words.values.get(said.replace("-", " ")))
        if value is None:
            continue
        number = Number(match.start(), match.end(), value, said in words.articles and not counter, is_counted=bool(counter))
        joined = _joined(found[-1], number, text[found[-1].end : number.start], words) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(number)
    return [
        _with_counter(n, text, words)
        for n in found
        if not _IN_COMPOUND.match(text, n.end) and not (n.start > 1 and text[n.start - 1] == "-" and text[n.start - 2].isalnum())
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
    before = [m for m in _PERCENT_BEFORE.finditer(lowered) if m["word"] is None or m["word"] in words.percent_before]
    for match in sorted((*_PERCENT.finditer(lowered), *before), key=re.Match.start):
        end = match.end()
        if match["word"] and match.re is _PERCENT:
            said = words.percent.match(match["word"])
            if said is None:
                continue
            end = match.start("word") + said.end()
            end += lowered[end : end + 1] == "." and f"{said.group()}." in words.dotted
        value = float(re.sub("[,٫]", ".", match["value"]))
        if value <= _HUNDRED:
            found.append(Share(match.start(), end, round(value / _HUNDRED, 6)))
    return tuple(found)
