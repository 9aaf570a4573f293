"""What the prose says in numbers of milestones and commitments."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.curation.claims.counting import Claim, count_claims
from pipeline.curation.claims.lexing import labels_in
from pipeline.curation.claims.sentence import Count, read_sentence
from pipeline.curation.claims.vocabulary import (
    NO_STATUS,
    OWN_WORD,
    UNSURE,
    ClaimWords,
    fold_legend,
    level_in_part,
    load_claim_words,
    meaning_of,
    own_statuses,
)
from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.numbers import find_numbers
from pipeline.curation.wording.patterns import plain
from pipeline.curation.wording.sentences import sentences
from pipeline.tables import ClaimUnit, Completion, Rating, Row

__all__ = ["Claim", "ClaimContext", "count_claims", "read_claims"]

MAX_LEAD_IN = 160  # characters of a line that names a commitment and speaks for what follows
MIN_TITLE = 12  # characters of a commitment's title that tell a heading is about it

_AFTER_LABEL = re.compile(r"\s*(?:[:.,–—-]|$)")  # "Commitment 2: …"
_ROMAN = re.compile(r"[\s(]*(?P<roman>[ivx]{1,5})(?!\w)")  # "NAP IV"
_CLAUSE_END = re.compile(r"[,;:،]|\d")
_A_WORD = re.compile(r"\w+")
_STATEMENT_END = re.compile(r"[.;:,]")

_OTHER = {ClaimUnit.MILESTONES: ClaimUnit.COMMITMENTS, ClaimUnit.COMMITMENTS: ClaimUnit.MILESTONES}

Legend = Sequence[tuple[frozenset[str], Rating]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimContext:
    """What a report's claims are read with."""

    languages: tuple[str, ...]
    legend: Mapping[str, Rating] = field(default_factory=dict)  # the legend's phrases, as printed or folded
    is_scale: bool = False  # the legend explains the levels of the completion scale and no colours
    nouns: Mapping[str, ClaimUnit] = field(default_factory=dict)  # headings of the tables' columns that name the rows, as printed
    commitments: Mapping[str, str | None] = field(default_factory=dict)  # number as in the ids → title
    plan: str | None = None  # the report's own action plan as printed
    totals: Mapping[ClaimUnit, int] = field(default_factory=dict)  # how many rows of a unit the tables have


@dataclass(slots=True, kw_only=True)
class _Place:
    """Where in the prose the reading stands."""

    stack: list[tuple[int, str]] = field(default_factory=list)  # headings above, by level
    lead_in: tuple[str, ...] = ()  # commitments that a line spoke of, until the next heading
    carried: ClaimUnit | None = None  # what the last sentence counted
    is_listing: bool = False  # the last line ended in a colon, or is an item of such a list


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    """A sentence with what decides about its counts."""

    text: str
    row: Row
    scope: tuple[str, ...]
    words: ClaimWords
    legend: Legend
    is_scale: bool
    sentence: int
    languages: tuple[str, ...]


MAX_PARAGRAPH = 50_000  # characters, twenty pages; what is longer is no prose that a person counts in


def read_claims(rows: Sequence[Row], context: ClaimContext) -> tuple[Claim, ...]:
    """Return the claims of narrative rows in reading order."""
    languages = tuple(dict.fromkeys((*context.languages, "en")))
    headings = tuple(sorted(context.nouns.items()))
    own = own_statuses(context.legend, load_claim_words(languages, headings))
    words = load_claim_words(languages, headings, own=own)
    found = _read(rows, context, words, languages)
    meant = _meant(found, context, words)
    return _read(rows, context, load_claim_words(languages, headings, meant, own), languages) if meant else found


def _meant(claims: Sequence[Claim], context: ClaimContext, words: ClaimWords) -> tuple[tuple[str, ClaimUnit], ...]:
    """Return the nouns by which a report means the other unit: its "measures" are six, and so are the tables' commitments.

    Only the report's totals tell: what the prose says there are, beside how many rows of either unit the tables have.
    """
    heads = {n.key for n in words.nouns if n.is_heading}
    votes: dict[str, int] = {}
    for claim in claims:
        if claim.noun is None or claim.noun in heads or claim.keys or claim.commitments or not claim.is_sure:
            continue
        own, other = context.totals.get(claim.unit), context.totals.get(_OTHER[claim.unit])
        vote = 0 if own == other else -1 if claim.stated == own else 1 if claim.stated == other else 0
        votes[claim.noun] = votes.get(claim.noun, 0) + vote
    units = {n.key: n.unit for n in words.nouns}
    return tuple(sorted((noun, _OTHER[units[noun]]) for noun, vote in votes.items() if vote > 0))


