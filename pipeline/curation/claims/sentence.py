"""One sentence → the counts it states: number, unit, what is said of it, share, and the commitments it speaks of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.curation.claims.vocabulary import COLOURS, ClaimWords, Noun, Status
from pipeline.curation.wording.numbers import Number, Share, find_numbers, find_shares
from pipeline.curation.wording.patterns import plain
from pipeline.dates import DateContext, find_dates
from pipeline.tables import ClaimUnit

MAX_BEFORE_NOUN = 4  # words between a number and its noun
MAX_BEFORE_STATUS = 10  # words between a counted noun and what is said of it

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_BREAK = re.compile(r"[;:.!?؛]")  # where one statement ends and the next begins
_COMMA = re.compile(r"[,،]")
_ASSIGN = re.compile(r"\s*[:=–—(՝-]\s*")  # between noun and number in "Milestones: 12"
_BEFORE_NUMBER = re.compile(r"[\w\s:=–—(-]*")  # between status and number in "completed: 8"
_BEFORE_SHARE = re.compile(r"\s*(?:\(|,)?[^\d()]{0,12}\(?\s*")  # between share and number in "74 % (39 milestones)"
_OPENING_BRACKET = re.compile(r"[(\[]\s*$")
_CLOSING_BRACKET = re.compile(r"\s*[)\]]")
_SLASH = re.compile(r"\s*/\s*")  # "8/12 milestones"
_NEXT_WORD = re.compile(r"\s*(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12}
_NUMBER_IN_LABEL = re.compile(r"\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}")
_RANGE = re.compile(r"(\d{1,2})\s*[-–]\s*(\d{1,2})")  # "commitments 1-3"


@dataclass(frozen=True, slots=True)
class Label:
    """A unit named by its number at start..end: "commitments 2 and 8"."""

    start: int
    end: int
    unit: ClaimUnit
    numbers: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Count:
    """A number that counts a unit, and what the sentence says of those it counts."""

    number: Number
    start: int
    end: int  # of the number with its noun
    unit: ClaimUnit
    has_noun: bool
    is_sure: bool = True  # nothing narrows it to a part that the tables can't tell
    is_own_noun: bool = True  # the tables call their rows so
    is_total: bool = False
    total: "Count | None" = None
    keys: frozenset[str] = frozenset()
    share: float | None = None
    scope: tuple[str, ...] = ()


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


def read_sentence(text: str, words: ClaimWords, languages: tuple[str, ...], carried: ClaimUnit | None) -> list[Count]:
    """Return the counts of a sentence in reading order.

    Args:
        text: One sentence as printed.
        words: The vocabulary of claims.
        languages: For numbers in words and for dates.
        carried: What numbers without a noun count, where the sentence has no noun of its own.
    """
    sentence = _lex(text, words, languages)
    if not sentence.numbers or not (sentence.nouns or carried):
        return []
    counts = _bind(sentence, carried)
    for n, count in enumerate(counts):
        until = _until(counts, n, len(text))
        count.keys |= _said_of(sentence, count, counts[n - 1].end if n else 0, until)
        count.scope = _scope(sentence, count, until)
    _share_out(sentence, counts)
    return [c for c in counts if _is_count(c, counts)]


def labels_in(text: str, words: ClaimWords) -> list[Label]:
    """Return where a text names units by number."""
    lowered = plain(text)
    nouns = words.find_nouns(lowered)
    return [label for noun in nouns if (label := _label(lowered, noun, nouns, words, counted=False))]


def _lex(text: str, words: ClaimWords, languages: tuple[str, ...]) -> Sentence:
    lowered = plain(text)
    dates = find_dates(text, DateContext(languages))
    nouns = words.find_nouns(lowered)
    none = [m.span() for m in words.guards["quantifier"].finditer(lowered)]  # "not one of the 12", "one third"
    aside = [*((d.start, d.end) for d in dates), *none]
    numbers = [n for n in find_numbers(text, languages) if not any(start <= n.start < end for start, end in aside)]
    labels = []
    for noun in nouns:
        earlier = max((x.end for x in nouns if x.end <= noun.start), default=0)
        counted = any(earlier <= n.start and n.end <= noun.start and _words_between(lowered, n.end, noun.start) is not None for n in numbers)
        label = _label(lowered, noun, nouns, words, counted=counted)
        labels += [label] if label else []
    shares = find_shares(text, languages)
    return Sentence(
        printed=lowered,
        text=_without_shares(lowered, shares),
        words=words,
        nouns=nouns,
        labels=labels,
        numbers=[n for n in numbers if not any(lb.start <= n.start < lb.end for lb in labels)],
        statuses=words.find_statuses(lowered),
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
    if found is None or counted:
        return None
    end = found.end()
    following = next((n for n in nouns if n.start >= end), None)
    between = text[end : following.start] if following else None
    if found["rest"] and between is not None and len(_WORD.findall(between)) <= 1 and not _BREAK.search(between):
        end = found.end("first") + max(0, _last_joint(found["rest"]))  # "in commitments 2 and 8, 9 milestones"
    printed = text[found.start("first") : end]
    for low, high in _RANGE.findall(printed):
        printed += ",".join(["", *map(str, range(int(low) + 1, int(high)))])
    numbers = {m.group(): None for m in _NUMBER_IN_LABEL.finditer(printed)}
    return Label(noun.start, end, noun.unit, tuple(str(_ROMAN.get(n, n)) for n in numbers))


def _last_joint(rest: str) -> int:
    joints = [m.start() for m in _NUMBER_IN_LABEL.finditer(rest)]
    before = [m.end() for m in _NUMBER_IN_LABEL.finditer(rest[: joints[-1]])] if joints else []
    return before[-1] if before else 0


def _words_between(text: str, start: int, end: int) -> list[str] | None:
    """Return the few words that may stand between a number and its noun, or None where it can't be its noun."""
    gap = text[start:end]
    found = _WORD.findall(gap)
    return found if len(found) <= MAX_BEFORE_NOUN and not re.search(r"[\d;:.,،!?(]", gap) else None


