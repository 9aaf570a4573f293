"""One sentence → the counts it states: number, unit, what is said of it, share, and the commitments it speaks of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.curation.claims.lexing import BREAK, WORD, Sentence, lex, words_between
from pipeline.curation.claims.vocabulary import COLOURS, ClaimWords, Status
from pipeline.curation.wording.numbers import Number, Share
from pipeline.tables import ClaimUnit

DENIED = ("not_started", "incomplete")  # statuses that begin with an auxiliary or a "not"
MAX_UNKNOWN = 3  # words that no vocabulary knows, between a number of a breakdown and its status
WHOLE = 1.0  # as a share
MAX_BEFORE_STATUS = 10  # words between a counted noun and what is said of it

_COMMA = re.compile(r"[,،]")
_FRONT_COMMA = re.compile(r"\s*[,،]")
_FRONT = re.compile(r"(?:^|[;:.,،])\s*(?P<word>[^\W\d_]+)\s+$")  # the one word before a number that opens a statement
_ASSIGN = re.compile(r"\s*[:=–—(՝-]\s*")  # between noun and number in "Milestones: 12"
_BEFORE_NUMBER = re.compile(r"[\w\s:=–—(-]*")  # between status and number in "completed: 8"
_BEFORE_SHARE = re.compile(r"\s*(?:\(|,)?[^\d()]{0,12}\(?\s*")  # between share and number in "74 % (39 milestones)"
_CLOSING = re.compile(r"^\s*[)\]]")
_SLASH = re.compile(r"\s*/\s*")  # "8/12 milestones"
_NEXT_WORD = re.compile(r"\s*(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)")


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
    noun: str | None = None  # its key in the vocabulary
    is_total: bool = False
    total: "Count | None" = None
    keys: frozenset[str] = frozenset()
    share: float | None = None
    scope: tuple[str, ...] = ()


def read_sentence(text: str, words: ClaimWords, languages: tuple[str, ...], carried: ClaimUnit | None) -> list[Count]:
    """Return the counts of a sentence in reading order.

    Args:
        text: One sentence as printed.
        words: The vocabulary of claims.
        languages: For numbers in words and for dates.
        carried: What numbers without a noun count, where the sentence has no noun of its own.
    """
    sentence = lex(text, words, languages)
    if not sentence.numbers or not (sentence.nouns or carried):
        return []
    counts = _bind(sentence, carried)
    for n, count in enumerate(counts):
        until = _until(counts, n, len(text))
        count.keys |= _said_of(sentence, count, counts[n - 1].end if n else 0, until)
        count.scope = _scope(sentence, count, until)
    _share_out(sentence, counts)
    return [c for c in counts if _is_count(c, counts)]


def _bind(sentence: Sentence, carried: ClaimUnit | None) -> list[Count]:
    counts: list[Count] = []
    for n, number in enumerate(sentence.numbers):
        stop = sentence.numbers[n + 1].start if n + 1 < len(sentence.numbers) else len(sentence.text)
        count = (
            _with_noun_right_before(sentence, number, counts)
            or _with_noun_after(sentence, number, stop)
            or _with_noun_before(sentence, number, counts)
            or _alone(sentence, number, counts, carried)
        )
        if count:
            counts.append(count)
    for part, whole in pairwise(counts):
        if _is_part(sentence, part, whole):
            part.total, whole.is_total = whole, True
            part.keys |= {s.key for s in _said_between(sentence, part, whole)}
            whole.has_noun |= part.has_noun
            part.unit, part.end, part.is_sure, part.is_own_noun = whole.unit, whole.end, whole.is_sure, whole.is_own_noun
    _mark_openings(sentence, counts)
    sentence.has_total = any(c.is_total for c in counts)
    return counts


def _is_part(sentence: Sentence, part: Count, whole: Count) -> bool:
    """Whether nothing but "out of the" or a slash parts two numbers that count the same, perhaps what is said of the first."""
    if part.has_noun and part.unit is not whole.unit:
        return False
    gap = _CLOSING.sub(" ", sentence.text[part.end : whole.start])  # "(5) of the 14"
    for status in _said_between(sentence, part, whole) if part.has_noun else ():
        gap = gap.replace(sentence.text[status.start : status.end], " ")
    return sentence.words.partitive.fullmatch(gap) is not None or (_SLASH.fullmatch(gap) is not None and whole.has_noun)


def _said_between(sentence: Sentence, part: Count, whole: Count) -> list[Status]:
    """Return what is said of a part before its total: "12 activities completed out of 20".

    A comma opens what is said of the next number: "in five, limited progress in two".
    """
    said = [s for s in sentence.statuses if part.end <= s.start and s.end <= whole.start]
    return said if said and not _COMMA.search(sentence.text, part.end, said[0].start) else []


def _mark_openings(sentence: Sentence, counts: Sequence[Count]) -> None:
    """A number after "of the", or whose noun is in the case that says so, is a total where parts follow, or where "half" stands before."""
    for n, count in enumerate(counts):
        opening = _opening_before(sentence, count)
        in_case = _is_in_part_case(sentence, count)
        count.is_total |= _is_quantified(sentence, count.start if opening is None else opening)
        if opening is not None and count.total is None and not any(c.total is count for c in counts):
            count.is_total |= any(not sentence.printed[s.end : opening].strip() for s in sentence.shares if s.end <= opening)
        if (opening is not None or in_case) and n + 1 < len(counts):
            part = counts[n + 1]
            count.is_total |= part.unit is count.unit and part.number.value <= count.number.value


def _is_in_part_case(sentence: Sentence, count: Count) -> bool:
    """Whether a count's ending says "of the", or a word right behind it does: "24개 중"."""
    guards = sentence.words.guards
    following = _NEXT_WORD.match(sentence.text, count.end)
    is_followed = following is not None and guards["part_after"].match(sentence.text, following.start("word")) is not None
    return is_followed or guards["part_case"].search(sentence.text, count.start, count.end) is not None


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
    between = words_between(sentence.text, number.end, noun.start)
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
        noun=noun.key,
        keys=frozenset(s.key for s in said),
    )