def _read(rows: Sequence[Row], context: ClaimContext, words: ClaimWords, languages: tuple[str, ...]) -> tuple[Claim, ...]:
    legend = fold_legend(context.legend, words)
    place, found, n = _Place(), list[Claim](), 0
    for row in rows:
        paragraph = str(row["text"])
        if len(paragraph) > MAX_PARAGRAPH:
            continue
        scope = _enter(place, row, words, context)
        for number, (start, end) in enumerate(sentences(paragraph, languages)):
            text = paragraph[start:end]
            carried = _carried(place, text, number, row, words)
            counts = [] if _is_other_plan(text, words, context) else read_sentence(text, words, languages, carried)
            passage = _Passage(
                text=text, row=row, scope=scope, words=words, legend=legend, is_scale=context.is_scale, sentence=n, languages=languages
            )
            found += [claim for count in counts if (claim := _claim(count, counts, passage))]
            place.carried = counts[-1].unit if counts else place.carried if place.is_listing else None
            n += 1
    return tuple(found)


def _carried(place: _Place, text: str, number: int, row: Row, words: ClaimWords) -> ClaimUnit | None:
    """What numbers without a noun count: what the sentence before did, in the same paragraph or list."""
    in_list = row["kind"] == "list_item"
    these = words.guards["these"].search(plain(text)) is not None
    return place.carried if number > 0 or in_list or these else None


def _enter(place: _Place, row: Row, words: ClaimWords, context: ClaimContext) -> tuple[str, ...]:
    """Step into a row; return the commitments that the text there speaks of."""
    text, section = str(row["text"]), row["section"]
    level = row["section_level"] if isinstance(row["section_level"], int) else 1
    if section != (place.stack[-1][1] if place.stack else None):
        place.stack = [s for s in place.stack if s[0] < level] if section else []
        place.stack += [(level, str(section))] if section else []
        place.lead_in, place.carried, place.is_listing = (), None, False
    place.is_listing = text.rstrip().endswith((":", "：")) or (place.is_listing and row["kind"] == "list_item")
    named = _opening_label(text, words, context)
    if named and len(text) <= MAX_LEAD_IN:
        place.lead_in = named
    heading = next((n for _, title in reversed(place.stack) if (n := _about(title, words, context))), ())
    return named or place.lead_in or heading


def _opening_label(text: str, words: ClaimWords, context: ClaimContext) -> tuple[str, ...]:
    """Return the commitments that a line begins with: "Commitment 2 and 8: …"."""
    opening = next((lb for lb in labels_in(text, words) if lb.start <= 3), None)
    if opening is None or opening.unit is not ClaimUnit.COMMITMENTS or not _AFTER_LABEL.match(text, opening.end):
        return ()
    return _known(opening.numbers, context)


def _about(title: str, words: ClaimWords, context: ClaimContext) -> tuple[str, ...]:
    """Return the commitments that a heading is about, by number or by title."""
    named = next((lb.numbers for lb in labels_in(title, words) if lb.unit is ClaimUnit.COMMITMENTS), ())
    if named:
        return _known(named, context)
    folded = fold(title)
    return tuple(n for n, t in context.commitments.items() if t and len(fold(t)) >= MIN_TITLE and fold(t) in folded)


def _known(numbers: Sequence[str], context: ClaimContext) -> tuple[str, ...]:
    known = tuple(n for n in numbers if n in context.commitments)
    return known or tuple(numbers)


def _is_other_plan(text: str, words: ClaimWords, context: ClaimContext) -> bool:
    """Whether a sentence speaks of another plan, which this report's tables can't confirm."""
    lowered = plain(text)
    own, said = _plan_ordinals(plain(context.plan or ""), words), _plan_ordinals(lowered, words)
    if own and said:
        return not own & said
    return words.guards["other_plan"].search(lowered) is not None