def _bind(sentence: Sentence, carried: ClaimUnit | None) -> list[Count]:
    counts: list[Count] = []
    for n, number in enumerate(sentence.numbers):
        stop = sentence.numbers[n + 1].start if n + 1 < len(sentence.numbers) else len(sentence.text)
        count = _with_noun_after(sentence, number, stop) or _with_noun_before(sentence, number, counts) or _alone(sentence, number, counts, carried)
        if count:
            counts.append(count)
    for part, whole in pairwise(counts):
        if _is_part(sentence, part, whole):
            part.total, whole.is_total = whole, True
            whole.has_noun |= part.has_noun
            part.unit, part.end, part.is_sure, part.is_own_noun = whole.unit, whole.end, whole.is_sure, whole.is_own_noun
    _mark_openings(sentence, counts)
    return counts


def _is_part(sentence: Sentence, part: Count, whole: Count) -> bool:
    """Whether nothing but "out of the" or a slash parts two numbers that count the same."""
    if part.has_noun and part.unit is not whole.unit:
        return False
    between = (sentence.text, part.end, whole.start)
    return sentence.words.partitive.fullmatch(*between) is not None or (_SLASH.fullmatch(*between) is not None and whole.has_noun)


def _mark_openings(sentence: Sentence, counts: Sequence[Count]) -> None:
    """A number after "of the", or whose noun is in the case that says so, is a total where parts follow, or where "half" stands before."""
    for n, count in enumerate(counts):
        opening = _opening_before(sentence, count)
        in_case = count.has_noun and sentence.words.guards["part_case"].search(sentence.text, count.start, count.end) is not None
        count.is_total |= _is_quantified(sentence, count.start if opening is None else opening)
        if opening is not None and count.total is None and not any(c.total is count for c in counts):
            count.is_total |= any(not sentence.printed[s.end : opening].strip() for s in sentence.shares if s.end <= opening)
        if (opening is not None or in_case) and n + 1 < len(counts):
            part = counts[n + 1]
            count.is_total |= part.unit is count.unit and part.number.value <= count.number.value


def _is_quantified(sentence: Sentence, end: int) -> bool:
    """Whether "half", "none", "most" stands right before a place."""
    return any(not sentence.printed[m.end() : end].strip() for m in sentence.words.guards["quantifier"].finditer(sentence.printed, 0, end))


def _opening_before(sentence: Sentence, count: Count) -> int | None:
    """Return where the words "of the" right before a number begin."""
    for before in reversed(list(sentence.words.opening.finditer(sentence.text, 0, count.start))):
        if not sentence.text[before.end() : count.start].strip():
            return before.start()
    return None