def _inside(text: str, word: str, statuses: Sequence[Status]) -> bool:
    return any(word in text[s.start : s.end] for s in statuses)


def _with_noun_right_before(sentence: Sentence, number: Number, counts: Sequence[Count]) -> Count | None:
    """A number with a word that counts, right behind its noun: "과제 24개"."""
    is_right_before = any(n.end <= number.start and not sentence.text[n.end : number.start].strip() for n in sentence.nouns)
    return _with_noun_before(sentence, number, counts) if number.is_counted and is_right_before else None


def _with_noun_before(sentence: Sentence, number: Number, counts: Sequence[Count]) -> Count | None:
    """A number said of a noun before it: "Milestones: 12", "Completed milestones: 8", "The number of completed milestones is 8"."""
    noun = next((x for x in reversed(sentence.nouns) if x.end <= number.start), None)
    if noun is None or any(c.end >= noun.end for c in counts):
        return None
    since = counts[-1].end if counts else 0
    is_numbered = sentence.words.guards["number_of"].search(sentence.text, since, noun.start) is not None
    gap = sentence.text[noun.end : number.start]
    counted = sentence.words.guards["number_of"].match(gap.lstrip())  # "세부과제 수: 15": the word for a number follows the noun
    gap, is_numbered = (gap.lstrip()[counted.end() :], True) if counted else (gap, is_numbered)
    if not (
        _ASSIGN.fullmatch(gap) or (number.is_counted and not gap.strip()) or (is_numbered and _is_light(sentence, gap) and not BREAK.search(gap))
    ):
        return None
    said = [s for s in sentence.statuses if since <= s.start and s.end <= noun.start and not WORD.search(sentence.text, s.end, noun.start)]
    sentence.used.update(said)
    keys = frozenset(s.key for s in said[-1:])
    return Count(
        number=number, start=number.start, end=number.end, unit=noun.unit, has_noun=True, is_own_noun=noun.is_certain, noun=noun.key, keys=keys
    )


def _alone(sentence: Sentence, number: Number, counts: Sequence[Count], carried: ClaimUnit | None) -> Count | None:
    """A number without a noun counts what was counted last."""
    named = [x.unit for x in sentence.nouns if x.end <= number.start] or [x.unit for x in sentence.nouns[:1]]
    units = [c.unit for c in counts] or named
    unit = units[-1] if units else carried
    if unit is None or (number.is_article and not (_is_pronoun(sentence, number) or _is_inverted(sentence, number, counts))):
        return None
    own = all(x.is_certain for x in sentence.nouns if x.unit is unit)
    return Count(number=number, start=number.start, end=number.end, unit=unit, has_noun=False, is_own_noun=own)


def _is_pronoun(sentence: Sentence, number: Number) -> bool:
    """Whether an article stands for a counted noun: it opens a clause, and an auxiliary comes next, "e um não foi iniciado"."""
    before, following = sentence.text[: number.start].rstrip(), _NEXT_WORD.match(sentence.text, number.end)
    opens = before.endswith((",", ";")) or any(m.end() == len(before) for m in sentence.words.guards["conjunctions"].finditer(before))
    if following is None or not opens:
        return False
    word = following["word"]
    is_auxiliary = word in sentence.words.function or bool(sentence.words.keys_of(word))  # "a", "υλοποιήθηκε"; not "nivel"
    is_denied = any(s.key in DENIED for s in sentence.statuses if s.start == following.start("word"))
    return is_denied or (is_auxiliary and word in sentence.words.between)


