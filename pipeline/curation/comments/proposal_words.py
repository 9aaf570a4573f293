"""The words by which comments propose ratings, as patterns over a levelled text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline import vocabulary
from pipeline.curation.wording.patterns import GLUES
from pipeline.letters import ONE_SPELLING
from pipeline.tables import Rating

_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*'?")
_ELISION = re.compile(r"(?<![^\W_])(?:[cdjlmnst]|qu|dell|all|sull|nell|dall|un)'(?=[^\W_])")  # "l'évaluation", "n'est": two words
_GLUING = ("ka", "hy", "mn", "ky", "et", "fi", "sq", "hu", "tr", "kk", "ko")  # endings are glued to a word's stem
_LEVELS = {"limited": Rating.AMBER, "not_started": Rating.RED, "substantial": Rating.GREEN, "complete": Rating.GREEN}
_ONTO = r"(?:[وف]|ו?[שהבלמכ]{1,2}|ו)"  # Arabic writes "and" and "then" onto the next word, Hebrew more
_GLUED_BEFORE = re.compile(_ONTO)
_APOSTROPHES = "’‘ʼ`´"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text."""

    start: int
    end: int


@lru_cache(maxsize=4096)
def level(text: str) -> str:
    """Return a text of the same length in lower case, Latin and Greek letters without accents, one kind of apostrophe."""
    return "".join(_level(c) for c in text)


@cache
def _level(char: str) -> str:
    if char in _APOSTROPHES:
        return "'"
    low = char.lower().translate(ONE_SPELLING)
    base = unicodedata.normalize("NFD", low)[:1]
    return base if base.isascii() and base.isalpha() else low if len(low) == 1 else char


class ProposalWords:
    """The vocabulary of some languages, and a report's own words for its ratings."""

    def __init__(self, languages: tuple[str, ...], legend: tuple[tuple[str, Rating], ...]) -> None:
        said = vocabulary.phrases("comments", languages)
        rated = vocabulary.phrases("ratings", languages)
        english = vocabulary.phrases("ratings", ["en"])
        ending = r"\w{0,5}" if set(languages) & set(_GLUING) else ""
        self._spans = {key: _pattern(phrases) for key, phrases in said.items()}
        self._whole = {key: frozenset(level(p) for p in phrases) for key, phrases in said.items()}
        self._endings = tuple(level(e) for e in said.get("from_endings", ()))
        self._beginnings = tuple(level(b) for b in said.get("from_beginnings", ()))
        self._leading = tuple(level(b) for b in said.get("to_beginnings", ()))
        self._legend = [(rating, _pattern([word])) for word, rating in legend if " " in word]
        self._terse_legend = [(rating, _pattern([word])) for word, rating in legend if " " not in word and len(word) > 2]
        self._colours = [(r, _pattern(rated.get(r.value, ()), ending)) for r in Rating]
        self._foreign = [(r, _pattern(english.get(r.value, ()))) for r in Rating]
        self._levels = [(rating, _pattern((*rated.get(k, ()), *english.get(k, ())), ending)) for k, rating in _LEVELS.items()]

    def tokens(self, levelled: str) -> list[Span]:
        """Return where the words of a levelled text stand; an elided article is a word."""
        return [Span(start, end) for t in _TOKEN.finditer(levelled) for start, end in _parted(levelled, t.start(), t.end())]

    def has(self, key: str) -> bool:
        """Whether the languages have words of that key."""
        return bool(self._whole.get(key))

    def spans(self, key: str, levelled: str) -> list[Span]:
        """Return where phrases of a key stand."""
        pattern = self._spans.get(key)
        return [Span(m.start(), m.end()) for m in pattern.finditer(levelled)] if pattern else []

    def is_word(self, key: str, word: str) -> bool:
        """Whether a word is a phrase of a key."""
        known = self._whole.get(key, frozenset())
        return word in known or any(word[n:] in known for n in range(1, 4) if _GLUED_BEFORE.fullmatch(word[:n]))

    def is_late_from(self, word: str) -> bool:
        """Whether a word after a rating says that it is left ("-ийн оронд", "asemel")."""
        return bool(self._endings) and self.is_word("from_words", word)

    def ends(self, word: str) -> bool:
        """Whether a rating's own ending or beginning says that it is left."""
        return (bool(self._endings) and word.endswith(self._endings)) or (bool(self._beginnings) and word.startswith(self._beginnings))

    def leads_itself(self, word: str) -> bool:
        """Whether a rating's own beginning says that it is where a change leads."""
        return bool(self._leading) and word.startswith(self._leading)

    def ratings(self, levelled: str) -> Iterator[tuple[Rating, Span, bool]]:
        """Yield the ratings named, the report's own words first; and whether they count only in quotation marks or where a rating is said to go."""
        bare, quoted = (self._colours, self._legend), (self._terse_legend, self._foreign, self._levels)
        for patterns, needs_quotes in (*((p, False) for p in bare), *((p, True) for p in quoted)):
            for rating, pattern in patterns:
                for found in pattern.finditer(levelled):
                    yield rating, Span(found.start(), found.end()), needs_quotes


def _parted(levelled: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    elided = _ELISION.match(levelled, start, end)
    if elided:
        yield start, elided.end()
        start = elided.end()
    yield start, end


def _pattern(phrases: Iterable[str], ending: str = "") -> re.Pattern[str]:
    """Phrases as whole words, in which `*` is any beginning or ending: "*ilirse", "if it is -ed"."""
    spelt = sorted({level(p) for p in phrases if p.strip()}, key=lambda p: (-len(p), p))
    stems = [p.rstrip("ი") if ending else p for p in spelt]  # Georgian drops its nominative before an ending
    forms = [r"\s+".join(re.escape(w) for w in p.split()).replace(r"\*", r"[^\W_]*") + ("" if p.endswith("'") else ending) for p in stems]
    onto = f"{_ONTO}?" if any(GLUES.search(form) for form in forms) else ""
    return re.compile(rf"(?<![^\W_]){onto}(?:{'|'.join(forms)})(?:(?<=')|(?![^\W_]))" if forms else r"(?!)")


@cache
def proposal_words(languages: tuple[str, ...], legend: tuple[tuple[str, Rating], ...]) -> ProposalWords:
    """Return the vocabulary of the languages with a report's own words."""
    return ProposalWords(languages, legend)
