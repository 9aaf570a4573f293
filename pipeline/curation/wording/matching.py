"""Printed words against the vocabulary: exact first, then contained, then alike."""

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process

from pipeline.letters import ONE_SPELLING, n_letters
from pipeline.vocabulary import Phrases

GENERIC = frozenset({"milestone", "commitment", "number", "description", "comment_text", "comment_date", "other_no_column"})
"""Keys that give way where a heading names something more specific as well."""

MIN_FUZZY = 88.0  # of 100; below, two headings of one language are different words
MIN_CONTAINED = 4  # letters of a phrase that counts inside a longer heading
MIN_VOTE = 0.4  # of a heading's stems that must speak for a key
CLEAR_LEAD = 1.5  # times the second key's votes
STEM = 5  # letters of a word that tell it from others, endings left out
MAX_WORDS = 24  # a longer text is no heading

AND = r"(?:and|&|y|e|ed|et|și|i|и|та|dhe|und|och|og|a|ja|dan|և|და|ба|жана|و|ve|és|ו|및|και)"
"""The word before the last of several things, in any of the languages."""

_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")  # "(Green/Amber/Red)"
_LEADING_NUMBER = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s+")  # "3. ", "a) "
_UNWRITTEN = dict.fromkeys(
    (*range(1611, 1619), 1600, *range(1456, 1470), 700, 699, 8217, 39, 173)
)  # Arabic and Hebrew vowel signs, tatweel, apostrophes
_ONE_ARABIC = {ord(c): other for letters, other in (("أإآٱ", "ا"), ("ى", "ي"), ("ة", "ه")) for c in letters}  # spellings of one letter
_ACRONYM = re.compile(r"(?<!\w)[^\W\d_a-z]{3}(?!\w)")  # "ONG"
_NOT_WORD = re.compile(r"[^\w%#№]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the words alone: lower case, compatibility forms resolved, punctuation as single spaces."""
    text = unicodedata.normalize("NFKC", text.replace("º", "")).translate(ONE_SPELLING).casefold().translate(_UNWRITTEN).translate(_ONE_ARABIC)
    return " ".join(_NOT_WORD.sub(" ", text).split())


@dataclass(frozen=True, slots=True)
class Match:
    """What a text means: the key, how sure (0..1), and the phrase that said so."""

    key: str
    score: float
    phrase: str


class Lexicon:
    """The phrases of a topic, ready to be asked for the meaning of a text."""

    def __init__(self, phrases: Phrases | Mapping[str, Iterable[str]], *, has_gaps: bool = False) -> None:
        self.has_gaps = has_gaps  # whether a word may stand between those of a phrase; of a status it could be "not"
        self.exact: dict[str, list[str]] = {}
        for key, words in phrases.items():
            for word in words:
                keys = self.exact.setdefault(fold(word) or word.strip(), [])
                if key not in keys:
                    keys.append(key)
        self._choices = [p for p in self.exact if n_letters(p) >= MIN_CONTAINED]
        self._by_first: dict[str, list[str]] = {}
        for phrase in self._choices:
            self._by_first.setdefault(phrase.split(" ", 1)[0], []).append(phrase)
        self._memory: dict[tuple[str, frozenset[str] | None, bool], Match | None] = {}

    def match(self, text: str, keys: frozenset[str] | None = None, *, loose: bool = True) -> Match | None:
        """Return the best meaning of a short text, or None.

        Args:
            text: A heading or label as printed; its first line and its text without brackets are tried too.
            keys: Only these meanings count.
            loose: Also take a phrase contained in the text, or one spelt nearly so.
        """
        memo = (text, keys, loose)
        if memo not in self._memory:
            self._memory[memo] = self._match(text, keys, loose)
        return self._memory[memo]

    def _match(self, text: str, keys: frozenset[str] | None, loose: bool) -> Match | None:
        for n, variant in enumerate(_variants(text)):
            key = self._first_key(variant, keys)
            if key:
                return Match(key, 1.0 - 0.02 * n, variant)
        if not loose:
            return None
        found = [
            m
            for v in _variants(text)
            if len(v.split()) <= MAX_WORDS
            for m in (*self._contained(v, keys), *self._scattered(v, keys), *self._alike(v, keys))
        ]
        return max(found, key=lambda m: (m.score - (0.1 if m.key in GENERIC else 0.0), len(m.phrase)), default=None)

    def _first_key(self, folded: str, keys: frozenset[str] | None) -> str | None:
        return next((k for k in self.exact.get(folded, ()) if keys is None or k in keys), None)

    def _contained(self, folded: str, keys: frozenset[str] | None) -> list[Match]:
        found = []
        for phrase in self._inside(folded):
            key = self._first_key(phrase, keys)
            if key:
                opens = 0.1 if folded.startswith(f"{phrase} ") else 0.0  # what a heading opens with is what it is about
                found.append(Match(key, 0.6 + opens + 0.33 * len(phrase) / len(folded), phrase))
        return found

    def _inside(self, folded: str) -> list[str]:
        padded = f" {folded} "
        return [p for word in dict.fromkeys(folded.split()) for p in self._by_first.get(word, ()) if f" {p} " in padded]

    def _scattered(self, folded: str, keys: frozenset[str] | None) -> list[Match]:
        """Phrases of several words that stand in the text in their order, with one word between ("level of overall completion")."""
        words = folded.split()
        found = []
        for n, word in enumerate(words if self.has_gaps else []):
            for phrase in self._by_first.get(word, ()):
                parts = phrase.split()
                if len(parts) >= 2 and _runs_through(parts, words[n : n + len(parts) + 1]) and (key := self._first_key(phrase, keys)):
                    opens = 0.1 if n == 0 else 0.0
                    found.append(Match(key, 0.55 + opens + 0.33 * len(phrase) / len(folded), phrase))
        return found

    def _alike(self, folded: str, keys: frozenset[str] | None) -> list[Match]:
        if len(folded) < 5:
            return []
        hits = process.extract(folded, self._choices, scorer=fuzz.ratio, score_cutoff=MIN_FUZZY, limit=3)
        return [Match(k, 0.95 * score / 100, phrase) for phrase, score, _ in hits if (k := self._first_key(phrase, keys))]

    @cached_property
    def _stems(self) -> dict[str, frozenset[str]]:
        """Which keys each stem of a phrase speaks for."""
        found: dict[str, set[str]] = {}
        for phrase, keys in self.exact.items():
            for stem in _stems(phrase):
                found.setdefault(stem, set()).update(keys)
        return {stem: frozenset(keys) for stem, keys in found.items()}

    def vote(self, text: str, keys: frozenset[str]) -> Match | None:
        """Return the key that most of a text's stems speak for, where no phrase matches ("What comes next").

        A stem that several keys share counts for each in part; the best must hold most of the text and
        lead the second clearly.
        """
        stems = _stems(fold(text.split("\n", 1)[0]))
        counts: dict[str, float] = {}
        for stem in stems:
            speaks = self._stems.get(stem, frozenset()) & keys
            for key in speaks:
                counts[key] = counts.get(key, 0.0) + 1 / len(speaks)
        ranked = sorted(((n, key) for key, n in counts.items()), reverse=True)
        if not ranked or ranked[0][0] < MIN_VOTE * len(stems) or (len(ranked) > 1 and ranked[0][0] < CLEAR_LEAD * ranked[1][0]):
            return None
        return Match(ranked[0][1], 0.6 + 0.2 * ranked[0][0] / len(stems), text)

    def named(self, text: str, keys: Container[str]) -> frozenset[str]:
        """Return every one of the keys that the text names in whole words or acronyms, wherever in it."""
        acronyms = [a for word in _ACRONYM.findall(text) if (a := fold(word)) in self.exact]
        return frozenset(k for phrase in (*self._inside(fold(text)), *acronyms) for k in self.exact[phrase] if k in keys)


def _runs_through(parts: list[str], words: list[str]) -> bool:
    """Whether words are the parts in their order, with one more word between them."""
    return len(words) == len(parts) + 1 and any(words[:n] + words[n + 1 :] == parts for n in range(1, len(parts)))


def _stems(folded: str) -> list[str]:
    """The beginnings of a text's words; words of one or two letters tell nothing."""
    return [word[:STEM] for word in folded.split() if len(word) > 2]


@lru_cache(maxsize=16384)
def _variants(text: str) -> tuple[str, ...]:
    """The folded readings of a heading, the most literal first."""
    first_line = text.split("\n", 1)[0]
    bare = _BRACKETS.sub(" ", text)
    readings = (
        text,
        first_line,
        bare,
        _BRACKETS.sub(" ", first_line),
        _LEADING_NUMBER.sub("", bare),
        re.split(r"[:：?？/–]", first_line, maxsplit=1)[0],
    )
    return tuple(dict.fromkeys(f for r in readings if (f := fold(r))))
