"""The words of claims: what is counted, what is said of it, and what makes a number no claim."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.patterns import NEVER, compile_phrases, plain
from pipeline.tables import ClaimUnit, Completion, Rating
from pipeline.vocabulary import phrases

LEVELS: Mapping[str, Completion] = {
    "not_started": Completion.NOT_STARTED,
    "limited": Completion.LIMITED,
    "substantial": Completion.SUBSTANTIAL,
    "complete": Completion.COMPLETE,
    "withdrawn": Completion.WITHDRAWN,
}
LIGHTS: Mapping[str, Rating] = {
    "green": Rating.GREEN,
    "amber": Rating.AMBER,
    "red": Rating.RED,
    "complete": Rating.GREEN,
    "substantial": Rating.GREEN,
    "on_track": Rating.GREEN,
    "limited": Rating.AMBER,
    "delayed": Rating.AMBER,
    "in_progress": Rating.AMBER,
    "not_started": Rating.RED,
    "severe_delay": Rating.RED,
    "at_risk": Rating.RED,
}
"""What a status word means where the report prints no legend."""

COLOURS = frozenset({"green", "amber", "red"})
UNSURE = frozenset({"in_progress"})  # read as a colour only where the tables bear it out
NO_STATUS = frozenset({"incomplete", "unrated", "future"})  # said of a number, they make it no claim
OWN_WORD = frozenset({"incomplete"})  # a status only where the legend or the tables have it as a word of their own: "Not implemented"
STATUS_KEYS = (*LIGHTS, "withdrawn", *sorted(NO_STATUS))
OWN_LEGEND = "legend_"  # before the light of a status that only the report's legend has
MAX_OWN_WORDS = 4  # of such a status; a longer phrase explains one
RATED = ("substantial", "limited", "not_started", "withdrawn")  # levels that the prose names as a rating's cell does
MIN_INFLECTED = 7  # letters of a word that may end otherwise in the prose
UNITS = ("milestones", "commitments")
GUARDS = (
    "contain",
    "other_plan",
    "left_out",
    "each",
    "change",
    "about",
    "these",
    "part_case",
    "part_after",
    "quantifier",
    "number_of",
    "conjunctions",
)
_GRADED = ({"complete", "limited"}, {"complete", "substantial"})  # "partly completed", "completed to a large extent"
_GROUP = re.compile(r"(?P<unit>milestones|commitments)_\w+")  # "milestones_activity": a noun that only some reports use


@dataclass(frozen=True, slots=True)
class Status:
    """A status word at start..end of a sentence."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Noun:
    """A unit's noun at start..end; not certain where the report's tables don't use it."""

    start: int
    end: int
    unit: ClaimUnit
    key: str  # which word of the vocabulary it is
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class NounWord:
    """A word of the vocabulary that names a unit."""

    key: str
    unit: ClaimUnit
    is_certain: bool
    is_heading: bool  # a heading of the tables has it
    expression: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class ClaimWords:
    """The vocabulary of claims in a report's languages, compiled."""

    nouns: tuple[NounWord, ...]
    statuses: tuple[tuple[str, re.Pattern[str]], ...]
    between: frozenset[str]  # words that may stand between a number and what is said of it
    partitive: re.Pattern[str]  # all that stands between 7 and 10 in "7 out of the 10"
    opening: re.Pattern[str]  # "of the" before a total
    kin: frozenset[str]  # words between a number and its noun that narrow nothing: "open government commitments"
    function: frozenset[str]  # prepositions and the like: never between a number and its own noun
    joiners: frozenset[str]  # "and", "or"
    guards: Mapping[str, re.Pattern[str]]
    ordinals: tuple[tuple[int, re.Pattern[str]], ...]
    plan: re.Pattern[str]
    label: re.Pattern[str]

    def find_nouns(self, text: str) -> list[Noun]:
        """Return where a plain text names a unit, in order, the longest name where two overlap."""
        found = [Noun(m.start(), m.end(), n.unit, n.key, n.is_certain) for n in self.nouns for m in n.expression.finditer(text)]
        return _without_overlaps(found)

    def find_statuses(self, text: str) -> list[Status]:
        """Return the status words of a plain text in order, the longest where two overlap.

        "Completed" beside "partly" is one status, whichever stands first, whatever auxiliary between.
        """
        found = _without_overlaps([Status(m.start(), m.end(), key) for key, expression in self.statuses for m in expression.finditer(text)])
        merged: list[Status] = []
        for status in found:
            before = merged[-1] if merged else None
            if before and {before.key, status.key} in _GRADED and self._is_one(text[before.end : status.start]):
                grade = status.key if before.key == "complete" else before.key
                merged[-1] = Status(before.start, status.end, grade)
            else:
                merged.append(status)
        return merged

    def _is_one(self, gap: str) -> bool:
        """Whether nothing but auxiliaries stands between two words of one status."""
        between = gap.split()
        return all(w in self.between and w not in self.joiners for w in between)

    def status(self, key: str) -> re.Pattern[str]:
        """Return the expression of a status."""
        return next((expression for name, expression in self.statuses if name == key), NEVER)

    def keys_of(self, phrase: str) -> frozenset[str]:
        """Return what a phrase of a legend says."""
        return frozenset(s.key for s in self.find_statuses(plain(phrase)))