def _plan_ordinals(text: str, words: ClaimWords) -> set[int]:
    """Return which plans a text names by ordinal: "the second plan", "NAP IV"."""
    found = set()
    for plan in words.plan.finditer(text):
        before = text[max(0, plan.start() - 50) : plan.start()]
        roman = _ROMAN.match(text, plan.end())
        for value, expression in words.ordinals:
            near = any(not _STATEMENT_END.search(before[m.end() :]) for m in expression.finditer(before))
            if near or (roman and expression.fullmatch(roman["roman"])):
                found.add(value)
    return found


def _clause(text: str, count: Count) -> str:
    """Return the part of a sentence between semicolons that a count stands in."""
    end = text.find(";", count.end)
    return text[text.rfind(";", 0, count.start) + 1 : end if end >= 0 else len(text)]


def _claim(count: Count, counts: Sequence[Count], passage: _Passage) -> Claim | None:
    """Return the claim that a count makes, or None where it makes none."""
    guards, text = passage.words.guards, plain(passage.text)
    clause = _clause(text, count)
    if (count.keys & NO_STATUS and count.keys != OWN_WORD) or _is_of_each(text, count, counts, passage.words):
        return None
    meaning: tuple[Rating | None, Completion | None] | None = (None, None)
    sure = count.is_sure and not _is_rough(text, count, guards["about"])
    if count.keys:
        meaning = meaning_of(count.keys, passage.legend, is_scale=passage.is_scale) or (meaning if count.keys == OWN_WORD else None)
        sure &= not count.keys & UNSURE or any(count.keys <= said for said, _ in passage.legend)
    elif count.total is not None or any(guards[g].search(clause) for g in ("left_out", "change")):
        return None
    else:
        sure &= any(c.is_total for c in counts) or _is_contained(count, counts, passage)
    return _made(count, passage, meaning, sure) if meaning else None


def _is_of_each(text: str, count: Count, counts: Sequence[Count], words: ClaimWords) -> bool:
    """Whether a number is one for each of many: "each commitment has three", "three milestones each"; not "two, each with a …"."""
    start = text.rfind(";", 0, count.start) + 1
    before = any(not words.partitive.fullmatch(text, m.end(), count.start) for m in words.guards["each"].finditer(text, start, count.start))
    after = words.guards["each"].search(text, count.end)
    if after is None or _CLAUSE_END.search(text, count.end, after.start()):
        return before
    return before or not any(count.end <= c.start < after.start() for c in counts)


def _is_contained(count: Count, counts: Sequence[Count], passage: _Passage) -> bool:
    """Whether the sentence says that there are so many: "the plan contains 12", no number of other things between."""
    text = plain(passage.text)
    start = text.rfind(";", 0, count.start) + 1
    end = text.find(";", count.end)
    others = [n for n in find_numbers(passage.text, passage.languages) if not any(c.start <= n.start < c.end for c in counts)]
    goals = [s for s in passage.words.find_statuses(text) if s.key == "future"]
    for said in passage.words.guards["contain"].finditer(text, start, end if end >= 0 else len(text)):
        if any(g.start <= said.start() < g.end for g in goals):
            continue
        low, high = min(said.end(), count.end), max(said.start(), count.start)
        if not any(low <= n.start < high for n in others):
            return True
    return False


def _is_rough(text: str, count: Count, about: re.Pattern[str]) -> bool:
    """Whether words right beside a number make it a rough one: "at least 12"."""
    before = any(len(_A_WORD.findall(text[m.end() : count.start])) <= 1 for m in about.finditer(text, 0, count.start))
    after = about.search(text, count.number.end)
    return before or (after is not None and not text[count.number.end : after.start()].strip())


def _made(count: Count, passage: _Passage, meaning: tuple[Rating | None, Completion | None], sure: bool) -> Claim:
    pages, section = passage.row["source_pages"], passage.row["section"]
    return Claim(
        section=section if isinstance(section, str) else None,
        commitments=() if count.unit is ClaimUnit.COMMITMENTS else count.scope or passage.scope,
        unit=count.unit,
        rating=meaning[0],
        completion=meaning[1],
        keys=count.keys,
        noun=count.noun,
        level=level_in_part(count.keys, passage.legend),
        stated=count.number.value,
        share=count.share,
        text=passage.text,
        is_sure=sure,
        sentence=passage.sentence,
        is_own_noun=count.is_own_noun,
        own_word=passage.words.status("incomplete") if count.keys == OWN_WORD and meaning == (None, None) else None,
        source_pages=tuple(n for n in pages if isinstance(n, int)) if isinstance(pages, tuple) else None,
    )