def _is_inverted(sentence: Sentence, number: Number, counts: Sequence[Count]) -> bool:
    """Whether an article is a part of the total before it: an auxiliary parts the two, and a status comes next, "av de fyra är en genomförd".

    A total whose part stands before it has none behind: "tres de los cuatro alcanzaron un nivel sustancial".
    """
    following = _NEXT_WORD.match(sentence.text, number.end)
    if following is None or not counts or _opening_before(sentence, counts[-1]) is None:
        return False
    if len(counts) > 1 and _is_part(sentence, counts[-2], counts[-1]):
        return False
    gap = sentence.text[counts[-1].end : number.start].split()
    return bool(gap) and all(w in sentence.words.between for w in gap) and any(s.start == following.start("word") for s in sentence.statuses)


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
        joined = edge == count.start and any(w in sentence.words.joiners for w in WORD.findall(gap))
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
        if not (_goes_on(sentence, gap) if cluster else _leads(sentence, count, status)):
            break
        cluster.append(status)
        edge = status.end
    sentence.used.update(cluster)
    return frozenset(s.key for s in cluster)


def _goes_on(sentence: Sentence, gap: str) -> bool:
    """Whether a second status belongs to the first: "completed or under way"."""
    return _is_light(sentence, gap) and not _COMMA.search(gap.split(")")[-1]) and not BREAK.search(gap)


def _leads(sentence: Sentence, count: Count, status: Status) -> bool:
    """Whether the words between a count and a status lead from one to the other; where they narrow the count it isn't sure."""
    gap = sentence.text[count.end : status.start]
    light = _is_light(sentence, gap)
    if count.has_noun or count.total is not None:
        leads = _may_bridge(sentence, _behind_front(sentence, count), status.start)
        count.is_sure &= light or not leads or _is_kin(sentence, count.end, status.start)
        return leads
    if BREAK.search(gap):
        return False
    if light or _is_marked(sentence, status, gap):
        return True
    said = WORD.findall(gap)
    if not sentence.has_total or _COMMA.search(gap) or sum(w not in sentence.words.between for w in said) > MAX_UNKNOWN:
        return False
    count.is_sure &= said[0] in sentence.words.between
    return True


def _behind_front(sentence: Sentence, count: Count) -> int:
    """Return where a count ends, with the comma behind it where it stands in front: "For five commitments, progress was limited"."""
    comma = _FRONT_COMMA.match(sentence.text, count.end)
    lead = _FRONT.search(sentence.text, 0, count.start)
    is_front = comma and lead and lead["word"] in sentence.words.between and lead["word"] in sentence.words.function
    return comma.end() if comma and is_front else count.end


def _is_marked(sentence: Sentence, status: Status, gap: str) -> bool:
    """Whether one unknown word, after an auxiliary, leads to a colour: "2 sunt *trecute* cu verde"."""
    said = WORD.findall(gap)
    unknown = [w for w in said if w not in sentence.words.between]
    return status.key in COLOURS and len(said) > 1 and len(unknown) == 1 and said[0] != unknown[0]


def _is_light(sentence: Sentence, gap: str) -> bool:
    """Whether a gap holds nothing but auxiliaries, joiners and a share in brackets."""
    return all(w in sentence.words.between for w in WORD.findall(gap))


def _may_bridge(sentence: Sentence, start: int, end: int) -> bool:
    gap = sentence.text[start:end]
    return len(WORD.findall(gap)) <= MAX_BEFORE_STATUS and not BREAK.search(gap) and not _COMMA.search(gap)


def _is_kin(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words between a noun and its status narrow nothing."""
    words = sentence.words
    spans = [(lb.start, lb.end) for lb in sentence.labels] + [(m.start(), m.end()) for m in words.plan.finditer(sentence.text)]
    return all(
        m.group() in words.between or m.group() in words.kin or m.group() in words.function or any(s <= m.start() < e for s, e in spans)
        for m in WORD.finditer(sentence.text, start, end)
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
        if _is_degree(sentence, share):
            continue
        ahead = next((c for c in counts if c.start >= share.end and _BEFORE_SHARE.fullmatch(sentence.printed, share.end, c.start)), None)
        behind = [c for c in counts if c.end <= share.start or c.start < share.start]
        owner = ahead if ahead and ("(" in sentence.printed[share.end : ahead.start] or not behind) else behind[-1] if behind else None
        while owner is not None and owner.is_total and not owner.keys:
            parts = [c for c in counts if c.total is owner]
            owner = parts[-1] if parts else None
        if owner is not None and owner.share is None:
            owner.share = share.share


def _is_degree(sentence: Sentence, share: Share) -> bool:
    """Whether a percentage says how far something is done rather than of how many it is: "100 % completed", "fulfilled to 100 %"."""
    if share.share != WHOLE or _CLOSING.match(sentence.printed, share.end):
        return False
    after = any(s.start >= share.end and not sentence.printed[share.end : s.start].strip() for s in sentence.statuses if s.key == "complete")
    leads = [WORD.findall(sentence.printed[s.end : share.start]) for s in sentence.statuses if s.key == "complete" and s.end <= share.start]
    return after or any(len(lead) <= 1 and all(w in sentence.words.between | sentence.words.function for w in lead) for lead in leads)


def _is_count(count: Count, counts: Sequence[Count]) -> bool:
    """Whether a number is a count at all: one alone needs something said of it, an article other counts beside it."""
    if count.number.is_article and not (count.keys and any(c is not count and c.keys for c in counts)):
        return False
    return bool(count.keys) or count.has_noun