Span = TypeVar("Span", Noun, Status)
Headings = tuple[tuple[str, ClaimUnit], ...]
OwnStatuses = tuple[tuple[str, Rating], ...]


def _without_overlaps(found: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(found, key=lambda s: (s.start - s.end, s.start)):
        if all(span.end <= k.start or span.start >= k.end for k in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


def _nouns(words: Mapping[str, tuple[str, ...]], headings: Headings, meant: Mapping[str, ClaimUnit]) -> tuple[NounWord, ...]:
    """Return the nouns of each unit; those of a group count as sure once a heading of the tables has one of them."""
    found: list[NounWord] = []
    for key, forms in words.items():
        group = _GROUP.fullmatch(key)
        if group is None and key not in UNITS:
            continue
        together = compile_phrases(forms)
        used = {unit for heading, unit in headings if together.search(plain(heading))}
        unit = used.pop() if group and len(used) == 1 else ClaimUnit(group["unit"] if group else key)
        sure = group is None or any(together.search(plain(h)) for h, _ in headings)
        for form in forms:
            name, expression = f"{key}: {form}", compile_phrases([form])
            heads = any(expression.search(plain(h)) for h, _ in headings)
            found.append(NounWord(name, meant.get(name, unit), sure or name in meant, heads, expression))
    return tuple(found)


def own_statuses(legend: Mapping[str, Rating], words: ClaimWords) -> OwnStatuses:
    """Return the short phrases of a report's legend that hold no word of the vocabulary, with what they stand for: "Slow", "On course"."""
    short = {p: r for p, r in legend.items() if len(p) > 2 and len(p.split()) <= MAX_OWN_WORDS and p.replace(" ", "").isalpha()}
    return tuple(sorted((p, r) for p, r in short.items() if not words.keys_of(p)))


def _endings(phrase: str) -> str:
    """Return a phrase of a legend with the endings of its longer words left open, as the prose may inflect them."""
    return " ".join(f"{w[:-2]}*" if len(w) >= MIN_INFLECTED else w for w in phrase.split())


@lru_cache(maxsize=64)
def _statuses(languages: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the expressions of the vocabulary's statuses."""
    words, rated = phrases("claims", languages), phrases("ratings", languages)
    said = {key: compile_phrases(words.get(key, ())) for key in STATUS_KEYS}
    return tuple((key, compile_phrases((*words.get(key, ()), *_as_rated(key, rated, said)))) for key in STATUS_KEYS)


def _statuses_of_legend(own: OwnStatuses) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the expressions of the statuses that only this report's legend has."""
    for light in sorted({rating for _, rating in own}):
        yield f"{OWN_LEGEND}{light}", compile_phrases(_endings(p) for p, r in own if r is light)


def _as_rated(key: str, rated: Mapping[str, tuple[str, ...]], said: Mapping[str, re.Pattern[str]]) -> Iterator[str]:
    """Yield the phrases by which a rating's cell names a level, as far as claims have none of their own for them.

    A cell's "not implemented" is a level; in prose it is no more than not complete. A single word says too little there.
    """
    for phrase in rated.get(key, ()) if key in RATED else ():
        others = {k for k, expression in said.items() if expression.search(plain(phrase))}
        is_denied = key == "not_started" and "complete" in others
        if len(phrase.split()) > 1 and not others & {*NO_STATUS, "delayed"} and not is_denied:
            yield phrase


def _only(words: Sequence[str]) -> re.Pattern[str]:
    """Return an expression for a stretch that holds nothing but these phrases."""
    one = compile_phrases(words)
    return NEVER if one is NEVER else re.compile(rf"[\s,(]*(?:{one.pattern}[\s,(]*)+")


@lru_cache(maxsize=64)
def load_claim_words(languages: tuple[str, ...], headings: Headings, meant: Headings = (), own: OwnStatuses = ()) -> ClaimWords:
    """Return the vocabulary of claims.

    Args:
        languages: Primary subtags, the report's own first.
        headings: Headings of the tables that name the rows, with the unit they name.
        meant: Keys of nouns by which this report means the other unit, with that unit.
        own: Statuses that only this report's legend has: see `own_statuses`.
    """
    words = phrases("claims", languages)
    listed = "|".join(re.escape(plain(w)) for w in words.get("list_joiners", ()))
    joiner = rf"\s*(?:[,;–-]|\s(?:{listed})[\s־-])\s*" if listed else r"\s*[,;–-]\s*"
    number = r"(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5})(?![\w%])(?!\s?%)"
    return ClaimWords(
        nouns=_nouns(words, headings, dict(meant)),
        statuses=(*_statuses(languages), *_statuses_of_legend(own)),
        between=frozenset(plain(w) for w in words.get("between", ())),
        partitive=_only(words.get("partitive", ())),
        opening=compile_phrases(words.get("opening", ())),
        kin=frozenset(w for phrase in words.get("kin", ()) for w in plain(phrase).split()),
        function=frozenset(plain(w) for w in phrases("facts", languages).get("stopwords", ())),
        joiners=frozenset(plain(w) for w in words.get("list_joiners", ())),
        guards={key: compile_phrases(words.get(key, ())) for key in GUARDS},
        ordinals=tuple((int(key[4:]), compile_phrases(forms)) for key, forms in words.items() if key.startswith("nth_")),
        plan=compile_phrases(words.get("plan", ())),
        label=re.compile(rf"\s*(?:№|#|n[.ºo°]+|nr\.?|no\.?|бр\.?)?\s*(?P<first>{number})(?P<rest>(?:{joiner}{number})*)"),
    )


def fold_legend(legend: Mapping[str, Rating], words: ClaimWords) -> tuple[tuple[frozenset[str], Rating], ...]:
    """Return the legend's phrases as what they say."""
    return tuple((keys, rating) for phrase, rating in legend.items() if (keys := words.keys_of(phrase) | words.keys_of(fold(phrase))))


def meaning_of(
    keys: frozenset[str], legend: Sequence[tuple[frozenset[str], Rating]], *, is_scale: bool = False
) -> tuple[Rating | None, Completion | None] | None:
    """Return what the status words of a claim count: a colour or a level; None where they name neither.

    The report's legend decides. A word that the legend has as one of several of its colour is a level of
    its own, and so is any level where the legend is the completion scale (`is_scale`); several levels together are
    their common colour.
    """
    if keys == OWN_WORD:
        colour = _in_legend(keys, legend)
        return (colour, None) if colour else None
    if not keys or keys & NO_STATUS:
        return None
    level = LEVELS.get(min(keys)) if len(keys) == 1 else None
    colour = _in_legend(keys, legend)
    if colour and not (level and (is_scale or _is_one_of_several(keys, colour, legend))):
        return colour, None
    if level:
        return None, level
    lights = {LIGHTS.get(k) for k in keys}
    light = lights.pop() if len(lights) == 1 else None
    return (light, None) if light else None


def level_in_part(keys: frozenset[str], legend: Sequence[tuple[frozenset[str], Rating]]) -> Completion | None:
    """Return the level a claim names where the legend has it only beside others: "Completed or substantial progress"."""
    level = LEVELS.get(min(keys)) if len(keys) == 1 else None
    entries = [said for said, _ in legend if said & keys]
    return level if entries and all(said - keys for said in entries) else None


def _in_legend(keys: frozenset[str], legend: Sequence[tuple[frozenset[str], Rating]]) -> Rating | None:
    """Return the one colour whose entries hold all the words."""
    named = [(said, rating) for said, rating in legend if said & keys]
    ratings = {rating for _, rating in named}
    return ratings.pop() if len(ratings) == 1 and all(any(k in said for said, _ in named) for k in keys) else None


def _is_one_of_several(keys: frozenset[str], colour: Rating, legend: Sequence[tuple[frozenset[str], Rating]]) -> bool:
    """Whether the legend has other entries of that colour that say something else than its name; the report's own words may but explain it."""
    others = [said - COLOURS for said, rating in legend if rating is colour and not said & keys]
    return any(not k.startswith(OWN_LEGEND) for said in others for k in said)