def _with_noun_after(sentence: Sentence, number: Number, stop: int) -> Count | None:
    noun = next((x for x in sentence.nouns if number.end <= x.start < stop), None)
    if noun is None or any(lb.start == noun.start for lb in sentence.labels):
        return None
    words = sentence.words
    between = _words_between(sentence.text, number.end, noun.start)
    if between is None:
        return None
    said = [s for s in sentence.statuses if number.end <= s.start and s.end <= noun.start]
    is_part = bool(between) and words.partitive.fullmatch(sentence.text, number.end, noun.start) is not None
    if not is_part and any(w in words.function and w not in words.between for w in between):
        return None
    plain_words = is_part or all(w in words.kin or w in words.between or _inside(sentence.text, w, said) for w in between)
    sentence.used.update(said)
    return Count(
        number=number,
        start=number.start,
        end=noun.end,
        unit=noun.unit,
        has_noun=True,
        is_sure=plain_words,
        is_own_noun=noun.is_certain,
        keys=frozenset(s.key for s in said),
    )


def _inside(text: str, word: str, statuses: Sequence[Status]) -> bool:
    return any(word in text[s.start : s.end] for s in statuses)


def _with_noun_before(sentence: Sentence, number: Number, counts: Sequence[Count]) -> Count | None:
    """A number said of a noun before it: "Milestones: 12", "Completed milestones: 8", "The number of completed milestones is 8"."""
    noun = next((x for x in reversed(sentence.nouns) if x.end <= number.start), None)
    if noun is None or any(c.end >= noun.end for c in counts):
        return None
    since = counts[-1].end if counts else 0
    is_numbered = sentence.words.guards["number_of"].search(sentence.text, since, noun.start) is not None
    gap = sentence.text[noun.end : number.start]
    if not (_ASSIGN.fullmatch(gap) or (is_numbered and _is_light(sentence, gap) and not _BREAK.search(gap))):
        return None
    said = [s for s in sentence.statuses if since <= s.start and s.end <= noun.start and not _WORD.search(sentence.text, s.end, noun.start)]
    sentence.used.update(said)
    keys = frozenset(s.key for s in said[-1:])
    return Count(number=number, start=number.start, end=number.end, unit=noun.unit, has_noun=True, is_own_noun=noun.is_certain, keys=keys)


def _alone(sentence: Sentence, number: Number, counts: Sequence[Count], carried: ClaimUnit | None) -> Count | None:
    """A number without a noun counts what was counted last."""
    named = [x.unit for x in sentence.nouns if x.end <= number.start] or [x.unit for x in sentence.nouns[:1]]
    units = [c.unit for c in counts] or named
    unit = units[-1] if units else carried
    if unit is None or number.is_article:
        return None
    own = all(x.is_certain for x in sentence.nouns if x.unit is unit)
    return Count(number=number, start=number.start, end=number.end, unit=unit, has_noun=False, is_own_noun=own)


def _until(counts: Sequence[Count], n: int, end: int) -> int:
    return next((c.start for c in counts[n + 1 :] if c is not counts[n].total and c.start >= counts[n].end), end)


def _said_of(sentence: Sentence, count: Count, since: int, until: int) -> frozenset[str]:
    if count.is_total and count.total is None and not count.keys:
        return frozenset()
    before = _said_before(sentence, count, since)
    return before or (frozenset() if count.keys else _said_after(sentence, count, until))


def _said_before(sentence: Sentence, count: Count, since: int) -> frozenset[str]:
    """Return the status right before a number: "completed: 8", "fully complete 39 milestones"."""
    if not count.has_noun and not _ends_well(sentence, count):
        return frozenset()
    cluster: list[Status] = []
    edge = count.start
    for status in reversed([s for s in sentence.statuses if since <= s.start and s.end <= count.start]):
        gap = sentence.text[status.end : edge]
        joined = edge == count.start and any(w in sentence.words.joiners for w in _WORD.findall(gap))
        if status in sentence.used or joined or not _BEFORE_NUMBER.fullmatch(gap) or not _is_light(sentence, gap):
            break
        cluster.append(status)
        edge = status.start
    sentence.used.update(cluster)
    return frozenset(s.key for s in cluster)


