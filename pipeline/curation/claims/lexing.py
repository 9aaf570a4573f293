"""A sentence with everything in it that matters to claims: nouns, numbers, labels, status words, shares."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.curation.claims.vocabulary import ClaimWords, Noun, Status
from pipeline.curation.wording.numbers import Number, Share, find_numbers, find_shares
from pipeline.curation.wording.patterns import plain
from pipeline.dates import DateContext, find_dates
from pipeline.tables import ClaimUnit

MAX_ORDINAL = 30  # characters
MAX_ROMAN = 3  # letters; "I" and "1st" are no ordinals in words
MAX_BEFORE_NOUN = 4  # words between a number and its noun

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
BREAK = re.compile(r"[;:.!?؛]")  # where one statement ends and the next begins
_OPENING_BRACKET = re.compile(r"[(\[]\s*$")
_CLOSING_BRACKET = re.compile(r"\s*[)\]]")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12}
_NUMBER_IN_LABEL = re.compile(r"\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}")
_NEXT_NUMBER = re.compile(r"[^\d.,;:!?()]+(?P<number>\d)")  # " of the 3"
_RANGE = re.compile(r"(\d{1,2})\s*[-–]\s*(\d{1,2})")  # "commitments 1-3"


@dataclass(frozen=True, slots=True)
class Label:
    """A unit named by its number at start..end: "commitments 2 and 8"."""

    start: int
    end: int
    unit: ClaimUnit
    numbers: tuple[str, ...]


@dataclass(slots=True)
class Sentence:
    """A sentence with everything in it that matters to claims; `text` is what is printed, shares blanked out."""

    printed: str
    text: str
    words: ClaimWords
    nouns: list[Noun] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    shares: tuple[Share, ...] = ()
    used: set[Status] = field(default_factory=set)
    has_total: bool = False  # it prints what its counts are parts of


def labels_in(text: str, words: ClaimWords) -> list[Label]:
    """Return where a text names units by number."""
    lowered = plain(text)
    nouns = words.find_nouns(lowered)
    return [label for noun in nouns if (label := _label(lowered, noun, nouns, words, counted=False))]


def lex(text: str, words: ClaimWords, languages: tuple[str, ...]) -> Sentence:
    """Find everything in a sentence that matters to claims."""
    lowered = plain(text)
    dates = find_dates(text, DateContext(languages))
    statuses = words.find_statuses(lowered)
    said = [(s.start, s.end) for s in statuses]  # "to a large *measure*" names no measure
    nouns = [n for n in words.find_nouns(lowered) if not any(start <= n.start and n.end <= end for start, end in said)]
    none = [m.span() for m in words.guards["quantifier"].finditer(lowered)]  # "not one of the 12", "one third"
    aside = [*((d.start, d.end) for d in dates), *none]
    numbers = [n for n in find_numbers(text, languages) if not any(start <= n.start < end for start, end in aside)]
    labels = []
    for noun in nouns:
        earlier = max((x.end for x in nouns if x.end <= noun.start), default=0)
        counted = any(earlier <= n.start and n.end <= noun.start and words_between(lowered, n.end, noun.start) is not None for n in numbers)
        label = _label(lowered, noun, nouns, words, counted=counted)
        labels += [label] if label and not any(n.is_counted and label.start <= n.start < label.end for n in numbers) else []
    shares = find_shares(text, languages)
    return Sentence(
        printed=lowered,
        text=_without_shares(lowered, shares),
        words=words,
        nouns=nouns,
        labels=labels,
        numbers=[n for n in numbers if not any(lb.start <= n.start < lb.end for lb in labels)],
        statuses=statuses,
        shares=shares,
    )


def _without_shares(text: str, shares: Sequence[Share]) -> str:
    """Return a text with spaces where it prints percentages, their brackets too: "12 (67 %) of the 18"."""
    for share in shares:
        opening = _OPENING_BRACKET.search(text, 0, share.start)
        closing = _CLOSING_BRACKET.match(text, share.end)
        start, end = (opening.start(), closing.end()) if opening and closing else (share.start, share.end)
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _label(text: str, noun: Noun, nouns: Sequence[Noun], words: ClaimWords, *, counted: bool) -> Label | None:
    found = words.label.match(text, noun.end)
    if counted or words.guards["part_case"].fullmatch(text, noun.start, noun.end):  # a case that says "of the milestones, 8"
        return None
    if found is None:
        return _ordinal_label(text, noun, words)
    end = found.end()
    following = next((n for n in nouns if n.start >= end), None)
    between = text[end : following.start] if following else None
    is_counted = between is not None and len(WORD.findall(between)) <= 1 and not BREAK.search(between)
    if found["rest"] and (is_counted or _is_part_of_number(text, end, words)):
        end = found.end("first") + max(0, _last_joint(found["rest"]))  # "in commitments 2 and 8, 9 milestones", "in commitment 2, 2 of the 3"
    printed = text[found.start("first") : end]
    for low, high in _RANGE.findall(printed):
        printed += ",".join(["", *map(str, range(int(low) + 1, int(high)))])
    numbers = {m.group(): None for m in _NUMBER_IN_LABEL.finditer(printed)}
    return Label(noun.start, end, noun.unit, tuple(str(_ROMAN.get(n, n)) for n in numbers))


def _is_part_of_number(text: str, end: int, words: ClaimWords) -> bool:
    """Tell whether a number that ends here is said to be part of another: "2 of the 3"."""
    next_number = _NEXT_NUMBER.match(text, end)
    return next_number is not None and words.partitive.fullmatch(text, end, next_number.start("number")) is not None


def _ordinal_label(text: str, noun: Noun, words: ClaimWords) -> Label | None:
    """Return a commitment named by its ordinal: "the first commitment"."""
    if noun.unit is not ClaimUnit.COMMITMENTS:
        return None
    before = text[max(0, noun.start - MAX_ORDINAL) : noun.start].rstrip()
    named = {n for n, expression in words.ordinals for m in expression.finditer(before) if m.end() == len(before) and len(m.group()) > MAX_ROMAN}
    return Label(noun.start, noun.end, noun.unit, (str(named.pop()),)) if len(named) == 1 else None


def _last_joint(rest: str) -> int:
    joints = [m.start() for m in _NUMBER_IN_LABEL.finditer(rest)]
    before = [m.end() for m in _NUMBER_IN_LABEL.finditer(rest[: joints[-1]])] if joints else []
    return before[-1] if before else 0


def words_between(text: str, start: int, end: int) -> list[str] | None:
    """Return the few words that may stand between a number and its noun, or None where it can't be its noun."""
    gap = text[start:end]
    found = WORD.findall(gap)
    return found if len(found) <= MAX_BEFORE_NOUN and not re.search(r"[\d;:.,،!?(]", gap) else None