def _ends_well(sentence: Sentence, count: Count) -> bool:
    """Whether what follows a number alone isn't a noun of its own: "three trainings" counts trainings."""
    following = _NEXT_WORD.match(sentence.text, count.end)
    if following is None:
        return True
    word, words = following["word"], sentence.words
    starts_status = any(s.start == following.start("word") for s in sentence.statuses)
    return starts_status or word in words.between or word in words.function or word in words.joiners


def _said_after(sentence: Sentence, count: Count, until: int) -> frozenset[str]:
    """Return the status that follows: close by for a number alone, further on for one with its noun."""
    cluster: list[Status] = []
    edge = count.end
    for status in [s for s in sentence.statuses if count.end <= s.start and s.end <= until]:
        gap = sentence.text[edge : status.start]
        light = _is_light(sentence, gap)
        if cluster or (not count.has_noun and count.total is None):
            if (
                not (light or (not cluster and _is_marked(sentence, status, gap)))
                or (_COMMA.search(gap.split(")")[-1]) and cluster)
                or _BREAK.search(gap)
            ):
                break
        elif not _may_bridge(sentence, edge, status.start):
            break
        elif not light:
            count.is_sure &= _is_kin(sentence, edge, status.start)
        cluster.append(status)
        edge = status.end
    sentence.used.update(cluster)
    return frozenset(s.key for s in cluster)


def _is_marked(sentence: Sentence, status: Status, gap: str) -> bool:
    """Whether one unknown word, after an auxiliary, leads to a colour: "2 sunt *trecute* cu verde"."""
    said = _WORD.findall(gap)
    unknown = [w for w in said if w not in sentence.words.between]
    return status.key in COLOURS and len(said) > 1 and len(unknown) == 1 and said[0] != unknown[0]


def _is_light(sentence: Sentence, gap: str) -> bool:
    """Whether a gap holds nothing but auxiliaries, joiners and a share in brackets."""
    return all(w in sentence.words.between for w in _WORD.findall(gap))


def _may_bridge(sentence: Sentence, start: int, end: int) -> bool:
    gap = sentence.text[start:end]
    return len(_WORD.findall(gap)) <= MAX_BEFORE_STATUS and not _BREAK.search(gap) and not _COMMA.search(gap)


def _is_kin(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words between a noun and its status narrow nothing."""
    words = sentence.words
    spans = [(lb.start, lb.end) for lb in sentence.labels] + [(m.start(), m.end()) for m in words.plan.finditer(sentence.text)]
    return all(
        m.group() in words.between or m.group() in words.kin or m.group() in words.function or any(s <= m.start() < e for s, e in spans)
        for m in _WORD.finditer(sentence.text, start, end)
    )


def _scope(sentence: Sentence, count: Count, until: int) -> tuple[str, ...]:
    """Return the commitments a count speaks of: those named behind it, else those named before."""
    if count.unit is ClaimUnit.COMMITMENTS:
        return ()
    named = [lb for lb in sentence.labels if lb.unit is ClaimUnit.COMMITMENTS]
    behind = [lb for lb in named if count.end <= lb.start < until and _is_kin(sentence, count.end, lb.start)]
    before = [lb for lb in named if lb.end <= count.start]
    return behind[0].numbers if behind else before[-1].numbers if before else ()


def _share_out(sentence: Sentence, counts: Sequence[Count]) -> None:
    """Give each share to the number it stands behind, or right before."""
    for share in sentence.shares:
        ahead = next((c for c in counts if c.start >= share.end and _BEFORE_SHARE.fullmatch(sentence.printed, share.end, c.start)), None)
        behind = [c for c in counts if c.end <= share.start or c.start < share.start]
        owner = ahead if ahead and ("(" in sentence.printed[share.end : ahead.start] or not behind) else behind[-1] if behind else None
        while owner is not None and owner.is_total and not owner.keys:
            parts = [c for c in counts if c.total is owner]
            owner = parts[-1] if parts else None
        if owner is not None and owner.share is None:
            owner.share = share.share


def _is_count(count: Count, counts: Sequence[Count]) -> bool:
    """Whether a number is a count at all: one alone needs something said of it, an article other counts beside it."""
    if count.number.is_article and not (count.keys and any(c is not count and c.keys for c in counts)):
        return False
    return bool(count.keys) or count.has_noun
